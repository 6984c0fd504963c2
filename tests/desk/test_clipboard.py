"""Copied words are marked as secret, go after a moment, and never take another program's words with them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from counsellor_desk.desk.clipboard.guard import MARKS, SECONDS, ClipboardGuard
from counsellor_desk.desk.clipboard.pasteboard import CONCEALED, conceal
from counsellor_desk.desk.kit.fields import LineField
from counsellor_desk.desk.kit.labels import PlainLabel
from counsellor_desk.desk.kit.text_area import TextArea

WORDS = "a sentence from a note"


@pytest.fixture
def clipboard(qapp: object, monkeypatch: pytest.MonkeyPatch) -> QClipboard:
    """The clipboard in memory; it belongs to this program, which the platform without windows does not say."""
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: True)
    monkeypatch.setattr(QClipboard, "ownsSelection", lambda _self: True)
    found = QGuiApplication.clipboard()
    found.clear()
    return found


@pytest.fixture
def guard(qapp: QObject, clipboard: QClipboard) -> Iterator[ClipboardGuard]:
    made = ClipboardGuard(qapp)
    yield made
    delete(made)


def another_program_copies(clipboard: QClipboard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _self: False)
    clipboard.setText("from elsewhere")


def line_edit() -> QWidget:
    field = LineField("Field")
    field.setText(WORDS)
    field.selectAll()
    return field


def text_area() -> QWidget:
    area = TextArea("Note")
    area.set_text(WORDS)
    area.paper.selectAll()
    return area


def label() -> QWidget:
    words = PlainLabel(WORDS)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
    words.setSelection(0, len(WORDS))
    return words


@pytest.mark.parametrize("make", [line_edit, text_area, label])
def test_whatever_it_is_copied_from_it_is_marked_as_secret(
    qtbot: QtBot, clipboard: QClipboard, guard: ClipboardGuard, make: object
) -> None:
    assert callable(make)
    source = make()
    assert isinstance(source, QWidget)
    qtbot.addWidget(source)
    source.show()

    QTest.keyClick(source.focusProxy() or source, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    data = clipboard.mimeData()
    assert data.text() == WORDS
    assert {name: data.data(name).data() for name in MARKS} == MARKS
    assert not data.hasHtml()


def test_words_that_are_cut_are_marked_as_secret(qtbot: QtBot, clipboard: QClipboard, guard: ClipboardGuard) -> None:
    field = QLineEdit(WORDS)
    qtbot.addWidget(field)
    field.selectAll()

    field.cut()

    assert clipboard.mimeData().hasFormat("x-kde-passwordManagerHint")


def test_copied_words_go_after_a_moment(qtbot: QtBot, clipboard: QClipboard) -> None:
    guard = ClipboardGuard(clipboard, seconds=0.05)
    clipboard.setText(WORDS)

    qtbot.waitUntil(lambda: clipboard.text() == "")
    delete(guard)


def test_the_moment_is_twenty_seconds() -> None:
    assert SECONDS == 20


def test_what_another_program_copied_since_stays(
    clipboard: QClipboard, guard: ClipboardGuard, monkeypatch: pytest.MonkeyPatch
) -> None:
    clipboard.setText(WORDS)
    another_program_copies(clipboard, monkeypatch)

    guard.clear()

    assert clipboard.text() == "from elsewhere"


def test_what_another_program_copied_is_not_marked(
    clipboard: QClipboard, guard: ClipboardGuard, monkeypatch: pytest.MonkeyPatch
) -> None:
    another_program_copies(clipboard, monkeypatch)

    assert clipboard.mimeData().formats() == ["text/plain"]


def test_a_text_area_gives_no_markup(qtbot: QtBot, clipboard: QClipboard) -> None:
    area = TextArea("Note")
    qtbot.addWidget(area)
    assert isinstance(area.paper, QPlainTextEdit)
    area.set_text(WORDS)
    area.paper.selectAll()

    area.paper.copy()

    assert not clipboard.mimeData().hasHtml()


def test_a_text_area_gives_nothing_to_a_drag(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    area = TextArea("Note")
    qtbot.addWidget(area)
    area.set_text(WORDS)
    area.paper.selectAll()
    monkeypatch.setattr(QGuiApplication, "mouseButtons", lambda: Qt.MouseButton.LeftButton)

    assert area.paper.createMimeDataFromSelection().formats() == []


class FakeObjc:
    """Apple's runtime: every class, selector and object is a number; remembers what was sent to which object."""

    def __init__(self) -> None:
        self.names: list[bytes] = []
        self.sent: list[tuple[bytes, ...]] = []

    def __getattr__(self, name: str) -> object:
        def named(text: bytes) -> int:
            self.names.append(text)
            return len(self.names)

        def message(receiver: object, selector: object, *arguments: object) -> int:
            number = getattr(selector, "value", 0)
            words = (getattr(argument, "value", None) for argument in arguments)
            self.sent.append((self.names[number - 1], *(word for word in words if isinstance(word, bytes))))
            return 1

        return vars(self).setdefault(name, message if name == "objc_msgSend" else named)


def test_on_macos_the_pasteboard_gets_the_mark_of_concealed_words() -> None:
    objc = FakeObjc()

    conceal(objc)

    assert (b"stringWithUTF8String:", CONCEALED) in objc.sent
    assert [sent[0] for sent in objc.sent][-1] == b"setString:forType:"
