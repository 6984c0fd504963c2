"""The ledger read back: what was published, what was promised, which quarters are frozen."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from counsellor_desk.disclosure.table import Promise, Row
from counsellor_desk.figures.errors import LedgerBroken
from counsellor_desk.figures.packet import packet_of, release_of
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.plan import ACTIVITIES, PlanLine, as_row, steps
from counsellor_desk.figures.ports import LedgerEntry, LedgerSource
from counsellor_desk.figures.release import Audience, Corrections, Figure, Release
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
    tallies: tuple[Tallies, ...] = ()  # ``frozen`` after each release

    def base(self, first: int) -> int:
        """What the figures of the next release are multiples of: as those of every release before, or ``first``.

        One ledger has one base. The proofs of ``disclosure`` hold for one at a time, and whoever checks the packets
        refuses a chain with two.
        """
        return self.releases[0].certificate.base if self.releases else first

    def find(self, period: Period, audience: Audience) -> Release | None:
        """The release of that period for that audience; the newest where it was corrected."""
        every = reversed(self.releases)
        return next((one for one in every if one.period == period and one.audience.key == audience.key), None)

    def published(self, audience: Audience) -> tuple[Period, ...]:
        """The periods that were published for an audience."""
        return tuple(one.period for one in self.releases if one.audience.key == audience.key)

    def promises(self) -> tuple[Promise, ...]:
        """Every promise ever made, each once."""
        return history(self.releases)

    def corrections(self, replaces: int = 0, changed: int = 0) -> Corrections:
        """What the next release says about corrections, itself with them."""
        before = sum(1 for one in self.releases if one.corrections.replaces)
        return Corrections(before + bool(replaces), replaces, changed)

    def frozen_at(self, number: int) -> Tallies:
        """The frozen tallies as they were when release ``number`` left."""
        return self.tallies[number - 1]


def read(store: LedgerSource) -> Ledger:
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
    tallies: list[Tallies] = []
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
        # The first publication of a quarter freezes it; only a correction puts other counts in their place.
        frozen = frozen | private if releases[-1].corrections.replaces else private | frozen
        tallies.append(frozen)
    return Ledger(tuple(releases), frozen, entries[-1].digest if entries else "", tuple(tallies))


def entry(release: Release, fresh: Tallies) -> LedgerEntry:
    """The ledger's row for a published ``release``, with the tallies it freezes."""
    if release.published_on is None:
        raise ValueError("a preview has no place in the ledger")
    packet = packet_of(release)
    private = canonical(fresh)
    return LedgerEntry(release.number, release.published_on, packet.text, private, packet.previous, packet.digest)


def history(releases: Iterable[Release]) -> tuple[Promise, ...]:
    """Every promise of ``releases``, each once; those of corrected figures as replaced ones."""
    told: dict[Promise, None] = {}
    for release in releases:
        mine = tuple(promises(release))
        if release.corrections.replaces:
            rows, changed = {promise.row for promise in mine}, release.corrections.changed
            told = {p._replace(changed=p.changed + changed) if p.row in rows else p: None for p in told}
        told |= dict.fromkeys(mine)
    return tuple(told)


def promises(release: Release) -> Iterator[Promise]:
    """What a release promised about cases and persons."""
    for line, figure in _rows(release):
        yield Promise(as_row(line), figure.value, figure.window)


def wide_rows(release: Release) -> frozenset[Row]:
    """The rows of ``release`` whose class of window is more than one step."""
    return frozenset(as_row(line) for line, _ in _rows(release) if steps(line, release.period) > 1)


def _packet(number: int, one: LedgerEntry) -> Packet:
    try:
        packet = open_packet(one.public.encode())
    except PacketUnreadable as error:
        raise LedgerBroken(number=number) from error
    if packet.number != number or one.number != number:
        raise LedgerBroken(number=number)
    return packet


def lines_of(release: Release) -> Iterator[PlanLine]:
    """The rows about cases and persons that a release has, in its order."""
    for line, _ in _rows(release):
        yield line


def _rows(release: Release) -> Iterator[tuple[PlanLine, Figure]]:
    spans = ((Span(part.first, part.last, part.kind), part.tables) for part in release.to_date)
    for span, tables in ((whole(release.period), release.tables), *spans):
        for table in tables:
            for figure in () if table.id in _EXACT else table.figures:
                yield PlanLine(table.id, figure.code, span, release.audience.organisation), figure
