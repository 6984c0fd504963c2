"""The vault opened with its recovery sheet: a passphrase typed twice, and without one only by a tick."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.setup.sheet import SheetFields
from counsellor_desk.desk.window import DeskWindow
from counsellor_desk.office import Situation
from tests.desk.fakes import GROUPS, PASSPHRASE, FakeDoor, Refused
from tests.support import type_text

MakeWindow = Callable[..., DeskWindow]


def press(widget: QWidget, text: str) -> None:
    next(button for button in widget.findChildren(QPushButton) if button.text() == text).click()


def paste(field: QWidget | None, text: str) -> None:
    assert isinstance(field, QLineEdit)
    QGuiApplication.clipboard().setText(text)
    field.paste()


@dataclass(frozen=True)
class AtTheSheet:
    """Somebody who opens the vault with the recovery sheet."""

    qtbot: QtBot
    window: DeskWindow

    @property
    def fields(self) -> SheetFields:
        fields = self.window.front.findChild(SheetFields)
        assert isinstance(fields, SheetFields)
        return fields

    def words(self) -> str:
        labels = self.window.front.findChildren(QLabel)
        return " | ".join(label.text() for label in labels if label.isVisible())

    def type(self, groups: str) -> None:
        paste(self.fields.focusProxy(), groups)

    def button(self, text: str) -> QPushButton:
        return next(b for b in self.window.front.findChildren(QPushButton) if b.text() == text and b.isVisible())

    def to_passphrase(self) -> None:
        self.type("".join(GROUPS).lower())
        self.button("Next").click()

    def type_passphrase(self, *texts: str) -> None:
        fields = [field for field in self.window.front.findChildren(QLineEdit) if field.isVisible()]
        for field, text in zip(fields, texts, strict=True):
            type_text(field, text)

    def tick(self) -> QCheckBox:
        return next(box for box in self.window.front.findChildren(QCheckBox) if box.isVisible())


@pytest.fixture
def at_the_sheet(qtbot: QtBot, make_window: MakeWindow) -> AtTheSheet:
    window = make_window(Situation.NEEDS_SHEET)
    press(window.front, "Open with the recovery sheet")
    return AtTheSheet(qtbot, window)


def test_the_recovery_sheet_and_a_new_passphrase_open_the_desk(at_the_sheet: AtTheSheet, door: FakeDoor) -> None:
    at_the_sheet.to_passphrase()
    at_the_sheet.type_passphrase(PASSPHRASE, PASSPHRASE)
    at_the_sheet.button("Open").click()

    at_the_sheet.qtbot.waitUntil(lambda: at_the_sheet.window.shell is not None)
    assert door.made_with == PASSPHRASE


@pytest.mark.parametrize("typed", [("", ""), (PASSPHRASE, ""), (PASSPHRASE, "something else"), ("short", "short")])
def test_a_passphrase_left_empty_or_mistyped_never_opens_without_one(
    at_the_sheet: AtTheSheet, door: FakeDoor, typed: tuple[str, str]
) -> None:
    at_the_sheet.to_passphrase()
    at_the_sheet.type_passphrase(*typed)

    assert not at_the_sheet.button("Open").isEnabled()
    QTest.keyClick(at_the_sheet.window.front, Qt.Key.Key_Return)
    assert door.made_with == "nothing was made"


def test_only_a_tick_opens_with_the_keyring_alone(at_the_sheet: AtTheSheet, door: FakeDoor) -> None:
    at_the_sheet.to_passphrase()
    assert not at_the_sheet.tick().isChecked()
    at_the_sheet.tick().click()
    assert "What you give up" in at_the_sheet.words()
    at_the_sheet.button("Open").click()

    at_the_sheet.qtbot.waitUntil(lambda: at_the_sheet.window.shell is not None)
    assert door.made_with is None


def test_a_vault_that_had_no_passphrase_stays_so_unless_one_is_chosen(
    qtbot: QtBot, make_window: MakeWindow, door: FakeDoor
) -> None:
    window = make_window(Situation.KEYRING_ONLY)
    press(window.front, "Cannot open?")
    press(window.front, "Open with the recovery sheet")
    visitor = AtTheSheet(qtbot, window)
    visitor.to_passphrase()

    assert visitor.tick().isChecked()
    assert "What you give up" in visitor.words()
    visitor.tick().click()
    assert not visitor.button("Open").isEnabled()


def test_where_a_passphrase_is_required_the_sheet_offers_nothing_else(
    qtbot: QtBot, make_window: MakeWindow, door: FakeDoor
) -> None:
    door.passphrase_required = True
    window = make_window(Situation.KEYRING_ONLY)
    press(window.front, "Cannot open?")
    press(window.front, "Open with the recovery sheet")
    visitor = AtTheSheet(qtbot, window)
    visitor.to_passphrase()

    assert not any(box.isVisible() for box in window.front.findChildren(QCheckBox))
    assert not visitor.button("Open").isEnabled()


def test_a_group_that_is_on_no_sheet_is_named_as_soon_as_it_is_whole(at_the_sheet: AtTheSheet) -> None:
    at_the_sheet.type(GROUPS[0] + "AAAA")
    assert "Group" not in at_the_sheet.words()
    at_the_sheet.type(GROUPS[0] + "AAAAA")
    assert "Group 2 is not as on the sheet" in at_the_sheet.words()


def test_a_wrong_group_of_the_sheet_is_named_and_the_rest_stays(at_the_sheet: AtTheSheet) -> None:
    at_the_sheet.type("".join(GROUPS).replace(GROUPS[6], "AAAAA"))

    assert "Group 7" in at_the_sheet.words()
    assert at_the_sheet.fields.typed()[0] == GROUPS[0]
    assert not at_the_sheet.button("Next").isEnabled()


def test_a_sheet_that_does_not_open_the_vault_is_said_and_the_rest_stays(
    at_the_sheet: AtTheSheet, door: FakeDoor
) -> None:
    door.refuse = Refused("custody.sheet_old", made="01-02-2025", until="01-03-2025")
    at_the_sheet.to_passphrase()
    at_the_sheet.type_passphrase(PASSPHRASE, PASSPHRASE)
    at_the_sheet.button("Open").click()

    at_the_sheet.qtbot.waitUntil(lambda: "01-03-2025" in at_the_sheet.words())
    assert at_the_sheet.fields.isVisible()
    assert at_the_sheet.fields.typed() == tuple(group.lower() for group in GROUPS)
