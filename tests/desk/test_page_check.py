"""Damage that is found beside the open desk is told as it would have been at the door; nothing waits for the look."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.progress import Progress, no_progress
from counsellor_desk.desk.doctor import DoctorScreen
from counsellor_desk.desk.page import PageSpec
from counsellor_desk.desk.page_list import page_list
from counsellor_desk.desk.pages.writing.contact_card import ContactCard
from counsellor_desk.desk.shell.shell import Shell
from counsellor_desk.desk.window import DeskWindow
from counsellor_desk.office import Situation
from counsellor_desk.vault.faults import VaultDamaged
from counsellor_desk.vault.vault import OpenVault, create_vault, open_vault
from tests.desk.fakes import FakeDoor, FakeOffice
from tests.desk.pages.at_cases import paper
from tests.support import type_text
from tests.vault.conftest import fill, flip, pages

MakeWindow = Callable[..., DeskWindow]
KEY = bytes(range(32))
WORDS = "Vertelt over de montage."


class Held(FakeOffice):
    """An office whose pages are being looked at until ``end`` is set, or until it is told to stop."""

    practice = False

    def __init__(self) -> None:
        super().__init__()
        self.end = threading.Event()
        self.looked = threading.Event()

    def check_pages(self, progress: Progress = no_progress) -> None:
        self.looked.set()
        try:
            while not self.end.wait(0.01):
                progress(0, 0)
        finally:
            self.log.append("looked")
        raise VaultDamaged


def open_desk(qtbot: QtBot, make_window: MakeWindow, pages: Callable[[], list[PageSpec]] | None = None) -> DeskWindow:
    window = make_window(Situation.KEYRING_ONLY, pages=pages, contact_card=ContactCard)
    press(window.front, "Open")
    qtbot.waitUntil(lambda: window.shell is not None)
    return window


def press(widget: QWidget, text: str) -> None:
    next(one for one in widget.findChildren(QPushButton) if one.text() == text and one.isVisible()).click()


def words_on(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def at_the_doctor(qtbot: QtBot, window: DeskWindow) -> DoctorScreen:
    qtbot.waitUntil(lambda: isinstance(window.front, DoctorScreen))
    assert isinstance(window.front, DoctorScreen)
    return window.front


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A vault whose last page, which no opening reads, is damaged."""
    path = tmp_path / "vault" / "desk.vault"
    with contextlib.closing(create_vault(path, KEY, practice=False, today=date(2026, 11, 23))) as vault:
        fill(vault.book)
    flip(path, pages(path)[-1])
    return path


@pytest.fixture
def found(path: Path, door: FakeDoor) -> Iterator[threading.Event]:
    """The door opens that vault; damage is found when this is set."""
    found = threading.Event()

    def opened() -> OpenVault:
        vault = open_vault(path, KEY, practice=False)
        look = vault.check_pages

        def later(progress: Progress = no_progress) -> None:
            found.wait()
            look(progress)

        vault.__dict__["check_pages"] = later
        return vault

    door.opener = opened
    yield found
    found.set()


def test_damage_is_told_as_at_the_door_and_the_vault_is_closed(
    qtbot: QtBot, make_window: MakeWindow, found: threading.Event, path: Path
) -> None:
    damaged = path.read_bytes()[-4096:]
    window = open_desk(qtbot, make_window)

    found.set()

    words = words_on(at_the_doctor(qtbot, window))
    assert "A part of the vault is damaged." in words
    assert "vault.damaged" in words
    assert window.shell is None
    assert not window.tasks.is_open
    with contextlib.closing(open_vault(path, KEY, practice=False)) as again, pytest.raises(VaultDamaged):
        again.check_pages()
    assert path.read_bytes()[-4096:] == damaged


def test_what_was_typed_until_then_is_kept(
    qtbot: QtBot, make_window: MakeWindow, found: threading.Event, path: Path
) -> None:
    window = open_desk(qtbot, make_window, pages=lambda: list(page_list()))
    assert window.shell is not None
    window.shell.open_contact_card()
    type_text(paper(window.shell, "What was said or agreed?"), WORDS)

    found.set()

    at_the_doctor(qtbot, window)
    with contextlib.closing(open_vault(path, KEY, practice=False)) as again:
        assert WORDS in (again.book.draft("contact") or "")


def test_from_there_the_way_on_is_a_new_process_or_a_backup(
    qtbot: QtBot, make_window: MakeWindow, found: threading.Event, door: FakeDoor
) -> None:
    window = open_desk(qtbot, make_window)
    found.set()
    screen = at_the_doctor(qtbot, window)
    assert any("I have a backup" in one.text() for one in screen.findChildren(QPushButton))

    press(screen, "Try again")

    assert door.replaced == [False]


def test_what_stands_open_over_the_desk_goes_with_it(
    qtbot: QtBot, make_window: MakeWindow, found: threading.Event
) -> None:
    window = open_desk(qtbot, make_window)
    dialog = QDialog(window)
    dialog.open()

    found.set()

    at_the_doctor(qtbot, window)
    assert not dialog.isVisible()


@pytest.fixture
def held(door: FakeDoor) -> Iterator[Held]:
    office = Held()
    door.office = office
    yield office
    office.end.set()


def test_no_job_waits_for_the_look(qtbot: QtBot, make_window: MakeWindow, held: Held) -> None:
    window = open_desk(qtbot, make_window)
    assert held.looked.wait(10)
    saved: list[str] = []

    window.tasks.run(lambda _office: "saved", saved.append)

    qtbot.waitUntil(lambda: saved == ["saved"])
    assert "looked" not in held.log


def test_a_lock_ends_the_look_and_says_nothing_of_it(qtbot: QtBot, make_window: MakeWindow, held: Held) -> None:
    window = open_desk(qtbot, make_window)
    assert held.looked.wait(10)

    window.lock.lock()

    qtbot.waitUntil(lambda: sorted(held.log) == ["closed", "looked"])
    assert not isinstance(window.front, DoctorScreen)


def test_a_whole_vault_stays_open(qtbot: QtBot, make_window: MakeWindow, office: FakeOffice) -> None:
    office.practice = False
    window = open_desk(qtbot, make_window)

    qtbot.waitUntil(lambda: office.looks == 1 and not window.tasks.busy)

    assert isinstance(window.front, Shell)


def test_a_practice_is_not_looked_at(qtbot: QtBot, make_window: MakeWindow, office: FakeOffice) -> None:
    window = make_window(Situation.PRACTICE)
    qtbot.waitUntil(lambda: window.shell is not None and not window.tasks.busy)

    assert office.looks == 0
