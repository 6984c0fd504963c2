from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.release import Release
from counsellor_desk.reports.content import compose
from counsellor_desk.reports.lint import vocabulary
from counsellor_desk.reports.tidy import safe_cell
from counsellor_desk.reports.wording import Wording
from counsellor_desk.reports.xlsx import xlsx
from tests.reports.samples import NOORD, sample

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


class Book:
    """A workbook read back from its parts."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as archive:
            self.parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
            self.dates = {entry.date_time for entry in archive.infolist()}
        self.strings = [
            "".join(item.itertext()) for item in ElementTree.fromstring(self.parts["xl/sharedStrings.xml"])
        ]
        self.names = [sheet.attrib["name"] for sheet in self._tree("xl/workbook.xml").iter(f"{_MAIN}sheet")]

    def sheet(self, number: int) -> list[list[str | int]]:
        tree = self._tree(f"xl/worksheets/sheet{number}.xml")
        return [[self._value(cell) for cell in row] for row in tree.iter(f"{_MAIN}row")]

    def _value(self, cell: ElementTree.Element) -> str | int:
        value = cell.findtext(f"{_MAIN}v") or "0"
        return self.strings[int(value)] if cell.attrib.get("t") == "s" else int(value)

    def _tree(self, part: str) -> ElementTree.Element:
        return ElementTree.fromstring(self.parts[part])


@pytest.fixture
def book(release: Release, codebook: Codebook, wording: Wording) -> Book:
    return Book(xlsx(release, codebook, wording))


def test_the_first_sheet_holds_every_figure(book: Book, release: Release) -> None:
    rows = [row for row in book.sheet(1) if len(row) >= 6 and isinstance(row[-1], int)]

    assert [tuple(row[-2:]) for row in rows] == [
        (row.value, row.window)
        for table in release.tables
        for row in (*table.rows, *((table.total,) if table.total else ()))
    ]


def test_there_is_a_sheet_for_each_table_the_rules_and_the_promise(
    book: Book, release: Release, wording: Wording
) -> None:
    assert len(book.names) == 1 + len(release.tables) + 2
    assert all(any(name.split()[0] == table.id for name in book.names) for table in release.tables[1:])
    assert book.names[-2:] == [wording.say("file.rules"), wording.say("file.guarantee")]
    assert wording.lines("not_shown.always")[0] in book.strings


def test_a_table_has_a_column_for_the_year_so_far(
    third_quarter: Release, codebook: Codebook, wording: Wording
) -> None:
    book = Book(xlsx(third_quarter, codebook, wording))
    sheet = book.sheet(1 + next(at for at, name in enumerate(book.names) if name.startswith("T2 ")))

    assert [codebook.label("SI", wording.language), 20, 5, 120, 5] in sheet


def test_there_are_no_formulas_links_or_macros(book: Book) -> None:
    assert not any(re.search(rb"<f[ >]|<hyperlink|vbaProject|externalLink", part) for part in book.parts.values())


def test_every_sheet_of_practice_figures_says_so(
    practice_release: Release, codebook: Codebook, wording: Wording
) -> None:
    practice = Book(xlsx(practice_release, codebook, wording))

    for number in range(1, len(practice.names) + 1):
        assert practice.sheet(number)[0][0] == wording.say("report.practice")


def test_no_sheet_of_real_figures_speaks_of_practice(book: Book, wording: Wording) -> None:
    assert wording.say("report.practice") not in book.strings


def test_the_properties_tell_nothing_of_time_or_maker(book: Book) -> None:
    core = book.parts["docProps/core.xml"].decode()

    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2000-01-01T00:00:00Z"}
    assert set(re.findall(r"<(?:dc:creator|cp:lastModifiedBy)>(.*?)<", core)) == {"Counsellor Desk"}
    assert book.dates == {(1980, 1, 1, 0, 0, 0)}


def test_the_workbook_holds_only_its_vocabulary(
    book: Book, release: Release, codebook: Codebook, wording: Wording
) -> None:
    text = "\n".join((*book.strings, *(name.rpartition(" ")[0] for name in book.names)))

    assert vocabulary(release, codebook, wording).strangers(text) == ()


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1", "@x", "https://example.org", "🎬\x00\x0b", "x" * 400])
def test_any_name_of_an_organisation_stays_text(codebook: Codebook, wording: Wording, name: str) -> None:
    release = sample(codebook, audience=replace(NOORD, name=name))
    book = Book(xlsx(release, codebook, wording))

    assert not any(re.search(rb"<f[ >]|<hyperlink", part) for part in book.parts.values())
    assert not any(string.startswith(("=", "+", "-", "@")) for string in book.strings)


def test_the_last_sheet_holds_the_promise_and_its_limits(
    book: Book, release: Release, codebook: Codebook, wording: Wording
) -> None:
    text = compose(release, codebook, wording)
    said = [str(row[0]) for row in book.sheet(len(book.names))]

    assert set(said) >= {safe_cell(words) for words in (*text.guarantee, wording.say("report.limits"), *text.limits)}
