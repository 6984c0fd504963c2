"""The statuses of a case and their groups, and when an open case is long quiet."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """How a case stands, by its code. Source: STATUS in the code book."""

    NEW = "B.NIE"
    RUNNING = "B.LOP"
    WAITING = "B.WAC"  # for the client
    AFTERCARE = "B.NAZ"
    CLOSED = "B.DIC"
    PSEUDONYMISED = "B.PSE"
    DESTROYED = "B.VRN"


RUNNING = (Status.NEW, Status.RUNNING)
WAITING = (Status.WAITING,)
AFTERCARE = (Status.AFTERCARE,)
CLOSED = (Status.CLOSED, Status.PSEUDONYMISED, Status.DESTROYED)
OPEN = RUNNING + WAITING + AFTERCARE

QUIET_DAYS = 90
"""An open case without a contact for so long is asked to be looked at. The project's own figure: a quarter."""
