"""Whether the clock of the computer is believed, told from the last moment the vault was used.

A clock is a witness, not a judge: a flat battery says 1970, a slip of the hand says next year. What cannot be undone
(deleting, registering, closing, publishing, letting backups go) waits until she has said which date is right.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from counsellor_desk.errors import DeskError

LONGEST_AWAY = timedelta(days=35)
"""After a longer absence the date is asked once. The project's figure: more than a month's holiday, and as long as a
backup may stay that cannot be cleared (``backups.PURGE_DAYS``)."""

STEP_BACK = timedelta(hours=3)
"""So far a clock goes back without a question: the hour of autumn, and the two hours that a Dutch summer is off where
a second system keeps the hardware clock in local time (systemd, timedatectl(1), "set-local-rtc")."""

NO_VAULT_BEFORE = datetime(2026, 1, 1)
"""No vault was used before: this program did not exist. A clock that says so is wrong, whatever is said of it."""


class Judgement(StrEnum):
    """What is thought of a clock."""

    TRUSTED = "trusted"
    BEHIND = "behind"
    AHEAD = "ahead"


def judge_clock(last_used: datetime, now: datetime) -> Judgement:
    """What to think of a clock that says ``now``, in local time, of a vault that was ``last_used`` then."""
    if last_used - now > STEP_BACK:
        return Judgement.BEHIND
    return Judgement.AHEAD if now - last_used > LONGEST_AWAY else Judgement.TRUSTED


def may_be_right(now: datetime) -> bool:
    """Whether it can be said at all that ``now`` is right."""
    return now >= NO_VAULT_BEFORE


class ClockBehind(DeskError):
    """The clock says ``now``, which is before the vault was ``last`` used (ISO, to the minute)."""

    code = "clock.behind"


class ClockAhead(DeskError):
    """The clock says ``now``, so long after the vault was ``last`` used (ISO, to the minute) that it may be wrong."""

    code = "clock.ahead"


ClockInDoubt = ClockBehind | ClockAhead


def doubt_of(last_used: datetime, now: datetime) -> ClockInDoubt | None:
    """The state a clock is in that is not trusted."""
    said = {name: at.isoformat(" ", "minutes") for name, at in (("now", now), ("last", last_used))}
    match judge_clock(last_used, now):
        case Judgement.BEHIND:
            return ClockBehind(**said)
        case Judgement.AHEAD:
            return ClockAhead(**said)
        case _:
            return None


class Timekeeper(Protocol):
    """What an open vault knows of the time. Each question looks at the clock anew."""

    def doubt(self) -> ClockInDoubt | None:
        """The state the clock is in; None when it is trusted."""
        ...

    def check(self) -> None:
        """That the clock is trusted. Raises: ClockBehind, ClockAhead."""
        ...

    def sure(self, now: datetime) -> datetime:
        """``now`` if that can be trusted, otherwise the last moment the vault was used."""
        ...

    def latest(self, today: date) -> date:
        """``today``, or the day the vault was last used where that is later: nothing happened after it."""
        ...

    def accept(self, now: datetime) -> None:
        """She has said that ``now`` is right, which the clock says: it is when the vault was last used.

        Raises: ClockBehind when it cannot be right.
        """
        ...
