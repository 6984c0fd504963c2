"""What assistive technology hears of a long list: a list, and the rows that stand in it, from top to bottom."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from counsellor_desk.desk.kit.rows.row import RowWidget


class ListSurface(QWidget):
    """What the rows of a list stand on. ``in_order`` gives those that are shown, from top to bottom."""

    def __init__(self, in_order: Callable[[], Sequence[QWidget]]) -> None:
        super().__init__()
        self.in_order = in_order
        self.heard: QAccessibleInterface | None = None  # Qt holds it, but not for Python


class _ListHeard(QAccessibleWidget):
    """The list: its items are the rows that are shown, whatever else waits on the sheet."""

    def __init__(self, sheet: ListSurface) -> None:
        super().__init__(sheet, QAccessible.Role.List)

    def childCount(self) -> int:
        return len(self._rows())

    def child(self, index: int) -> QAccessibleInterface:
        rows = self._rows()
        return QAccessible.queryAccessibleInterface(rows[index]) if 0 <= index < len(rows) else super().child(-1)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        rows, thing = self._rows(), child.object()
        return rows.index(thing) if thing in rows else -1

    def _rows(self) -> list[QObject]:
        sheet = self.object()  # asked for each time: Qt keeps this interface longer than Python may keep the list
        return list(sheet.in_order()) if isinstance(sheet, ListSurface) else []


def _interface_of(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    """What Qt asks for every object; None is "as usual"."""
    if isinstance(thing, RowWidget):
        thing.heard = QAccessibleWidget(thing, thing.heard_as)
        return thing.heard
    if isinstance(thing, ListSurface):
        thing.heard = _ListHeard(thing)
        return thing.heard
    return None


QAccessible.installFactory(_interface_of)  # once, for the process: Qt asks it for every list that is ever made
