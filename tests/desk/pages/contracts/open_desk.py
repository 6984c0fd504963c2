"""The whole desk on the practice vault, every page in it, whose answers a test may hold; and the vault read apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.model import CaseId, NoteId
from counsellor_desk.casework.views import CaseRow
from counsellor_desk.desk.capture import CaptureShield
from counsellor_desk.desk.kit.in_sight import bring_into_sight
from counsellor_desk.desk.kit.labels import PlainLabel
from counsellor_desk.desk.model import place
from counsellor_desk.desk.page import DeskContext, PageSpec
from counsellor_desk.desk.page_list import page_list
from counsellor_desk.desk.pages.settings.page import Choices, SettingsPage
from counsellor_desk.desk.preferences import Preferences
from tests.campaigns._walk_judge import Place, places
from tests.desk.pages.desk_at_work import stand_still
from tests.desk.pages.held_desk import HeldDesk, note_of

W = TypeVar("W", bound=QWidget)


class OpenDesk(HeldDesk):
    """All pages, and the settings; begins on Today."""

    def __init__(
        self,
        desk: DeskContext,
        qtbot: QtBot,
        preferences: Preferences,
        shield: CaptureShield,
        vault: Path,
        key: bytes,
    ) -> None:
        choices = Choices(preferences, lambda _language: None, lambda _seconds: None, shield, "Documents, vault")
        settings = PageSpec(
            place.Settings(), "Settings", "settings", lambda context, parent: SettingsPage(context, choices, parent)
        )
        self._vault, self._key = vault, key
        self._notes: dict[CaseId, NoteId] = {}  # so that one can ask for them while answers are held
        self.by_mouse = False
        self.mouse_at = QPoint()
        super().__init__(desk, qtbot, (*page_list(), settings))
        self.rest()

    # what a person does

    def save(self) -> None:
        """Press Ctrl+Enter where the focus is."""
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def escape(self) -> None:
        """Press Escape once."""
        self.press(Qt.Key.Key_Escape)

    def press_button(self, button: QPushButton) -> None:
        """Go to a button and press it, by keyboard; or ``by_mouse`` where it stands."""
        if not self.by_mouse:
            button.setFocus()
            self.press(Qt.Key.Key_Space)
            return
        bring_into_sight(button)
        stand_still(self.qtbot, self.shell)
        self.mouse_at = button.mapTo(self.shell.window(), button.rect().center())
        self._mouse(QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease)

    def end_double_click(self) -> None:
        """The second half of a double click, where the mouse is."""
        under = self.shell.window().childAt(self.mouse_at)
        self._mouse(QEvent.Type.MouseButtonDblClick)
        if under is not None:  # without a press at the window Qt does not know whose this is
            let_go = _mouse_event(QEvent.Type.MouseButtonRelease, under.mapFrom(self.shell.window(), self.mouse_at))
            QApplication.sendEvent(under, let_go)

    def _mouse(self, *kinds: QEvent.Type) -> None:
        for kind in kinds:
            QApplication.sendEvent(self.shell.window().windowHandle(), _mouse_event(kind, self.mouse_at))

    # what happens to the desk

    def lock(self) -> None:
        """As the window does: everything typed is handed over, what was asked is done, no answer comes any more."""
        self.shell.flush()
        self.tasks.close(20)

    # what one sees

    def seen(self, kind: type[W]) -> W | None:
        """The widget of this kind that is in sight."""
        return next(iter(_in_sight(self.shell, kind)), None)

    def part(self, kind: type[W]) -> W:
        """The same, which must be there. Raises: LookupError."""
        part = self.seen(kind)
        if part is None:
            raise LookupError(kind.__name__)
        return part

    def buttons(self, kind: type[QWidget]) -> list[QPushButton]:
        """The buttons in the widget of this kind."""
        return _in_sight(self.part(kind), QPushButton)

    def fields(self) -> list[str]:
        """What stands in the fields in sight."""
        lines = [one.text() for one in _in_sight(self.shell, QLineEdit)]
        return lines + [one.toPlainText() for one in _in_sight(self.shell, QPlainTextEdit)]

    def stands(self, word: str) -> bool:
        """Whether it stands in a field in sight."""
        return any(word in text for text in self.fields())

    def filled_in(self, kind: type[QWidget]) -> tuple[set[str], dict[str, str]]:
        """What is chosen and what stands in the fields of the widget of this kind that is in sight."""
        form = self.part(kind)
        chosen = {one.accessibleName() for one in _in_sight(form, QPushButton) if one.isChecked()}
        lines = {one.accessibleName(): one.text() for one in _in_sight(form, QLineEdit)}
        return chosen, lines | {one.accessibleName(): one.toPlainText() for one in _in_sight(form, QPlainTextEdit)}

    def sentences_in_sight(self) -> list[str]:
        """What one reads without scrolling."""
        return [one.text() for one in _in_sight(self.shell, PlainLabel) if not one.visibleRegion().isEmpty()]

    def note(self, row: CaseRow) -> NoteId:
        """The newest note of a case."""
        if row.id not in self._notes:
            self._notes[row.id] = note_of(self.view(row))
        return self._notes[row.id]

    # what is in the vault

    def where(self, word: str) -> list[Place]:
        """Each text of the vault that holds ``word``; read beside the desk, from the file."""
        return [place for place in places(self._vault, self._key) if word in place.text]

    def records(self) -> Counter[tuple[str | None, str]]:
        """All that is recorded in the vault, each with the number of its case; not the drafts."""
        found = places(self._vault, self._key)
        return Counter((place.case, place.text) for place in found if not place.home.startswith("draft"))

    def count(self, table: str) -> int:
        """How many rows a table of the vault has."""
        return sum(place.home.startswith(f"{table} ") for place in places(self._vault, self._key))

    def changed_since(self, before: Counter[tuple[str | None, str]]) -> set[str | None]:
        """The cases of which a text has come or gone since; what is of no case is left out."""
        now = self.records()
        known = {one.number for one in (*self.open, *self.closed)}
        return {case for case, _text in (now - before) + (before - now)} & known

    def is_kept_once(self, word: str, row: CaseRow | None, *, but_for_drafts: bool = False) -> bool:
        """Whether it stands once, in one place, in the case ``row``; None: in none of the cases there were."""
        found = [one for one in self.where(word) if not (but_for_drafts and one.home.startswith("draft"))]
        known = {one.number for one in (*self.open, *self.closed)}
        at_home = all(place.case == row.number if row else place.case not in known for place in found)
        once = len({place.home for place in found}) == 1 and all(place.text.count(word) == 1 for place in found)
        return at_home and once


def _mouse_event(kind: QEvent.Type, at: QPoint) -> QMouseEvent:
    left, place = Qt.MouseButton.LeftButton, QPointF(at)
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else left
    return QMouseEvent(kind, place, place, left, held, Qt.KeyboardModifier.NoModifier)


def _in_sight(root: QWidget, kind: type[W]) -> list[W]:
    return [one for one in root.findChildren(kind) if one.isVisible()]


def named(widget: QWidget | None) -> str:
    """How a screen reader would call it, for a message."""
    return f"{type(widget).__name__} {widget.accessibleName()!r}" if widget is not None else "nothing"


def focus() -> QWidget | None:
    """What the keyboard goes to."""
    return QApplication.focusWidget()


Ask = Callable[[OpenDesk, CaseRow], None]
