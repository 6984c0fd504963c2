"""A vault brought to this computer: four steps, nothing made before the last, and everything typed stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from counsellor_desk.bundle import resource
from counsellor_desk.casework.backups import BackupMissing
from counsellor_desk.casework.progress import Cancelled
from counsellor_desk.desk.doctor import DoctorScreen
from counsellor_desk.desk.i18n import read_catalogue
from counsellor_desk.desk.named_states.arriving import ARRIVING
from counsellor_desk.desk.setup.bring_back import BringBackScreen
from counsellor_desk.desk.setup.set_up import SetUpScreen
from counsellor_desk.desk.setup.sheet import SheetFields
from counsellor_desk.desk.window import DeskWindow
from counsellor_desk.office import Situation
from tests.desk.fakes import GROUPS, FakeDoor, Refused
from tests.support import type_text

MakeWindow = Callable[..., DeskWindow]
FILE = "/media/stick/desk-0123abcd-20251120-173000.backup"
WORDS = "four words are enough"


class Visitor:
    """Goes by what stands on the screen."""

    def __init__(self, qtbot: QtBot, window: DeskWindow) -> None:
        self._qtbot = qtbot
        self.window = window

    def words(self) -> str:
        return " | ".join(label.text() for label in self.window.front.findChildren(QLabel) if label.isVisible())

    def wait_for(self, words: str) -> None:
        self._qtbot.waitUntil(lambda: words in self.words())

    def press(self, text: str) -> None:
        self.button(text).click()

    def button(self, text: str) -> QPushButton:
        return next(b for b in self.window.front.findChildren(QPushButton) if b.text() == text and b.isVisible())

    def to_file(self) -> None:
        self.press("I have a backup or a vault file, and my recovery sheet")
        self.wait_for("Which file is it?")

    def choose(self) -> None:
        self.press("Choose the file")
        dialog = self.window.front.findChild(QFileDialog)
        assert dialog is not None
        dialog.fileSelected.emit(FILE)
        dialog.close()

    def to_sheet(self) -> None:
        self.to_file()
        self.choose()
        self.wait_for("20 November 2025, 17:30")
        self.press("Next")
        self.wait_for("Type the recovery sheet")

    def paste_sheet(self, groups: str) -> None:
        QGuiApplication.clipboard().setText(groups)
        first = self.window.front.findChild(SheetFields).focusProxy()
        assert isinstance(first, QLineEdit)
        first.selectAll()
        first.paste()

    def to_contents(self) -> None:
        self.to_sheet()
        self.paste_sheet("".join(GROUPS))
        self.press("Next")
        self.wait_for("This is in it")

    def to_passphrase(self) -> None:
        self.to_contents()
        self.press("Next")
        self.wait_for("Choose a passphrase")
        for field in self.window.front.findChildren(QLineEdit):
            if field.isVisible():
                type_text(field, WORDS)


@pytest.fixture
def visitor(qtbot: QtBot, make_window: MakeWindow) -> Visitor:
    return Visitor(qtbot, make_window(Situation.FIRST_RUN))


def test_file_sheet_and_a_new_passphrase_end_in_the_open_desk(qtbot: QtBot, visitor: Visitor, door: FakeDoor) -> None:
    visitor.to_passphrase()
    assert door.arriving.brought is None

    visitor.press("Open the desk")

    qtbot.waitUntil(lambda: visitor.window.shell is not None)
    assert door.arriving.brought == (FILE, GROUPS, WORDS)


def test_one_sees_what_is_in_it_before_anything_is_made(visitor: Visitor) -> None:
    visitor.to_contents()

    words = visitor.words()

    assert "12 cases · 340 notes · 3 published reports · last written on 19 November 2025" in words
    assert "Of 20 November 2025, 17:30" in words
    assert "is not in it" in words


def test_one_cannot_go_on_without_a_file(visitor: Visitor) -> None:
    visitor.to_file()

    assert not visitor.button("Next").isEnabled()


def test_going_back_leads_to_the_set_up_of_a_new_vault(visitor: Visitor) -> None:
    visitor.to_file()

    visitor.press("Back")

    assert isinstance(visitor.window.front, SetUpScreen)


def test_a_wrong_group_is_named_while_typing(visitor: Visitor) -> None:
    visitor.to_sheet()

    visitor.paste_sheet("".join(GROUPS).replace(GROUPS[3], "AAAAA"))

    assert "Group 4 is not as on the sheet" in visitor.words()
    assert not visitor.button("Next").isEnabled()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (Refused("custody.sheet_for_another_vault"), "This sheet does not open this file."),
        (Refused("vault.damaged"), "Go back and choose an earlier backup."),
        (Refused("vault.too_new", found=9, known=2), "A newer version of this program"),
        (BackupMissing(), "This backup is not there any more."),
        (Cancelled(), "This was stopped, and nothing was changed."),
    ],
)
def test_what_is_the_matter_is_said_and_what_was_typed_stays(
    visitor: Visitor, door: FakeDoor, state: Refused, words: str
) -> None:
    visitor.to_sheet()
    visitor.paste_sheet("".join(GROUPS))
    door.arriving.refuse = state

    visitor.press("Next")

    visitor.wait_for(words)
    assert visitor.window.front.findChild(SheetFields).typed() == GROUPS
    assert visitor.button("Next").isEnabled()


def test_a_file_that_is_no_vault_is_said_at_once(visitor: Visitor, door: FakeDoor) -> None:
    visitor.to_file()
    door.arriving.refuse = Refused("vault.not_a_vault")

    visitor.choose()

    visitor.wait_for("This file is no vault and no backup of one.")
    assert not visitor.button("Next").isEnabled()


def test_where_no_vault_can_be_kept_it_is_said_before_anything_is_asked(
    qtbot: QtBot, visitor: Visitor, door: FakeDoor
) -> None:
    door.refuse = Refused("custody.keyring_locked")

    visitor.press("I have a backup or a vault file, and my recovery sheet")

    qtbot.waitUntil(lambda: isinstance(visitor.window.front, DoctorScreen))


def test_the_language_that_was_just_chosen_is_spoken(visitor: Visitor) -> None:
    visitor.press("Nederlands")

    visitor.press("I have a backup or a vault file, and my recovery sheet")

    visitor.wait_for("Welk bestand is het?")


@pytest.mark.parametrize("state", ["vault.missing", "vault.damaged"])
def test_where_the_vault_is_gone_or_damaged_the_doctor_leads_here(
    qtbot: QtBot, make_window: MakeWindow, door: FakeDoor, state: str
) -> None:
    visitor = Visitor(qtbot, make_window(Situation.KEYRING_ONLY))
    door.refuse = Refused(state)
    visitor.press("Open")
    qtbot.waitUntil(lambda: isinstance(visitor.window.front, DoctorScreen))
    door.refuse = None

    visitor.press("I have a backup or a vault file")

    qtbot.waitUntil(lambda: isinstance(visitor.window.front, BringBackScreen))


def test_it_says_where_backups_lie(visitor: Visitor) -> None:
    visitor.to_file()

    assert "Backups of this computer lie in /media/disk/backups" in visitor.words()


def test_its_own_words_are_translated() -> None:
    dutch = read_catalogue(resource("i18n", "desk_nl.ts"))

    assert all(
        ("Messages", words) in dutch for message in ARRIVING.values() for words in (message.case, message.next_step)
    )
