"""Why counts are not protected."""

from __future__ import annotations

from counsellor_desk.errors import DeskError


class PlanUnreadable(DeskError):
    """The plan file is none. ``reason``: "too_large", or "no_plan" (not JSON, or not of this form)."""

    code = "workbench.plan_unreadable"


class CountsUnreadable(DeskError):
    """The counts file cannot be read. ``line`` counts from 1 and includes the heading; ``column`` is its name.

    ``reason``: "too_large", "encoding" (not UTF-8), "semicolon" (columns parted by ``;``), "missing", "unknown" or
    "twice" (a ``column``), "fields" (another number of fields than the heading), "code" (one the plan has not) or
    "count" (no whole number from 0 to ``MOST``).
    """

    code = "workbench.counts_unreadable"


class LedgerUnreadable(DeskError):
    """The ledger file is none, or was changed. ``reason``: "no_folder" when it cannot even be made."""

    code = "workbench.ledger_unreadable"


class LedgerBusy(DeskError):
    """Somebody else publishes with this ledger at this moment."""

    code = "workbench.ledger_busy"


class PlanChanged(DeskError):
    """A plan of this name was published before, and is about the same cases. ``subject`` is what it is about.

    ``reason``: "codes" (a dimension of the same name has other codes), "base", "method", or "dimension" (one that was
    published with some counts withheld is missing).
    """

    code = "workbench.plan_changed"


class CountsChanged(DeskError):
    """The counts are not those of the earlier release, and a revision is not possible. ``most`` is how many cases it
    may correct.

    ``reason``: "many" (more cases changed), "tables" (an earlier release has rows that this plan has not) or "exact"
    (exact counts were published, and cannot be corrected).
    """

    code = "workbench.counts_changed"


class NotProtected(DeskError):
    """The counts cannot be protected by this plan.

    ``reason``: "figures" (nothing was found whose safety can be proven together with what was published before) or
    "tables" (they hang together in too large a ring; without the crossing ``drop`` they might not, "" if none helps).
    """

    code = "workbench.not_protected"
