"""What the figures page asks of an open vault, and what it makes of the answers; knows no window.

The solver takes longer to load than the window, so it is imported by the first question, not at the start.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from counsellor_desk.casework.model import OrganisationId
from counsellor_desk.casework.views import UncountedCase
from counsellor_desk.codebook import Codebook
from counsellor_desk.desk.ports import Office, Printer
from counsellor_desk.errors import DeskError
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import Audience, Certificate, Release
from counsellor_desk.figures.request import Request
from counsellor_desk.figures.snapshot import LedgerCopy, Snapshot, snapshot

if TYPE_CHECKING:
    from counsellor_desk.figures.attack import Attack
    from counsellor_desk.figures.publishing import Prepared, Preview


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
    number, for own eyes; so are the cases of the period that are not counted, as long as it is not published."""

    release: Release | None
    pdf: bytes
    truth: Mapping[tuple[str, str], int]
    refusal: DeskError | None = None
    uncounted: tuple[UncountedCase, ...] = ()


@dataclass(frozen=True, slots=True)
class Ready:
    """What was ``prepared`` to be kept, and what is shown afterwards."""

    shown: Shown
    prepared: Prepared

    def leaving_out(self, cases: tuple[UncountedCase, ...]) -> Ready:
        """The same, with the cases that are not counted."""
        return replace(self, shown=replace(self.shown, uncounted=cases))


class FiguresJobs:
    """The questions and the one deed of the figures page. What asks for an ``office`` is quick and runs on the vault
    thread; everything else takes seconds, needs the vault no more, and runs beside it."""

    def __init__(self, codebook: Codebook, printer: Printer) -> None:
        self._codebook = codebook
        self._printer = printer

    # on the vault thread

    def year(self, office: Office, year: int) -> Snapshot:
        """What figures about ``year`` are made of."""
        return snapshot(office.facts, office.ledger, year)

    def uncounted(self, office: Office, period: Period, audience: Audience) -> tuple[UncountedCase, ...]:
        """The cases that figures about ``period`` for ``audience`` leave out."""
        whose = None if audience.organisation is None else OrganisationId(audience.organisation)
        return office.book.uncounted_cases(period.first_day, period.last_day, whose)

    def ledger(self, office: Office) -> LedgerCopy:
        """All that was published."""
        return LedgerCopy(office.ledger)

    def names(self, office: Office, year: int) -> tuple[Mapping[int, str], Snapshot]:
        """What ``shelf`` is made of: how organisations are called, and what is there; any ``year`` will do."""
        return {int(one.id): one.name for one in office.book.organisations()}, self.year(office, year)

    def keep(self, office: Office, prepared: Prepared) -> None:
        """In the ledger for good. Raises: LedgerForked when something was published since it was prepared."""
        from counsellor_desk.figures import publishing

        publishing.keep(office.ledger, prepared)

    # beside it

    def shelf(self, names: Mapping[int, str], taken: Snapshot) -> Shelf:
        """What there is to choose from.

        Raises: LedgerBroken.
        """
        from counsellor_desk.figures import publishing
        from counsellor_desk.figures.gate import audiences

        whom = audiences(taken.facts, names)
        apart = len(whom) - 1  # the sector is no organisation
        return Shelf(
            audiences=whom,
            too_small=len(taken.facts.organisations()) - apart,
            releases=publishing.releases(taken.ledger)[::-1],
            since=taken.facts.first_registration(),
        )

    def preview(self, taken: Snapshot, period: Period, audience: Audience, today: date, language: str) -> Shown:
        """What would leave, what has left already, or why nothing does.

        Raises: LedgerBroken.
        """
        from counsellor_desk.figures import publishing

        seen = publishing.preview(taken.facts, taken.ledger, self._codebook, Request(period, audience), today)
        return self._shown(seen, language)

    def correction(self, taken: Snapshot, of: Release, today: date, language: str) -> Shown:
        """What would take the place of ``of``, or why nothing does.

        Raises: LedgerBroken.
        """
        from counsellor_desk.figures import publishing

        request = Request(of.period, of.audience, of.number)
        seen = publishing.preview(taken.facts, taken.ledger, self._codebook, request, today)
        return self._shown(seen, language)

    def publish(self, taken: Snapshot, seen: Release, today: date, language: str) -> Ready:
        """The release that was ``seen``, ready to be kept. When the figures have changed since, the new preview.

        Raises: the refusals of ``publishing.prepare``.
        """
        from counsellor_desk.figures import publishing

        made = publishing.prepare(taken.facts, taken.ledger, self._codebook, Request.of(seen), today, seen)
        return Ready(Shown(made.release, self.pdf(made.release, language), made.truth), made)

    def stored(self, ledger: LedgerCopy, release: Release, language: str) -> Shown:
        """An earlier release as it left, with the true figures of then.

        Raises: LedgerBroken.
        """
        from counsellor_desk.figures import publishing

        return Shown(release, self.pdf(release, language), publishing.frozen_truth(ledger, release))

    def attack(self, ledger: LedgerCopy, release: Release) -> Attack:
        """Readers of ``release`` and of all that was ever published.

        Raises: LedgerBroken.
        """
        from counsellor_desk.figures.attack import Attack

        return Attack(ledger, release)

    def pdf(self, release: Release, language: str) -> bytes:
        """The report of ``release`` on paper."""
        return self._printer.pdf(release, language)

    def export(self, release: Release, language: str, folder: str) -> int:
        """Write the files of ``release`` into ``folder`` and give how many there are."""
        return len(self._printer.export(release, language, folder))

    def _shown(self, seen: Preview, language: str) -> Shown:
        paper = self.pdf(seen.release, language) if seen.release else b""
        return Shown(seen.release, paper, seen.truth, seen.refusal)
