"""The widgets of a long list: few, kept, and shown again for other rows."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from counsellor_desk.desk.kit.rows.row import Row, RowKind, RowWidget


@dataclass(frozen=True, slots=True)
class Shown:
    """A row and the widget that shows it."""

    row: Row
    widget: RowWidget[Any]


class Pool:
    """A widget for each row that needs one; those that no row needs wait, empty, for the next.

    ``made`` is called once with each new widget.
    """

    def __init__(self, kinds: Mapping[type, RowKind], sheet: QWidget, made: Callable[[RowWidget[Any]], None]) -> None:
        self._kinds = kinds
        self._sheet = sheet
        self._made = made
        self._shown: dict[Hashable, Shown] = {}
        self._spare: dict[type, list[RowWidget[Any]]] = {}

    def __iter__(self) -> Iterator[Shown]:
        return iter(self._shown.values())

    def get(self, key: Hashable) -> RowWidget[Any] | None:
        """The widget that shows the row ``key``."""
        shown = self._shown.get(key)
        return None if shown is None else shown.widget

    def show(self, row: Row) -> RowWidget[Any]:
        """The widget of ``row``, visible, as the row is now."""
        shown = self._shown.get(row.key)
        if shown is not None and shown.row == row:
            return shown.widget
        widget = self._take(type(row)) if shown is None else shown.widget
        self._shown[row.key] = Shown(row, widget)
        widget.fill(row)
        widget.show()  # before it is measured: only what is shown wears the style sheet
        return widget

    def release(self, key: Hashable) -> None:
        """The row ``key`` needs no widget any more. It must not have the focus."""
        shown = self._shown.pop(key)
        shown.widget.hide()
        shown.widget.empty()
        if self._kinds[type(shown.row)].lasts:
            shown.widget.setParent(None)
            shown.widget.deleteLater()
        else:
            self._spare.setdefault(type(shown.row), []).append(shown.widget)

    def _take(self, kind: type) -> RowWidget[Any]:
        spare = self._spare.get(kind)
        if spare:
            return spare.pop()
        widget = self._kinds[kind].make()
        widget.heard_as = self._kinds[kind].heard_as
        widget.setParent(self._sheet)
        self._made(widget)
        return widget
