"""The statuses of a case in groups, by their codes (STATUS in the code book), and when an open case is long quiet."""

from __future__ import annotations

RUNNING = ("B.NIE", "B.LOP")
WAITING = ("B.WAC",)
AFTERCARE = ("B.NAZ",)
CLOSED = ("B.DIC", "B.PSE", "B.VRN")
OPEN = RUNNING + WAITING + AFTERCARE

QUIET_DAYS = 90
"""An open case without a contact for so long is asked to be looked at. The project's own figure: a quarter."""
