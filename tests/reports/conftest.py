"""Releases made by hand, and the shipped words to print them with."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import pytest

from counsellor_desk.bundle import resource
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import (
    SECTOR,
    TOTAL,
    Audience,
    AudienceKind,
    Certificate,
    Figure,
    Release,
    ReleasedTable,
    Unit,
    Withheld,
)
from counsellor_desk.reports.wording import Wording, load

NOORD = Audience(AudienceKind.ORGANISATION, 3, "Omroep Noord & Zn. <Łódź>")


@dataclass(frozen=True, slots=True)
class Lists:
    """The shipped code lists as plain rows: list name -> code -> column -> value."""

    rows: Mapping[str, Mapping[str, Mapping[str, str]]]

    def label(self, code: str, language: str) -> str:
        return next(row[code][f"label_{language}"] for row in self.rows.values() if code in row)

    def rollups(self, name: str) -> tuple[str, ...]:
        return tuple(code for code, row in self.rows[name].items() if row["rollup"] == code)

    def codes(self, name: str) -> tuple[str, ...]:
        return tuple(self.rows[name])


@pytest.fixture(scope="session")
def lists() -> Lists:
    def read(name: str) -> dict[str, dict[str, str]]:
        with resource("codebook", f"{name.lower()}.csv").open(encoding="utf-8", newline="") as file:
            return {row["code"]: row for row in csv.DictReader(file)}

    names = [path.stem.upper() for path in sorted(resource("codebook").glob("*.csv"))]
    return Lists({name: read(name) for name in names})


@pytest.fixture(scope="session")
def wordings() -> Mapping[str, Wording]:
    return load(resource("report"))


@pytest.fixture(params=["nl", "en"])
def wording(request: pytest.FixtureRequest, wordings: Mapping[str, Wording]) -> Wording:
    return wordings[request.param]


@pytest.fixture
def release(lists: Lists) -> Release:
    return sample(lists)


@pytest.fixture
def practice_release(lists: Lists) -> Release:
    return sample(lists, practice=True)


def sample(lists: Lists, *, practice: bool = False, audience: Audience = SECTOR, period: str = "2026Q3") -> Release:
    """A quarter's release with every table; the figures are made up but multiples of 5 that add up."""
    new, closed = 45, 40
    tables = (
        ReleasedTable(
            "T1",
            Unit.NEW_CASES,
            "",
            (
                Figure("new_cases", new, 5),
                Figure("closed_cases", closed, 5),
                Figure("persons", 40, 5),
                Figure("cases_with_contact", 85, 5),
            ),
            None,
            additive=False,
        ),
        _additive("T2", Unit.NEW_CASES, "NATURE", lists.rollups("NATURE"), new),
        _additive("T4", Unit.PERSONS, "CLIENT_ROLE", lists.rollups("CLIENT_ROLE"), 40),
        _additive("T5", Unit.PERSONS, "CLIENT_STATUS", lists.rollups("CLIENT_STATUS"), 40),
        _additive("T7a", Unit.NEW_CASES, "RELATION", lists.rollups("RELATION"), new),
        _additive("T7b", Unit.NEW_CASES, "SAME_LINK", lists.rollups("SAME_LINK"), new),
        _additive("T8", Unit.NEW_CASES, "SETTING", lists.rollups("SETTING"), new),
        yes_no("T11", (*lists.rollups("ACTION"), *lists.rollups("REFERRAL"))),
        _additive("T13", Unit.CLOSED_CASES, "OUTCOME", lists.rollups("OUTCOME"), closed),
        _additive("T13b", Unit.CLOSED_CASES, "AFTERCARE", lists.rollups("AFTERCARE"), closed),
        _additive("T13c", Unit.CLOSED_CASES, "ANSWER", ("yes", "no", "unknown"), closed),
        _exact("T14", Unit.ACTIVITIES, lists.rollups("ACTIVITY"), 3),
        _exact("T14m", Unit.MINUTES, lists.rollups("ACTIVITY"), 345),
    )
    return Release(
        number=15,
        audience=audience,
        period=Period.parse(period),
        plan="desk-1",
        codebook="2026.1",
        tables=tables,
        withheld=(Withheld("organisation:5", "population"), Withheld("organisation:6", "population")),
        certificate=Certificate(base=5, rho=5, ladder=1, rows=1234, releases=15, witness="9" * 64),
        practice=practice,
        published_on=date(2026, 10, 5),
        previous=hashlib.sha256(b"before").hexdigest(),
        check_code=hashlib.sha256(f"{period}{audience.key}{practice}".encode()).hexdigest(),
    )


def preview_of(release: Release) -> Release:
    return replace(release, number=0, published_on=None, check_code="")


def yes_no(table: str, codes: tuple[str, ...]) -> ReleasedTable:
    rows = tuple(Figure(code, (7 * at % 5) * 5, 5) for at, code in enumerate(codes))
    return ReleasedTable(table, Unit.CLOSED_CASES, "ACTION", rows, None, additive=False)


def _additive(table: str, unit: Unit, code_list: str, codes: tuple[str, ...], total: int) -> ReleasedTable:
    left, rows = total, []
    for at, code in enumerate(codes):
        value = left if at == len(codes) - 1 else left // 10 * 5
        rows.append(Figure(code, value, 5))
        left -= value
    return ReleasedTable(table, unit, code_list, tuple(rows), Figure(TOTAL, total, 5), additive=True)


def _exact(table: str, unit: Unit, codes: tuple[str, ...], step: int) -> ReleasedTable:
    rows = tuple(Figure(code, at * step, 0) for at, code in enumerate(codes))
    total = Figure(TOTAL, sum(row.value for row in rows), 0)
    return ReleasedTable(table, unit, "ACTIVITY", rows, total, additive=True)
