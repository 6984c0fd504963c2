from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import replace
from io import StringIO

import pytest

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.release import Release
from counsellor_desk.reports.content import compose
from counsellor_desk.reports.lint import vocabulary
from counsellor_desk.reports.tabular import csv_metadata, figures_csv
from counsellor_desk.reports.tidy import COLUMNS, safe_cell
from counsellor_desk.reports.wording import Wording


def test_every_figure_is_one_row(release: Release, codebook: Codebook, wording: Wording) -> None:
    rows = _rows(figures_csv(release, codebook, wording))
    published = [
        (table.id, row.code, str(row.value), str(row.window))
        for table in release.tables
        for row in (*table.rows, *((table.total,) if table.total else ()))
    ]

    assert [(row["table"], row["code"], row["figure"], row["window"]) for row in rows] == published
    assert len(rows) == len(release.figures)


def test_figures_of_the_year_so_far_are_rows_of_their_own_period(
    third_quarter: Release, codebook: Codebook, wording: Wording
) -> None:
    rows = _rows(figures_csv(third_quarter, codebook, wording))
    year = [row for row in rows if row["period"] == "2026Q1/2026Q3"]

    assert len(rows) == len(third_quarter.figures)
    assert [row["figure"] for row in year if row["code"] == "SI"] == ["120"]
    assert len({(row["period"], row["table"], row["code"]) for row in rows}) == len(rows)


def test_key_figures_bear_their_own_units(
    release: Release, codebook: Codebook, wordings: Mapping[str, Wording]
) -> None:
    rows = _rows(figures_csv(release, codebook, wordings["en"]))

    assert [row["unit"] for row in rows if row["table"] == "T1"][:3] == ["new cases", "closed cases", "persons"]


def test_each_code_names_the_list_it_comes_from(release: Release, codebook: Codebook, wording: Wording) -> None:
    for row in _rows(figures_csv(release, codebook, wording)):
        assert codebook.has(row["code_list"], row["code"]) or row["code"] == "*" or row["table"] in ("T1", "T13c")


def test_the_file_is_what_rfc_4180_asks(release: Release, codebook: Codebook, wording: Wording) -> None:
    data = figures_csv(release, codebook, wording)

    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert not data.startswith(b"\xef\xbb\xbf")


def test_the_description_names_the_file_and_its_columns(
    release: Release, codebook: Codebook, wording: Wording
) -> None:
    described = json.loads(csv_metadata(release, codebook, wording, "figures.csv"))
    columns = described["tableSchema"]["columns"]

    assert described["@context"][0] == "http://www.w3.org/ns/csvw"
    assert described["url"] == "figures.csv"
    assert [column["titles"] for column in columns] == list(COLUMNS)
    assert all(column["dc:description"] for column in columns)


def test_the_keys_of_the_description_are_keys(release: Release, codebook: Codebook, wording: Wording) -> None:
    key = json.loads(csv_metadata(release, codebook, wording, "x.csv"))["tableSchema"]["primaryKey"]
    rows = _rows(figures_csv(release, codebook, wording))

    assert len({tuple(row[name] for name in key) for row in rows}) == len(rows)


def test_the_description_of_practice_figures_says_so(
    practice_release: Release, release: Release, codebook: Codebook, wording: Wording
) -> None:
    mark = wording.say("report.practice")

    assert mark in csv_metadata(practice_release, codebook, wording, "x.csv").decode()
    assert mark not in csv_metadata(release, codebook, wording, "x.csv").decode()


def test_the_csv_holds_only_its_vocabulary(release: Release, codebook: Codebook, wording: Wording) -> None:
    assert vocabulary(release, codebook, wording).strangers(figures_csv(release, codebook, wording).decode()) == ()


@pytest.mark.parametrize("label", ["=1+1", "+31", "-2", "@SUM(A1)", "\t=1", "\r=1", " =1", "a\r\n=1"])
def test_no_cell_begins_a_formula_or_a_line(release: Release, wording: Wording, label: str) -> None:
    assert not safe_cell(label).startswith(("=", "+", "-", "@", "\t", "\r", " "))
    assert len(safe_cell(label).splitlines()) == 1


def test_a_label_that_looks_like_a_formula_leaves_as_text(
    release: Release, codebook: Codebook, wording: Wording
) -> None:
    nature = next(table for table in release.tables if table.id == "T2")
    hostile = {"nl": "=cmd|' /C calc'!A0", "en": "=cmd|' /C calc'!A0"}
    code = replace(codebook.code(nature.rows[0].code), labels=hostile)
    book = Codebook("test", {"NATURE": [code, *codebook.codes("NATURE")[1:]]})
    rows = _rows(figures_csv(replace(release, tables=(nature,)), book, wording))

    assert rows[0]["label"] == "'=cmd|' /C calc'!A0"


def _rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode("utf-8"), newline="")))


def test_the_description_of_the_table_holds_the_promise_and_its_limits(
    release: Release, codebook: Codebook, wording: Wording
) -> None:
    text = compose(release, codebook, wording)
    described = json.loads(csv_metadata(release, codebook, wording, "figures.csv"))["dc:description"]

    assert set(described) >= {*text.guarantee, *text.limits}
