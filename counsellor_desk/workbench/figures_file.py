"""Protected counts as CSV, one line for each published cell."""

from __future__ import annotations

import csv
import io

from counsellor_desk.disclosure.suppression.grid import Statement
from counsellor_desk.disclosure.table import Promise
from counsellor_desk.workbench.release import Method, PlanRelease


def figures_csv(release: PlanRelease) -> str:
    """A column for each dimension (``*`` for all its codes, or where the table lacks it), then figure and window.

    Where small counts are withheld also lower and upper: a withheld cell has no figure and no window, and no upper
    where its count has no end.
    """
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    bounds = ("lower", "upper") if release.method is Method.SUPPRESSION else ()
    lines.writerow([*(dimension.name for dimension in release.plan.dimensions), "figure", "window", *bounds])
    for cell, statement in zip(release.cells, release.statements, strict=True):
        lines.writerow([*cell.where, *_fields(statement)[: 2 + len(bounds)]])
    return text.getvalue()


def _fields(statement: Statement) -> tuple[int | str | None, ...]:
    if isinstance(statement, Promise):
        return statement.figure, statement.window, statement.figure, statement.figure
    return "", "", statement.least, statement.most
