"""Cases that are not counted: each report says that there may be some, and none says how many."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.release import Release
from counsellor_desk.reports.pdf import pdf
from counsellor_desk.reports.tabular import csv_metadata
from counsellor_desk.reports.wording import Wording
from counsellor_desk.reports.xlsx import xlsx
from tests.reports.test_pdf import Paper
from tests.reports.test_xlsx import Book

WHY = {
    "en": "A case whose client did not agree, or was not asked, is in no figure of this report.",
    "nl": "Een zaak waarvan de cliënt daarmee niet instemde, of er niet naar is gevraagd, zit in geen enkel cijfer",
}
NOT_HOW_MANY = {
    "en": "How many cases are not counted is not told",
    "nl": "Hoeveel zaken niet meetellen, staat er niet in",
}


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("kind", ["pdf", "xlsx", "csv"])
def test_every_report_says_which_cases_are_in_no_figure(
    release: Release, codebook: Codebook, wordings: Mapping[str, Wording], tmp_path: Path, language: str, kind: str
) -> None:
    wording = wordings[language]
    said = {
        "pdf": lambda: Paper(tmp_path / "report.pdf").print(pdf(release, codebook, wording)).text,
        "xlsx": lambda: "\n".join(Book(xlsx(release, codebook, wording)).strings),
        "csv": lambda: csv_metadata(release, codebook, wording, "figures.csv").decode(),
    }[kind]()
    words = re.sub(r"\s+", " ", said)

    assert words.count(WHY[language]) == 1
    assert words.count(NOT_HOW_MANY[language]) == 1
