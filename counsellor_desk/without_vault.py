"""The work that needs no vault, no keyring and no window: checking packets, and protecting counts of one's own."""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from counsellor_desk.bundle import resource
from counsellor_desk.codebook import load
from counsellor_desk.custody.office_key import OfficeKey, is_signed
from counsellor_desk.desk.catalogue import system_language
from counsellor_desk.desk.verdict import not_proven, paragraph
from counsellor_desk.packet.canonical import MOST_BYTES
from counsellor_desk.packet.envelope import Packet, open_packet
from counsellor_desk.packet.errors import PacketUnreadable
from counsellor_desk.process import take_lock
from counsellor_desk.reports.errors import ExportFailed
from counsellor_desk.reports.export import make_ready, overwrite
from counsellor_desk.workbench import counts as counts_file
from counsellor_desk.workbench.errors import CountsUnreadable, LedgerBusy, LedgerUnreadable, PlanUnreadable
from counsellor_desk.workbench.ledger import MOST_BYTES as MOST_LEDGER
from counsellor_desk.workbench.ledger import SECRET_BYTES, PlanLedger, read_ledger, write_ledger
from counsellor_desk.workbench.plan_file import read_plan

__all__ = ["PacketUnreadable", "not_proven", "protect", "system_language", "verify"]

FIGURES, PACKET = "figures.csv", "packet.json"
MOST_IN_ALL = 256 * 1024 * 1024  # bytes of all packets together


def verify(files: Sequence[Path], language: str) -> str:
    """What is proven about the packets in ``files``, in one paragraph.

    Raises: PacketUnreadable, ChainBroken, NotVerified.
    """
    packets, left = [], MOST_IN_ALL
    for file in files:
        data = _data(file, PacketUnreadable(reason="no_file", file=file.name), min(left, MOST_BYTES))
        if len(data) > left:
            raise PacketUnreadable(reason="too_large", file=file.name)
        left -= len(data)
        packets.append(_packet(data, file))
    from counsellor_desk.verifier.verify import verify as check  # the solver, for packets that can be read only

    return paragraph(check(packets, is_signed, load(resource("codebook"))), language)


def protect(
    plan: Path, counts: Path, ledger: Path | None, folder: Path, *, method: str, base: int | None
) -> tuple[Path, ...]:
    """The paths of the protected figures of ``counts`` and of their packet.

    The ledger is written first: whoever is interrupted runs the same command again and gets the same files.
    Without a ledger every run draws anew, and its packet is the first of an office that nobody will meet again.
    Raises: PlanUnreadable, PlanUnsound, CountsUnreadable, LedgerUnreadable, LedgerBusy, NotProtected, PlanChanged,
        CountsChanged, ExportFailed; none of them leaves a file behind.
    """
    if ledger is not None:
        ledger = Path(os.path.realpath(ledger))  # the file itself: a link would be replaced, and the ledger forked
    _refuse_own_goals(folder, [one for one in (plan, counts, ledger) if one])
    asked = read_plan(_data(plan, PlanUnreadable(reason="no_file"), MOST_BYTES))
    asked = asked if base is None else replace(asked, base=base)
    table = counts_file.read_counts(_data(counts, CountsUnreadable(reason="no_file"), counts_file.MOST_BYTES), asked)
    from counsellor_desk.workbench.figures_file import figures_csv
    from counsellor_desk.workbench.protecting import publish
    from counsellor_desk.workbench.release import Method

    with _held(ledger) as before:
        made = publish(asked, table, before, OfficeKey(before.secret), Method(method))
        make_ready(folder)
        if ledger is not None and made.ledger is not before:
            overwrite({ledger.name: write_ledger(made.ledger).encode()}, ledger.parent)
    files = {FIGURES: figures_csv(made.release), PACKET: f"{made.packet.text}\n"}
    return overwrite({name: text.encode() for name, text in files.items()}, folder)


def _refuse_own_goals(folder: Path, given: Sequence[Path]) -> None:
    """What is given must not be what is written: whoever writes over the ledger has lost the office's secret.

    Raises: ExportFailed.
    """
    written = {os.path.realpath(folder / name) for name in (FIGURES, PACKET)}
    if not written.isdisjoint(map(os.path.realpath, given)):
        raise ExportFailed(reason="names_taken")


@contextlib.contextmanager
def _held(file: Path | None) -> Iterator[PlanLedger]:
    """The ledger in ``file``, for this process alone; an empty one with a fresh secret when there is none yet."""
    fresh = PlanLedger(secrets.token_bytes(SECRET_BYTES))
    if file is None:
        yield fresh
        return
    try:
        handle = os.open(file.with_name(f"{file.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise LedgerUnreadable(reason="no_folder") from error
    try:
        try:
            take_lock(handle)
        except OSError as error:
            raise LedgerBusy() from error
        yield read_ledger(_data(file, LedgerUnreadable(), MOST_LEDGER), OfficeKey) if file.exists() else fresh
    finally:
        os.close(handle)


def _packet(data: bytes, file: Path) -> Packet:
    try:
        return open_packet(data)
    except PacketUnreadable as error:
        raise PacketUnreadable(**error.params, file=file.name) from error


def _data(file: Path, refusal: Exception, most: int) -> bytes:
    """What ``file`` holds, one byte more than ``most`` at most: enough to see that it is too large."""
    try:
        with file.open("rb") as opened:
            return opened.read(most + 1)
    except OSError as error:
        raise refusal from error
