"""The first run: four calm steps, and nothing made before the last."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.doctor import DoctorScreen
from counsellor_desk.desk.setup.language import LanguageStep
from counsellor_desk.desk.setup.printing import draw_sheet
from counsellor_desk.desk.setup.set_up import SetUpScreen
from counsellor_desk.desk.setup.sheet import SheetFields
from counsellor_desk.desk.setup.step import WizardStep
from counsellor_desk.desk.setup.steps import PassphraseStep
from counsellor_desk.desk.window import DeskWindow
from counsellor_desk.office import SetUp, Situation
from tests.desk.fakes import GROUPS, FakeDoor, Refused
from tests.support import type_text

MakeWindow = Callable[..., DeskWindow]
WORDS = "four words are enough"


class Visitor:
    """Goes through the set-up as a person would: by what stands on the screen."""

    def __init__(self, qtbot: QtBot, window: DeskWindow) -> None:
        self._qtbot = qtbot
        self.window = window

    @property
    def screen(self) -> SetUpScreen:
        screen = self.window.front
        assert isinstance(screen, SetUpScreen)
        return screen

    def words(self) -> str:
        return " | ".join(label.text() for label in self.screen.findChildren(QLabel) if label.isVisible())

    def button(self, text: str) -> QPushButton:
        return next(b for b in self.screen.findChildren(QPushButton) if b.text() == text and b.isVisible())

    def fields(self) -> list[QLineEdit]:
        return [field for field in self.screen.findChildren(QLineEdit) if field.isVisible()]

    def tick(self) -> None:
        next(box for box in self.screen.findChildren(QCheckBox) if box.isVisible()).click()

    def wait_for(self, words: str) -> None:
        self._qtbot.waitUntil(lambda: words in self.words())

    def to_passphrase(self) -> None:
        self.button("Next").click()
        self.wait_for("Choose a passphrase")

    def to_sheet(self) -> None:
        self.to_passphrase()
        for field in self.fields():
            type_text(field, WORDS)
        self.button("Next").click()
        self.wait_for("Your recovery sheet")

    def to_type_back(self) -> None:
        self.to_sheet()
        self.tick()
        self.button("Next").click()
        self.wait_for("Type the sheet back")

    def paste_sheet(self, groups: str) -> None:
        QGuiApplication.clipboard().setText(groups)
        first = self.screen.findChild(SheetFields).focusProxy()
        assert isinstance(first, QLineEdit)
        first.selectAll()
        first.paste()


@pytest.fixture
def visitor(qtbot: QtBot, make_window: MakeWindow) -> Visitor:
    return Visitor(qtbot, make_window(Situation.FIRST_RUN))


def test_the_way_through_ends_in_the_open_desk(qtbot: QtBot, visitor: Visitor, door: FakeDoor) -> None:
    visitor.to_type_back()
    visitor.paste_sheet("-".join(GROUPS).lower())
    visitor.wait_for("All groups are right.")

    visitor.button("Open the desk").click()

    qtbot.waitUntil(lambda: visitor.window.shell is not None)
    assert door.made_with == WORDS


def test_nothing_is_made_before_the_end(visitor: Visitor, door: FakeDoor) -> None:
    visitor.to_type_back()

    assert door.made_with == "nothing was made"


def test_another_language_speaks_at_once(visitor: Visitor) -> None:
    visitor.button("Nederlands").click()

    visitor.button("Next").click()

    visitor.wait_for("Kies een wachtzin")


@pytest.mark.parametrize(("first", "second"), [("short", "short"), (WORDS, "something else"), (WORDS, "")])
def test_a_short_or_mistyped_passphrase_does_not_go_on(visitor: Visitor, first: str, second: str) -> None:
    visitor.to_passphrase()
    for field, words in zip(visitor.fields(), (first, second), strict=True):
        type_text(field, words)

    assert not visitor.button("Next").isEnabled()


def test_only_the_length_of_a_passphrase_counts(visitor: Visitor) -> None:
    visitor.to_passphrase()
    for field in visitor.fields():
        type_text(field, "éé \U0001f600 aaaaaaaaaa")

    assert visitor.button("Next").isEnabled()


def test_going_without_a_passphrase_says_what_is_given_up(qtbot: QtBot, visitor: Visitor, door: FakeDoor) -> None:
    visitor.to_passphrase()
    visitor.tick()
    assert "What you give up" in visitor.words()
    visitor.button("Next").click()
    visitor.wait_for("Your recovery sheet")
    visitor.tick()
    visitor.button("Next").click()
    visitor.paste_sheet("".join(GROUPS))

    visitor.button("Open the desk").click()

    qtbot.waitUntil(lambda: visitor.window.shell is not None)
    assert door.made_with is None


def test_where_a_passphrase_is_required_doing_without_is_not_offered(visitor: Visitor, door: FakeDoor) -> None:
    door.passphrase_required = True
    visitor.window._front_screens.start()

    visitor.to_passphrase()

    assert not any(box.isVisible() for box in visitor.screen.findChildren(QCheckBox))


def test_the_sheet_shows_every_group_and_its_fingerprint(visitor: Visitor) -> None:
    visitor.to_sheet()

    words = visitor.words()

    assert all(group in words for group in GROUPS)
    assert "7Y815RH8" in words
    assert "23-11-2026" in words


def test_one_cannot_go_on_before_the_sheet_is_on_paper(visitor: Visitor) -> None:
    visitor.to_sheet()

    assert not visitor.button("Next").isEnabled()


def test_going_back_keeps_the_sheet(visitor: Visitor) -> None:
    visitor.to_sheet()
    visitor.button("Back").click()

    visitor.button("Next").click()

    visitor.wait_for("Your recovery sheet")
    assert visitor.words().count(GROUPS[0]) == 1


def test_a_wrong_group_is_named_while_typing(visitor: Visitor) -> None:
    visitor.to_type_back()

    visitor.paste_sheet("".join(GROUPS).replace(GROUPS[3], "AAAAA"))

    assert "Group 4 is not as on the sheet" in visitor.words()
    assert not visitor.button("Open the desk").isEnabled()


def test_when_the_keyring_refuses_everything_typed_stays(visitor: Visitor, door: FakeDoor) -> None:
    visitor.to_type_back()
    visitor.paste_sheet("".join(GROUPS))
    door.refuse = Refused("custody.keyring_locked")

    visitor.button("Open the desk").click()

    visitor.wait_for("The keyring is locked.")
    assert visitor.screen.findChild(SheetFields).typed() == GROUPS
    assert visitor.button("Open the desk").isEnabled()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (Refused("custody.keyring_locked"), "Unlock it in your system"),
        (Refused("custody.folder_synced", service="OneDrive"), "OneDrive copies the folder"),
        (Refused("custody.keyring_timeout", seconds=10), "no answer within 10 seconds"),
    ],
)
def test_where_no_vault_can_be_kept_it_is_said_before_anything_is_typed(
    qtbot: QtBot, visitor: Visitor, door: FakeDoor, state: Refused, words: str
) -> None:
    door.refuse = state

    visitor.button("Next").click()

    qtbot.waitUntil(lambda: isinstance(visitor.window.front, DoctorScreen))
    doctor = visitor.window.front
    said = " ".join(label.text() for label in doctor.findChildren(QLabel))
    assert words in said
    assert "Your vault" not in said
    assert [button.text() for button in doctor.findChildren(QPushButton)] == ["Try again"]
    door.refuse = None
    doctor.findChildren(QPushButton)[0].click()
    visitor.to_passphrase()


def test_the_sheet_is_drawn_for_the_printer(qapp: QApplication) -> None:
    paper = QImage(595, 842, QImage.Format.Format_RGB32)
    paper.fill(0xFFFFFFFF)
    painter = QPainter(paper)
    draw_sheet(painter, QRectF(0, 0, 595, 842), SetUp(GROUPS, "7Y815RH8", None), date(2026, 11, 23))
    painter.end()

    inked = {y // 56 for y in range(130, 842) for x in range(0, 595, 3) if paper.pixelColor(x, y).lightness() < 128}

    assert len(inked) >= 5


def test_a_step_is_made_when_it_is_first_shown(visitor: Visitor) -> None:
    assert [type(step) for step in visitor.screen.findChildren(WizardStep)] == [LanguageStep]

    visitor.to_passphrase()

    assert [type(step) for step in visitor.screen.findChildren(WizardStep)] == [LanguageStep, PassphraseStep]
