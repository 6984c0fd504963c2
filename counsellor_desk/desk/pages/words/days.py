"""Dates in words: near days by name, others short, always seen from today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from PySide6.QtCore import QCoreApplication, QDate, QLocale

_NAMED_DAYS = 6  # so far away a weekday names one day only


@dataclass(frozen=True, slots=True)
class Days:
    """The words for dates in ``language`` ("nl" or "en"), seen from ``today``."""

    language: str
    today: date

    def near(self, day: date) -> str:
        """ "today", "Friday", "16 Nov" or, of another year, "16 Nov 2025"."""
        away = (day - self.today).days
        if away == 0:
            return QCoreApplication.translate("Days", "today")
        if away == -1:
            return QCoreApplication.translate("Days", "yesterday")
        if away == 1:
            return QCoreApplication.translate("Days", "tomorrow")
        if abs(away) <= _NAMED_DAYS:
            return self._say(day, "dddd")
        return self.short(day)

    def short(self, day: date) -> str:
        """ "16 Nov" or, of another year, "16 Nov 2025"."""
        return self._say(day, "d MMM" if day.year == self.today.year else "d MMM yyyy")

    def long(self, day: date) -> str:
        """ "31 March 2027"."""
        return self._say(day, "d MMMM yyyy")

    def heading(self, day: date) -> str:
        """ "Monday 23 November", with a capital in any language."""
        words = self._say(day, "dddd d MMMM")
        return words[:1].upper() + words[1:]

    def month(self, day: date) -> str:
        """ "November" or, of another year, "November 2025", with a capital in any language."""
        words = self._say(day, "MMMM" if day.year == self.today.year else "MMMM yyyy")
        return words[:1].upper() + words[1:]

    def moment(self, day: date, at: time | None) -> str:
        """The near day with the time, if there is one: "Friday 09:00"; the time alone when it is today."""
        if at is None:
            return self.near(day)
        clock = at.strftime("%H:%M")
        return clock if day == self.today else f"{self.near(day)} {clock}"

    def _say(self, day: date, pattern: str) -> str:
        return QLocale(self.language).toString(QDate(day.year, day.month, day.day), pattern).replace(".", "")
