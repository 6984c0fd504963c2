"""The one way to publish, for the window and for ``report``: ``prepare`` what would leave, then ``keep`` it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from counsellor_desk.codebook import Codebook
from counsellor_desk.errors import DeskError
from counsellor_desk.figures.assembly import Truth, true_numbers
from counsellor_desk.figures.correcting import make_correction
from counsellor_desk.figures.errors import ReleaseMissing
from counsellor_desk.figures.ledger import Ledger, entry, read
from counsellor_desk.figures.making import Made, make
from counsellor_desk.figures.packet import sealed
from counsellor_desk.figures.ports import FactSource, LedgerEntry, LedgerSource, LedgerStore
from counsellor_desk.figures.release import Release
from counsellor_desk.figures.request import Request


@dataclass(frozen=True, slots=True)
class Preview:
    """What would leave, or why nothing would. ``truth`` is for the counsellor's own eyes, on the screen only.

    ``release`` is the stored one where the request was published before.
    """

    release: Release | None = None
    truth: Truth = field(default_factory=dict)
    refusal: DeskError | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """``release``, proven and sealed; ``entry`` is still to be kept.

    Without one nothing is: ``release`` was published before, or it is a preview again, because the figures are not
    what was seen.
    """

    release: Release
    truth: Truth
    entry: LedgerEntry | None = None


def preview(facts: FactSource, store: LedgerSource, codebook: Codebook, request: Request, today: date) -> Preview:
    """What ``prepare`` would prepare now. Looking again gives the same figures: nothing is drawn.

    Raises: LedgerBroken. Every other refusal is in the preview.
    """
    ledger = read(store)
    known = _published(ledger, request)
    if known is not None:
        return Preview(known, true_numbers(known, ledger.frozen))
    try:
        made = _made(facts, store, ledger, codebook, request, today)
    except DeskError as refusal:
        return Preview(refusal=refusal)
    return Preview(made.release, true_numbers(made.release, made.tallies))


def prepare(
    facts: FactSource,
    store: LedgerSource,
    codebook: Codebook,
    request: Request,
    today: date,
    seen: Release | None = None,
) -> Prepared:
    """The release of ``request``, for ``keep``; a stored one when it was published before.

    Where a preview was ``seen``, exactly that is prepared or nothing.

    Raises: PeriodNotEnded, NothingToCount, AudienceTooSmall, NotProven, CorrectionRefused, ReleaseMissing,
        LedgerBroken.
    """
    ledger = read(store)
    known = _published(ledger, request)
    if known is not None:
        return Prepared(known, true_numbers(known, ledger.frozen_at(known.number)))
    made = _made(facts, store, ledger, codebook, request, today)
    truth = true_numbers(made.release, made.tallies)
    if seen is not None and seen != made.release:
        return Prepared(made.release, truth)
    place = len(ledger.releases) + 1
    numbered = replace(made.release, number=place, published_on=today, previous=ledger.last_digest)
    release = sealed(numbered, store.signer)
    return Prepared(release, truth, entry(release, made.fresh))


def keep(store: LedgerStore, prepared: Prepared) -> Release:
    """The release, in the ledger for good: from here on it is published.

    The ledger comes first; whoever hands the release to the writers can do so again after a crash.

    Raises: what the ledger refuses by: LedgerForked when something was published since it was prepared, ClockBehind
        and ClockAhead when the clock cannot be trusted.
    """
    if prepared.release.published_on is None:
        raise ValueError("what was not seen is not published")
    if prepared.entry is not None:
        store.append(prepared.entry)
    return prepared.release


def releases(store: LedgerSource) -> tuple[Release, ...]:
    """All releases, oldest first. Raises: LedgerBroken."""
    return read(store).releases


def stored(store: LedgerSource, number: int) -> Release:
    """The release with that number. Raises: ReleaseMissing, LedgerBroken."""
    found = read(store).releases
    if not 1 <= number <= len(found):
        raise ReleaseMissing(number=number)
    return found[number - 1]


def frozen_truth(store: LedgerSource, release: Release) -> Truth:
    """What was true of a published ``release`` when it left; for the counsellor's own eyes.

    Raises: LedgerBroken.
    """
    return true_numbers(release, read(store).frozen_at(release.number))


def _published(ledger: Ledger, request: Request) -> Release | None:
    return None if request.replaces else ledger.find(request.period, request.audience)


def _made(
    facts: FactSource, store: LedgerSource, ledger: Ledger, codebook: Codebook, request: Request, today: date
) -> Made:
    if request.replaces:
        return make_correction(facts, store, ledger, codebook, request)
    return make(facts, store, ledger, codebook, request.period, request.audience, today)
