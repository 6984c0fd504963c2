"""A release as a workbook: all figures in tidy form, a sheet per table, the rules and the promise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from textwrap import shorten
from typing import Any, Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import xlsxwriter

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.release import Release
from counsellor_desk.reports.content import LineText, ReportText, TableText, capitalised, compose
from counsellor_desk.reports.palette import ACCENT, LINE, MARK, MARK_INK, QUIET
from counsellor_desk.reports.tidy import COLUMNS, TidyRow, safe_cell, tidy
from counsellor_desk.reports.wording import Wording

_BORN: Final = datetime(2000, 1, 1)  # as in the PDF: a workbook tells nothing of the clock it was made by
_ZIP_BORN: Final = (1980, 1, 1, 0, 0, 0)
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_SHEET_NAME: Final = 31  # the most characters Excel takes
_FORMATS: Final[Mapping[str, Mapping[str, object]]] = {
    "plain": {},
    "title": {"bold": True, "font_size": 14},
    "quiet": {"font_color": QUIET},
    "mark": {"bold": True, "font_color": MARK_INK, "bg_color": MARK},
    "head": {"bold": True, "font_color": ACCENT, "bottom": 1, "bottom_color": LINE},
    "number": {"num_format": "#,##0"},
    "total": {"bold": True, "top": 1},
    "total_number": {"bold": True, "top": 1, "num_format": "#,##0"},
    "wrap": {"text_wrap": True},
}
_WIDTHS: Final = (14, 9, 16, 12, 46, 20, 10, 10)


def xlsx(release: Release, codebook: Codebook, wording: Wording) -> bytes:
    """The workbook. The same release in the same language gives the same bytes on every machine."""
    text = compose(release, codebook, wording)
    out = BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        book.set_properties({"title": text.title, "author": "Counsellor Desk", "created": _BORN})
        _Writer(book, text, wording).write(tidy(release, codebook, wording))
    return _stored(out.getvalue())


class _Writer:
    """Sets the sheets of one workbook."""

    def __init__(self, book: Any, text: ReportText, wording: Wording) -> None:
        self._book = book
        self._text = text
        self._wording = wording
        self._formats: Mapping[str, Any] = {
            name: book.add_format({"font_name": "Arial", "font_size": 10, "valign": "top", **properties})
            for name, properties in _FORMATS.items()
        }

    def write(self, rows: Sequence[TidyRow]) -> None:
        """All sheets, in order."""
        self._figures(rows)
        if self._text.headline:
            glance = self._say("report.at_a_glance")
            self._lines(glance, glance, self._text.period, self._text.headline, None)
        for table in self._text.tables:
            self._table(table)
        self._sentences(self._say("file.rules"), (*self._text.rules, *self._text.not_shown))
        limits = (self._say("report.limits"), *self._text.limits, self._say("report.check"), *self._text.check)
        promise = (self._text.reading, *self._text.guarantee, *limits)
        self._sentences(self._say("file.guarantee"), promise)

    def _figures(self, rows: Sequence[TidyRow]) -> None:
        sheet = self._sheet(self._say("file.figures"))
        top = self._head(sheet, self._text.title, self._text.audience)
        for column, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
            sheet.set_column(column, column, width, self._formats["plain"])
            sheet.write_string(top, column, safe_cell(self._say(f"file.{name}")), self._formats["head"])
        for at, row in enumerate(rows, start=top + 1):
            for column, cell in enumerate(row.cells):
                self._cell(sheet, at, column, cell)
        sheet.autofilter(top, 0, top + len(rows), len(COLUMNS) - 1)
        sheet.freeze_panes(top + 1, 0)

    def _table(self, table: TableText) -> None:
        self._lines(f"{table.id} {table.title}", table.title, table.note, table.lines, table.total)

    def _lines(self, name: str, title: str, note: str, lines: Sequence[LineText], total: LineText | None) -> None:
        sheet = self._sheet(name)
        top = self._head(sheet, title, note)
        sheet.set_column(0, 0, 46, self._formats["plain"])
        for at, name in enumerate(self._text.columns if lines[0].to_date else ()):
            sheet.write_string(top - 1, 1 + 2 * at, safe_cell(capitalised(name)), self._formats["quiet"])
        for column, name in enumerate(("label", *("figure", "window") * (1 + len(lines[0].to_date)))):
            sheet.write_string(top, column, self._say(f"file.{name}"), self._formats["head"])
        for at, line in enumerate(lines, start=top + 1):
            self._line(sheet, at, line)
        if total is not None:
            self._line(sheet, top + 1 + len(lines), total, "total")

    def _sentences(self, title: str, sentences: Sequence[str]) -> None:
        sheet = self._sheet(title)
        sheet.set_column(0, 0, 100, self._formats["wrap"])
        top = self._head(sheet, title, self._text.title)
        for at, sentence in enumerate(sentences, start=top):
            sheet.write_string(at, 0, safe_cell(sentence), self._formats["wrap"])

    def _head(self, sheet: Any, title: str, note: str) -> int:
        """Marks, title and note at the top of a sheet; gives the row after them."""
        row = 0
        for mark in self._text.marks:
            sheet.set_row(row, None, self._formats["mark"])
            sheet.write_string(row, 0, safe_cell(mark), self._formats["mark"])
            row += 1
        sheet.write_string(row, 0, safe_cell(title), self._formats["title"])
        sheet.write_string(row + 1, 0, safe_cell(note), self._formats["quiet"])
        return row + 3

    def _line(self, sheet: Any, row: int, line: LineText, kind: str = "") -> None:
        self._cell(sheet, row, 0, safe_cell(line.label), kind)
        for at, figure in enumerate(line.figures):
            self._cell(sheet, row, 1 + 2 * at, figure.value, kind)
            self._cell(sheet, row, 2 + 2 * at, figure.window, kind)

    def _cell(self, sheet: Any, row: int, column: int, cell: str | int, kind: str = "") -> None:
        if isinstance(cell, int):
            sheet.write_number(row, column, cell, self._formats[f"{kind}_number" if kind else "number"])
        else:
            sheet.write_string(row, column, cell, self._formats[kind or "plain"])

    def _sheet(self, title: str) -> Any:
        """A new sheet; Excel takes no longer name than this, and no second one that is equal."""
        sheet = self._book.add_worksheet(shorten(title, _SHEET_NAME, placeholder="\u2026"))
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L{self._code()}&R&P / &N")
        return sheet

    def _code(self) -> str:
        return f"{self._say('about.check_code')} {self._text.check_code}" if self._text.check_code else ""

    def _say(self, key: str) -> str:
        return self._wording.say(key)


def _stored(archive: bytes) -> bytes:
    """The same archive without compression: what deflate makes of the same words depends on the machine's zlib."""
    out = BytesIO()
    with ZipFile(BytesIO(archive)) as before, ZipFile(out, "w", ZIP_STORED) as after:
        for entry in before.infolist():
            plain_entry = ZipInfo(entry.filename, _ZIP_BORN)
            plain_entry.create_system = 0  # else the archive tells which system it was made on
            after.writestr(plain_entry, before.read(entry))
    return out.getvalue()
