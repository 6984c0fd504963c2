"""Tables as horizontal bars: words at the left, the bar with its margin, the figure at the right."""

from __future__ import annotations

from typing import Final

from counsellor_desk.reports.content import Group, Line, TableText
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
    Sheet,
    baseline,
    wrapped,
)
from counsellor_desk.reports.palette import ACCENT, ACCENT_LIGHT, ACCENT_MIDDLE, INK
from counsellor_desk.reports.wording import Wording

_LABEL_WIDTH: Final = 196.0
_BAR_LEFT: Final = LEFT + _LABEL_WIDTH + 14
_BAR_RIGHT: Final = RIGHT - 66
_FIGURE_RIGHT: Final = RIGHT - 24
_BAR_HEIGHT: Final = 9.0
_ROW: Final = 19.0
_MORE_LINES: Final = 12.0
_TOTAL: Final = _ROW + 5
_BEFORE_TABLE: Final = 26.0
_SMALLEST_SCALE: Final = 25


def draw_table(sheet: Sheet, table: TableText, wording: Wording) -> None:
    """Set one table with its bars: whole on this page, else whole on the next, else broken between rows."""
    scale = _scale(table)
    if sheet.y < TOP:
        sheet.y -= _BEFORE_TABLE
    if sheet.room < _height(table) and (_height(table) <= TOP - BOTTOM or sheet.room < (TOP - BOTTOM) / 3):
        sheet.turn()
    sheet.chapter(table.id, table.title)
    _draw_heading(sheet, table.id, table.title, table.note)
    for group in table.groups:
        _draw_group(sheet, table, group, scale, wording)
    if table.total is not None:
        _draw_total(sheet, table.total, wording)


def draw_bar(sheet: Sheet, x: float, y: float, unit: float, value: int, window: int) -> None:
    """A bar in three tones that stay apart in grey: the least, up to the figure, up to the most.

    ``unit`` is the width of one case in points; ``y`` the lower edge.
    """
    least, most = max(0, value - window), value + window
    sheet.box(x, y, most * unit, _BAR_HEIGHT, ACCENT_LIGHT)
    sheet.box(x, y, value * unit, _BAR_HEIGHT, ACCENT_MIDDLE if window else ACCENT)
    sheet.box(x, y, least * unit, _BAR_HEIGHT, ACCENT)


def draw_legend(sheet: Sheet, x: float, y: float, wording: Wording) -> None:
    """What the three tones of a bar mean, on one line."""
    for colour, key in ((ACCENT, "least"), (ACCENT_MIDDLE, "figure"), (ACCENT_LIGHT, "window")):
        sheet.box(x, y, 18, _BAR_HEIGHT, colour)
        x += 24 + sheet.line(x + 24, y + 1.2, wording.say(f"reading.legend_{key}"), SMALL) + 18


def _draw_heading(sheet: Sheet, key: str, title: str, note: str) -> None:
    sheet.line(RIGHT, baseline(sheet.y, HEADING), key, NOTE, "right")
    sheet.write(title, HEADING, width=WIDTH - 40)
    sheet.write(note, NOTE)
    sheet.y -= 8


def _continue(sheet: Sheet, table: TableText, wording: Wording) -> None:
    sheet.turn()
    _draw_heading(sheet, table.id, wording.say("report.continued", title=table.title), table.note)


def _draw_group(sheet: Sheet, table: TableText, group: Group, scale: float, wording: Wording) -> None:
    if group.title:
        sheet.y -= 8
        if sheet.room < min(_group_height(group), (TOP - BOTTOM) / 2):
            _continue(sheet, table, wording)
        sheet.write(group.title, SUBHEADING)
        sheet.y -= 3
    for line in group.lines:
        if sheet.room < _row_height(line) + (_TOTAL if table.total and line is table.lines[-1] else 0):
            _continue(sheet, table, wording)
        _draw_row(sheet, line, scale, wording)


def _draw_row(sheet: Sheet, line: Line, scale: float, wording: Wording) -> None:
    words = wrapped(line.label, BODY, _LABEL_WIDTH)
    base = sheet.y - 13
    for number, part in enumerate(words):
        sheet.line(LEFT, base - number * _MORE_LINES, part, BODY)
    draw_bar(sheet, _BAR_LEFT, base - 1.2, (_BAR_RIGHT - _BAR_LEFT) / scale, line.value, line.window)
    _draw_figure(sheet, base, line, wording)
    sheet.y -= _row_height(line)


def _draw_total(sheet: Sheet, total: Line, wording: Wording) -> None:
    sheet.rule(sheet.y - 3, colour=INK, weight=0.5)
    sheet.y -= 5
    sheet.line(LEFT, sheet.y - 13, total.label, STRONG)
    _draw_figure(sheet, sheet.y - 13, total, wording)
    sheet.y -= _ROW


def _draw_figure(sheet: Sheet, y: float, line: Line, wording: Wording) -> None:
    """The figure, right-aligned, with its margin beside it."""
    sheet.line(_FIGURE_RIGHT if line.window else RIGHT, y, wording.number(line.value), STRONG, "right")
    if line.window:
        sheet.line(RIGHT, y, f"\u00b1{line.window}", NOTE, "right")


def _scale(table: TableText) -> float:
    most = max((line.value + line.window for line in table.lines), default=0)
    return max(most, _SMALLEST_SCALE)


def _row_height(line: Line) -> float:
    return _ROW + _MORE_LINES * (len(wrapped(line.label, BODY, _LABEL_WIDTH)) - 1)


def _group_height(group: Group) -> float:
    return (24 if group.title else 0) + sum(_row_height(line) for line in group.lines)


def _height(table: TableText) -> float:
    heading = HEADING.leading + NOTE.leading + 8
    return heading + sum(_group_height(group) for group in table.groups) + (_TOTAL if table.total else 0)
