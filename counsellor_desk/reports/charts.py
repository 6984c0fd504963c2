"""Tables as horizontal bars: words at the left, the bar with its margin, the figure at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from counsellor_desk.reports.content import Group, LineText, TableText
from counsellor_desk.reports.layout import (
    BODY,
    BOTTOM,
    HEADING,
    LEFT,
    NOTE,
    RIGHT,
    SMALL,
    STRONG,
    SUBHEADING,
    TOP,
    WIDTH,
    PageCanvas,
    baseline,
    height_of,
    wrapped,
)
from counsellor_desk.reports.palette import ACCENT, ACCENT_LIGHT, ACCENT_MIDDLE, INK
from counsellor_desk.reports.wording import Wording

_LABEL_WIDTH: Final = 196.0
_BAR_LEFT: Final = LEFT + _LABEL_WIDTH + 14
_FIGURE_WIDTH: Final = 66.0  # of a column with a figure and its margin
_MARGIN_WIDTH: Final = 24.0
_BAR_HEIGHT: Final = 9.0
_ROW: Final = 19.0
_MORE_LINES: Final = 12.0
_TOTAL: Final = _ROW + 5
_BEFORE_TABLE: Final = 26.0
_SMALLEST_SCALE: Final = 15


class TableChart:
    """One table on a sheet: words, bars for the period, its figures, and those of the half and year so far."""

    def __init__(self, sheet: PageCanvas, table: TableText, columns: Sequence[str], wording: Wording) -> None:
        """``columns`` name the period and the spans to date; they are printed where a table has several."""
        self._sheet = sheet
        self._table = table
        self._columns = columns if any(line.to_date for line in table.lines) else ()
        self._wording = wording
        self._figures_left = RIGHT - _FIGURE_WIDTH * max(1, len(self._columns))
        most = max((line.value + line.window for line in table.lines), default=0)
        self._case = (self._figures_left - _BAR_LEFT) / max(most, _SMALLEST_SCALE)  # points for one case

    def draw(self) -> None:
        """Set the table: whole on this page, else whole on the next, else broken between rows."""
        sheet, height = self._sheet, self._height()
        if sheet.y < TOP:
            sheet.y -= _BEFORE_TABLE
        if sheet.room < height and (height <= TOP - BOTTOM or sheet.room < (TOP - BOTTOM) / 3):
            sheet.turn()
        sheet.chapter(self._table.id, self._table.title)
        self._heading(self._table.title)
        for group in self._table.groups:
            self._group(group)
        if self._table.total is not None:
            self._total(self._table.total)

    def _heading(self, title: str) -> None:
        sheet = self._sheet
        sheet.line(RIGHT, baseline(sheet.y, HEADING), self._table.id, NOTE, "right")
        sheet.write(title, HEADING, width=WIDTH - 40)
        sheet.write(self._table.note, NOTE, width=self._figures_left - LEFT)
        for at, name in enumerate(self._columns):
            sheet.line(self._right(at), baseline(sheet.y + NOTE.leading, NOTE), name, NOTE, "right")
        sheet.y -= 8

    def _go_on(self) -> None:
        self._sheet.turn()
        self._heading(self._wording.say("report.continued", title=self._table.title))

    def _group(self, group: Group) -> None:
        sheet = self._sheet
        if group.title:
            sheet.y -= 8
            if sheet.room < min(_group_height(group), (TOP - BOTTOM) / 2):
                self._go_on()
            sheet.write(group.title, SUBHEADING)
            sheet.y -= 3
        for line in group.lines:
            below = _TOTAL if self._table.total and line is self._table.lines[-1] else 0
            if sheet.room < _row_height(line) + below:
                self._go_on()
            self._row(line)

    def _row(self, line: LineText) -> None:
        base = self._sheet.y - 13
        for number, part in enumerate(wrapped(line.label, BODY, _LABEL_WIDTH)):
            self._sheet.line(LEFT, base - number * _MORE_LINES, part, BODY)
        draw_bar(self._sheet, _BAR_LEFT, base - 1.2, self._case, line.value, line.window)
        self._figures(base, line)
        self._sheet.y -= _row_height(line)

    def _total(self, total: LineText) -> None:
        sheet = self._sheet
        sheet.rule(sheet.y - 3, colour=INK, weight=0.5)
        sheet.line(LEFT, sheet.y - 18, total.label, STRONG)
        self._figures(sheet.y - 18, total)
        sheet.y -= _TOTAL

    def _figures(self, y: float, line: LineText) -> None:
        """The figures, right-aligned, each with its margin beside it."""
        for at, figure in enumerate(line.figures):
            right = self._right(at)
            margin = _MARGIN_WIDTH if figure.window else 0
            style = BODY if at else STRONG
            self._sheet.line(right - margin, y, self._wording.number(figure.value), style, "right")
            if figure.window:
                self._sheet.line(right, y, f"\u00b1{figure.window}", NOTE, "right")

    def _right(self, column: int) -> float:
        """The right edge of a column of figures."""
        return float(self._figures_left + _FIGURE_WIDTH * (column + 1))

    def _height(self) -> float:
        heading = HEADING.leading + height_of(self._table.note, NOTE, self._figures_left - LEFT) + 8
        groups = sum(_group_height(group) for group in self._table.groups)
        return heading + groups + (_TOTAL if self._table.total else 0)


def draw_bar(sheet: PageCanvas, x: float, y: float, unit: float, value: int, window: int) -> None:
    """A bar in three tones that stay apart in grey: the least, up to the figure, up to the most.

    ``unit`` is the width of one case in points; ``y`` the lower edge.
    """
    least, most = max(0, value - window), value + window
    sheet.box(x, y, most * unit, _BAR_HEIGHT, ACCENT_LIGHT)
    sheet.box(x, y, value * unit, _BAR_HEIGHT, ACCENT_MIDDLE if window else ACCENT)
    sheet.box(x, y, least * unit, _BAR_HEIGHT, ACCENT)


def draw_legend(sheet: PageCanvas, x: float, y: float, wording: Wording) -> None:
    """What the three tones of a bar mean, on one line."""
    for colour, key in ((ACCENT, "least"), (ACCENT_MIDDLE, "figure"), (ACCENT_LIGHT, "window")):
        sheet.box(x, y, 18, _BAR_HEIGHT, colour)
        x += 24 + sheet.line(x + 24, y + 1.2, wording.say(f"reading.legend_{key}"), SMALL) + 18


def _row_height(line: LineText) -> float:
    return _ROW + _MORE_LINES * (len(wrapped(line.label, BODY, _LABEL_WIDTH)) - 1)


def _group_height(group: Group) -> float:
    return (24 if group.title else 0) + sum(_row_height(line) for line in group.lines)
