"""What can be asked about figures, and what can be the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

from counsellor_desk.casework.views import UncountedCase
from counsellor_desk.desk.model.questions import Question
from counsellor_desk.errors import DeskError
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import Audience, Certificate, Release
from counsellor_desk.figures.request import Request

if TYPE_CHECKING:
    from counsellor_desk.figures.publishing import Prepared
    from counsellor_desk.office import Office


@dataclass(frozen=True, slots=True)
class ReportChoices:
    """What there is to choose from. ``too_small`` organisations never stand apart; ``releases`` newest first."""

    audiences: tuple[Audience, ...] = ()
    too_small: int = 0
    releases: tuple[Release, ...] = ()
    since: date | None = None

    def replaced_by(self, release: Release) -> int:
        """The number of the release that took the place of ``release``; 0 when none did."""
        return next((one.number for one in self.releases if one.corrections.replaces == release.number), 0)

    def weakest(self, release: Release) -> Certificate:
        """What holds for somebody who has ``release`` and all that left since: a correction weakens it."""
        return min((one.certificate for one in (release, *self.releases)), key=lambda one: one.rho)


@dataclass(frozen=True, slots=True)
class Earlier:
    """``release``, which was published before, as it left."""

    release: Release

    @property
    def period(self) -> Period:
        """The period the release is about."""
        return self.release.period


Asked = Request | Earlier


@dataclass(frozen=True, slots=True)
class Report:
    """A release as it is shown: its ``pdf`` in ``language``, and for own eyes the true number of each (table id, row
    code) and the cases of the period that are not counted."""

    release: Release
    pdf: bytes
    language: str
    truth: Mapping[tuple[str, str], int]
    uncounted: tuple[UncountedCase, ...] = ()

    @property
    def is_preview(self) -> bool:
        """Whether nobody has published it."""
        return self.release.published_on is None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing leaves, and the cases of the period that are not counted."""

    error: DeskError
    uncounted: tuple[UncountedCase, ...] = ()


Answer = Report | Refusal


@dataclass(frozen=True, slots=True)
class Ready:
    """What was prepared to be kept, and the report as it is shown afterwards."""

    report: Report
    prepared: Prepared


class Jobs(Protocol):
    """What the vault is asked, and what is made of it."""

    def choices(self, today: date) -> Question[ReportChoices]: ...
    def preview(self, request: Request, today: date, language: str) -> Question[Answer]: ...
    def earlier(self, release: Release, language: str) -> Question[Answer]: ...
    def translated(self, report: Report, language: str) -> Answer: ...
    def prepare(self, seen: Report, today: date) -> Question[Ready]: ...
    def keep(self, office: Office, ready: Ready) -> None: ...
    def export(self, release: Release, language: str, folder: str) -> int: ...
