"""Finding one's way on the pages of casework, as a person does: by what is said, by what can be pressed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.ports import Casebook
from counsellor_desk.casework.views import CaseView, StepEntry
from counsellor_desk.desk.kit.labels import PlainLabel
from counsellor_desk.desk.kit.reading import ReadingText
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.desk.shell.shell import Shell
from tests.desk.pages.desk_at_work import settle
from tests.support import type_text

T = TypeVar("T")


def words(page: QWidget) -> list[str]:
    """Every sentence one can read in ``page``."""
    labels = [(label, label.text()) for label in page.findChildren(PlainLabel)]
    texts = [(text, text.toPlainText()) for text in page.findChildren(ReadingText)]
    return [said for part, said in (*labels, *texts) if part.isVisibleTo(page) and said]


def button(page: QWidget, name: str) -> QPushButton:
    """The first visible button whose spoken name begins with ``name``."""
    foot = page.panel_foot if isinstance(page, Page) else None
    for part in (page, foot) if foot is not None else (page,):
        for one in part.findChildren(QPushButton):
            if one.isVisibleTo(part) and one.accessibleName().startswith(name):
                return one
    raise LookupError(name)


def paper(page: QWidget, name: str) -> QPlainTextEdit:
    """The visible text field called ``name``."""
    for one in page.findChildren(QPlainTextEdit):
        if one.isVisibleTo(page) and one.accessibleName() == name:
            return one
    raise LookupError(name)


def line(page: QWidget, name: str) -> QLineEdit:
    """The visible line called ``name``."""
    for one in page.findChildren(QLineEdit):
        if one.isVisibleTo(page) and one.accessibleName() == name:
            return one
    raise LookupError(name)


def press(page: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key in the window; it goes where the focus is, and shortcuts hear it."""
    window = page.window().windowHandle()
    assert window is not None
    QTest.keyClick(window, key, modifier)


def keep(page: QWidget) -> None:
    """Press Ctrl+Enter where the focus is."""
    press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def write(page: QWidget, text: str) -> None:
    """Type ``text`` where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.window().isAncestorOf(focus)
    type_text(focus, text)


def ask(desk: DeskContext, qtbot: QtBot, question: Callable[[Casebook], T]) -> T:
    """What the vault holds now."""
    answers: list[T] = []
    desk.tasks.run(lambda office: question(office.book), answers.append)
    rest(qtbot, desk)
    return answers[0]


def rest(qtbot: QtBot, desk: DeskContext) -> None:
    """Wait for the vault; what was laid out anew becomes visible with the next events."""
    settle(qtbot, desk.tasks)
    QApplication.processEvents()


def in_front(page: Page | Shell, qtbot: QtBot, width: int = 1092, height: int = 714) -> None:
    """Show ``page`` as the desk would at 1280x800, with the keyboard's attention. Before it goes, what was typed
    is kept while there is still somebody to say so."""

    def leave(_page: QWidget) -> None:
        page.hide()
        rest(qtbot, page.context)

    qtbot.addWidget(page, before_close_func=leave)
    page.resize(width, height)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()


def pick(page: QWidget, name: str, letters: str) -> None:
    """Choose a code by typing."""
    line(page, name).setFocus()
    write(page, letters)
    press(page, Qt.Key.Key_Return)


def fill(page: QWidget, name: str, typed: str) -> None:
    """Type into the line called ``name``, in place of what stands there."""
    field = line(page, name)
    field.setFocus()
    field.selectAll()
    if typed:
        write(page, typed)
    else:
        press(page, Qt.Key.Key_Delete)
    QApplication.processEvents()


@contextmanager
def waiting(desk: DeskContext) -> Iterator[Event]:
    """The vault answers nothing inside, as on a slow disk; what is asked meanwhile is answered after it, in order."""
    goes_on = Event()
    desk.tasks.run(lambda _office: goes_on.wait(30))
    try:
        yield goes_on
    finally:
        goes_on.set()


def texts(view: CaseView) -> list[str]:
    """The words of a case, newest first."""
    return [entry.text for entry in view.timeline if not isinstance(entry, StepEntry)]
