"""Releases made by hand; the figures are made up, but multiples of 5 that add up."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

from counsellor_desk.codebook import Codebook
from counsellor_desk.custody.office_key import OfficeKey
from counsellor_desk.figures.packet import sealed
from counsellor_desk.figures.period import Period, PeriodKind
from counsellor_desk.figures.release import (
    SECTOR,
    TOTAL,
    Audience,
    AudienceKind,
    Certificate,
    Figure,
    NotShown,
    Release,
    ReleasedTable,
    ToDate,
    Unit,
)

OFFICE_KEY = OfficeKey(b"an office that makes samples")
NOORD = Audience(AudienceKind.ORGANISATION, 3, "Omroep Noord & Zn. <Łódź>")


def sample(
    codebook: Codebook,
    *,
    practice: bool = False,
    audience: Audience = SECTOR,
    period: str = "2026Q3",
) -> Release:
    """A release with every table of the plan."""
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
        _additive("T2", Unit.NEW_CASES, "NATURE", codebook.rollups("NATURE"), new),
        _additive("T4", Unit.PERSONS, "CLIENT_ROLE", codebook.rollups("CLIENT_ROLE"), 40),
        _additive("T5", Unit.PERSONS, "CLIENT_STATUS", codebook.rollups("CLIENT_STATUS"), 40),
        _additive("T7a", Unit.NEW_CASES, "RELATION", codebook.rollups("RELATION"), new),
        _additive("T7b", Unit.NEW_CASES, "SAME_LINK", codebook.rollups("SAME_LINK"), new),
        _additive("T8", Unit.NEW_CASES, "SETTING", codebook.rollups("SETTING"), new),
        yes_no("T11", (*codebook.rollups("ACTION"), *codebook.rollups("REFERRAL"))),
        _additive("T13", Unit.CLOSED_CASES, "OUTCOME", codebook.rollups("OUTCOME"), closed),
        _additive("T13b", Unit.CLOSED_CASES, "AFTERCARE", codebook.rollups("AFTERCARE"), closed),
        _additive("T13c", Unit.CLOSED_CASES, "ANSWER", ("yes", "no", "unknown"), closed),
        _exact("T14", Unit.ACTIVITIES, codebook.rollups("ACTIVITY"), 3),
        _exact("T14m", Unit.MINUTES, codebook.rollups("ACTIVITY"), 345),
    )
    release = Release(
        number=15,
        audience=audience,
        period=Period.parse(period),
        plan="desk-1",
        codebook="2026.1",
        tables=tables,
        withheld=(NotShown("organisation:5", "population"), NotShown("organisation:6", "population")),
        certificate=Certificate(base=5, rho=5, ladder=1, rows=1234, releases=15, witness="9" * 64),
        practice=practice,
        published_on=date(2026, 10, 5),
        previous=hashlib.sha256(b"before").hexdigest(),
        check_code="",
    )
    return sealed(release, OFFICE_KEY)


def with_year_to_date(release: Release) -> Release:
    """The release with the year up to its last quarter: every figure but the exact ones again, and a hundred more."""
    counted = tuple(table for table in release.tables if table.unit not in (Unit.ACTIVITIES, Unit.MINUTES))
    tables = tuple(
        replace(
            table,
            rows=tuple(replace(row, value=row.value + 100) for row in table.rows),
            total=replace(table.total, value=table.total.value + 100 * len(table.rows)) if table.total else None,
        )
        for table in counted
    )
    year = Period(release.period.year, PeriodKind.YEAR)
    return replace(release, to_date=(ToDate(PeriodKind.YEAR, year.quarters[0], release.period.quarters[-1], tables),))


def preview_of(release: Release) -> Release:
    return replace(release, number=0, published_on=None, check_code="", signature=None)


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
