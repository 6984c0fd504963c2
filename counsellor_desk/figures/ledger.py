"""The ledger read back: what was published, what was promised, which quarters are frozen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from counsellor_desk.disclosure.table import Promise
from counsellor_desk.figures.errors import LedgerBroken
from counsellor_desk.figures.packet import packet_of, release_of
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.plan import ACTIVITIES, Line, as_row
from counsellor_desk.figures.ports import LedgerEntry, LedgerStore
from counsellor_desk.figures.release import Audience, Release, ReleasedTable
from counsellor_desk.figures.span import Span, whole
from counsellor_desk.figures.tally import Tallies
from counsellor_desk.packet.canonical import canonical
from counsellor_desk.packet.chain import follow
from counsellor_desk.packet.envelope import Packet, open_packet
from counsellor_desk.packet.errors import ChainBroken, PacketUnreadable

_EXACT = {spec.id for spec in ACTIVITIES}


@dataclass(frozen=True, slots=True)
class Ledger:
    """All releases in order, and the true tallies of the quarters they froze."""

    releases: tuple[Release, ...]
    frozen: Tallies
    last_digest: str

    def find(self, period: Period, audience: Audience) -> Release | None:
        """The release of that period for that audience."""
        return next((one for one in self.releases if one.period == period and one.audience.key == audience.key), None)

    def published(self, audience: Audience) -> tuple[Period, ...]:
        """The periods that were published for an audience."""
        return tuple(one.period for one in self.releases if one.audience.key == audience.key)

    def promises(self) -> tuple[Promise, ...]:
        """Every promise ever made, each once."""
        return tuple(dict.fromkeys(promise for release in self.releases for promise in promises(release)))


def read(store: LedgerStore) -> Ledger:
    """The ledger; its chain and every signature verified.

    Raises: LedgerBroken.
    """
    entries, signer = store.entries(), store.signer
    packets = [_packet(number, one) for number, one in enumerate(entries, start=1)]
    try:
        follow(packets, signer.signed)
    except ChainBroken as error:
        raise LedgerBroken(number=error.params["number"]) from error
    frozen: dict[str, dict[str, dict[str, int]]] = {}
    releases: list[Release] = []
    for one, packet in zip(entries, packets, strict=True):
        if packet.signature.key != signer.key or (one.previous, one.digest) != (packet.previous, packet.digest):
            raise LedgerBroken(number=packet.number)
        try:
            releases.append(release_of(packet))
            private = json.loads(one.private)
        except (PacketUnreadable, ValueError) as error:
            raise LedgerBroken(number=packet.number) from error
        if not isinstance(private, dict):
            raise LedgerBroken(number=packet.number)
        frozen = private | frozen  # the first publication of a quarter freezes it
    return Ledger(tuple(releases), frozen, entries[-1].digest if entries else "")


def entry(release: Release, fresh: Tallies) -> LedgerEntry:
    """The ledger's row for a published ``release``, with the tallies it freezes."""
    if release.published_on is None:
        raise ValueError("a preview has no place in the ledger")
    packet = packet_of(release)
    private = canonical(fresh)
    return LedgerEntry(release.number, release.published_on, packet.text, private, packet.previous, packet.digest)


def promises(release: Release) -> Iterator[Promise]:
    """What a release promised about cases and persons."""
    organisation = release.audience.organisation
    yield from _promised(release.tables, whole(release.period), organisation)
    for part in release.to_date:
        yield from _promised(part.tables, Span(part.first, part.last, part.kind), organisation)


def _packet(number: int, one: LedgerEntry) -> Packet:
    try:
        packet = open_packet(one.public.encode())
    except PacketUnreadable as error:
        raise LedgerBroken(number=number) from error
    if packet.number != number or one.number != number:
        raise LedgerBroken(number=number)
    return packet


def _promised(tables: tuple[ReleasedTable, ...], span: Span, organisation: int | None) -> Iterator[Promise]:
    for table in tables:
        if table.id in _EXACT:
            continue
        for figure in (*table.rows, *((table.total,) if table.total else ())):
            yield Promise(as_row(Line(table.id, figure.code, span, organisation)), figure.value, figure.window)
