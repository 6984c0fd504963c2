from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counsellor_desk.reports.charts import TableChart
from counsellor_desk.reports.content import Group, LineText, TableText
from counsellor_desk.reports.layout import BODY, BOTTOM, TOP, PageCanvas, height_of, printable, width_of, wrapped
from counsellor_desk.reports.wording import Wording

_WIDTH = 90.0


@pytest.fixture(autouse=True)
def sheet() -> PageCanvas:
    return PageCanvas("Title", "nl", (), "", "", "{page}")


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_no_line_is_wider_than_its_column_and_nothing_is_lost(words: str) -> None:
    lines = wrapped(words, BODY, _WIDTH)

    assert all(width_of(line, BODY) <= _WIDTH for line in lines)
    assert "".join(lines).replace(" ", "") == printable(words).replace(" ", "")


def test_a_character_that_the_typeface_lacks_is_shown_as_a_question_mark() -> None:
    assert printable("Łódź 🎬\x00 €") == "Łódź ?? €"


def test_a_space_that_must_not_break_does_not() -> None:
    assert all("5\u00a0cases" in " ".join(wrapped(f"{'x' * pad} 5\u00a0cases", BODY, 70)) for pad in range(1, 12))


def test_a_long_label_makes_its_row_higher(sheet: PageCanvas, wordings: Mapping[str, Wording]) -> None:
    def used(label: str) -> float:
        before = PageCanvas("Title", "nl", (), "", "", "{page}")
        TableChart(before, _table(label, 1), (), wordings["nl"]).draw()
        return TOP - before.y

    lines = height_of("long words " * 20, BODY, 196) / BODY.leading

    assert used("long words " * 20) - used("short") == pytest.approx((lines - 1) * 12)


@pytest.mark.parametrize("rows", [1, 30, 33, 34, 80])
def test_no_table_runs_into_the_foot_of_the_page(
    sheet: PageCanvas, wordings: Mapping[str, Wording], rows: int
) -> None:
    TableChart(sheet, _table("A label", rows), (), wordings["nl"]).draw()

    assert BOTTOM - 1 <= sheet.y <= TOP


def _table(label: str, rows: int) -> TableText:
    lines = tuple(LineText(f"C{number}", label, 5, 5) for number in range(rows))
    return TableText("T2", "Title", "Note", (Group("", lines),), LineText("*", "Total", 5 * rows, 5))
