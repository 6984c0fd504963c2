"""The work that needs no window: publishing a period and writing its report."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from counsellor_desk.codebook import Codebook
from counsellor_desk.errors import DeskError
from counsellor_desk.figures.period import Period, PeriodKind, last_full
from counsellor_desk.figures.publishing import keep, prepare
from counsellor_desk.figures.release import SECTOR, Audience, AudienceKind
from counsellor_desk.figures.request import Request
from counsellor_desk.office import Office, Printer


class AudienceUnknown(DeskError):
    """The words name no audience: "sector", or "organisation:" and the number of an organisation of this vault."""

    code = "figures.audience_unknown"


def write_reports(
    office: Office,
    codebook: Codebook,
    printer: Printer,
    periods: Sequence[Period],
    audience: str,
    today: date,
    *,
    language: str,
    folder: str,
) -> list[str]:
    """The paths of the reports of ``periods``, each published first (or taken from the ledger as it was).

    Raises: AudienceUnknown, and every refusal of figures and reports.
    """
    for_whom = _audience(office, audience)
    written: list[str] = []
    for period in periods:
        prepared = prepare(office.facts, office.ledger, codebook, Request(period, for_whom), today)
        written += printer.export(keep(office.ledger, prepared), language, folder)
    return written


def newest_periods(today: date) -> tuple[Period, Period]:
    """The last full year and the last full quarter, in the order they are best published."""
    return last_full(PeriodKind.YEAR, today), last_full(PeriodKind.QUARTER, today)


def _audience(office: Office, words: str) -> Audience:
    if words == AudienceKind.SECTOR:
        return SECTOR
    for organisation in office.book.organisations():
        if words == f"{AudienceKind.ORGANISATION}:{organisation.id}":
            return Audience(AudienceKind.ORGANISATION, organisation.id, organisation.name)
    raise AudienceUnknown()
