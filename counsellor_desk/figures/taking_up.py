"""Reports that left and are missing here: a vault that came back from an older backup does not know them.

Whoever reads later figures has them, so the proof must count them in. Their packets say all that was promised; what
was true when they left is counted anew.
"""

from __future__ import annotations

from collections.abc import Iterable

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.errors import ReportDoesNotFit, ReportsNotTakenUp
from counsellor_desk.figures.ledger import entry, figures_of, quarters_of, read
from counsellor_desk.figures.packet import release_of
from counsellor_desk.figures.ports import FactSource, LedgerStore
from counsellor_desk.figures.release import Release
from counsellor_desk.figures.tally import Tallies, tally, total
from counsellor_desk.packet.chain import follow
from counsellor_desk.packet.envelope import open_packet
from counsellor_desk.packet.errors import ChainBroken, PacketUnreadable


def take_up(facts: FactSource, store: LedgerStore, codebook: Codebook, packets: Iterable[bytes]) -> int:
    """How many of the ``packets``, in any order, the ledger did not know; it has them from now on, or none of them.

    The quarters of each are frozen as they are counted now, so what the vault lost is to be entered before. A report
    that another took the place of counted something else, and need not fit.

    Raises: ReportsNotTakenUp; ReportDoesNotFit (the cases of this vault are not those that a report counted);
        LedgerBroken.
    """
    ledger = read(store)
    new = _unknown(store, packets)
    every = {quarter for release in new for quarter in quarters_of(release)}
    counted = {str(quarter): tally(facts, quarter, codebook) for quarter in every}
    replaced = {release.corrections.replaces for release in new}
    frozen, found = dict(ledger.frozen), []
    for release in new:
        fresh = _freezes(release, frozen, counted)
        frozen |= fresh
        if release.number not in replaced and not _fits(release, frozen):
            raise ReportDoesNotFit(number=release.number, period=str(release.period))
        found.append(entry(release, fresh))
    for one in found:
        store.append(one)
    return len(found)


def _unknown(store: LedgerStore, packets: Iterable[bytes]) -> list[Release]:
    """What follows on the ledger, each signed by the key of this office. Raises: ReportsNotTakenUp."""
    known = [open_packet(one.public.encode()) for one in store.entries()]
    try:
        chain = follow((*known, *map(open_packet, packets)), store.signer.signed)
        if chain and chain[-1].signature.key != store.signer.key:
            raise ReportsNotTakenUp(reason="foreign", number=chain[-1].number)
        return [release_of(packet) for packet in chain[len(known) :]]
    except (ChainBroken, PacketUnreadable) as error:
        raise ReportsNotTakenUp(**error.params) from error


def _freezes(release: Release, frozen: Tallies, counted: Tallies) -> Tallies:
    """The first report about a quarter freezes it; a correction puts what is counted now in its place."""
    again = set(release.period.quarters) if release.corrections.replaces else set()
    return {str(q): counted[str(q)] for q in quarters_of(release) if q in again or str(q) not in frozen}


def _fits(release: Release, frozen: Tallies) -> bool:
    """Whether every figure is as near to what was counted as it says."""
    return all(abs(total(frozen, line) - figure.value) <= figure.window for line, figure in figures_of(release))
