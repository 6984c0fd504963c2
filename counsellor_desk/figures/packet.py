"""A release as the content of a packet, and back. The same release is always the same text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import TypeVar

from counsellor_desk.figures.period import Period, PeriodKind, PeriodUnreadable
from counsellor_desk.figures.plan import PLAN, PLAN_HASH
from counsellor_desk.figures.release import (
    NO_CORRECTIONS,
    Audience,
    AudienceKind,
    Corrections,
    Figure,
    NotShown,
    Release,
    ReleasedTable,
    ToDate,
    Unit,
)
from counsellor_desk.packet.canonical import Unexpected
from counsellor_desk.packet.envelope import Certificate, Packet, PacketKind, open_packet, seal
from counsellor_desk.packet.errors import PacketUnreadable
from counsellor_desk.packet.fields import Fields
from counsellor_desk.packet.signature import Signer

T = TypeVar("T")
Json = dict[str, object]


def to_json(release: Release) -> str:
    """The packet of a published ``release``."""
    return packet_of(release).text


def sealed(release: Release, signer: Signer) -> Release:
    """``release`` with its check code and signature."""
    packet = seal(
        PacketKind.DESK,
        release.number,
        release.previous,
        _plan(release),
        release.certificate,
        _content(release),
        signer,
    )
    return replace(release, check_code=packet.check_code, signature=packet.signature)


def from_json(text: str) -> Release:
    """The release a packet holds. Whether its check code fits and who signed it is not looked at.

    Raises: PacketUnreadable.
    """
    return release_of(open_packet(text.encode("utf-8", errors="replace")))


def packet_of(release: Release) -> Packet:
    """The packet of a published ``release``."""
    if release.signature is None:
        raise ValueError("a preview has no packet")
    return Packet(
        PacketKind.DESK,
        release.number,
        release.previous,
        _plan(release),
        release.certificate,
        _content(release),
        release.check_code,
        release.signature,
    )


def release_of(packet: Packet) -> Release:
    """The release in ``packet``.

    Raises: PacketUnreadable when it is not one of a desk, in the only spelling there is.
    """
    try:
        release = _release(packet)
    except (Unexpected, PeriodUnreadable, ValueError) as error:
        raise PacketUnreadable(reason="no_packet") from error
    if packet.kind is not PacketKind.DESK or packet_of(release) != packet:
        raise PacketUnreadable(reason="no_packet")
    return release


def _plan(release: Release) -> Json:
    name, _, version = release.plan.rpartition("-")
    return {"name": name, "version": version, "hash": PLAN_HASH if release.plan == PLAN else ""}


def _content(release: Release) -> Json:
    corrections = {} if release.corrections == NO_CORRECTIONS else {"corrections": asdict(release.corrections)}
    return corrections | {
        "audience": {
            "kind": release.audience.kind,
            "organisation": release.audience.organisation,
            "name": release.audience.name,
        },
        "period": str(release.period),
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
        "practice": release.practice,
        "published_on": "" if release.published_on is None else release.published_on.isoformat(),
    }


def _table(table: ReleasedTable) -> Json:
    return {
        "id": table.id,
        "unit": table.unit,
        "code_list": table.code_list,
        "rows": [_figure(row) for row in table.rows],
        "total": None if table.total is None else _figure(table.total),
        "additive": table.additive,
    }


def _figure(figure: Figure) -> Json:
    return {"code": figure.code, "value": figure.value, "window": figure.window}


def _release(packet: Packet) -> Release:
    plan = Fields(packet.plan, "name", "version", "hash")
    if not isinstance(packet.certificate, Certificate):
        raise Unexpected()
    names = ("audience", "period", "codebook", "tables", "to_date", "withheld", "practice", "published_on")
    fields = Fields(packet.release, *names, *(name for name in ("corrections",) if name in packet.release))
    return Release(
        number=packet.number,
        audience=_audience(fields.part("audience")),
        period=Period.parse(fields.text("period")),
        plan=f"{plan.text('name')}-{plan.text('version')}",
        codebook=fields.text("codebook"),
        tables=_each(fields.parts("tables"), _read_table),
        withheld=_each(fields.parts("withheld"), _read_withheld),
        certificate=packet.certificate,
        practice=fields.flag("practice"),
        published_on=date.fromisoformat(fields.text("published_on")),
        previous=packet.previous,
        check_code=packet.check_code,
        to_date=_each(fields.parts("to_date"), _read_to_date),
        signature=packet.signature,
        corrections=_corrections(packet.release.get("corrections")),
    )


def _corrections(found: object) -> Corrections:
    """An office that never corrected a figure says nothing about it."""
    if found is None:
        return NO_CORRECTIONS
    fields = Fields(found, "count", "replaces", "changed")
    return Corrections(fields.number("count", least=1), fields.number("replaces"), fields.number("changed"))


def _audience(found: object) -> Audience:
    fields = Fields(found, "kind", "organisation", "name")
    number = None if fields.part("organisation") is None else fields.number("organisation", least=1)
    kind, name = fields.choice("kind", AudienceKind), fields.text("name")
    if (kind is AudienceKind.SECTOR) != (number is None) or (number is None and name):
        raise Unexpected()
    return Audience(kind, number, name)


def _read_withheld(found: object) -> NotShown:
    fields = Fields(found, "subject", "reason")
    return NotShown(fields.text("subject"), fields.text("reason"))


def _read_to_date(found: object) -> ToDate:
    fields = Fields(found, "kind", "first", "last", "tables")
    first, last = Period.parse(fields.text("first")), Period.parse(fields.text("last"))
    return ToDate(fields.choice("kind", PeriodKind), first, last, _each(fields.parts("tables"), _read_table))


def _read_table(found: object) -> ReleasedTable:
    fields = Fields(found, "id", "unit", "code_list", "rows", "total", "additive")
    total = fields.part("total")
    return ReleasedTable(
        fields.text("id"),
        fields.choice("unit", Unit),
        fields.text("code_list"),
        _each(fields.parts("rows"), _read_figure),
        None if total is None else _read_figure(total),
        fields.flag("additive"),
    )


def _read_figure(found: object) -> Figure:
    fields = Fields(found, "code", "value", "window")
    return Figure(fields.text("code"), fields.number("value", least=None), fields.number("window"))


def _each(found: Sequence[object], read: Callable[[object], T]) -> tuple[T, ...]:
    return tuple(read(one) for one in found)
