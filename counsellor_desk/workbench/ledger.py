"""The ledger of somebody who protects counts: a file with a secret, every packet and the counts behind each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from counsellor_desk.packet.canonical import Unexpected, canonical, read
from counsellor_desk.packet.chain import follow
from counsellor_desk.packet.envelope import Packet, packet_from
from counsellor_desk.packet.errors import ChainBroken
from counsellor_desk.packet.fields import Fields, texts
from counsellor_desk.packet.signature import Signer
from counsellor_desk.workbench.counts import Counts
from counsellor_desk.workbench.errors import LedgerUnreadable

FORMAT = "counsellor-desk-ledger-1"
SECRET_BYTES = 32
MOST_BYTES = 1024 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """A packet and the counts it protects, by their codes of ``dimensions``; these never leave the ledger."""

    packet: Packet
    dimensions: tuple[str, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class PlanLedger:
    """``secret`` is what all rounding is drawn from and the key of the office hangs on."""

    secret: bytes
    entries: tuple[PlanEntry, ...] = ()

    @property
    def last_digest(self) -> str:
        """What the next packet names as the one before."""
        return self.entries[-1].packet.digest if self.entries else ""

    def about(self, name: str) -> tuple[PlanEntry, ...]:
        """The entries about the cases of the plan with this name."""
        return tuple(entry for entry in self.entries if entry.packet.plan.get("name") == name)

    def with_entry(self, entry: PlanEntry) -> PlanLedger:
        """The ledger with one more entry."""
        return replace(self, entries=(*self.entries, entry))


def write_ledger(ledger: PlanLedger) -> str:
    """The ledger as the text of its file, JSON. ``read_ledger`` reads it."""
    entries = [
        {
            "packet": entry.packet.json(),
            "dimensions": list(entry.dimensions),
            "counts": [[*codes, number] for codes, number in entry.counts.items()],
        }
        for entry in ledger.entries
    ]
    return canonical({"format": FORMAT, "secret": ledger.secret.hex(), "entries": entries}) + "\n"


def read_ledger(data: bytes, office_key: Callable[[bytes], Signer]) -> PlanLedger:
    """The ledger in a file, its chain and every signature verified.

    Raises: LedgerUnreadable.
    """
    try:
        fields = Fields(read(data, MOST_BYTES), "format", "secret", "entries")
        if fields.text("format") != FORMAT:
            raise Unexpected()
        secret = bytes.fromhex(fields.digest("secret", digits=2 * SECRET_BYTES))
        ledger = PlanLedger(secret, tuple(_entry(one) for one in fields.parts("entries")))
        packets = tuple(entry.packet for entry in ledger.entries)
        signer = office_key(secret)
        if follow(packets, signer.signed) != packets or any(one.signature.key != signer.key for one in packets):
            raise Unexpected()
    except (Unexpected, ChainBroken) as error:
        raise LedgerUnreadable() from error
    return ledger


def _entry(found: object) -> PlanEntry:
    fields = Fields(found, "packet", "dimensions", "counts")
    dimensions = fields.texts("dimensions")
    counts: dict[tuple[str, ...], int] = {}
    for one in fields.parts("counts"):
        if not isinstance(one, list) or len(one) != len(dimensions) + 1 or type(one[-1]) is not int:
            raise Unexpected()
        counts[texts(one[:-1])] = one[-1]
    return PlanEntry(packet_from(fields.part("packet")), dimensions, counts)
