"""A release as canonical JSON: the same release is always the same text. Keys sorted, no floats, no white space."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from counsellor_desk.figures.errors import PacketUnreadable
from counsellor_desk.figures.period import Period, PeriodKind, PeriodUnreadable
from counsellor_desk.figures.release import (
    Audience,
    AudienceKind,
    Certificate,
    Figure,
    Release,
    ReleasedTable,
    ToDate,
    Unit,
    Withheld,
)

FORMAT = "counsellor-desk-figures-1"
T = TypeVar("T")
Json = Mapping[str, object]


def canonical(value: object) -> str:
    """The one way to write ``value`` as JSON."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def to_json(release: Release) -> str:
    """The packet of ``release``."""
    return canonical(_content(release) | {"check_code": release.check_code})


def check_code(release: Release) -> str:
    """SHA-256 (hex) over the canonical content of ``release``, its own check code left out."""
    return hashlib.sha256(canonical(_content(release)).encode()).hexdigest()


def sealed(release: Release) -> Release:
    """``release`` with its check code."""
    return replace(release, check_code=check_code(release))


def from_json(text: str) -> Release:
    """The release a packet holds.

    Raises: PacketUnreadable when it is no packet or its check code does not match.
    """
    try:
        found = json.loads(text)
        if not isinstance(found, dict) or found.get("format") != FORMAT:
            raise PacketUnreadable()
        release = _release(found)
    except (ValueError, KeyError, TypeError, RecursionError, PeriodUnreadable) as error:
        raise PacketUnreadable() from error
    if release.check_code and release.check_code != check_code(release):
        raise PacketUnreadable()
    return release


def _content(release: Release) -> dict[str, object]:
    return {
        "format": FORMAT,
        "number": release.number,
        "audience": {
            "kind": release.audience.kind,
            "organisation": release.audience.organisation,
            "name": release.audience.name,
        },
        "period": str(release.period),
        "plan": release.plan,
        "codebook": release.codebook,
        "tables": [_table(table) for table in release.tables],
        "to_date": [
            {
                "kind": part.kind,
                "first": str(part.first),
                "last": str(part.last),
                "tables": [_table(table) for table in part.tables],
            }
            for part in release.to_date
        ],
        "withheld": [{"subject": one.subject, "reason": one.reason} for one in release.withheld],
        "certificate": {
            "base": release.certificate.base,
            "rho": release.certificate.rho,
            "ladder": release.certificate.ladder,
            "rows": release.certificate.rows,
            "releases": release.certificate.releases,
            "witness": release.certificate.witness,
        },
        "practice": release.practice,
        "published_on": None if release.published_on is None else release.published_on.isoformat(),
        "previous": release.previous,
    }


def _table(table: ReleasedTable) -> dict[str, object]:
    return {
        "id": table.id,
        "unit": table.unit,
        "code_list": table.code_list,
        "rows": [_figure(row) for row in table.rows],
        "total": None if table.total is None else _figure(table.total),
        "additive": table.additive,
    }


def _figure(figure: Figure) -> dict[str, object]:
    return {"code": figure.code, "value": figure.value, "window": figure.window}


def _release(found: Json) -> Release:
    audience, day = _part(found, "audience"), found["published_on"]
    organisation = audience["organisation"]
    return Release(
        number=_int(found, "number"),
        audience=Audience(
            AudienceKind(_str(audience, "kind")),
            None if organisation is None else _int(audience, "organisation"),
            _str(audience, "name"),
        ),
        period=Period.parse(_str(found, "period")),
        plan=_str(found, "plan"),
        codebook=_str(found, "codebook"),
        tables=_many(found, "tables", _read_table),
        withheld=_many(found, "withheld", lambda one: Withheld(_str(one, "subject"), _str(one, "reason"))),
        certificate=_certificate(_part(found, "certificate")),
        practice=_bool(found, "practice"),
        published_on=None if day is None else date.fromisoformat(_str(found, "published_on")),
        previous=_str(found, "previous"),
        check_code=_str(found, "check_code"),
        to_date=_many(found, "to_date", _read_to_date),
    )


def _certificate(found: Json) -> Certificate:
    base, rho, ladder = _int(found, "base"), _int(found, "rho"), _int(found, "ladder")
    return Certificate(base, rho, ladder, _int(found, "rows"), _int(found, "releases"), _str(found, "witness"))


def _read_to_date(found: Json) -> ToDate:
    first, last = Period.parse(_str(found, "first")), Period.parse(_str(found, "last"))
    return ToDate(PeriodKind(_str(found, "kind")), first, last, _many(found, "tables", _read_table))


def _read_table(found: Json) -> ReleasedTable:
    return ReleasedTable(
        _str(found, "id"),
        Unit(_str(found, "unit")),
        _str(found, "code_list"),
        _many(found, "rows", _read_figure),
        None if found["total"] is None else _read_figure(_part(found, "total")),
        _bool(found, "additive"),
    )


def _read_figure(found: Json) -> Figure:
    return Figure(_str(found, "code"), _int(found, "value"), _int(found, "window"))


def _many(found: Json, key: str, read: Callable[[Json], T]) -> tuple[T, ...]:
    parts = found[key]
    if not isinstance(parts, list):
        raise PacketUnreadable()
    return tuple(read(_mapping(part)) for part in parts)


def _part(found: Json, key: str) -> Json:
    return _mapping(found[key])


def _mapping(value: object) -> Json:
    if not isinstance(value, dict):
        raise PacketUnreadable()
    return value


def _str(found: Json, key: str) -> str:
    value = found[key]
    if not isinstance(value, str):
        raise PacketUnreadable()
    return value


def _int(found: Json, key: str) -> int:
    value = found[key]
    if not isinstance(value, int) or isinstance(value, bool):
        raise PacketUnreadable()
    return value


def _bool(found: Json, key: str) -> bool:
    value = found[key]
    if not isinstance(value, bool):
        raise PacketUnreadable()
    return value
