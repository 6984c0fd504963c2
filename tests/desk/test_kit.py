"""The small parts every page is made of."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.model import MAX_NOTE_CHARACTERS
from counsellor_desk.codebook import Codebook
from counsellor_desk.desk.autosave import Autosave
from counsellor_desk.desk.folds import READABLE
from counsellor_desk.desk.kit.code_field import CodeField
from counsellor_desk.desk.kit.code_picker import CodePicker
from counsellor_desk.desk.kit.fields import DateField, LineField, MinuteStepper, TimeField
from counsellor_desk.desk.kit.flow import FlowLayout
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet
from counsellor_desk.desk.kit.panel import Panel
from counsellor_desk.desk.kit.states import Banner, Progress, UndoBar
from counsellor_desk.desk.kit.text_area import TextArea
from counsellor_desk.desk.page import locale_of
from tests.support import type_text

TODAY = date(2026, 11, 23)


def test_a_label_never_reads_markup(qtbot: QtBot) -> None:
    label = PlainLabel("<b>26-044</b>")
    qtbot.addWidget(label)

    assert label.textFormat() is Qt.TextFormat.PlainText


def test_tab_goes_on_from_a_picker_also_after_choosing(qtbot: QtBot, codebook: Codebook) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    field, after = CodeField("Codes", codebook, ("CHAIN_LINK",), "nl"), QLineEdit()
    column.addWidget(field)
    column.addWidget(after)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    field.setFocus()
    line = page.focusWidget()
    type_text(line, "omroep")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClick(line, Qt.Key.Key_Tab)

    assert field.codes() == ("K.OMR",)
    assert page.focusWidget() is after


def picker(qtbot: QtBot, codebook: Codebook, most: int = 3) -> CodePicker:
    field = CodePicker("Codes", codebook, ("NATURE", "ACTION"), "nl", most=most)
    qtbot.addWidget(field)
    field.resize(320, 80)
    field.show()
    return field


@pytest.mark.parametrize("words", ["pest", "bully"])
def test_a_code_is_found_in_either_language_and_taken_with_return(
    qtbot: QtBot, codebook: Codebook, words: str
) -> None:
    codes = picker(qtbot, codebook)
    typing = codes.findChild(LineField)
    assert isinstance(typing, LineField)

    type_text(typing, words)
    QTest.keyClick(typing, Qt.Key.Key_Return)

    assert [codebook.rollup(code) for code in codes.codes()] == ["PE"]
    assert typing.text() == ""


def test_a_chosen_code_is_taken_away_with_backspace_or_by_its_chip(qtbot: QtBot, codebook: Codebook) -> None:
    codes = picker(qtbot, codebook)
    some = [code.code for code in codebook.codes("NATURE")[:3]]
    codes.set_codes(some)
    typing = codes.findChild(LineField)
    assert isinstance(typing, LineField)

    codes.findChildren(QPushButton)[0].click()
    QTest.keyClick(typing, Qt.Key.Key_Backspace)

    assert codes.codes() == (some[1],)


def test_no_more_codes_than_allowed(qtbot: QtBot, codebook: Codebook) -> None:
    codes = picker(qtbot, codebook, most=2)

    codes.set_codes([code.code for code in codebook.codes("NATURE")[:5]])

    assert len(codes.codes()) == 2


def test_escape_closes_the_suggestions_and_keeps_the_words(qtbot: QtBot, codebook: Codebook) -> None:
    codes = picker(qtbot, codebook)
    typing = codes.findChild(LineField)
    assert isinstance(typing, LineField)
    type_text(typing, "pest")

    QTest.keyClick(typing, Qt.Key.Key_Escape)
    QTest.keyClick(typing, Qt.Key.Key_Return)

    assert codes.codes() == ()
    assert typing.text() == "pest"


def minutes(qtbot: QtBot, start: int = 15) -> tuple[MinuteStepper, LineField]:
    stepper = MinuteStepper("Minutes", start)
    qtbot.addWidget(stepper)
    stepper.show()
    field = stepper.findChild(LineField)
    assert isinstance(field, LineField)
    return stepper, field


def test_minutes_go_in_steps_of_five(qtbot: QtBot) -> None:
    stepper, field = minutes(qtbot, 12)

    QTest.keyClick(field, Qt.Key.Key_Up)
    after_up = stepper.minutes()
    QTest.keyClick(field, Qt.Key.Key_Down)

    assert (after_up, stepper.minutes()) == (15, 10)


def test_a_date_field_says_what_it_understood(qtbot: QtBot) -> None:
    field = DateField("Follow-up", lambda: TODAY, locale_of("nl"))
    qtbot.addWidget(field)
    typing = field.findChild(LineField)
    assert isinstance(typing, LineField)

    type_text(typing, "over 2 weken")

    assert field.day() == date(2026, 12, 7)
    assert [label.text() for label in field.findChildren(Quiet)] == ["maandag 7 december 2026"]


def test_a_date_field_tells_nonsense_from_nothing(qtbot: QtBot) -> None:
    field = DateField("Follow-up", lambda: TODAY, locale_of("en"))
    qtbot.addWidget(field)

    empty = field.is_understood()
    field.set_words("soon")

    assert empty
    assert not field.is_understood()
    assert field.words() == "soon"


def test_a_time_is_written_out_when_the_field_is_left(qtbot: QtBot) -> None:
    field = TimeField("Time")
    qtbot.addWidget(field)
    field.setText("1430")

    field.editingFinished.emit()

    assert (field.text(), field.at()) == ("14:30", time(14, 30))


def test_pasting_keeps_only_the_words(qtbot: QtBot) -> None:
    area = TextArea("Note")
    qtbot.addWidget(area)
    rich = QMimeData()
    rich.setHtml("<b>bold</b>")
    rich.setText("bold \U0001f600 שלום")

    area.paper.insertFromMimeData(rich)

    assert area.text() == "bold \U0001f600 שלום"


def test_a_text_that_is_too_long_stays_and_says_so(qtbot: QtBot) -> None:
    area = TextArea("Note")
    qtbot.addWidget(area)
    area.show()

    area.paper.insertPlainText(("word " * MAX_NOTE_CHARACTERS)[: MAX_NOTE_CHARACTERS + 1])

    assert len(area.text()) == MAX_NOTE_CHARACTERS + 1
    assert not area.fits()
    assert any(label.isVisible() and label.text() for label in area.findChildren(PlainLabel))


def test_a_hundred_thousand_characters_are_taken_whole(qtbot: QtBot) -> None:
    area = TextArea("Note")
    qtbot.addWidget(area)
    pasted = QMimeData()
    pasted.setText("é" * 100_000)

    area.paper.insertFromMimeData(pasted)

    assert area.text() == "é" * 100_000
    assert area.fits()


def test_showing_a_text_is_silent_and_cannot_be_undone_into_another(qtbot: QtBot) -> None:
    area = TextArea("Note")
    qtbot.addWidget(area)
    area.set_text("of the first case")

    with qtbot.assertNotEmitted(area.changed):
        area.set_text("of the second case")
    area.paper.undo()

    assert area.text() == "of the second case"


def test_nothing_typed_is_learned_by_the_system(qtbot: QtBot) -> None:
    area, line = TextArea("Note"), LineField("Name")
    qtbot.addWidget(area)
    qtbot.addWidget(line)

    for field in (area.paper, line):
        hints = field.inputMethodHints()
        assert hints & Qt.InputMethodHint.ImhSensitiveData
        assert hints & Qt.InputMethodHint.ImhNoPredictiveText


def test_autosave_waits_for_a_pause_and_saves_once(qtbot: QtBot) -> None:
    saver = Autosave(pause=30, longest=10_000)
    saves: list[int] = []
    saver.save_requested.connect(lambda: saves.append(1))

    for _ in range(3):
        saver.touch()
    qtbot.waitUntil(lambda: bool(saves))

    assert saves == [1]
    assert not saver.pending


def test_autosave_never_waits_longer_than_its_longest(qtbot: QtBot) -> None:
    saver = Autosave(pause=100_000, longest=30)

    with qtbot.waitSignal(saver.save_requested, timeout=2000):
        saver.touch()


def test_what_was_refused_is_handed_over_again_after_a_while(qtbot: QtBot) -> None:
    saver = Autosave(again=30)

    with qtbot.waitSignal(saver.save_requested, timeout=2000):
        saver.try_again()

    assert not saver.pending


def test_what_was_thrown_away_is_not_tried_again(qtbot: QtBot) -> None:
    saver = Autosave(again=100_000)
    saver.try_again()

    saver.forget()

    assert not saver.pending


def test_undo_is_offered_and_done_once(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 300)
    bar = UndoBar(window)
    window.show()
    undone: list[int] = []
    bar.offer("Done.", lambda: undone.append(1))

    bar.findChildren(QPushButton)[0].click()

    assert undone == [1]
    assert not bar.isVisible()


def test_a_banner_offers_one_thing_to_do(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    done: list[int] = []
    banner.say("The keyring is locked.", "Try again", lambda: done.append(1))

    next(button for button in banner.findChildren(QPushButton) if button.text() == "Try again").click()

    assert done == [1]
    assert not banner.isVisible()


def test_escape_closes_a_panel_and_keeps_what_is_in_it(qtbot: QtBot) -> None:
    window, content = QWidget(), LineField("Draft")
    qtbot.addWidget(window)
    panel = Panel(window)
    window.show()
    panel.open_with("Contact", content)
    content.setText("half a sentence")

    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel, Qt.Key.Key_Escape)
    panel.open_with("Contact", content)

    assert content.text() == "half a sentence"


def test_work_can_be_stopped(qtbot: QtBot) -> None:
    progress = Progress()
    qtbot.addWidget(progress)
    stopped: list[int] = []
    progress.begin("Counting…", lambda: stopped.append(1))

    QTest.keyClick(progress, Qt.Key.Key_Escape)

    assert stopped == [1]


@pytest.mark.parametrize(("width", "lines"), [(1000, 1), (150, 3)])
def test_a_flow_breaks_into_lines(qtbot: QtBot, width: int, lines: int) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, spacing=0)
    for _ in range(3):
        box = QWidget()
        box.setFixedSize(100, 20)
        flow.addWidget(box)

    assert flow.heightForWidth(width) == 20 * lines


@pytest.mark.parametrize("centred", [False, True])
def test_a_sentence_is_broken_into_lines_that_can_be_read_however_wide_it_stands(qtbot: QtBot, centred: bool) -> None:
    label = PlainLabel("What was said stays as it was said, word by word. " * 9, wrap=True)
    if centred:
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    qtbot.addWidget(label)
    label.show()
    readable, least = READABLE * label.fontMetrics().averageCharWidth(), label.minimumSizeHint().width()

    for width in (2000, 3000):
        label.resize(width, 400)

        assert label.contentsRect().width() == readable
        assert (label.contentsRect().center().x() == label.rect().center().x()) is centred
        assert label.heightForWidth(width) == label.heightForWidth(readable)
        assert label.minimumSizeHint().width() == least
    label.resize(300, 400)
    assert label.contentsRect().width() == 300
