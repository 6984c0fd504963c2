"""The last moment the vault was used, kept in it, and what that says about the clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from counsellor_desk.casework.clock import ClockBehind, ClockInDoubt, Judgement, doubt_of, judge_clock, may_be_right
from counsellor_desk.casework.destroying import LAST_LOOK
from counsellor_desk.vault.session import Session

LAST_USED = "last used"
Clock = Callable[[], datetime]

_LAST_USED = "SELECT value FROM setting WHERE key = :used AND date(value) IS NOT NULL"
# in a vault of an older program, what that dated itself: days that were typed may lie ahead
_LAST_DATED = """
SELECT max(at) FROM (
  SELECT created_on AS at FROM vault
  UNION ALL SELECT value FROM setting WHERE key = :look AND date(value) IS NOT NULL
  UNION ALL SELECT registered_on FROM case_file
  UNION ALL SELECT registered_on FROM contact
  UNION ALL SELECT changed_at FROM note WHERE date(changed_at) IS NOT NULL
  UNION ALL SELECT saved_at FROM draft WHERE date(saved_at) IS NOT NULL
  UNION ALL SELECT on_day FROM erased
  UNION ALL SELECT published_on FROM release
)
"""
_KEEP = """
INSERT INTO setting (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""


class VaultTimekeeper:
    """Satisfies ``casework.clock.Timekeeper``. Without a ``clock`` nothing is doubted: a practice, a copy that is
    only looked into."""

    def __init__(self, session: Session, clock: Clock | None) -> None:
        self._session = session
        self._clock = clock
        kept = session.value(_LAST_USED, {"used": LAST_USED}) or session.value(_LAST_DATED, {"look": LAST_LOOK})
        self._last = datetime.fromisoformat(kept).replace(tzinfo=None)

    def doubt(self) -> ClockInDoubt | None:
        """The state the clock is in right now."""
        return None if self._clock is None else doubt_of(self._last, self._clock())

    def check(self) -> None:
        """Raises: ClockBehind, ClockAhead."""
        if (doubt := self.doubt()) is not None:
            raise doubt

    def sure(self, now: datetime) -> datetime:
        """``now`` if that can be trusted, otherwise the last moment the vault was used."""
        if self._clock is None or judge_clock(self._last, now) is Judgement.TRUSTED:
            return now
        return self._last

    def latest(self, today: date) -> date:
        """The later of ``today`` and the day of the last use."""
        return today if self._clock is None else max(today, self._last.date())

    def now(self) -> datetime:
        """What the clock says, and with that the last use, if it is trusted; otherwise the last use there was."""
        now = self.sure((self._clock or datetime.now)())
        self._last = max(self._last, now)
        return now

    def keep(self) -> None:
        """Keep the newest trusted moment as the last use. A clock in doubt changes nothing."""
        if self._clock is not None:
            self.now()
            self._session.change(_KEEP, {"key": LAST_USED, "value": self._last.isoformat()})

    def accept(self, now: datetime) -> None:
        """The vault is used ``now``, whatever was thought before. Raises: ClockBehind when that cannot be."""
        if not may_be_right(now):
            raise ClockBehind(now=now.isoformat(" ", "minutes"), last=self._last.isoformat(" ", "minutes"))
        self._last = now
        self.keep()
