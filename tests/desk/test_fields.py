"""Fields that do not understand what is typed keep it, and say with an example what they would."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.codebook import Codebook
from counsellor_desk.desk.kit.code_field import CodeField
from counsellor_desk.desk.kit.code_picker import CodePicker
from counsellor_desk.desk.kit.fields import DateField, LineField, MinuteStepper, TimeField
from counsellor_desk.desk.kit.form import Field
from counsellor_desk.desk.kit.text_area import TextArea
from counsellor_desk.desk.page import locale_of
from tests.support import type_text

TODAY = date(2026, 11, 23)


def minutes(qtbot: QtBot, start: int = 15) -> tuple[MinuteStepper, LineField]:
    stepper = MinuteStepper("Minutes", start)
    qtbot.addWidget(stepper)
    stepper.show()
    field = stepper.findChild(LineField)
    assert isinstance(field, LineField)
    return stepper, field


@pytest.mark.parametrize("words", ["", "0", "-30", "2000", "abc", "1,5", "half uur"])
def test_minutes_that_are_not_understood_stay_and_are_never_replaced(qtbot: QtBot, words: str) -> None:
    stepper, field = minutes(qtbot)
    field.clear()
    type_text(field, words)
    field.editingFinished.emit()
    QTest.keyClick(field, Qt.Key.Key_Up)

    assert field.text() == words
    assert stepper.minutes() is None
    assert stepper.unclear() == words


def test_an_hour_and_a_half_is_written_out_as_minutes_when_the_field_is_left(qtbot: QtBot) -> None:
    stepper, field = minutes(qtbot)
    field.clear()
    type_text(field, "1u30")
    field.editingFinished.emit()

    assert (field.text(), stepper.minutes()) == ("90", 90)


@pytest.mark.parametrize(
    "make",
    [
        lambda _codebook: MinuteStepper("Minutes"),
        lambda _codebook: DateField("Day", lambda: TODAY, locale_of("en"), past=True),
        lambda _codebook: TimeField("Time"),
        lambda codebook: CodePicker("Codes", codebook, ("NATURE",), "en", most=3),
        lambda codebook: CodeField("Code", codebook, ("NATURE",), "en"),
    ],
)
def test_a_field_that_is_left_with_words_nobody_understands_keeps_them_and_gives_an_example(
    qtbot: QtBot, codebook: Codebook, make: Callable[[Codebook], QWidget]
) -> None:
    field = Field("Field", make(codebook))
    qtbot.addWidget(field)
    field.show()
    typing = field.field if isinstance(field.field, LineField) else field.field.findChild(LineField)
    assert isinstance(typing, LineField)
    typing.clear()
    type_text(typing, "half drie xyz")
    typing.editingFinished.emit()

    assert typing.text() == "half drie xyz"
    assert typing.is_marked
    assert field.remarked
    assert field.unclear() == "half drie xyz"


def test_words_that_come_to_stand_in_front_leave_the_cursor_where_one_types(qtbot: QtBot) -> None:
    area = TextArea("Note")
    qtbot.addWidget(area)
    type_text(area.paper, "new wrds")
    for _ in range(3):
        QTest.keyClick(area.paper, Qt.Key.Key_Left)

    area.bring_back("old words\nnew wrds")
    type_text(area.paper, "o")

    assert area.text() == "old words\nnew words"
