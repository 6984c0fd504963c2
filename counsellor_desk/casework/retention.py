"""How long the notes of a closed case are kept: a term for each profile, with its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from counsellor_desk.errors import DeskError


class RetentionProfile(StrEnum):
    """The rule an organisation keeps its records by. It is written into each of its cases when that is opened."""

    NL_VP = "NL-VP"
    NL_VP_2Y = "NL-VP-2Y"
    IOA = "IOA"
    BE_PAPSY = "BE-PAPSY"
    BE_DERDEN = "BE-DERDEN"


class RetentionUnknown(DeskError):
    """The case follows a retention rule, ``profile``, that this program does not know."""

    code = "casework.retention_unknown"


@dataclass(frozen=True, slots=True)
class Term:
    """So many years or days after closing; with ``until`` the last year ends on that (month, day)."""

    source: str
    years: int = 0
    days: int = 0
    until: tuple[int, int] | None = None

    def end(self, closed_on: date) -> date:
        """The last day of a term that begins on ``closed_on``."""
        if self.days:
            return closed_on + timedelta(days=self.days)
        year = closed_on.year + self.years
        if self.until is not None:
            return date(year, *self.until)
        leap_day = (closed_on.month, closed_on.day) == (2, 29)
        return closed_on.replace(year=year, day=28 if leap_day else closed_on.day)


TERMS: Mapping[RetentionProfile, Term] = {
    RetentionProfile.NL_VP: Term(
        "Stichting School & Veiligheid: destroy after closing and after the annual report of that year, which is not"
        " identifying; 31 March is the project's choice",
        years=1,
        until=(3, 31),
    ),
    RetentionProfile.NL_VP_2Y: Term("common custom of Dutch counsellors", years=2),
    RetentionProfile.IOA: Term("International Ombuds Association: the upper end of the routine purge", days=90),
    RetentionProfile.BE_PAPSY: Term("advice of Belgian prevention advisers, psychosocial aspects", years=20),
    RetentionProfile.BE_DERDEN: Term("advice of Belgian prevention advisers, third parties", years=5),
}


def retention_due(profile: str, closed_on: date) -> date:
    """The day after which the notes of a closed case are to be destroyed.

    Raises: RetentionUnknown.
    """
    try:
        term = TERMS[RetentionProfile(profile)]
    except ValueError:
        raise RetentionUnknown(profile=profile) from None
    return term.end(closed_on)
