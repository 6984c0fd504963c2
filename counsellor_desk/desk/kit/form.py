"""Fields under their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.drafts import Typed
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet, Remark
from counsellor_desk.desk.space import Space


@runtime_checkable
class Reading(Protocol):
    """A field that reads what is typed in it, and may not understand it."""

    finished: SignalInstance

    def unclear(self) -> str | None: ...
    def complaint(self) -> str: ...
    def mark_wrong(self, wrong: bool) -> None: ...
    def set_words(self, words: str) -> None: ...


class Field(QWidget):
    """A field with its name above and, if need be, a calm remark below. What a ``Reading`` field does not understand
    is marked when it is left, and ``check`` says so."""

    def __init__(self, name: str, field: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._name = PlainLabel(name, "section")
        self._name.setBuddy(field)
        if not name:
            self._name.hide()
        self._remark = Remark()
        self._remark.hide()
        self._complains = False
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(Space.XS)
        stack.addWidget(self._name)
        stack.addWidget(field)
        if hint:
            stack.addWidget(Quiet(hint))
        stack.addWidget(self._remark)
        if not field.accessibleName():
            field.setAccessibleName(name)
        self.setFocusProxy(field)
        if isinstance(field, Reading):
            field.finished.connect(self._on_finished)

    def remark(self, text: str) -> None:
        """Say what is to be looked at here; empty takes it away."""
        self._complains = False
        self._remark.setText(text)
        self._remark.setVisible(bool(text))

    @property
    def remarked(self) -> str:
        """What is said to be looked at here."""
        return "" if self._remark.isHidden() else self._remark.text()

    def unclear(self) -> str | None:
        """The words in it that are not understood; None when all is clear."""
        return self.field.unclear() if isinstance(self.field, Reading) else None

    def check(self) -> bool:
        """Whether what is typed is understood; if not, it stays, is marked, and the remark says what would be."""
        if not isinstance(self.field, Reading):
            return True
        clear = self.field.unclear() is None
        self.field.mark_wrong(not clear)
        self.remark("" if clear else self.field.complaint())
        self._complains = not clear
        return clear

    def _on_finished(self) -> None:
        if self._complains or self.unclear() is not None:
            self.check()

    def show_words(self, words: str) -> None:
        """Show words that were not understood, as they were left."""
        if isinstance(self.field, Reading):
            self.field.set_words(words)
            self.check()


def unclear_in(fields: Mapping[str, Field]) -> Typed:
    """The words that are not understood, by field, for a draft."""
    return tuple((name, words) for name, field in fields.items() if (words := field.unclear()) is not None)


def show_unclear(fields: Mapping[str, Field], typed: Typed) -> None:
    """Show them again, marked."""
    for name, words in typed:
        if name in fields:
            fields[name].show_words(words)


def first_unclear(fields: Iterable[Field]) -> Field | None:
    """The first field that holds something not understood; all such fields are marked."""
    return next((field for field, clear in [(field, field.check()) for field in fields] if not clear), None)
