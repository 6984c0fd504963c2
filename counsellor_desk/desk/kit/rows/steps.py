"""What the keyboard does in a long list."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from counsellor_desk.desk.kit.rows.row import RowWidget
    from counsellor_desk.desk.kit.rows.row_list import RowList

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_KEY = Qt.FocusReason.OtherFocusReason


class Steps:
    """To Tab the rows are one stop: ``current``, or the first one in sight when that is far away.

    Up and down go to the row before and after, through a row that is higher than the list in steps; Home and End to
    the first and the last; Page up and down scroll. Return goes to what can be pressed in a row, left and right from
    one to the next, left of the first back to the row.
    """

    def __init__(self, rows: RowList, stops: Collection[type]) -> None:
        self.current: Hashable = None
        self._list = rows
        self._stops = stops

    def settle(self, in_order: Sequence[RowWidget[Any]]) -> None:
        """The rows were placed: one of them is the stop for Tab, and takes the focus if the list was left with it."""
        rows = self._list
        seen = [key for key in rows.keys_in_sight() if self._is_stop(key)]
        key = self.current if self.current in seen else next(iter(seen), None)
        stop = rows.widget_of(key) if key is not None else None
        for widget in in_order:
            policy = Qt.FocusPolicy.TabFocus if widget is stop else Qt.FocusPolicy.NoFocus
            if widget.focusPolicy() is not policy:
                widget.setFocusPolicy(policy)
        if stop is not None and rows.window().focusWidget() is rows:
            stop.setFocus(_KEY)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """Do what ``key`` means in the row that has the focus. Whether it means anything."""
        focus = self._list.window().focusWidget()
        row = self._list.row_around(focus)
        if row is None or focus is None or type(row) not in self._stops or held & _HELD:
            return False
        self.current = row.key
        match key:
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Home:
                self._go_to_first(range(len(self._list.rows)))
            case Qt.Key.Key_End:
                self._go_to_first(range(len(self._list.rows) - 1, -1, -1))
            case Qt.Key.Key_PageDown:
                self._turn_page(1)
            case Qt.Key.Key_PageUp:
                self._turn_page(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._go_inside(focus, 0)
            case Qt.Key.Key_Right:
                self._go_inside(focus, 1)
            case Qt.Key.Key_Left:
                self._go_inside(focus, -1)
            case _:
                return False
        return True

    def _is_stop(self, key: Hashable) -> bool:
        place = self._list.place_of(key)
        return place is not None and type(self._list.rows[place]) in self._stops

    def _step(self, by: int) -> None:
        """To the next row, or further along this one when it goes on beyond the edge."""
        rows, page = self._list, self._list.viewport().height()
        here = rows.widget_of(self.current)
        if here is not None and here.height() > page:
            beyond = here.geometry().bottom() + 1 - page if by > 0 else -here.y()
            if beyond > 0:
                rows.scroll_by(by * min(beyond, page * 3 // 4))
                return
        place = rows.place_of(self.current) or 0
        end = len(rows.rows) if by > 0 else -1
        if not self._go_to_first(range(place + by, end, by)):
            rows.scroll_by(by * page)  # what stands before the first row or after the last comes into sight

    def _turn_page(self, by: int) -> None:
        self._list.scroll_by(by * self._list.viewport().height() * 9 // 10)
        seen = [key for key in self._list.keys_in_sight() if self._is_stop(key)]
        row = self._list.widget_of(seen[0] if by > 0 else seen[-1]) if seen else None
        if row is not None:
            row.setFocus(_KEY)

    def _go_to_first(self, places: range) -> bool:
        """To the first of these rows that one can go to. Whether there is one."""
        rows = self._list.rows
        place = next((place for place in places if type(rows[place]) in self._stops), None)
        if place is None:
            return False
        self._list.go_to(rows[place].key, _KEY)
        return True

    def _go_inside(self, focus: QWidget, by: int) -> None:
        """To the next thing that can be pressed; from the first one back to the row."""
        row = self._list.widget_of(self.current)
        if row is None:
            return
        controls = list(row.controls())
        place = controls.index(focus) + by if focus in controls else (0 if by >= 0 else -1)
        if place < 0:
            row.setFocus(_KEY)
        elif place < len(controls):
            controls[place].setFocus(Qt.FocusReason.TabFocusReason)
