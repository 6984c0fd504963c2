"""Everything has a name, can be reached by keyboard, and fits: in each language, stretched, and in a small window."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from counsellor_desk.bundle import resource
from counsellor_desk.codebook import Codebook
from counsellor_desk.desk.i18n import Catalogue, read_catalogue
from counsellor_desk.desk.page_list import page_list
from counsellor_desk.desk.pages.contact_card import ContactCard
from counsellor_desk.desk.ports import Situation
from counsellor_desk.desk.shell.shell import Shell
from counsellor_desk.desk.tasks import VaultThread
from counsellor_desk.desk.window import DeskWindow
from counsellor_desk.vault.vault import open_vault
from tests.desk.fakes import FakeDoorkeeper
from tests.desk.pages.conftest import practice_folder, practice_key

__all__ = ["practice_folder", "practice_key"]

MakeWindow = Callable[..., DeskWindow]
CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QComboBox,
    QAbstractItemView,
    QAbstractSlider,
)
PAGES = ("today", "cases", "figures", "activities", "settings")
SMALL = (1280, 720)
LONGER_BY = 1.4


def controls(root: QWidget) -> Iterator[QWidget]:
    """Every visible control that a person can use."""
    for kind in CONTROLS:
        for widget in root.findChildren(kind):
            if widget.isVisibleTo(root) and widget.isEnabled() and not isinstance(widget, QScrollBar):
                yield widget


def nameless(root: QWidget) -> list[str]:
    """Controls a screen reader has no word for."""
    found = []
    for widget in controls(root):
        reader = QAccessible.queryAccessibleInterface(widget)
        if not reader.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def scrolled(widget: QWidget, root: QWidget) -> bool:
    """Whether ``widget`` lies in something that can be scrolled to it."""
    parent = widget.parentWidget()
    while parent is not None and parent is not root:
        if isinstance(parent, QScrollArea | QAbstractItemView):
            return True
        parent = parent.parentWidget()
    return False


def clipped(root: QWidget) -> list[str]:
    """Words that do not fit in their place, and controls that stand outside the window."""
    found = []
    for widget in (*root.findChildren(QLabel), *root.findChildren(QPushButton)):
        if not widget.isVisibleTo(root) or not widget.text():
            continue
        wanted = widget.minimumSizeHint() if isinstance(widget, QLabel) and widget.wordWrap() else widget.sizeHint()
        height = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else wanted.height()
        ignored = widget.sizePolicy().horizontalPolicy() == widget.sizePolicy().Policy.Ignored
        too_narrow = widget.width() < wanted.width() - 1 and not ignored and "…" not in widget.text()
        if too_narrow or widget.height() < height - 1:
            found.append(f"{widget.text()!r}: {widget.width()}x{widget.height()}, wants {wanted.width()}x{height}")
        place = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
        if not scrolled(widget, root) and not root.rect().contains(place):
            found.append(f"{widget.text()!r} stands outside")
    return found


@pytest.fixture
def open_desk(
    qtbot: QtBot,
    make_window: MakeWindow,
    door: FakeDoorkeeper,
    tmp_path: Path,
    practice_folder: Path,
    practice_key: bytes,
) -> Iterator[Callable[[], Shell]]:
    """Opens the desk with its real pages on a practice vault."""
    mine = tmp_path / "vault"
    shutil.copytree(practice_folder, mine)
    door.unlock = lambda _passphrase: open_vault(mine / "desk.vault", practice_key, practice=True)  # type: ignore

    def open_it() -> Shell:
        window = make_window(Situation.PRACTICE, pages=page_list, contact_card=ContactCard)
        window.resize(*SMALL)
        qtbot.waitUntil(lambda: window.shell is not None, timeout=20_000)
        assert window.shell is not None
        return window.shell

    yield open_it


def settle(qtbot: QtBot, tasks: VaultThread) -> None:
    """Wait until the vault has answered everything."""
    qtbot.waitUntil(lambda: not tasks.busy, timeout=30_000)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not tasks.busy, timeout=30_000)


@pytest.fixture
def stretched(qapp: QApplication) -> Iterator[None]:
    """A language whose every sentence is 40 per cent longer than the Dutch one."""
    dutch = read_catalogue(resource("i18n", "desk_nl.ts"))
    longer = {
        key: tuple(form + " " + "wij" * max(1, round(len(form) * (LONGER_BY - 1) / 3)) for form in forms)
        for key, forms in dutch.items()
    }
    catalogue = Catalogue(longer)
    qapp.installTranslator(catalogue)
    yield
    qapp.removeTranslator(catalogue)
