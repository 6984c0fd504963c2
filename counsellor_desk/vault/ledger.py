"""The ledger of releases: added to, never changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from counsellor_desk.figures.ports import FIRST_BASE, LedgerEntry
from counsellor_desk.packet.signature import Signer
from counsellor_desk.vault.faults import LedgerForked
from counsellor_desk.vault.records import Table
from counsellor_desk.vault.session import Session
from counsellor_desk.vault.timekeeping import VaultTimekeeper

_ENTRY = Table(LedgerEntry, "release")

OfficeKeys = Callable[[bytes], Signer]
"""From the vault's secret to the key of the office."""


class VaultLedger:
    """Satisfies ``figures.ports.LedgerStore``."""

    def __init__(
        self,
        session: Session,
        clock: VaultTimekeeper,
        *,
        practice: bool,
        office_key: OfficeKeys | None,
        first_base: int = FIRST_BASE,
    ) -> None:
        self._session = session
        self._clock = clock
        self._practice = practice
        self._office_key = office_key
        self._first_base = first_base

    @property
    def practice(self) -> bool:
        """Whether this is the ledger of a practice vault."""
        return self._practice

    @property
    def first_base(self) -> int:
        """What figures are multiples of as long as nothing was published."""
        return self._first_base

    @property
    def secret(self) -> bytes:
        """The vault's 32 random bytes from which all rounding is drawn."""
        return bytes(self._session.value("SELECT figures_secret FROM vault"))

    @property
    def signer(self) -> Signer:
        """The key of the office. Raises: ValueError when the vault was opened without the means to sign."""
        if self._office_key is None:
            raise ValueError("this vault was opened without the key of the office")
        return self._office_key(self.secret)

    def entries(self) -> tuple[LedgerEntry, ...]:
        """All publications in order."""
        return tuple(_ENTRY.read(row) for row in self._session.rows(_ENTRY.select + " ORDER BY number"))

    def append(self, entry: LedgerEntry) -> None:
        """Keep ``entry`` for good.

        Raises: LedgerForked when it does not follow the last entry by number and digest; ClockBehind, ClockAhead.
        """
        self._clock.check()
        with self._session.transaction():
            last = self._session.row("SELECT number, digest FROM release ORDER BY number DESC LIMIT 1")
            number, digest = last or (0, "")
            if entry.number != number + 1 or entry.previous != digest:
                raise LedgerForked(number=entry.number, last=number)
            self._session.add(_ENTRY.insert, _ENTRY.values(replace(entry)))
