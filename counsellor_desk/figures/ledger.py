"""The ledger read back: what was published, what was promised, which quarters are frozen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from counsellor_desk.disclosure.table import Promise
from counsellor_desk.figures.errors import LedgerBroken, PacketUnreadable
from counsellor_desk.figures.packet import canonical, from_json, to_json
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.plan import ACTIVITIES, Line, as_row
from counsellor_desk.figures.ports import LedgerEntry, LedgerStore
from counsellor_desk.figures.release import Audience, Release, ReleasedTable
from counsellor_desk.figures.span import Span, whole
from counsellor_desk.figures.tally import Tallies

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
    """The ledger, its chain verified.

    Raises: LedgerBroken.
    """
    releases: list[Release] = []
    frozen: dict[str, dict[str, dict[str, int]]] = {}
    before = ""
    for number, one in enumerate(store.entries(), start=1):
        if one.number != number or one.previous != before or one.digest != digest(one.previous, one.public):
            raise LedgerBroken(number=number)
        try:
            release = from_json(one.public)
            private = json.loads(one.private)
        except (PacketUnreadable, ValueError) as error:
            raise LedgerBroken(number=number) from error
        if release.number != number or not isinstance(private, dict):
            raise LedgerBroken(number=number)
        releases.append(release)
        frozen = private | frozen  # the first publication of a quarter freezes it
        before = one.digest
    return Ledger(tuple(releases), frozen, before)


def entry(release: Release, fresh: Tallies) -> LedgerEntry:
    """The ledger's row for ``release``, with the tallies it freezes."""
    if release.published_on is None:
        raise ValueError("a preview has no place in the ledger")
    public = to_json(release)
    code = digest(release.previous, public)
    return LedgerEntry(release.number, release.published_on, public, canonical(fresh), release.previous, code)


def digest(previous: str, public: str) -> str:
    """The link of the chain: SHA-256 (hex) over the digest before and what left."""
    return hashlib.sha256(f"{previous}\n{public}".encode()).hexdigest()


def promises(release: Release) -> Iterator[Promise]:
    """What a release promised about cases and persons."""
    organisation = release.audience.organisation
    yield from _promised(release.tables, whole(release.period), organisation)
    for part in release.to_date:
        yield from _promised(part.tables, Span(part.first, part.last, part.kind), organisation)


def _promised(tables: tuple[ReleasedTable, ...], span: Span, organisation: int | None) -> Iterator[Promise]:
    for table in tables:
        if table.id in _EXACT:
            continue
        for figure in (*table.rows, *((table.total,) if table.total else ())):
            yield Promise(as_row(Line(table.id, figure.code, span, organisation)), figure.value, figure.window)
