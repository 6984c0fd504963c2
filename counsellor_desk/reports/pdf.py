"""The report on paper: a cover with the key figures, a chart per table, the rules and the promise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.release import Figure, Release
from counsellor_desk.reports.charts import TableChart, draw_legend
from counsellor_desk.reports.content import LineText, ReportText, compose
from counsellor_desk.reports.layout import (
    AUDIENCE,
    BODY,
    BOTTOM,
    FIGURE,
    HEADING,
    KICKER,
    LEFT,
    NOTE,
    SMALL,
    STRONG,
    TITLE,
    TOP,
    WIDTH,
    PageCanvas,
    baseline,
    height_of,
    wrapped,
)
from counsellor_desk.reports.palette import ACCENT, BOX
from counsellor_desk.reports.wording import Wording

_CARDS_IN_A_ROW: Final = 3
_CARD_HEIGHT: Final = 72.0
_MORE: Final = 13.0
_GUTTER: Final = 18.0
_PADDING: Final = 16.0
_BETWEEN: Final = 26.0
_INDENT: Final = 14.0
_BETWEEN_PARTS: Final = 8.0


def pdf(release: Release, codebook: Codebook, wording: Wording) -> bytes:
    """The report as a PDF. The same release in the same language gives the same bytes on every machine."""
    text = compose(release, codebook, wording)
    pages = _set(text, wording, 0).pages  # set once to learn how many pages there are
    return _set(text, wording, pages).finish()


def _set(text: ReportText, wording: Wording, pages: int) -> PageCanvas:
    running = f"{text.title} \u00b7 {text.audience}"
    code = f"{wording.say('about.check_code')} {text.check_code}" if text.check_code else ""
    page = wording.say("report.page", page="{page}", pages=str(pages))
    sheet = PageCanvas(text.title, wording.language, text.marks, running, code, page)
    _cover(sheet, text, wording)
    sheet.turn()
    for table in text.tables:
        TableChart(sheet, table, text.columns, wording).draw()
    _list(sheet, wording.say("report.rules"), text.rules)
    _list(sheet, wording.say("report.not_shown"), text.not_shown)
    _list(sheet, wording.say("report.check"), text.check)
    _promise(sheet, text, wording)
    return sheet


def _cover(sheet: PageCanvas, text: ReportText, wording: Wording) -> None:
    sheet.chapter("cover", text.title)
    sheet.box(LEFT, sheet.y - 2, 34, 4, ACCENT, 2)
    sheet.y -= 20
    sheet.write(wording.say("report.kicker"), KICKER)
    sheet.y -= 4
    sheet.write(text.period, TITLE)
    sheet.y -= 2
    sheet.write(text.audience, AUDIENCE)
    if text.headline:
        sheet.y -= 34
        sheet.write(wording.say("report.at_a_glance"), HEADING)
        sheet.y -= 8
        _cards(sheet, text, wording)
    sheet.y -= 14
    _reading(sheet, text, wording)
    _about(sheet, text)


def _cards(sheet: PageCanvas, text: ReportText, wording: Wording) -> None:
    height = _CARD_HEIGHT + _MORE * (len(text.columns) - 1)
    width = (WIDTH - _GUTTER * (_CARDS_IN_A_ROW - 1)) / _CARDS_IN_A_ROW
    for number, line in enumerate(text.headline):
        column = number % _CARDS_IN_A_ROW
        if number and not column:
            sheet.y -= height
        x = LEFT + column * (width + _GUTTER)
        sheet.rule(sheet.y, x, width)
        sheet.line(x, sheet.y - 17, line.label, NOTE)
        end = sheet.line(x, sheet.y - 48, _signed(line, wording), FIGURE)
        if line.window:
            sheet.line(x + end + 6, sheet.y - 48, f"\u00b1{line.window}", NOTE)
        for at, (name, figure) in enumerate(zip(text.columns[1:], line.to_date, strict=False), start=1):
            value = f"{name}: {_signed(figure, wording)} \u00b1{figure.window}"
            sheet.line(x, sheet.y - 50 - _MORE * at, value, NOTE)
    sheet.y -= height


def _signed(line: LineText | Figure, wording: Wording) -> str:
    plus = "+" if line.code == "net_change" and line.value > 0 else ""
    return plus + wording.number(line.value)


def _reading(sheet: PageCanvas, text: ReportText, wording: Wording) -> None:
    inner = WIDTH - 2 * _PADDING
    height = 2 * _PADDING + STRONG.leading + 4 + height_of(text.reading, BODY, inner) + 24
    sheet.box(LEFT, sheet.y - height, WIDTH, height, BOX, 6)
    floor = sheet.y - height
    sheet.y -= _PADDING
    sheet.write(wording.say("report.reading"), STRONG, LEFT + _PADDING, inner)
    sheet.y -= 4
    sheet.write(text.reading, BODY, LEFT + _PADDING, inner)
    draw_legend(sheet, LEFT + _PADDING, floor + _PADDING - 2, wording)
    sheet.y = floor


def _about(sheet: PageCanvas, text: ReportText) -> None:
    """What the report is, at the foot of the cover."""
    rows = [(name, wrapped(value, SMALL, WIDTH - 110)) for name, value in text.about]
    height = sum(len(lines) for _, lines in rows) * 13
    sheet.y -= 20
    sheet.ensure(height)
    sheet.y = BOTTOM + height
    for name, lines in rows:
        sheet.line(LEFT, sheet.y - 9, name, SMALL)
        for line in lines:
            sheet.line(LEFT + 110, sheet.y - 9, line, SMALL)
            sheet.y -= 13


def _list(sheet: PageCanvas, title: str, sentences: Sequence[str]) -> None:
    """A heading and its sentences; kept on one page unless they fill more than half of it."""
    inner = WIDTH - _INDENT
    height = HEADING.leading + 6 + sum(height_of(sentence, BODY, inner) + 3 for sentence in sentences)
    if sheet.y < TOP:
        sheet.y -= _BETWEEN
    sheet.ensure(min(height, (TOP - BOTTOM) / 2))
    sheet.chapter(f"list-{title}", title)
    sheet.write(title, HEADING)
    sheet.y -= 6
    for sentence in sentences:
        sheet.ensure(height_of(sentence, BODY, inner))
        sheet.line(LEFT, baseline(sheet.y, BODY), "\u2013", BODY)
        sheet.write(sentence, BODY, LEFT + _INDENT, inner)
        sheet.y -= 3


def _promise(sheet: PageCanvas, text: ReportText, wording: Wording) -> None:
    """What the figures promise and what they do not, in one box on one page."""
    inner = WIDTH - 2 * _PADDING
    sentences = sum(height_of(sentence, BODY, inner) + 5 for sentence in (*text.guarantee, *text.limits))
    height = 2 * _PADDING + HEADING.leading + 6 + sentences - 5 + _BETWEEN_PARTS + STRONG.leading + 4
    if sheet.y < TOP:
        sheet.y -= _BETWEEN
    sheet.ensure(height)
    sheet.chapter("promise", wording.say("report.guarantee"))
    sheet.box(LEFT, sheet.y - height, WIDTH, height, BOX, 6)
    sheet.y -= _PADDING
    sheet.write(wording.say("report.guarantee"), HEADING, LEFT + _PADDING, inner)
    sheet.y -= 6
    _sentences(sheet, text.guarantee, inner)
    sheet.y -= _BETWEEN_PARTS
    sheet.write(wording.say("report.limits"), STRONG, LEFT + _PADDING, inner)
    sheet.y -= 4
    _sentences(sheet, text.limits, inner)


def _sentences(sheet: PageCanvas, sentences: Sequence[str], width: float) -> None:
    for sentence in sentences:
        sheet.write(sentence, BODY, LEFT + _PADDING, width)
        sheet.y -= 5
