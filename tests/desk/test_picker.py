"""One of few or of many: chips up to nine, above that a field that finds by a few letters."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.kit.card import Scroll
from counsellor_desk.desk.kit.choice_field import ChoiceField
from counsellor_desk.desk.kit.fields import LineField
from counsellor_desk.desk.kit.form import Field
from counsellor_desk.desk.kit.picker import Picker
from tests.desk.test_announcing import Reader
from tests.support import type_text

NAMES = ("Stichting Noord", "Café Zuid", "Noordelijke Omroep", "Omroep Øst", "Noord", "De Noordkust")


def many(count: int) -> list[tuple[str, str]]:
    """So many organisations: six with names of their own, the rest numbered."""
    names = (*NAMES, *(f"Studio {number}" for number in range(1, count)))[:count]
    return [(f"k{number}", name) for number, name in enumerate(names)]


def key_of(name: str) -> str:
    return f"k{NAMES.index(name)}"


class Form:
    """A picker in a form, with a field after it."""

    def __init__(self, qtbot: QtBot, count: int, *, none: str = "", always: bool = False) -> None:
        self.window = QWidget()
        self.picker = Picker("Organisation", many(count), none=none, always=always)
        self.field = Field("Organisation", self.picker)
        self.after = QLineEdit()
        column = QVBoxLayout(self.window)
        column.addWidget(self.field)
        column.addWidget(self.after)
        column.addStretch(1)
        qtbot.addWidget(self.window)
        self.window.resize(500, 300)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.picker.setFocus()

    @property
    def line(self) -> LineField:
        line = self.picker.findChild(LineField)
        assert isinstance(line, LineField)
        return line

    def press(self, key: Qt.Key) -> None:
        window = self.window.windowHandle()
        assert window is not None
        QTest.keyClick(window, key)

    def write(self, letters: str) -> None:
        type_text(QApplication.focusWidget() or self.window, letters)

    def suggested(self) -> list[str]:
        """What the list below the field shows."""
        lists = [one for one in self.line.findChildren(QListView) if one.isVisible()]
        return [] if not lists else [str(lists[0].model().index(row, 0).data()) for row in range(self.rows())]

    def rows(self) -> int:
        [shown] = [one for one in self.line.findChildren(QListView) if one.isVisible()]
        return shown.model().rowCount()


@pytest.mark.parametrize("count", [2, 9])
def test_up_to_nine_are_chips_with_their_digits(qtbot: QtBot, count: int) -> None:
    form = Form(qtbot, count)

    form.press(Qt.Key(Qt.Key.Key_1.value + count - 1))

    assert form.picker.value() == f"k{count - 1}"
    assert len(form.picker.findChildren(QPushButton)) == count
    assert form.picker.findChild(LineField) is None


@pytest.mark.parametrize("count", [10, 60, 200])
def test_above_nine_there_is_one_field_however_many(qtbot: QtBot, count: int) -> None:
    form = Form(qtbot, count)

    assert form.picker.findChildren(QPushButton) == []
    assert len(form.picker.findChildren(LineField)) == 1
    assert form.picker.height() < 50


def test_a_whole_name_comes_first_then_what_begins_so_then_words_then_parts_of_words(qtbot: QtBot) -> None:
    form = Form(qtbot, 60)
    form.write("noord")

    assert form.suggested() == ["Noord", "Noordelijke Omroep", "Stichting Noord", "De Noordkust"]


@pytest.mark.parametrize(
    ("letters", "name"), [("cafe", "Café Zuid"), ("ost", "Omroep Øst"), ("KUST", "De Noordkust")]
)
def test_accents_and_capitals_do_not_matter(qtbot: QtBot, letters: str, name: str) -> None:
    form = Form(qtbot, 60)
    form.write(letters)
    form.press(Qt.Key.Key_Return)

    assert form.picker.value() == key_of(name)


def test_the_arrows_walk_and_return_takes_the_name_into_the_field(qtbot: QtBot) -> None:
    form = Form(qtbot, 200)
    form.write("noord")
    form.press(Qt.Key.Key_Down)
    form.press(Qt.Key.Key_Down)
    with qtbot.waitSignal(form.picker.changed):
        form.press(Qt.Key.Key_Return)

    assert form.picker.value() == key_of("Stichting Noord")
    assert form.line.text() == "Stichting Noord"
    assert form.suggested() == []


def test_tab_takes_what_is_marked_and_goes_on(qtbot: QtBot) -> None:
    form = Form(qtbot, 60)
    form.write("cafe")
    form.press(Qt.Key.Key_Tab)

    assert form.picker.value() == key_of("Café Zuid")
    assert form.after.hasFocus()


def test_escape_closes_the_list_and_keeps_the_letters(qtbot: QtBot) -> None:
    form = Form(qtbot, 60)
    form.write("noord")
    form.press(Qt.Key.Key_Escape)

    assert form.suggested() == []
    assert (form.line.text(), form.picker.value()) == ("noord", None)


def test_all_are_in_the_list_when_nothing_is_typed(qtbot: QtBot) -> None:
    form = Form(qtbot, 200)
    form.press(Qt.Key.Key_Down)

    assert form.rows() == 200


def test_the_mouse_unfolds_the_list_chooses_from_it_and_folds_it(qtbot: QtBot) -> None:
    form = Form(qtbot, 60)
    QTest.mouseClick(form.line, Qt.MouseButton.LeftButton)
    [shown] = form.line.findChildren(QListView)
    assert shown.isVisible()

    place: QPoint = shown.visualRect(shown.model().index(3, 0)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (form.line.text(), shown.isVisible()) == ("Omroep Øst", False)

    QTest.mouseClick(form.line, Qt.MouseButton.LeftButton)
    assert shown.currentIndex().data() == "Omroep Øst"
    QTest.mouseClick(form.line, Qt.MouseButton.LeftButton)
    assert not shown.isVisible()


def test_those_of_late_come_before_the_others(qtbot: QtBot) -> None:
    form = Form(qtbot, 60)
    form.picker.set_choices(many(60), ("k40", "k7"))
    form.press(Qt.Key.Key_Down)

    assert form.suggested()[:3] == ["Studio 35", "Studio 2", "Stichting Noord"]


def test_letters_that_match_nothing_stay_marked_with_an_example(qtbot: QtBot) -> None:
    form = Form(qtbot, 60)
    form.write("qqq")
    form.press(Qt.Key.Key_Tab)

    assert (form.line.text(), form.picker.unclear(), form.picker.value()) == ("qqq", "qqq", None)
    assert form.line.is_marked
    assert form.field.remarked.endswith("For example: Stichting Noord.")


def test_a_name_that_was_typed_out_needs_no_list(qtbot: QtBot) -> None:
    form = Form(qtbot, 60)
    form.write("de noordkust")
    form.press(Qt.Key.Key_Escape)
    form.press(Qt.Key.Key_Tab)

    assert (form.line.text(), form.picker.value()) == ("De Noordkust", key_of("De Noordkust"))
    assert form.field.remarked == ""


def test_of_two_that_are_called_the_same_none_is_guessed(qtbot: QtBot) -> None:
    form = Form(qtbot, 60)
    form.picker.set_choices([*many(60), ("other", "Café Zuid")])
    form.write("café zuid")
    form.press(Qt.Key.Key_Escape)
    form.press(Qt.Key.Key_Tab)

    assert form.picker.unclear() == "café zuid"


def test_typing_on_takes_the_choice_back(qtbot: QtBot) -> None:
    form = Form(qtbot, 60)
    form.picker.choose("k2")
    with qtbot.waitSignal(form.picker.changed):
        form.write("x")

    assert form.picker.value() is None


def test_the_first_letter_takes_the_place_of_the_name_that_stands_there(qtbot: QtBot) -> None:
    form = Form(qtbot, 60)
    form.picker.choose("k2")
    form.after.setFocus()
    form.picker.setFocus()
    form.write("cafe")
    form.press(Qt.Key.Key_Return)

    assert form.picker.value() == key_of("Café Zuid")


def test_a_letter_of_several_keys_takes_the_place_of_the_name_too(qtbot: QtBot) -> None:
    form = Form(qtbot, 60)
    form.picker.choose("k2")
    letter = QInputMethodEvent()
    letter.setCommitString("é")
    QApplication.sendEvent(form.line, letter)

    assert form.line.text() == "é"


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_what_erases_takes_the_whole_name_away(qtbot: QtBot, key: Qt.Key) -> None:
    form = Form(qtbot, 60)
    form.write("cafe")
    form.press(Qt.Key.Key_Return)
    form.press(key)

    assert (form.line.text(), form.picker.value(), form.picker.unclear()) == ("", None, None)


def test_keys_that_move_leave_the_name(qtbot: QtBot) -> None:
    form = Form(qtbot, 60)
    form.picker.choose("k2")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Home):
        form.press(key)

    assert form.picker.value() == "k2"


def test_where_one_always_holds_no_choice_stands_there_by_its_name(qtbot: QtBot) -> None:
    form = Form(qtbot, 60, none="All organisations", always=True)
    form.picker.choose(None)
    assert (form.line.text(), form.picker.value(), form.picker.unclear()) == ("All organisations", None, None)

    form.write("cafe")
    form.press(Qt.Key.Key_Return)
    form.press(Qt.Key.Key_Backspace)
    with qtbot.waitSignal(form.picker.changed):
        form.press(Qt.Key.Key_Tab)

    assert (form.line.text(), form.picker.value()) == ("All organisations", None)


def test_no_choice_has_a_name_and_can_be_chosen(qtbot: QtBot) -> None:
    form = Form(qtbot, 60, none="None")
    form.picker.choose("k2")
    form.press(Qt.Key.Key_Down)
    assert form.suggested()[0] == "None"

    form.press(Qt.Key.Key_Home)
    form.press(Qt.Key.Key_Up)
    form.press(Qt.Key.Key_Up)
    form.press(Qt.Key.Key_Up)
    form.press(Qt.Key.Key_Return)

    assert form.picker.value() is None
    assert (form.line.text(), form.line.placeholderText()) == ("", "None")


def test_where_one_always_holds_it_stands_in_the_field_again_when_that_is_left(qtbot: QtBot) -> None:
    form = Form(qtbot, 60, always=True)
    form.picker.choose("k2")
    refused: list[str] = []
    form.picker.refused.connect(refused.append)
    with qtbot.assertNotEmitted(form.picker.changed):
        form.line.selectAll()
        form.write("qqq")
        form.press(Qt.Key.Key_Tab)

    assert (form.line.text(), form.picker.value(), refused) == ("Noordelijke Omroep", "k2", ["qqq"])


def test_nothing_of_the_choice_before_stays(qtbot: QtBot) -> None:
    form = Form(qtbot, 60)
    form.picker.choose("k2")
    form.picker.choose(None)

    assert (form.line.text(), form.picker.value(), form.picker.unclear()) == ("", None, None)


def test_the_tenth_choice_turns_chips_into_a_field_and_back(qtbot: QtBot) -> None:
    form = Form(qtbot, 9)
    form.press(Qt.Key.Key_3)

    form.picker.set_choices(many(10))
    assert (form.line.text(), form.line.hasFocus()) == ("Noordelijke Omroep", True)

    form.picker.set_choices(many(9))
    assert form.picker.value() == "k2"
    assert (QApplication.focusWidget() or form.after).accessibleName() == "Organisation: Noordelijke Omroep"


def test_letters_stay_when_the_choices_come_anew_or_become_few(qtbot: QtBot) -> None:
    form = Form(qtbot, 60)
    form.write("qqq")

    form.picker.set_choices(many(61))
    form.picker.set_choices(many(3))

    assert form.picker.unclear() == "qqq"


def test_what_is_gone_is_gone_from_the_list_that_is_in_sight(qtbot: QtBot) -> None:
    form = Form(qtbot, 60)
    form.write("studio")
    form.picker.set_choices([one for one in many(60) if one[1] != "Studio 1"])
    assert "Studio 1" not in form.suggested()


def test_letters_of_a_draft_are_there_before_the_choices_are(qtbot: QtBot) -> None:
    form = Form(qtbot, 0)
    form.picker.set_words("qqq")
    form.picker.set_choices(many(60))

    assert (form.line.text(), form.picker.unclear()) == ("qqq", "qqq")


def test_a_screen_reader_hears_a_combo_box_with_its_name_what_is_chosen_and_a_named_list(qtbot: QtBot) -> None:
    form = Form(qtbot, 60)
    form.write("noord")
    [field] = form.picker.findChildren(ChoiceField)
    [shown] = form.line.findChildren(QListView)
    heard = QAccessible.queryAccessibleInterface(field)

    assert heard.role() is QAccessible.Role.ComboBox
    assert (heard.text(QAccessible.Text.Name), heard.text(QAccessible.Text.Value)) == ("Organisation", "noord")
    assert heard.state().expanded
    assert shown.accessibleName() == "Organisation: suggestions"


def test_the_count_of_suggestions_is_said_and_where_one_walks(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    form = Form(qtbot, 60)
    reader = Reader()
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: reader.hear(event) if hasattr(event, "message") else None
    )
    form.write("noord")
    form.press(Qt.Key.Key_Down)

    assert reader.heard[-2].startswith("4 suggestion")
    assert reader.heard[-2].endswith(". Noord")
    assert reader.heard[-1] == "Noordelijke Omroep"
    assert reader.urgent == []


def test_the_list_goes_when_its_field_is_scrolled_or_hidden(qtbot: QtBot) -> None:
    scroll = Scroll()
    picker = Picker("Organisation", many(60))
    picker.setMinimumHeight(900)
    scroll.body.addWidget(picker)
    qtbot.addWidget(scroll)
    scroll.resize(300, 300)
    scroll.show()
    line = picker.findChild(LineField)
    assert isinstance(line, LineField)

    QTest.keyClick(line, Qt.Key.Key_Down)
    [shown] = line.findChildren(QListView)
    scroll.verticalScrollBar().setValue(40)
    assert not shown.isVisible()

    QTest.keyClick(line, Qt.Key.Key_Down)
    assert shown.isVisible()
    picker.hide()
    assert not shown.isVisible()


def test_a_long_name_begins_at_its_beginning_and_is_whole_in_the_tooltip(qtbot: QtBot) -> None:
    form = Form(qtbot, 60)
    name = "Stichting Audiovisuele Producties & Facilitaire Ondersteuning Noord-Holland en Omstreken"
    form.picker.set_choices([*many(60), ("long", name)])
    form.write("audio")
    form.press(Qt.Key.Key_Tab)

    assert (form.line.text(), form.line.toolTip(), form.line.cursorPosition()) == (name, name, 0)
