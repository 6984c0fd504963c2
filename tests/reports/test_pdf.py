from __future__ import annotations

import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.release import Figure, Release
from counsellor_desk.reports.content import compose
from counsellor_desk.reports.lint import vocabulary
from counsellor_desk.reports.pdf import pdf
from counsellor_desk.reports.wording import Wording
from tests.reports.samples import NOORD, preview_of, sample, yes_no


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    return Paper(tmp_path / "report.pdf")


class Paper:
    """A report looked at with the tools of Poppler."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def print(self, document: bytes) -> Paper:
        self._path.write_bytes(document)
        return self

    @property
    def pages(self) -> list[str]:
        return self.ask("pdftotext", "-layout", after="-").split("\f")[:-1]

    @property
    def text(self) -> str:
        return "\n".join(self.pages)

    def ask(self, tool: str, *options: str, after: str | None = None) -> str:
        command = [tool, *options, str(self._path), *((after,) if after else ())]
        return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def test_only_embedded_fonts_of_one_family_are_used(
    paper: Paper, release: Release, codebook: Codebook, wording: Wording
) -> None:
    listing = paper.print(pdf(release, codebook, wording)).ask("pdffonts").splitlines()[2:]

    assert listing
    assert all("OpenSans" in font and font.split()[-5:-2] == ["yes", "yes", "yes"] for font in listing)


def test_the_metadata_tells_what_it_is_and_nothing_else(
    paper: Paper, codebook: Codebook, wordings: Mapping[str, Wording]
) -> None:
    document = pdf(sample(codebook, audience=NOORD), codebook, wordings["nl"])
    lines = paper.print(document).ask("pdfinfo", "-rawdates").splitlines()
    info = {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}

    assert info["Title"] == info["Subject"] == "Cijfers derde kwartaal 2026"
    assert {info["Author"], info["Creator"], info["Producer"]} == {"Counsellor Desk"}
    assert info["CreationDate"] == info["ModDate"] == "D:20000101000000+00'00'"
    assert b"/Lang (nl" in document


def test_nothing_is_printed_but_code_words_template_words_and_allowed_numbers(
    paper: Paper, release: Release, codebook: Codebook, wording: Wording
) -> None:
    paper.print(pdf(release, codebook, wording))

    assert vocabulary(release, codebook, wording, len(paper.pages)).strangers(paper.text) == ()


def test_the_year_so_far_stands_beside_the_quarter(
    paper: Paper, third_quarter: Release, codebook: Codebook, wordings: Mapping[str, Wording]
) -> None:
    printed = paper.print(pdf(third_quarter, codebook, wordings["nl"])).text
    lines = [" ".join(line.split()) for line in printed.splitlines()]

    assert any(line.endswith("kwartaal 3 kwartaal 1–3") for line in lines)
    assert "Seksuele intimidatie of seksueel geweld 20 ±5 120 ±5" in lines
    assert any("kwartaal 1–3: 145 ±5" in line for line in lines)


def test_a_report_with_the_year_so_far_holds_to_its_vocabulary(
    paper: Paper, third_quarter: Release, codebook: Codebook, wording: Wording
) -> None:
    paper.print(pdf(third_quarter, codebook, wording))

    assert vocabulary(third_quarter, codebook, wording, len(paper.pages)).strangers(paper.text) == ()


@pytest.mark.parametrize("period", ["2026Q1", "2026H2", "2025"])
def test_a_report_for_an_organisation_holds_to_its_vocabulary_too(
    paper: Paper, codebook: Codebook, wording: Wording, period: str
) -> None:
    release = sample(codebook, audience=NOORD, period=period)
    paper.print(pdf(release, codebook, wording))

    assert vocabulary(release, codebook, wording, len(paper.pages)).strangers(paper.text) == ()
    assert NOORD.name in paper.text


def test_every_figure_is_on_paper_beside_its_words(
    paper: Paper, release: Release, codebook: Codebook, wording: Wording
) -> None:
    lines = [" ".join(line.split()) for line in paper.print(pdf(release, codebook, wording)).text.splitlines()]

    for table in release.tables[1:]:
        for row in (row for row in table.rows if codebook.has(table.code_list, row.code)):
            margin = f" ±{row.window}" if row.window else ""
            assert f"{codebook.label(row.code, wording.language)} {wording.number(row.value)}{margin}" in lines


def test_every_page_of_a_practice_report_says_so(
    paper: Paper, practice_release: Release, codebook: Codebook, wording: Wording
) -> None:
    pages = paper.print(pdf(practice_release, codebook, wording)).pages

    assert all(wording.say("report.practice") in page for page in pages)


def test_no_page_of_a_real_report_speaks_of_practice(
    paper: Paper, release: Release, codebook: Codebook, wording: Wording
) -> None:
    assert wording.say("report.practice") not in paper.print(pdf(release, codebook, wording)).text


def test_every_page_of_a_preview_says_so(
    paper: Paper, release: Release, codebook: Codebook, wording: Wording
) -> None:
    pages = paper.print(pdf(preview_of(release), codebook, wording)).pages

    assert all(wording.say("report.preview") in page for page in pages)


def test_every_page_bears_its_number_and_the_check_code(
    paper: Paper, release: Release, codebook: Codebook, wording: Wording
) -> None:
    pages = paper.print(pdf(release, codebook, wording)).pages
    code = release.check_code

    for number, page in enumerate(pages, start=1):
        assert wording.say("report.page", page=str(number), pages=str(len(pages))) in page
        assert f"{code[:4]} {code[4:8]} {code[8:12]} {code[12:16]}" in page


def test_a_table_longer_than_a_page_goes_on_under_its_title(
    paper: Paper, release: Release, codebook: Codebook, wordings: Mapping[str, Wording]
) -> None:
    codes = tuple(code.code for name in ("ACTION", "REFERRAL") for code in codebook.codes(name))
    tables = tuple(yes_no("T11", codes) if table.id == "T11" else table for table in release.tables)
    pages = paper.print(pdf(replace(release, tables=tables), codebook, wordings["nl"])).pages

    assert any("Wat er is gedaan (vervolg)" in page for page in pages)
    assert all(codebook.label(code, "nl") in paper.text for code in codes)


def test_large_figures_and_wide_margins_find_room(
    paper: Paper, release: Release, codebook: Codebook, wordings: Mapping[str, Wording]
) -> None:
    headline = replace(
        release.tables[0], rows=(Figure("new_cases", 123_450, 10), Figure("closed_cases", 223_450, 10))
    )
    paper.print(pdf(replace(release, tables=(headline,)), codebook, wordings["en"]))

    assert "123,450" in paper.text
    assert "−100,000" in paper.text
    assert "±20" in paper.text


@pytest.mark.parametrize("name", ["A" * 200, "🎬 שלום\x00\u202e<b>x</b>", "", "{name} %s \\n"])
def test_any_name_of_an_organisation_can_be_printed(
    paper: Paper, codebook: Codebook, wordings: Mapping[str, Wording], name: str
) -> None:
    release = sample(codebook, audience=replace(NOORD, name=name))

    assert paper.print(pdf(release, codebook, wordings["nl"])).pages


def test_a_report_without_tables_is_still_a_report(
    paper: Paper, release: Release, codebook: Codebook, wording: Wording
) -> None:
    assert len(paper.print(pdf(replace(release, tables=()), codebook, wording)).pages) >= 2


def test_the_promise_and_its_limits_stand_on_one_page(
    paper: Paper, release: Release, codebook: Codebook, wording: Wording
) -> None:
    text = compose(release, codebook, wording)
    last = " ".join(paper.print(pdf(release, codebook, wording)).pages[-1].split())

    for sentence in (*text.guarantee, *text.limits):
        assert " ".join(sentence.split()) in last
