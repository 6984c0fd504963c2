"""The list of cases, and writing in a case, on the practice vault."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from counsellor_desk.casework.drafting import contact_draft
from counsellor_desk.casework.model import NoteClass, StepKind
from counsellor_desk.casework.status import CLOSED, OPEN
from counsellor_desk.casework.views import CaseFilter, CaseSort, ContactEntry, NoteEntry, StepEntry
from counsellor_desk.desk.pages.case import case_rows
from counsellor_desk.desk.pages.case.case_rows import ROW
from counsellor_desk.desk.pages.case.timeline_rows import Entry, Part, rows_of
from tests.desk.pages.at_cases import ask, button, keep, line, paper, press, words, write
from tests.desk.pages.cases_page import At, open_number

STRANGE = "Ze zei \u201enee\u201d \U0001f642\x00 \u202eתודה <b>vet</b> &amp;"


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
    order = next(box for box in at.page.findChildren(QComboBox) if box.accessibleName() == "Order")

    line(at.page, "Organisation").setFocus()
    write(at.page, organisation.name[:4])
    press(at.page, Qt.Key.Key_Return)
    order.setCurrentIndex(1)
    order.activated.emit(1)
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


def test_no_other_cases_come_after_those_to_close_however_many(at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    board = ask(at.desk, at.qtbot, lambda book: book.board(at.desk.today()))
    monkeypatch.setattr(case_rows, "PAGE_SIZE", len(board.to_close))

    at.go(to_close=True)
    at.page.list.view.scrollToBottom()
    at.rest()

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
    assert any("Date not recognised." in sentence for sentence in words(at.page))


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
    parts = [row.words for row in rows_of([newest]) if isinstance(row, Entry | Part)]
    assert "".join(parts) == text
    assert parts[0] in words(at.page)
    at.page.desk.timeline.reveal(at.page.desk.timeline.rows[len(parts) + 1].key)
    assert parts[-1] in words(at.page)
