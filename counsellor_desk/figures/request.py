"""What is asked to be published."""

from __future__ import annotations

from dataclasses import dataclass

from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import Audience, Release


@dataclass(frozen=True, slots=True)
class Request:
    """Figures about ``period`` for ``audience``; as a correction they take the place of report ``replaces`` (0: of
    none)."""

    period: Period
    audience: Audience
    replaces: int = 0

    @classmethod
    def of(cls, release: Release) -> Request:
        """What ``release`` answers."""
        return cls(release.period, release.audience, release.corrections.replaces)
