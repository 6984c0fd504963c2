"""Work besides cases, drafts of forms, and the settings that belong in the vault."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from counsellor_desk.casework.model import (
    Activity,
    ActivityId,
    HoursId,
    ProfessionalHours,
    Signal,
    SignalId,
)
from counsellor_desk.vault.book.cases import BookRecords
from counsellor_desk.vault.records import Table

ACTIVITY = Table(Activity, "activity")
HOURS = Table(ProfessionalHours, "professional_hours")
SIGNAL = Table(Signal, "signal")

_KEEP_DRAFT = """
INSERT INTO draft (slot, payload, saved_at) VALUES (:slot, :payload, :at)
ON CONFLICT (slot) DO UPDATE SET payload = excluded.payload, saved_at = excluded.saved_at
"""
_KEEP_SETTING = """
INSERT INTO setting (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""


class DeskRecords(BookRecords):
    """Activities, professional hours, signals, drafts and settings."""

    def activities(self, since: date, until: date) -> tuple[Activity, ...]:
        """Those of ``since`` to ``until``, both included, newest first."""
        sql = ACTIVITY.select + " WHERE on_day BETWEEN :since AND :until ORDER BY on_day DESC, id DESC"
        found = self._session.rows(sql, {"since": since.isoformat(), "until": until.isoformat()})
        return tuple(ACTIVITY.read(row) for row in found)

    def add_activity(self, activity: Activity) -> Activity:
        """The activity as stored. Raises: RecordMissing for an unknown organisation."""
        return replace(activity, id=ActivityId(self._session.add(ACTIVITY.insert, ACTIVITY.values(activity))))

    def remove_activity(self, activity: ActivityId) -> None:
        """Raises: RecordMissing."""
        self._must_change("DELETE FROM activity WHERE id = :id", {"id": activity}, activity=activity)

    def add_hours(self, hours: ProfessionalHours) -> ProfessionalHours:
        """The hours as stored."""
        return replace(hours, id=HoursId(self._session.add(HOURS.insert, HOURS.values(hours))))

    def hours(self, since: date) -> tuple[ProfessionalHours, ...]:
        """Those from ``since`` on, newest first."""
        sql = HOURS.select + " WHERE on_day >= :since ORDER BY on_day DESC, id DESC"
        return tuple(HOURS.read(row) for row in self._session.rows(sql, {"since": since.isoformat()}))

    def add_signal(self, signal: Signal) -> Signal:
        """The signal as stored. Raises: RecordMissing for an unknown organisation."""
        return replace(signal, id=SignalId(self._session.add(SIGNAL.insert, SIGNAL.values(signal))))

    def signals(self) -> tuple[Signal, ...]:
        """All, newest first."""
        return tuple(SIGNAL.read(row) for row in self._session.rows(SIGNAL.select + " ORDER BY on_day DESC, id DESC"))

    def draft(self, slot: str) -> str | None:
        """The draft in ``slot``, if there is one."""
        found: str | None = self._session.value("SELECT payload FROM draft WHERE slot = :slot", {"slot": slot})
        return found

    def save_draft(self, slot: str, payload: str, at: datetime) -> None:
        """Keep ``payload`` in ``slot``, in place of what was there."""
        self._session.change(_KEEP_DRAFT, {"slot": slot, "payload": payload, "at": at.isoformat()})

    def drop_draft(self, slot: str) -> None:
        """Empty ``slot``; it may be empty already."""
        self._session.change("DELETE FROM draft WHERE slot = :slot", {"slot": slot})

    def setting(self, key: str) -> str | None:
        """The value kept under ``key``."""
        found: str | None = self._session.value("SELECT value FROM setting WHERE key = :key", {"key": key})
        return found

    def save_setting(self, key: str, value: str) -> None:
        """Keep ``value`` under ``key``."""
        self._session.change(_KEEP_SETTING, {"key": key, "value": value})
