"""A list that scrolls through rows of any number, with widgets for those in sight only."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from counsellor_desk.desk.kit.rows.heard import ListSurface
from counsellor_desk.desk.kit.rows.heights import Heights
from counsellor_desk.desk.kit.rows.pool import Pool, Shown
from counsellor_desk.desk.kit.rows.row import Row, RowKind, RowWidget
from counsellor_desk.desk.kit.rows.sight import Sight
from counsellor_desk.desk.kit.rows.steps import Steps
from counsellor_desk.desk.space import Space

_LEAST = 40  # pixels, guess for a row without text
_WHEEL = 20  # pixels, a third of a notch of the wheel, as in QScrollArea
_CONTEXT = 6  # what is revealed begins a sixth below the upper edge, so that one sees where it stands


class RowList(QAbstractScrollArea):
    """Rows below each other. Only those in sight, one above and one below, have a widget; besides those in which
    somebody is busy, which stay wherever one scrolls to. ``edge`` is free at both sides. What the keyboard does is
    in ``Steps``.
    """

    def __init__(
        self, name: str, kinds: Mapping[type, RowKind], *, edge: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()
        self._kinds = kinds
        self._edge = edge
        self._places: dict[Hashable, int] = {}
        self._heights = Heights(())
        self._sight = Sight(self._heights, self._measure)
        self._seen: list[tuple[int, int]] = []  # row, pixels below the upper edge
        self._in_order: list[RowWidget[Any]] = []
        self._marked: Hashable = None
        self._placing = self._again = False
        self._scrolled = 0  # what the scroll bar said last
        sheet = ListSurface(lambda: self._in_order)
        sheet.setAccessibleName(name)
        self.setViewport(sheet)
        self._pool = Pool(kinds, sheet, self._on_made)
        self._steps = Steps(self, {kind for kind, how in kinds.items() if how.is_stop})
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("rows", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a row has the focus, never the list
        bar = self.verticalScrollBar()
        bar.setSingleStep(_WHEEL)
        bar.valueChanged.connect(self._on_scrolled)
        bar.sliderReleased.connect(self._place)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    # what is shown

    def show_rows(self, rows: Sequence[Row], *, afresh: bool = False) -> None:
        """Show these. What is in sight stays where it is; ``afresh`` begins at the top, and nothing is kept."""
        places = {row.key: place for place, row in enumerate(rows)}
        first, above = (0, 0) if afresh else self._anchor_in(places)
        if afresh:
            self._marked = None
        self._release_all_but(places if not afresh else {row.key for row in rows if self._lasts(row)})
        for row in rows:
            if self._lasts(row) or self._pool.get(row.key) is not None:
                self._pool.show(row)
        self.rows, self._places = rows, places
        self._heights = Heights([row.characters for row in rows])
        self._sight = Sight(self._heights, self._measure, first, above)
        self._measure_anew()

    def reveal(self, key: Hashable) -> bool:
        """Bring the row ``key`` into sight at once, however far, and make it stand out. False for no such row."""
        if key not in self._places:
            return False
        if not self._is_whole_in_sight(key):
            self._jump(self._places[key], self._opening() // _CONTEXT)
        self._steps.current = key
        self.mark(key)
        self._place()
        return True

    def show_top(self) -> None:
        """Go back to the first row."""
        self._jump(0, 0)
        self._place()

    def mark(self, key: Hashable) -> None:
        """Make the row ``key`` stand out, and no other; None for none."""
        self._marked = key
        for shown in self._pool:
            shown.widget.mark(shown.row.key == key)

    def bring_into_sight(self, part: QWidget, where: QRect | None = None) -> None:
        """Scroll as little as needed to see ``part``, which stands in a row, or ``where`` in it."""
        row = self.row_around(part)
        if row is not None:
            self._bring_row(row.key)
            box = part.rect() if where is None else where
            self._uncover(box.translated(part.mapTo(self.viewport(), QPoint(0, 0))))

    def go_to(self, key: Hashable, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the row ``key`` the focus, and bring it into sight."""
        self._bring_row(key)
        widget = self._pool.get(key)
        if widget is not None:
            self._uncover(widget.geometry())
            widget.setFocus(reason)

    def scroll_by(self, pixels: int) -> None:
        """Move on by so many pixels; backwards when negative."""
        if abs(pixels) > self._opening():
            self._release_idle()
        self._sight.scroll(pixels, self._opening())
        self._place()

    # what stands where

    @property
    def whole_height(self) -> int:
        """How high all rows are together, as far as that is known."""
        return self._heights.total

    def widget_of(self, key: Hashable) -> RowWidget[Any] | None:
        """The widget that shows the row ``key``, if it needs one now."""
        return self._pool.get(key)

    def place_of(self, key: Hashable) -> int | None:
        """Which row in order ``key`` is."""
        return self._places.get(key)

    def row_around(self, part: QWidget | None) -> Row | None:
        """The row in whose widget ``part`` stands."""
        if part is None:
            return None
        around = (shown.row for shown in self._pool if shown.widget is part or shown.widget.isAncestorOf(part))
        return next(around, None)

    def keys_in_sight(self) -> list[Hashable]:
        """The rows of which something can be seen."""
        opening = self._opening()
        return [
            self.rows[place].key
            for place, top in self._seen
            if top < opening and top + (self._heights.measured(place) or 0) > 0
        ]

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._steps.press(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure_anew()
        else:
            self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure_anew()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Nothing: the rows are placed, not moved."""

    # placing

    def _place(self) -> None:
        """Put the rows where they belong. Hiding, showing and the scroll bar may ask for it again meanwhile."""
        if self._placing or not self.viewport().isVisible():  # in a hidden one every text has the height of one line
            self._again = self._placing
            return
        self._placing = True
        try:
            self._place_once()
            if self._again:
                self._place_once()
        finally:
            self._placing = self._again = False
        self._steps.settle(self._in_order)

    def _place_once(self) -> None:
        self._again = False
        self._seen = self._sight.look(self._opening())
        seen = {self.rows[place].key: top for place, top in self._seen}
        self._release_idle(seen)
        for key in seen:
            self._pool.show(self.rows[self._places[key]]).mark(key == self._marked)
        shown = sorted(self._pool, key=lambda one: self._places[one.row.key])
        width = self._width()
        for one in shown:
            height = one.widget.height_at(width)
            top = seen.get(one.row.key, -height - self._opening())  # busy, but out of sight
            one.widget.setGeometry(self._edge, top, width, height)
        self._put_in_order([one.widget for one in shown])
        self._tell_the_bar()

    def _put_in_order(self, widgets: list[RowWidget[Any]]) -> None:
        """Make the order of the widgets that of the rows; Tab and screen readers follow it."""
        if widgets != self._in_order:
            self._in_order = widgets
            for widget in widgets:
                widget.raise_()

    def _tell_the_bar(self) -> None:
        bar, opening = self.verticalScrollBar(), self._opening()
        if bar.isSliderDown():
            return  # in somebody's hand it keeps its measure
        bar.setPageStep(opening)
        bar.setRange(0, max(self._heights.total - opening, 0))
        bar.setValue(self._sight.y)
        self._scrolled = bar.value()

    def _measure(self, place: int) -> int:
        return self._pool.show(self.rows[place]).height_at(self._width())

    def _measure_anew(self) -> None:
        signs = self.fontMetrics()
        letters = max(self._width() // max(signs.averageCharWidth(), 1), 1)  # in a line
        self._heights.guess(_LEAST, signs.lineSpacing() / letters)
        for shown in self._pool:
            shown.widget.forget_height()
        self._place()

    def _opening(self) -> int:
        return self.viewport().height()

    def _width(self) -> int:
        return self.viewport().width() - 2 * self._edge

    def _anchor_in(self, places: Mapping[Hashable, int]) -> tuple[int, int]:
        """Where, in other rows, what is at the upper edge now has gone: the row, and how much of it is above."""
        here = self._sight.row
        for row in (*self.rows[here:], *reversed(self.rows[:here])):
            if row.key in places:
                return places[row.key], self._sight.above if row is self.rows[here] else 0
        return 0, 0

    def _bring_row(self, key: Hashable) -> None:
        """Make the row ``key`` one of those that are placed."""
        place = self._places[key]
        if not any(place == one for one, _top in self._seen):
            is_after = bool(self._seen) and place > self._seen[-1][0]
            below = self._opening() - self._measure(place) if is_after else 0
            self._jump(place, max(below, 0))
            self._place()

    def _jump(self, place: int, below: int) -> None:
        """Let the row begin so many pixels below the upper edge, as soon as rows are placed."""
        self._release_idle()
        self._sight.show(place, below)

    def _uncover(self, box: QRect) -> None:
        if box.top() < 0:
            self.scroll_by(box.top())
        elif (beyond := box.bottom() + 1 - self._opening()) > 0:
            self.scroll_by(min(beyond, box.top()))

    def _is_whole_in_sight(self, key: Hashable) -> bool:
        widget = self._pool.get(key)
        return widget is not None and self.viewport().rect().contains(widget.geometry())

    # who is busy

    def _lasts(self, row: Row) -> bool:
        return self._kinds[type(row)].lasts

    def _is_busy(self, shown: Shown) -> bool:
        return self._lasts(shown.row) or shown.widget.is_held() or self._has_focus(shown.widget)

    def _has_focus(self, widget: QWidget) -> bool:
        """Also while another window is in front."""
        focus = self.window().focusWidget()
        return focus is not None and (focus is widget or widget.isAncestorOf(focus))

    def _release_idle(self, needed: Collection[Hashable] = ()) -> None:
        """Free the widgets in which nobody is busy and that are not ``needed``."""
        self._release_all_but({*needed, *(shown.row.key for shown in self._pool if self._is_busy(shown))})

    def _release_all_but(self, keys: Collection[Hashable]) -> None:
        for shown in [shown for shown in self._pool if shown.row.key not in keys]:
            if self._has_focus(shown.widget):
                self.setFocus()  # first: hiding what has the focus makes Qt look for another while rows are placed
            self._pool.release(shown.row.key)

    def _on_made(self, widget: RowWidget[Any]) -> None:
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        widget.resized.connect(partial(self._on_resized, widget))

    def _on_resized(self, widget: RowWidget[Any]) -> None:
        row = self.row_around(widget)
        if row is None or self._placing:
            return
        widget.forget_height()
        place, height = self._places[row.key], widget.height_at(self._width())
        if height != self._heights.measured(place):
            self._heights.measure(place, height)
            self._place()
            focus = self.window().focusWidget()
            if focus is not None and widget.isAncestorOf(focus):
                cursor = focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
                self.bring_into_sight(focus, cursor.adjusted(0, -Space.L, 0, Space.L))

    def _on_scrolled(self, value: int) -> None:
        if self._placing:
            return
        bar, opening, moved = self.verticalScrollBar(), self._opening(), value - self._scrolled
        self._scrolled = value
        if bar.isSliderDown():
            self._release_idle()
            whole = max(self._heights.total - opening, 0)
            self._sight.scroll_to(round(whole * value / max(bar.maximum(), 1)), opening)
            self._place()
        else:
            self.scroll_by(moved)

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is None or (row := self.row_around(now)) is None:
            return
        self._steps.current = row.key
        self._steps.settle(self._in_order)
        if row.key != self._marked:
            self.mark(None)
        if before is not None and not self._placing and row.key not in self.keys_in_sight():
            self.bring_into_sight(now)  # nobody types where it cannot be seen
