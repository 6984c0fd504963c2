"""Protected counts as CSV, one line for each published cell."""

from __future__ import annotations

import csv
import io

from counsellor_desk.workbench.release import PlanRelease


def figures_csv(release: PlanRelease) -> str:
    """A column for each dimension (``*`` for all its codes, or where the table lacks it), then figure and window."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow([*(dimension.name for dimension in release.plan.dimensions), "figure", "window"])
    figures = zip(release.cells, release.promises, strict=True)
    lines.writerows([*cell.where, promise.figure, promise.window] for cell, promise in figures)
    return text.getvalue()
