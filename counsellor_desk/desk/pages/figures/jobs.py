"""What the figures page asks of an open vault, and what it makes of the answers; knows no window.

The solver takes longer to load than the window, so it is imported by the first question, not at the start.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from counsellor_desk.casework.model import OrganisationId
from counsellor_desk.casework.views import UncountedCase
from counsellor_desk.codebook import Codebook
from counsellor_desk.desk.model.questions import Question
from counsellor_desk.desk.model.report import Answer, Ready, Refusal, Report, ReportChoices
from counsellor_desk.errors import DeskError
from counsellor_desk.figures.release import Release
from counsellor_desk.figures.request import Request
from counsellor_desk.figures.snapshot import LedgerCopy, Snapshot, snapshot
from counsellor_desk.office import Office, Printer

if TYPE_CHECKING:
    from counsellor_desk.figures.attack import Attack


class FiguresJobs:
    """Satisfies ``desk.model.report.Jobs``. What a question reads is read quickly, on the vault's thread; working
    out takes seconds, beside it. Every answer may raise LedgerBroken."""

    def __init__(self, codebook: Codebook, printer: Printer) -> None:
        self._codebook = codebook
        self._printer = printer

    def choices(self, today: date) -> Question[ReportChoices]:
        """What there is to choose from."""

        def read(office: Office) -> Callable[[], ReportChoices]:
            names = {int(one.id): one.name for one in office.book.organisations()}
            taken = snapshot(office.facts, office.ledger, today.year)
            return lambda: _choices(names, taken)

        return read

    def preview(self, request: Request, today: date, language: str) -> Question[Answer]:
        """What would leave, what has left already, or why nothing does."""

        def read(office: Office) -> Callable[[], Answer]:
            taken, uncounted = _read(office, request)
            return lambda: self._preview(taken, uncounted, request, today, language)

        return read

    def earlier(self, release: Release, language: str) -> Question[Answer]:
        """An earlier release as it left, with the true figures of then."""

        def read(office: Office) -> Callable[[], Answer]:
            ledger = LedgerCopy(office.ledger)
            return lambda: self._earlier(ledger, release, language)

        return read

    def translated(self, report: Report, language: str) -> Report:
        """The same figures in the words of ``language``."""
        return Report(report.release, self._pdf(report.release, language), language, report.truth, report.uncounted)

    def prepare(self, seen: Report, today: date) -> Question[Ready]:
        """The release that was ``seen``, ready to be kept. When the figures have changed since, the new preview.

        Raises: the refusals of ``publishing.prepare``.
        """
        request = Request.of(seen.release)

        def read(office: Office) -> Callable[[], Ready]:
            taken, uncounted = _read(office, request)
            return lambda: self._prepare(taken, uncounted, seen, today)

        return read

    def keep(self, office: Office, ready: Ready) -> None:
        """In the ledger for good. Raises: LedgerForked when something was published since it was prepared."""
        from counsellor_desk.figures import publishing

        publishing.keep(office.ledger, ready.prepared)

    def export(self, release: Release, language: str, folder: str) -> int:
        """Write the files of ``release`` into ``folder`` and give how many there are."""
        return len(self._printer.export(release, language, folder))

    def attack(self, ledger: LedgerCopy, release: Release) -> Attack:
        """Readers of ``release`` and of all that was ever published."""
        from counsellor_desk.figures.attack import Attack

        return Attack(ledger, release)

    def _preview(
        self, taken: Snapshot, uncounted: tuple[UncountedCase, ...], request: Request, today: date, language: str
    ) -> Answer:
        from counsellor_desk.figures import publishing

        seen = publishing.preview(taken.facts, taken.ledger, self._codebook, request, today)
        if seen.release is None:
            return Refusal(seen.refusal or DeskError(), uncounted)
        return Report(seen.release, self._pdf(seen.release, language), language, seen.truth, uncounted)

    def _earlier(self, ledger: LedgerCopy, release: Release, language: str) -> Report:
        from counsellor_desk.figures import publishing

        truth = publishing.frozen_truth(ledger, release)
        return Report(release, self._pdf(release, language), language, truth)

    def _prepare(self, taken: Snapshot, uncounted: tuple[UncountedCase, ...], seen: Report, today: date) -> Ready:
        from counsellor_desk.figures import publishing

        request = Request.of(seen.release)
        made = publishing.prepare(taken.facts, taken.ledger, self._codebook, request, today, seen.release)
        pdf = self._pdf(made.release, seen.language)
        return Ready(Report(made.release, pdf, seen.language, made.truth, uncounted), made)

    def _pdf(self, release: Release, language: str) -> bytes:
        return self._printer.pdf(release, language)


def _read(office: Office, request: Request) -> tuple[Snapshot, tuple[UncountedCase, ...]]:
    """All that a release of ``request`` is made of, and the cases that it leaves out."""
    period, whose = request.period, request.audience.organisation
    uncounted = office.book.uncounted_cases(
        period.first_day, period.last_day, None if whose is None else OrganisationId(whose)
    )
    return snapshot(office.facts, office.ledger, period.year), uncounted


def _choices(names: dict[int, str], taken: Snapshot) -> ReportChoices:
    from counsellor_desk.figures import publishing
    from counsellor_desk.figures.gate import audiences

    whom = audiences(taken.facts, names)
    apart = len(whom) - 1  # the sector is no organisation
    return ReportChoices(
        audiences=whom,
        too_small=len(taken.facts.organisations()) - apart,
        releases=publishing.releases(taken.ledger)[::-1],
        since=taken.facts.first_registration(),
    )
