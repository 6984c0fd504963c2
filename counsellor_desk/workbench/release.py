"""Protected counts of a plan as the content of a packet, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counsellor_desk.disclosure.errors import PlanUnsound
from counsellor_desk.disclosure.plan import Cell, Plan
from counsellor_desk.disclosure.table import Promise
from counsellor_desk.packet.canonical import Unexpected
from counsellor_desk.packet.envelope import Certificate, Kind, Packet, seal
from counsellor_desk.packet.errors import PacketUnreadable
from counsellor_desk.packet.fields import Fields, texts
from counsellor_desk.packet.signature import Signer
from counsellor_desk.workbench.plan_file import Json, plan_from, plan_hash, plan_json

ROUNDING = "rounding"


@dataclass(frozen=True, slots=True)
class PlanRelease:
    """The protected figures of ``plan``: a promise for every one of its ``cells``, in order.

    ``corrected`` > 0: a revision, which takes the place of what was published about these cells, because up to so
    many cases were corrected.
    """

    plan: Plan
    cells: tuple[Cell, ...]
    promises: tuple[Promise, ...]
    corrected: int = 0

    @property
    def method(self) -> str:
        """How the counts are protected."""
        return ROUNDING


def sealed(release: PlanRelease, number: int, previous: str, certificate: Certificate, signer: Signer) -> Packet:
    """The packet of ``release``."""
    plan = {**plan_json(release.plan), "hash": plan_hash(release.plan)}
    return seal(Kind.PLAN, number, previous, plan, certificate, _content(release), signer)


def release_of(packet: Packet) -> PlanRelease:
    """The release in ``packet``; ``plan_stands`` says whether its plan is the one its hash names.

    Raises: PacketUnreadable.
    """
    try:
        if packet.kind is not Kind.PLAN:
            raise Unexpected()
        plan = plan_from({name: part for name, part in packet.plan.items() if name != "hash"})
        fields = Fields(packet.release, "method", "corrected", "cells")
        if fields.text("method") != ROUNDING:
            raise Unexpected()
        cells = plan.cells()
        return PlanRelease(plan, cells, _promises(fields.parts("cells"), cells), fields.number("corrected"))
    except (Unexpected, PlanUnsound) as error:
        raise PacketUnreadable(reason="no_packet") from error


def plan_stands(packet: Packet, release: PlanRelease) -> bool:
    """Whether the plan in ``packet`` is whole and is the one its hash names."""
    return packet.plan == {**plan_json(release.plan), "hash": plan_hash(release.plan)}


def _content(release: PlanRelease) -> Json:
    cells = [
        {"cell": list(cell.where), "figure": promise.figure, "window": promise.window}
        for cell, promise in zip(release.cells, release.promises, strict=True)
    ]
    return {"method": release.method, "corrected": release.corrected, "cells": cells}


def _promises(found: Sequence[object], cells: Sequence[Cell]) -> tuple[Promise, ...]:
    if len(found) != len(cells):
        raise Unexpected()
    promises = []
    for one, cell in zip(found, cells, strict=True):
        fields = Fields(one, "cell", "figure", "window")
        if texts(fields.part("cell")) != cell.where:
            raise Unexpected()
        promises.append(Promise(cell.row, fields.number("figure", least=None), fields.number("window")))
    return tuple(promises)
