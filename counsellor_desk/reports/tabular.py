"""A release as one tidy CSV file, and the description that lets a program read it."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import Final

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.release import Release
from counsellor_desk.reports.content import compose, report_title
from counsellor_desk.reports.tidy import COLUMNS, tidy
from counsellor_desk.reports.wording import Wording

_NUMBERS: Final = ("figure", "window")


def figures_csv(release: Release, codebook: Codebook, wording: Wording) -> bytes:
    """Every figure as a row of comma-separated values, UTF-8, header first, lines ended by CR LF.

    Source: RFC 4180, section 2.
    """
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(row.cells for row in tidy(release, codebook, wording))
    return out.getvalue().encode("utf-8")


def csv_metadata(release: Release, codebook: Codebook, wording: Wording, name: str) -> bytes:
    """The description of the CSV file ``name``: what it is, what each column means, what the figures promise.

    Source: W3C, Metadata Vocabulary for Tabular Data, 17 December 2015.
    """
    text = compose(release, codebook, wording)
    metadata = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": wording.language}],
        "url": name,
        "dc:title": report_title(release, wording),
        "dc:language": wording.language,
        "dc:description": [*text.marks, text.reading, *text.guarantee, *text.limits],
        "dc:identifier": release.check_code,
        "dc:subject": str(release.period),
        "rdfs:comment": [*text.rules, *text.not_shown, *text.check],
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n"], "header": True},
        "tableSchema": {
            "primaryKey": ["period", "table", "code"],
            "columns": [_column(name, wording) for name in COLUMNS],
        },
    }
    return (json.dumps(metadata, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _column(name: str, wording: Wording) -> dict[str, object]:
    number = {"base": "integer"}
    return {
        "name": name,
        "titles": name,
        "dc:title": wording.say(f"file.{name}"),
        "dc:description": wording.say(f"file.describe_{name}"),
        "datatype": number if name in _NUMBERS else "string",
        "required": name != "code_list",
    }
