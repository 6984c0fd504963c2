"""Protected counts of a plan as the content of a packet, and back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counsellor_desk.disclosure.errors import PlanUnsound
from counsellor_desk.disclosure.plan import Cell, Plan
from counsellor_desk.disclosure.suppression.grid import Interval, Statement
from counsellor_desk.disclosure.table import Promise
from counsellor_desk.packet.canonical import Unexpected
from counsellor_desk.packet.envelope import Certificate, Packet, PacketKind, Withholding, seal
from counsellor_desk.packet.errors import PacketUnreadable
from counsellor_desk.packet.fields import Fields, texts
from counsellor_desk.packet.signature import Signer
from counsellor_desk.workbench.plan_file import Json, plan_from, plan_hash, plan_json


class Method(StrEnum):
    """How counts are protected."""

    ROUNDING = "rounding"
    SUPPRESSION = "suppression"


@dataclass(frozen=True, slots=True)
class PlanRelease:
    """What is said about every one of the ``cells`` of ``plan``, in order: a rounded figure, an exact one, or the
    interval of a withheld one.

    ``corrected`` > 0: a revision, which takes the place of what was published about these cells, because up to so
    many cases were corrected.
    """

    plan: Plan
    cells: tuple[Cell, ...]
    statements: tuple[Statement, ...]
    method: Method = Method.ROUNDING
    corrected: int = 0

    @property
    def promises(self) -> tuple[Promise, ...]:
        """What is said about the cells that are published."""
        return tuple(one for one in self.statements if isinstance(one, Promise))

    @property
    def withheld(self) -> tuple[Interval, ...]:
        """What is said about the others."""
        return tuple(one for one in self.statements if isinstance(one, Interval))


def sealed(
    release: PlanRelease, number: int, previous: str, certificate: Certificate | Withholding, signer: Signer
) -> Packet:
    """The packet of ``release``."""
    plan = {**plan_json(release.plan), "hash": plan_hash(release.plan)}
    return seal(PacketKind.PLAN, number, previous, plan, certificate, _content(release), signer)


def release_of(packet: Packet) -> PlanRelease:
    """The release in ``packet``; ``plan_stands`` says whether its plan is the one its hash names.

    Raises: PacketUnreadable.
    """
    try:
        if packet.kind is not PacketKind.PLAN:
            raise Unexpected()
        plan = plan_from({name: part for name, part in packet.plan.items() if name != "hash"})
        fields, cells = Fields(packet.release, "method", "corrected", "cells"), plan.cells()
        found, method = fields.parts("cells"), fields.choice("method", Method)
        if len(found) != len(cells):
            raise Unexpected()
        statements = tuple(_statement(one, cell, method) for one, cell in zip(found, cells, strict=True))
        return PlanRelease(plan, cells, statements, method, fields.number("corrected"))
    except (Unexpected, PlanUnsound) as error:
        raise PacketUnreadable(reason="no_packet") from error


def plan_stands(packet: Packet, release: PlanRelease) -> bool:
    """Whether the plan in ``packet`` is whole and is the one its hash names."""
    return packet.plan == {**plan_json(release.plan), "hash": plan_hash(release.plan)}


def _content(release: PlanRelease) -> Json:
    cells = [
        {"cell": list(cell.where), **_said(statement)}
        for cell, statement in zip(release.cells, release.statements, strict=True)
    ]
    return {"method": release.method, "corrected": release.corrected, "cells": cells}


def _said(statement: Statement) -> Json:
    if isinstance(statement, Promise):
        return {"figure": statement.figure, "window": statement.window}
    return {"lower": statement.least, "upper": statement.most}


def _statement(found: object, cell: Cell, method: Method) -> Statement:
    if method is Method.SUPPRESSION and isinstance(found, dict) and "figure" not in found:
        fields = Fields(found, "cell", "lower", "upper")
        most = None if fields.part("upper") is None else fields.number("upper")
        statement: Statement = Interval(cell.row, fields.number("lower"), most)
    else:
        fields = Fields(found, "cell", "figure", "window")
        statement = Promise(cell.row, fields.number("figure", least=None), fields.number("window"))
    if texts(fields.part("cell")) != cell.where:
        raise Unexpected()
    return statement
