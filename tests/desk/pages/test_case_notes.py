"""Amending a note, and what stands beside a case at a glance, on the practice vault."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from counsellor_desk.casework.intake import keep_identity, revise_case
from counsellor_desk.casework.model import Answer, Identity
from counsellor_desk.casework.notes import amend_note
from counsellor_desk.casework.status import CLOSED
from counsellor_desk.casework.views import CaseFilter, ContactEntry, StepEntry
from counsellor_desk.desk.pages.case.people import SHOWN_FOR
from tests.desk.pages.at_cases import ask, button, keep, paper, press, words, write
from tests.desk.pages.cases_page import At, edit, glance_line, notes_in_sight, open_number
from tests.support import FakeClock

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
    assert note in notes_in_sight(at.page.desk.timeline)


# at a glance


def test_a_code_is_changed_where_it_stands(at: At) -> None:
    glance = at.page.desk.glance
    before = at.view().case
    glance_line(at.page.desk.glance, "Position").click()
    write(at.page, "freelance")

    press(at.page, Qt.Key.Key_Return)
    at.rest()

    assert at.view().case.client_status == "C.ZZP"
    assert at.view().case.natures == before.natures
    assert "Freelance or self-employed" in words(glance)


def test_a_case_is_set_waiting_with_one_press(at: At) -> None:
    at.chip("How the case stands: Waiting for the client")

    assert at.view().case.status == "B.WAC"


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


def test_a_talk_is_with_the_client_whose_role_was_named_a_moment_ago(at: At) -> None:
    before = at.view().case
    role = next(code.code for code in at.desk.codebook.codes("CLIENT_ROLE") if code.code != before.client_role)
    today, codebook = at.desk.today(), at.desk.codebook
    ask(at.desk, at.qtbot, lambda book: revise_case(book, codebook, replace(before, client_role=role), today))
    at.page.refresh()
    at.rest()
    at.page.desk.composer.write()
    write(at.page, "Belt terug.")

    keep(at.page)
    at.rest()

    newest = at.view().timeline[0]
    assert isinstance(newest, ContactEntry)
    assert (newest.text, newest.with_whom) == ("Belt terug.", role)
