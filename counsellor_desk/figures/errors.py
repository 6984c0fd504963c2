"""Why figures do not leave."""

from __future__ import annotations

from counsellor_desk.errors import DeskError


class PeriodNotEnded(DeskError):
    """The period still runs; ``until`` is its last day (ISO)."""

    code = "figures.period_not_ended"


class NothingToCount(DeskError):
    """No case that may be counted was registered up to the end of the period."""

    code = "figures.nothing_to_count"


class AudienceTooSmall(DeskError):
    """Too few people work at the organisation for any figure about it. ``organisation`` is its number."""

    code = "figures.audience_too_small"


class CorrectionRefused(DeskError):
    """No report takes the place of another. ``reason``: "replaced" (one took that of ``number`` already), "built_on"
    (report ``number`` counts the same quarters), "same" (nothing to correct), "too_much" (more than one case in a
    row) or "not_proven" (together the two reports would tell too much).
    """

    code = "figures.correction_refused"


class ReleaseMissing(DeskError):
    """The ledger holds no release of this ``number``."""

    code = "figures.release_missing"


class LedgerBroken(DeskError):
    """The ledger was changed: release ``number`` does not follow from the one before, or cannot be read."""

    code = "figures.ledger_broken"
