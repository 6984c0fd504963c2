"""Where one can go in the desk. ``key`` is the page's name among the pages, as on the rail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from counsellor_desk.casework.model import CaseId, NoteId
    from counsellor_desk.figures.period import Period


@dataclass(frozen=True, slots=True)
class Today:
    """What waits today."""

    key: ClassVar[str] = "today"


@dataclass(frozen=True, slots=True)
class Cases:
    """The list, with ``case`` open, at ``note``. The list shows the group of ``status``, or what is ``to_close``, or
    just the cases ``among`` whose client is to be asked something; without any of these it stays as it was."""

    key: ClassVar[str] = "cases"
    case: CaseId | None = None
    note: NoteId | None = None
    status: str = ""
    to_close: bool = False
    among: tuple[CaseId, ...] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of ``period``; without one, of what was chosen before."""

    key: ClassVar[str] = "figures"
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Activities:
    """The activities, or the ``hours`` of one's own profession."""

    key: ClassVar[str] = "activities"
    hours: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings."""

    key: ClassVar[str] = "settings"


Place = Today | Cases | Figures | Activities | Settings
PLACES: tuple[Place, ...] = (Today(), Cases(), Figures(), Activities(), Settings())
