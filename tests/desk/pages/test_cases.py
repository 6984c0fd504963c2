"""The list of cases, and writing in a case, on the practice vault."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.drafting import contact_draft
from counsellor_desk.casework.model import Answer, CaseId, Identity, NoteClass, StepKind
from counsellor_desk.casework.notes import amend_note
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.casework.views import CaseFilter, CaseSort, CaseView, ContactEntry, NoteEntry, StepEntry
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.case_rows import ROW
from counsellor_desk.desk.pages.cases import CasesPage
from counsellor_desk.desk.pages.entries import LONG
from counsellor_desk.desk.pages.people import SHOWN_FOR
from counsellor_desk.desk.pages.status import CLOSED, OPEN
from counsellor_desk.desk.pages.word_button import WordButton
from tests.desk.pages.at_cases import ask, button, in_front, keep, paper, press, rest, words, write
from tests.desk.pages.desk_at_work import RememberingFrame
from tests.support import FakeClock

STRANGE = "Ze zei \u201enee\u201d \U0001f642\x00 \u202eתודה <b>vet</b> &amp;"


class At:
    """The Cases page at work."""

    def __init__(self, desk: DeskContext, frame: RememberingFrame, qtbot: QtBot) -> None:
        self.desk = desk
        self.frame = frame
        self.qtbot = qtbot
        self.page = CasesPage(desk)
        in_front(self.page, qtbot)
        self.go()

    def go(self, **place: object) -> None:
        self.page.shown(**place)
        self.rest()

    def rest(self) -> None:
        rest(self.qtbot, self.desk)

    @property
    def case(self) -> CaseId:
        assert self.page.desk.case is not None
        return self.page.desk.case

    def view(self) -> CaseView:
        case = self.case
        return ask(self.desk, self.qtbot, lambda book: book.case_view(case))

    def numbers(self) -> list[str]:
        rows = self.page.list.rows
        return [rows.index(place).data(ROW).number for place in range(rows.rowCount())]

    def chip(self, name: str) -> None:
        button(self.page, name).click()
        self.rest()


@pytest.fixture
def at(practice_desk: DeskContext, frame: RememberingFrame, fake_clock: FakeClock, qtbot: QtBot) -> At:
    """The page in front at the end of the day, its first case open."""
    fake_clock.advance(hours=9)
    return At(practice_desk, frame, qtbot)


# the list


def test_open_cases_are_listed_by_last_contact_and_the_first_is_open(at: At) -> None:
    wanted = CaseFilter(statuses=OPEN)

    rows = ask(at.desk, at.qtbot, lambda book: book.list_cases(wanted))

    assert at.numbers() == [row.number for row in rows]
    assert at.case == rows[0].id
    assert rows[0].number in words(at.page.desk)


def test_every_filter_says_how_many_it_holds(at: At) -> None:
    counts = ask(at.desk, at.qtbot, lambda book: book.status_counts())
    waiting = counts["B.WAC"]

    at.chip(f"Which cases: Waiting {waiting}")

    assert len(at.numbers()) == waiting


def test_closed_cases_come_in_pages_while_one_scrolls(at: At) -> None:
    wanted = CaseFilter(statuses=CLOSED, limit=1000)
    all_of_them = ask(at.desk, at.qtbot, lambda book: book.list_cases(wanted))
    assert len(all_of_them) > 200

    at.chip("Which cases: Closed")
    at.page.list.view.scrollToBottom()
    at.qtbot.waitUntil(lambda: at.page.list.rows.rowCount() == len(all_of_them))

    assert at.numbers() == [row.number for row in all_of_them]


def test_order_and_organisation_are_asked_of_the_vault(at: At) -> None:
    organisation = ask(at.desk, at.qtbot, lambda book: book.organisations())[1]
    boxes = {box.accessibleName(): box for box in at.page.findChildren(QComboBox)}

    for name, place in (("Organisation", 2), ("Order", 1)):
        boxes[name].setCurrentIndex(place)
        boxes[name].activated.emit(place)
    at.rest()

    wanted = CaseFilter(statuses=OPEN, organisations=(organisation.id,), sort=CaseSort.NUMBER)
    rows = ask(at.desk, at.qtbot, lambda book: book.list_cases(wanted))
    assert at.numbers() == [row.number for row in rows]


def test_the_arrow_keys_walk_from_case_to_case(at: At) -> None:
    second = at.numbers()[1]
    at.page.list.view.setFocus()

    press(at.page, Qt.Key.Key_Down)
    at.rest()

    assert at.view().case.number == second


def test_cases_to_close_are_listed_from_today(at: At) -> None:
    board = ask(at.desk, at.qtbot, lambda book: book.board(at.desk.today()))

    at.go(to_close=True)

    assert at.numbers() == [row.number for row in board.to_close]


def test_a_status_from_another_page_chooses_its_filter(at: At) -> None:
    at.go(status="B.WAC")

    assert {at.page.list.rows.index(n).data(ROW).status for n in range(at.page.list.rows.rowCount())} == {"B.WAC"}


def test_a_row_says_number_status_and_codes_and_never_a_sentence_from_a_note(at: At) -> None:
    spoken = at.page.list.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)

    texts = [entry.text for entry in at.view().timeline if not isinstance(entry, StepEntry)]
    assert spoken.startswith(at.numbers()[0])
    assert not any(text and text in spoken for text in texts)


# writing


def test_a_contact_is_written_and_kept_by_keyboard(at: At) -> None:
    at.page.desk.composer.write()

    write(at.page, "Belt terug, het gaat beter. \u00e9\u00ef")
    keep(at.page)
    at.rest()

    newest = at.view().timeline[0]
    assert isinstance(newest, ContactEntry)
    assert newest.text == "Belt terug, het gaat beter. \u00e9\u00ef"
    assert (newest.minutes, newest.mode, newest.on) == (15, "M.TEL", at.desk.today())
    assert paper(at.page, "Contact").toPlainText() == ""
    assert newest.text in words(at.page)


def test_a_memory_aid_expires_after_thirty_days(at: At) -> None:
    at.page.desk.composer.write("note")
    write(at.page, "Navragen bij de productie")
    button(at.page.desk.composer, "Kept as: Memory aid").click()

    at.page.desk.composer.save()
    at.rest()

    newest = at.view().timeline[0]
    assert isinstance(newest, NoteEntry)
    assert newest.note_class is NoteClass.AID
    assert any("expires 23 Dec" in sentence for sentence in words(at.page.desk.timeline))


def test_an_action_needs_nothing_but_a_few_letters(at: At) -> None:
    at.page.desk.composer.write("action")
    write(at.page, "luister")
    press(at.page, Qt.Key.Key_Return)

    keep(at.page)
    at.rest()

    steps = [entry for entry in at.view().timeline if isinstance(entry, StepEntry)]
    assert steps[0].kind is StepKind.ACTION
    assert steps[0].on == at.desk.today()


def test_an_action_without_a_code_asks_for_one(at: At) -> None:
    before = at.view().timeline
    at.page.desk.composer.write("action")

    keep(at.page)
    at.rest()

    assert at.view().timeline == before
    assert "Type a few letters and choose what it was." in words(at.page)


def test_nothing_written_keeps_nothing(at: At) -> None:
    before = at.view().timeline
    at.page.desk.composer.write()

    keep(at.page)
    at.rest()

    assert at.view().timeline == before


def test_a_day_nobody_understands_keeps_nothing_and_loses_nothing(at: At) -> None:
    before = at.view().timeline
    at.page.desk.composer.write()
    write(at.page, "Belt terug")
    button(at.page, "Change: now").click()
    write(at.page, "ooit")

    at.page.desk.composer.save()
    at.rest()

    assert at.view().timeline == before
    assert paper(at.page, "Contact").toPlainText() == "Belt terug"
    assert any("Which day do you mean?" in sentence for sentence in words(at.page))


def test_a_talk_of_tomorrow_is_refused_beside_its_day(at: At) -> None:
    at.page.desk.composer.write()
    write(at.page, "Belt terug")
    button(at.page, "Change: now").click()
    write(at.page, "24-11-2026")

    at.page.desk.composer.save()
    at.rest()

    assert paper(at.page, "Contact").toPlainText() == "Belt terug"
    assert at.frame.errors == []


def test_words_half_written_are_in_the_vault_within_two_seconds(at: At) -> None:
    at.page.desk.composer.write()
    write(at.page, "Belt ter")
    case = at.case

    at.qtbot.waitUntil(lambda: bool(at.frame.saved), timeout=2500)

    draft = ask(at.desk, at.qtbot, lambda book: contact_draft(book, f"contact:{case}"))
    assert draft is not None
    assert draft.text == "Belt ter"


def test_a_draft_waits_in_its_case_while_one_looks_at_another(at: At) -> None:
    first, second = at.numbers()[:2]
    at.page.desk.composer.write()
    write(at.page, "Belt ter")

    open_number(at, second)
    assert paper(at.page, "Contact").toPlainText() == ""
    open_number(at, first)

    assert paper(at.page, "Contact").toPlainText() == "Belt ter"


def test_strange_signs_and_a_very_long_text_stay_whole(at: At) -> None:
    text = STRANGE.replace("\x00", "") + "x" * 100_000
    at.page.desk.composer.write("note")
    paper(at.page, "Note").insertPlainText(text)

    at.page.desk.composer.save()
    at.rest()

    newest = at.view().timeline[0]
    assert isinstance(newest, NoteEntry)
    assert newest.text == text
    assert text[:LONG] in words(at.page)
    button(at.page, "Show all of it").click()
    assert text in words(at.page)


# amending


def test_a_note_is_amended_in_place_and_keeps_its_earlier_words(at: At) -> None:
    entry = next(entry for entry in at.view().timeline if isinstance(entry, ContactEntry) and entry.note)
    note = entry.note
    assert note is not None
    edit(at, note)
    write(at.page, "Eerst dit. ")

    keep(at.page)
    at.rest()

    history = ask(at.desk, at.qtbot, lambda book: book.note_history(note))
    assert "Eerst dit. " + entry.text in words(at.page)
    assert [earlier.body for earlier in history] == [entry.text]
    button(at.page, "Earlier versions").click()
    assert at.frame.panels == ["Earlier versions"]


def test_a_note_changed_elsewhere_keeps_both_wordings(at: At) -> None:
    entry = next(entry for entry in at.view().timeline if isinstance(entry, ContactEntry) and entry.note)
    note, now = entry.note, at.desk.now()
    assert note is not None
    edit(at, note)
    write(at.page, "Van mij. ")
    ask(at.desk, at.qtbot, lambda book: amend_note(book, note, entry.revision, "Van elders.", now))

    keep(at.page)
    at.rest()

    assert any("changed meanwhile" in sentence for sentence in words(at.page))
    assert paper(at.page.desk.timeline, "Note").toPlainText() == "Van mij. " + entry.text
    keep(at.page)
    at.rest()
    history = ask(at.desk, at.qtbot, lambda book: book.note_history(note))
    assert {earlier.body for earlier in history} == {entry.text, "Van elders."}
    assert "Van mij. " + entry.text in words(at.page)


def test_escape_leaves_a_note_as_it_was_and_keeps_the_draft(at: At) -> None:
    entry = next(entry for entry in at.view().timeline if isinstance(entry, ContactEntry) and entry.note)
    assert entry.note is not None
    edit(at, entry.note)
    write(at.page, "Half ")

    press(at.page, Qt.Key.Key_Escape)
    at.rest()
    assert entry.text in words(at.page)
    edit(at, entry.note)

    assert paper(at.page.desk.timeline, "Note").toPlainText() == "Half " + entry.text


def test_a_search_hit_opens_its_case_at_the_note(at: At) -> None:
    rows = ask(at.desk, at.qtbot, lambda book: book.list_cases(CaseFilter(statuses=CLOSED, limit=5)))
    case = rows[0].id
    view = ask(at.desk, at.qtbot, lambda book: book.case_view(case))
    note = next(entry.note for entry in reversed(view.timeline) if isinstance(entry, ContactEntry) and entry.note)

    at.go(case=case, note=note)

    assert at.case == case
    row = at.page.desk.timeline.reveal(note)
    assert row is not None


# at a glance


def test_a_code_is_changed_where_it_stands(at: At) -> None:
    glance = at.page.desk.glance
    before = at.view().case
    glance_line(at, "Position").click()
    write(at.page, "freelance")

    press(at.page, Qt.Key.Key_Return)
    at.rest()

    assert at.view().case.client_status == "C.ZZP"
    assert at.view().case.natures == before.natures
    assert "Freelance or self-employed" in words(glance)


def test_consent_to_count_can_change_at_any_time(at: At) -> None:
    button(at.page.desk.glance, "Counting: No").click()
    at.rest()

    view = at.view()
    assert view.case.consent_to_count is Answer.NO
    assert view.consents[-1].purpose == "count" or any(not one.given for one in view.consents)
    assert "Counts: no" in words(at.page.desk.header)


def test_a_name_is_hidden_until_asked_for_and_soon_hidden_again(at: At) -> None:
    person = at.view().case.person
    identity = Identity(person, "Anna Voorbeeld", "06 00 00 00 00", "Alleen mobiel")
    at.desk.tasks.run(lambda office: keep_identity(office.book, identity))
    at.page.refresh()
    at.rest()
    assert "Anna Voorbeeld" not in words(at.page)

    button(at.page.desk.glance, "Show").click()
    at.rest()

    assert "Anna Voorbeeld" in words(at.page)
    people = at.page.desk.glance.people
    assert people.names_shown
    assert SHOWN_FOR == 30_000
    people.hide_names()
    assert "Anna Voorbeeld" not in words(at.page)


def test_going_to_another_case_hides_the_name(at: At) -> None:
    person = at.view().case.person
    identity = Identity(person, "Anna Voorbeeld")
    at.desk.tasks.run(lambda office: keep_identity(office.book, identity))
    at.page.refresh()
    at.rest()
    button(at.page.desk.glance, "Show").click()
    at.rest()

    open_number(at, next(number for number in at.numbers() if number != at.view().case.number))

    assert "Anna Voorbeeld" not in words(at.page)


def test_a_follow_up_is_planned_in_own_words(at: At) -> None:
    button(at.page.desk.glance, "Plan a follow-up").click()
    write(at.page, "in 2 weeks")
    press(at.page, Qt.Key.Key_Tab)
    write(at.page, "Vragen hoe het gaat")

    press(at.page, Qt.Key.Key_Return)
    at.rest()

    planned = {(one.due_on.isoformat(), one.text) for one in at.view().follow_ups}
    assert ("2026-12-07", "Vragen hoe het gaat") in planned


def test_a_narrow_page_folds_what_is_beside_the_case(at: At) -> None:
    at.page.resize(820, 640)
    at.qtbot.waitUntil(lambda: not at.page.desk.glance.isVisible())

    button(at.page.desk.header, "At a glance").click()

    assert at.page.desk.glance.isVisible()
    assert not at.page.list.isVisible()
    assert at.page.minimumSizeHint().width() <= 820


def test_nothing_of_a_case_is_in_an_object_name_or_a_tooltip(at: At, fake_clock: FakeClock) -> None:
    texts = [entry.text for entry in at.view().timeline if not isinstance(entry, StepEntry) and entry.text]

    for widget in at.page.findChildren(object):
        said = [getattr(widget, name)() for name in ("objectName", "toolTip", "windowTitle") if hasattr(widget, name)]
        assert not any(text in sentence for text in texts for sentence in said)


# helpers


def open_number(at: At, number: str) -> None:
    """Choose the row of a case."""
    place = at.numbers().index(number)
    at.page.list.view.setCurrentIndex(at.page.list.rows.index(place))
    at.rest()


def edit(at: At, note: int) -> None:
    """Press Edit at a note."""
    row = next(row for row in at.page.desk.timeline.rows if row.note == note)
    button(row, "Edit").click()
    at.rest()


def glance_line(at: At, name: str) -> WordButton:
    """The line of "at a glance" called ``name``."""
    lines = at.page.desk.glance.findChildren(WordButton)
    return next(line for line in lines if line.accessibleName().startswith(f"{name}:"))


def keep_identity(book: Casebook, identity: Identity) -> None:
    """Keep who somebody is."""
    with book.transaction():
        book.save_identity(identity)
