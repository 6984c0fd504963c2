"""The timeline of a case: of any length, read by eye and ear, amended where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextCursor
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPlainTextEdit, QWidget

from counsellor_desk.casework.destroying import delete_note
from counsellor_desk.casework.drafts import NoteDraft
from counsellor_desk.casework.model import CaseId, NoteClass, NoteId
from counsellor_desk.casework.notes import amend_note, write_note
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.casework.views import NoteEntry, StepEntry
from counsellor_desk.desk.kit.labels import Quiet
from counsellor_desk.desk.kit.reading import ReadingText
from counsellor_desk.desk.kit.rows.row import RowWidget
from counsellor_desk.desk.pages.case.note_editor import NoteEditor
from counsellor_desk.desk.pages.case.timeline import Timeline
from counsellor_desk.desk.pages.case.timeline_rows import Part
from counsellor_desk.desk.pages.case.timeline_widgets import EntryWidget, PartWidget
from counsellor_desk.desk.pages.words.days import Days
from tests.desk.pages.at_cases import ask, button, keep, paper, press, words, write
from tests.desk.pages.cases_page import At, edit, notes_in_sight, notes_of, open_number, row_of

MANY = 150


@dataclass(frozen=True)
class LongCase:
    """A case of many notes, newest first."""

    id: CaseId
    number: str
    notes: list[NoteId]


@pytest.fixture
def long(at: At) -> LongCase:
    """A long case, while another one is open."""
    first, second = at.numbers()[:2]
    case = at.case
    fill_case(at, case, MANY)
    at.page.refresh()
    at.rest()
    notes = notes_of(at.page.desk.timeline)
    open_number(at, second)
    return LongCase(case, first, notes)


def fill_case(at: At, case: CaseId, count: int) -> None:
    """So many notes, each an hour earlier than the one before."""

    def fill(book: Casebook) -> None:
        with book.transaction():
            for number in range(count):
                at_that_time = datetime(2026, 11, 23, 9, 0) - timedelta(hours=number)
                write_note(book, case, NoteDraft(f"Aantekening {number}."), at_that_time)

    ask(at.desk, at.qtbot, fill)


def write_one(at: At, text: str, note_class: NoteClass = NoteClass.FILE) -> NoteId:
    """A note in the case that is open, which is then read again."""
    case, now = at.case, at.desk.now()
    note = ask(at.desk, at.qtbot, lambda book: write_note(book, case, NoteDraft(text, note_class), now))
    at.page.refresh()
    at.rest()
    return note.id


def text_of(at: At, note: NoteId) -> str:
    """What a note says in the vault."""
    return ask(at.desk, at.qtbot, lambda book: book.note(note)).body


def made(timeline: Timeline) -> list[QWidget]:
    """Every row widget there is, also those that wait."""
    return [one for one in timeline.viewport().children() if isinstance(one, RowWidget)]


def entries(count: int) -> tuple[NoteEntry, ...]:
    """So many notes of a case that is not in the vault."""
    days = [datetime(2026, 11, 23, 9) - timedelta(hours=7 * number) for number in range(count)]
    return tuple(
        NoteEntry(NoteId(number + 1), day.date(), day, NoteClass.FILE, f"Aantekening {number}. " * (number % 5), 0)
        for number, day in enumerate(days)
    )


# its days


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_day_of_another_year_is_cut_off(at: At, language: str) -> None:
    timeline = at.page.desk.timeline
    timeline.show_entries(entries(3), afresh=True)
    entry = timeline.findChildren(EntryWidget)[0]
    day = entry.findChildren(Quiet)[0]
    days = Days(language, date(2028, 1, 1))

    told = [days.short(date(2026, 1, 1) + timedelta(days=number)) for number in range(365)]

    assert [one for one in told if day.fontMetrics().horizontalAdvance(one) > day.width()] == []


# of any length


def test_ten_thousand_entries_need_a_screenful_of_widgets_wherever_one_looks(at: At) -> None:
    timeline = at.page.desk.timeline
    timeline.show_entries(entries(10_000), afresh=True)
    few = len(made(timeline))

    for note in (NoteId(10_000), NoteId(5_000), NoteId(7_777), NoteId(1)):
        timeline.show_entries(entries(10_000), afresh=False, at=note)
        assert note in notes_in_sight(timeline)

    assert few < 30
    assert len(made(timeline)) <= few + 5


def test_the_oldest_entry_is_reached_by_one_key(at: At, long: LongCase) -> None:
    open_number(at, long.number)
    timeline = at.page.desk.timeline
    row_of(timeline, long.notes[0])

    press(at.page, Qt.Key.Key_End)

    assert long.notes[-1] in notes_in_sight(timeline)
    assert timeline.row_around(QApplication.focusWidget()) is not None


def test_a_hit_is_in_sight_and_stands_out(at: At, long: LongCase) -> None:
    at.go(case=long.id, note=long.notes[-1])

    timeline = at.page.desk.timeline
    assert long.notes[-1] in notes_in_sight(timeline)
    assert [one for one in timeline.findChildren(EntryWidget) if one.is_marked] == [row_of(timeline, long.notes[-1])]


def test_a_hit_in_the_case_that_is_open_is_in_sight(at: At, long: LongCase) -> None:
    open_number(at, long.number)

    at.go(case=long.id, note=long.notes[MANY // 2])

    assert long.notes[MANY // 2] in notes_in_sight(at.page.desk.timeline)


def test_what_is_written_is_shown_though_one_was_reading_long_ago(at: At, long: LongCase) -> None:
    at.go(case=long.id, note=long.notes[-1])
    at.page.desk.composer.write("note")
    write(at.page, "Nieuw geschreven")

    at.page.desk.composer.save()
    at.rest()

    assert notes_in_sight(at.page.desk.timeline)[0] not in long.notes
    assert "Nieuw geschreven" in words(at.page.desk.timeline)


def test_where_one_writes_is_brought_into_sight(at: At, long: LongCase) -> None:
    at.go(case=long.id, note=long.notes[-1])

    at.page.desk.composer.write("note")

    assert at.page.desk.timeline.keys_in_sight()[0] == "writing"


def test_what_was_looked_up_stays_in_sight_while_the_case_is_read_again(at: At, long: LongCase) -> None:
    at.go(case=long.id, note=long.notes[-1])
    before = notes_in_sight(at.page.desk.timeline)
    ask(at.desk, at.qtbot, lambda book: write_note(book, long.id, NoteDraft("Van elders"), at.desk.now()))

    at.page.refresh()
    at.rest()

    assert notes_in_sight(at.page.desk.timeline) == before


def test_another_case_begins_at_its_top(at: At, long: LongCase) -> None:
    at.go(case=long.id, note=long.notes[-1])

    open_number(at, at.numbers()[2])

    assert at.page.desk.timeline.keys_in_sight()[0] == "writing"
    assert not any(one.is_marked for one in at.page.desk.timeline.findChildren(EntryWidget))


def test_nothing_of_a_case_is_left_when_another_is_open(at: At, long: LongCase) -> None:
    open_number(at, long.number)
    row_of(at.page.desk.timeline, long.notes[5]).words.selectAll()
    timeline = at.page.desk.timeline
    assert any("Aantekening" in one.accessibleName() for one in made(timeline) if isinstance(one, QWidget))

    open_number(at, at.numbers()[2])

    said = [one.accessibleName() for one in timeline.findChildren(QWidget)]
    said += [one.text() for one in timeline.findChildren(QLabel)]
    said += [one.toPlainText() for one in timeline.findChildren(QPlainTextEdit)]
    assert not any("Aantekening" in sentence for sentence in said)
    assert not any(one.is_marked() for one in timeline.findChildren(ReadingText))


def test_a_case_without_entries_says_so(at: At) -> None:
    at.page.desk.timeline.show_entries((), afresh=True)

    assert any("Nothing is recorded yet" in sentence for sentence in words(at.page.desk.timeline))


# heard


def test_it_is_heard_as_a_list_of_entries_under_their_months(at: At) -> None:
    newest = at.view().timeline[0]
    assert not isinstance(newest, StepEntry)
    heard = QAccessible.queryAccessibleInterface(at.page.desk.timeline.viewport())
    inside = [heard.child(place) for place in range(heard.childCount())]
    names = [(one.role(), one.text(QAccessible.Text.Name)) for one in inside]

    assert (heard.role(), heard.text(QAccessible.Text.Name)) == (QAccessible.Role.List, "Timeline")
    assert names[1] == (QAccessible.Role.Heading, "November")
    assert names[2][0] is QAccessible.Role.ListItem
    assert newest.text in names[2][1]
    item = inside[2]
    buttons = [item.child(place) for place in range(item.childCount())]
    assert "Edit" in {one.text(QAccessible.Text.Name) for one in buttons if one.role() is QAccessible.Role.Button}


# a long note


def test_a_note_of_two_hundred_thousand_letters_is_read_in_parts(at: At) -> None:
    write_one(at, "x" * 200_000)
    timeline = at.page.desk.timeline
    parts = [row for row in timeline.rows if isinstance(row, Part)]

    timeline.reveal(parts[-1].key)

    assert len(parts) == 99
    assert len(made(timeline)) < 30
    for widget in timeline.findChildren(PartWidget):
        if widget.isVisible():
            line = widget.words.document().firstBlock().layout().lineAt(0)
            assert 0 < line.naturalTextWidth() <= widget.words.viewport().width()


def test_a_long_note_is_amended_whole(at: At) -> None:
    note = write_one(at, "x" * 200_000)
    edit(at, note)
    write(at.page, "Eerst dit. ")

    editor = at.page.findChildren(NoteEditor)[0]
    area = editor.findChildren(QPlainTextEdit)[0]
    area.moveCursor(QTextCursor.MoveOperation.End)
    for _letter in "Eerst dit. ":
        press(at.page, Qt.Key.Key_Backspace)
    keep(at.page)
    at.rest()

    amended = ask(at.desk, at.qtbot, lambda book: book.note(note))
    assert amended.body == "Eerst dit. " + "x" * (200_000 - len("Eerst dit. "))


def test_the_editor_of_a_long_note_is_as_high_as_it_may_be(at: At) -> None:
    note = write_one(at, "woord " * 1_500)
    edit(at, note)

    area = paper(at.page.desk.timeline, "Note")

    at.qtbot.waitUntil(lambda: area.height() > 20 * area.fontMetrics().lineSpacing())


def test_a_long_earlier_version_is_read_in_parts(at: At) -> None:
    note, now = write_one(at, "x" * 200_000), at.desk.now()
    ask(at.desk, at.qtbot, lambda book: amend_note(book, note, 0, "Korter.", now))
    history = at.page.desk.timeline.history()
    at.qtbot.addWidget(history)
    history.resize(400, 600)
    history.show()

    history.shown(note)
    at.rest()

    shown = history.findChildren(ReadingText)
    assert 1 < len(shown) < 10
    assert {len(one.toPlainText()) for one in shown} <= {0, 2_000}


def test_a_long_memory_aid_stands_on_one_ground(at: At) -> None:
    write_one(at, "woord " * 1_500, NoteClass.AID)
    timeline = at.page.desk.timeline
    timeline.resize(timeline.width(), 3_000)

    grounds = [one for one in timeline.findChildren(QFrame) if one.property("joint") and one.isVisible()]
    grounds.sort(key=lambda one: one.mapTo(timeline, one.rect().topLeft()).y())

    joints = [one.property("joint") for one in grounds]
    assert joints == ["top", *["middle"] * (len(joints) - 2), "bottom"]
    assert len(joints) >= 3


# amending


def test_words_that_are_amended_stay_however_far_one_scrolls(at: At, long: LongCase) -> None:
    open_number(at, long.number)
    timeline = at.page.desk.timeline
    before = text_of(at, long.notes[3])
    edit(at, long.notes[3])
    editor = timeline.findChildren(NoteEditor)[0]
    write(at.page, "Eerst dit. ")

    timeline.reveal(timeline.rows[-2].key)
    at.page.desk.composer.write("note")
    at.page.refresh()
    at.rest()

    assert timeline.findChildren(NoteEditor) == [editor]
    assert paper(editor, "Note").toPlainText() == "Eerst dit. " + before


def test_after_saving_one_is_at_the_entry_that_was_amended(at: At, long: LongCase) -> None:
    open_number(at, long.number)
    timeline = at.page.desk.timeline
    before = text_of(at, long.notes[3])
    edit(at, long.notes[3])
    write(at.page, "Eerst dit. ")

    keep(at.page)
    at.rest()

    row = row_of(timeline, long.notes[3])
    assert row.hasFocus()
    assert row.words.toPlainText() == "Eerst dit. " + before
    assert not [editor for editor in timeline.findChildren(NoteEditor) if editor.isVisible()]


def test_leaving_a_note_as_it_was_goes_back_to_its_entry(at: At, long: LongCase) -> None:
    open_number(at, long.number)
    edit(at, long.notes[3])

    button(at.page.desk.timeline, "Leave as it was").click()
    at.rest()

    assert row_of(at.page.desk.timeline, long.notes[3]).words.toPlainText() == text_of(at, long.notes[3])


def test_the_editor_of_a_note_that_is_gone_is_gone(at: At, long: LongCase) -> None:
    open_number(at, long.number)
    edit(at, long.notes[3])
    ask(at.desk, at.qtbot, lambda book: delete_note(book, long.notes[3], at.desk.today()))

    at.page.refresh()
    at.rest()

    assert not [editor for editor in at.page.findChildren(NoteEditor) if editor.isVisible()]
    assert long.notes[3] not in notes_of(at.page.desk.timeline)


def test_where_one_types_stays_in_sight_while_the_text_grows(at: At, long: LongCase) -> None:
    open_number(at, long.number)
    timeline = at.page.desk.timeline
    edit(at, long.notes[-1])
    area = paper(timeline, "Note")
    area.moveCursor(QTextCursor.MoveOperation.End)

    for _line in range(12):
        press(at.page, Qt.Key.Key_Return)
        write(at.page, "Nog een regel.")
        QApplication.processEvents()

    cursor = area.cursorRect().translated(area.viewport().mapTo(timeline.viewport(), area.rect().topLeft()))
    assert timeline.viewport().rect().contains(cursor)


def test_a_step_cannot_be_amended(at: At) -> None:
    step = next(entry for entry in at.view().timeline if isinstance(entry, StepEntry))
    timeline = at.page.desk.timeline
    timeline.show_entries((step,), afresh=True)

    (row,) = [one for one in timeline.findChildren(EntryWidget) if one.isVisible()]

    assert row.controls() == []
    assert at.desk.codebook.label(step.code, "en") in words(row)
