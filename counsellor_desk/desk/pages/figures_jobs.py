"""What the figures page asks of an open vault. Runs on the vault thread; knows no window.

The solver takes longer to load than the window, so it is imported by the first question, not at the start.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from threading import Event
from typing import TYPE_CHECKING

from counsellor_desk.codebook import Codebook
from counsellor_desk.desk.ports import Office, Printer
from counsellor_desk.errors import DeskError
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.ports import LedgerEntry, LedgerStore
from counsellor_desk.figures.release import Audience, Certificate, Release
from counsellor_desk.packet.signature import Signer

if TYPE_CHECKING:
    from counsellor_desk.figures.attack import Attack


@dataclass(frozen=True, slots=True)
class Shelf:
    """What there is to choose from. ``too_small`` organisations never stand apart; ``releases`` newest first."""

    audiences: tuple[Audience, ...]
    too_small: int
    releases: tuple[Release, ...]
    since: date | None

    def replaced_by(self, release: Release) -> int:
        """The number of the release that took the place of ``release``; 0 when none did."""
        return next((one.number for one in self.releases if one.corrections.replaces == release.number), 0)

    def weakest(self, release: Release) -> Certificate:
        """What holds for somebody who has ``release`` and all that left since: a correction weakens it."""
        return min((one.certificate for one in (release, *self.releases)), key=lambda one: one.rho)


@dataclass(frozen=True, slots=True)
class Shown:
    """A release with its PDF, or the named state that stands in its way. ``truth`` is (table id, row code) -> true
    number, for own eyes."""

    release: Release | None
    pdf: bytes
    truth: Mapping[tuple[str, str], int]
    refusal: DeskError | None = None


class _Stopped(Exception):
    """She stopped before anything was kept: no fault, and nothing to say."""


class _StoppableLedger:
    """The ledger, with a last look at ``stop`` before a release is kept for good."""

    def __init__(self, ledger: LedgerStore, stop: Event) -> None:
        self._ledger = ledger
        self._stop = stop

    @property
    def practice(self) -> bool:
        return self._ledger.practice

    @property
    def secret(self) -> bytes:
        return self._ledger.secret

    @property
    def first_base(self) -> int:
        return self._ledger.first_base

    @property
    def signer(self) -> Signer:
        return self._ledger.signer

    def entries(self) -> tuple[LedgerEntry, ...]:
        if self._stop.is_set():
            raise _Stopped
        return self._ledger.entries()

    def append(self, entry: LedgerEntry) -> None:
        if self._stop.is_set():
            raise _Stopped
        self._ledger.append(entry)


class FiguresJobs:
    """The questions and the one deed of the figures page."""

    def __init__(self, codebook: Codebook, printer: Printer) -> None:
        self._codebook = codebook
        self._printer = printer

    def shelf(self, office: Office) -> Shelf:
        """What there is to choose from.

        Raises: LedgerBroken.
        """
        from counsellor_desk.figures import publishing

        names = {int(one.id): one.name for one in office.book.organisations()}
        audiences = publishing.audiences(office.facts, names)
        apart = len(audiences) - 1  # the sector is no organisation
        return Shelf(
            audiences=audiences,
            too_small=len(office.facts.organisations()) - apart,
            releases=publishing.releases(office.ledger)[::-1],
            since=office.facts.first_registration(),
        )

    def preview(self, office: Office, period: Period, audience: Audience, today: date, language: str) -> Shown:
        """What would leave, what has left already, or why nothing does.

        Raises: LedgerBroken.
        """
        from counsellor_desk.figures import publishing

        seen = publishing.preview(office.facts, office.ledger, self._codebook, period, audience, today)
        paper = self.pdf(seen.release, language) if seen.release else b""
        return Shown(seen.release, paper, seen.truth, seen.refusal)

    def publish(self, office: Office, seen: Release, today: date, language: str, stop: Event) -> Shown | None:
        """The release, kept in the ledger for good; None when ``stop`` was set before that.

        Only what was ``seen`` is ever kept: when the figures have changed since, the new preview comes back.

        Raises: LedgerBroken, NotProven and the other refusals of ``publishing.publish``.
        """
        from counsellor_desk.figures import correcting, publishing

        of = seen.corrections.replaces
        if of:
            now = self.correction(office, of, language)
        else:
            now = self.preview(office, seen.period, seen.audience, today, language)
        if now.release != seen:
            return now
        ledger = _StoppableLedger(office.ledger, stop)
        try:
            if of:
                kept = correcting.correct(office.facts, ledger, self._codebook, of, today)
            else:
                kept = publishing.publish(office.facts, ledger, self._codebook, seen.period, seen.audience, today)
        except _Stopped:
            return None
        return replace(now, release=kept, pdf=self.pdf(kept, language))

    def stored(self, office: Office, release: Release, language: str) -> Shown:
        """An earlier release as it left, with the true figures of then.

        Raises: LedgerBroken.
        """
        from counsellor_desk.figures import publishing

        return Shown(release, self.pdf(release, language), publishing.frozen_truth(office.ledger, release))

    def correction(self, office: Office, of: int, language: str) -> Shown:
        """What would take the place of release number ``of``, or why nothing does.

        Raises: LedgerBroken, ReleaseMissing.
        """
        from counsellor_desk.figures.correcting import preview_correction

        seen = preview_correction(office.facts, office.ledger, self._codebook, of)
        paper = self.pdf(seen.release, language) if seen.release else b""
        return Shown(seen.release, paper, seen.truth, seen.refusal)

    def attack(self, office: Office, release: Release) -> Attack:
        """Readers of ``release`` and of all that was ever published. To be asked on the vault thread only.

        Raises: LedgerBroken.
        """
        from counsellor_desk.figures.attack import Attack

        return Attack(office.ledger, release)

    def pdf(self, release: Release, language: str) -> bytes:
        """The report of ``release`` on paper."""
        return self._printer.pdf(release, language)

    def export(self, release: Release, language: str, folder: str) -> int:
        """Write the files of ``release`` into ``folder`` and give how many there are."""
        return len(self._printer.export(release, language, folder))
