"""A release as plain rows, one figure each: what the workbook's first sheet and the CSV both hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.release import Figure, Release, ReleasedTable
from counsellor_desk.reports.content import row_label
from counsellor_desk.reports.wording import Wording

COLUMNS: Final = ("period", "table", "code_list", "code", "label", "unit", "figure", "window")


@dataclass(frozen=True, slots=True)
class TidyRow:
    """One figure; the fields are ``COLUMNS``, in order."""

    period: str
    table: str
    code_list: str
    code: str
    label: str
    unit: str
    figure: int
    window: int

    @property
    def cells(self) -> tuple[str | int, ...]:
        """The values in the order of ``COLUMNS``."""
        return (self.period, self.table, self.code_list, self.code, self.label, self.unit, self.figure, self.window)


def tidy(release: Release, codebook: Codebook, wording: Wording) -> tuple[TidyRow, ...]:
    """Every figure of the release in its order: the period, then the half and the year so far; totals after rows."""

    def row(period: str, table: ReleasedTable, figure: Figure) -> TidyRow:
        return TidyRow(
            period=period,
            table=table.id,
            code_list=_list_of(table, figure.code, codebook),
            code=figure.code,
            label=safe_cell(row_label(table, figure.code, codebook, wording)),
            unit=safe_cell(wording.say(f"unit.{table.unit if table.code_list else figure.code}")),
            figure=figure.value,
            window=figure.window,
        )

    spans = [(f"{span.first}/{span.last}", span.tables) for span in release.to_date]
    periods = [(str(release.period), release.tables), *spans]
    return tuple(
        row(period, table, figure) for period, tables in periods for table in tables for figure in table.figures
    )


def _list_of(table: ReleasedTable, code: str, codebook: Codebook) -> str:
    """The list a code comes from: a table may hold codes of two lists, and answers and totals are in none."""
    return codebook.code(code).list if "." in code else table.code_list


def safe_cell(words: str) -> str:
    """The words as a cell may hold them: one line, and never the beginning of a formula.

    Source: OWASP, "CSV Injection": a cell that begins with = + - @, a tab or a line end may be run by a spreadsheet;
    an apostrophe before it makes it text.
    """
    line = " ".join("".join(character if character.isprintable() else " " for character in words).split())
    return f"'{line}" if line.startswith(("=", "+", "-", "@")) else line
