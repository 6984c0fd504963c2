"""Publishing in one go, as ``report`` does it: prepared, and kept at once."""

from __future__ import annotations

from datetime import date

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures import publishing
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.ports import FactSource, LedgerSource, LedgerStore
from counsellor_desk.figures.publishing import Preview, keep, prepare, stored
from counsellor_desk.figures.release import Audience, Release
from counsellor_desk.figures.request import Request


def publish(
    facts: FactSource, ledger: LedgerStore, codebook: Codebook, period: Period, audience: Audience, today: date
) -> Release:
    """The release of ``period`` for ``audience``, in the ledger."""
    return keep(ledger, prepare(facts, ledger, codebook, Request(period, audience), today))


def preview(
    facts: FactSource, ledger: LedgerSource, codebook: Codebook, period: Period, audience: Audience, today: date
) -> Preview:
    """What ``publish`` would publish."""
    return publishing.preview(facts, ledger, codebook, Request(period, audience), today)


def correct(facts: FactSource, ledger: LedgerStore, codebook: Codebook, number: int, today: date) -> Release:
    """The release that takes the place of ``number``, in the ledger."""
    return keep(ledger, prepare(facts, ledger, codebook, correction_of(ledger, number), today))


def preview_correction(facts: FactSource, ledger: LedgerSource, codebook: Codebook, number: int) -> Preview:
    """What ``correct`` would publish."""
    request = correction_of(ledger, number)
    return publishing.preview(facts, ledger, codebook, request, request.period.last_day)


def correction_of(ledger: LedgerSource, number: int) -> Request:
    """That report ``number`` is to be corrected."""
    original = stored(ledger, number)
    return Request(original.period, original.audience, number)
