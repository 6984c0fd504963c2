"""What can keep figures from leaving."""

from __future__ import annotations

from counsellor_desk.errors import DeskError


class NotProven(DeskError):
    """No figures were found whose protection could be proven together with everything published before.

    ``why`` is "rounding" (no figures within any window), "witness" (no table has exactly these figures),
    "slack" (too few counts remain possible), "window" (a window is narrower than the base) or
    "time" (the time allowed was not enough). For withheld counts: "pattern" (whatever is withheld, earlier figures
    give a small count away), "history" (earlier figures are of other counts), "interval" (one is not what follows
    from the counts) or "presence" (a withheld one is shown to be small).
    """

    code = "disclosure.not_proven"


class NotLinkable(DeskError):
    """The crossings of a plan hang together in rings whose hidden table is too large to prove anything about.
    ``drop`` names the crossing whose removal mends it best, "" when no single one does."""

    code = "disclosure.not_linkable"


class PlanUnsound(DeskError):
    """A table plan contradicts itself. ``subject`` is the name it is about.

    ``why``: "name" (an empty or reserved name), "twice" (a code, dimension or table axis comes twice), "parent" (a
    parent of nothing, or one that is a code as well), "cycle" (a code is its own ancestor), "unknown" (a table over
    a dimension that is not there), "tables" (none), "base" (not 3, 5 or 10) or "size" (too many cells).
    """

    code = "disclosure.plan_unsound"
