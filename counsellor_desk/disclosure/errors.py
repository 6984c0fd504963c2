"""What can keep figures from leaving."""

from __future__ import annotations

from counsellor_desk.errors import DeskError


class NotProven(DeskError):
    """No figures were found whose protection could be proven together with everything published before.

    ``why`` is "rounding" (no figures within any window), "witness" (no table has exactly these figures),
    "slack" (too few counts remain possible) or "window" (a window is narrower than the base).
    """

    code = "disclosure.not_proven"


class NotLinkable(DeskError):
    """The crossings of a plan do not form a junction tree, so agreeing tables need not come from one set of
    cases. ``drop`` names a crossing whose removal mends it, "" when no single one does."""

    code = "disclosure.not_linkable"
