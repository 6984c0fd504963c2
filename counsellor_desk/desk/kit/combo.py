"""What assistive technology hears of a field with a list below it: a combo box, folded or unfolded."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget


class Combo(QWidget):
    """The field with what belongs to it. Its line is a child, so that letters are heard as they are typed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heard: QAccessibleInterface | None = None  # Qt does not hold it for Python
        self.setAccessibleName(name)

    @property
    def is_unfolded(self) -> bool:
        """Whether its list is in sight."""
        raise NotImplementedError

    def words(self) -> str:
        """What is chosen, or typed."""
        raise NotImplementedError


class _ComboHeard(QAccessibleWidget):
    def __init__(self, combo: Combo) -> None:
        super().__init__(combo, QAccessible.Role.ComboBox)

    def text(self, which: QAccessible.Text) -> str:
        combo = self.object()
        if which is QAccessible.Text.Value and isinstance(combo, Combo):
            return combo.words()
        return super().text(which)

    def state(self) -> QAccessible.State:
        state, combo = super().state(), self.object()
        if isinstance(combo, Combo):
            state.expandable = True
            state.expanded, state.collapsed = combo.is_unfolded, not combo.is_unfolded
        return state


def _interface_of(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    """What Qt asks for every object; None is "as usual"."""
    if isinstance(thing, Combo):
        thing.heard = _ComboHeard(thing)
        return thing.heard
    return None


QAccessible.installFactory(_interface_of)  # once, for the process, as for the lists in ``rows``
