"""Which backups stay: one a day for a week, one a week for a month, one a month for a year."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import datetime

DAYS, WEEKS, MONTHS = 7, 5, 12

_STAMP = "%Y%m%d-%H%M%S"
_NAME = re.compile(r"desk-(\w+)-(\d{8}-\d{6})\.backup")
# what makes two moments fall into one slot of a row, and how many slots the row has
_ROWS: tuple[tuple[Callable[[datetime], object], int], ...] = (
    (lambda at: at.date(), DAYS),
    (lambda at: at.isocalendar()[:2], WEEKS),
    (lambda at: (at.year, at.month), MONTHS),
)


def kept(moments: Iterable[datetime]) -> frozenset[datetime]:
    """Those to keep: the newest of each of the last 7 days, 5 weeks and 12 months that have any.

    Days without a backup take no slot, so a long absence lets nothing go.
    """
    newest_first = sorted(set(moments), reverse=True)
    staying: set[datetime] = set()
    for slot_of, slots in _ROWS:
        filled: set[object] = set()
        for at in newest_first:
            if (slot := slot_of(at)) not in filled and len(filled) < slots:
                filled.add(slot)
                staying.add(at)
    return frozenset(staying)


def name_of(mark: str, at: datetime) -> str:
    """The file name: nothing but a mark of eight letters and the moment."""
    return f"desk-{mark}-{at.strftime(_STAMP)}.backup"


def moment_of(name: str, mark: str) -> datetime | None:
    """When the backup of that name was made; None for a file of somebody else."""
    found = _NAME.fullmatch(name)
    return made_at(name) if found is not None and found[1] == mark else None


def reads_like(name: str, mark: str) -> bool:
    """Whether somebody may take it for the name of a backup: in other capitals, as of a copy, with a day there is
    not."""
    return name.lower().startswith(f"desk-{mark}-".lower()) and name.lower().endswith(".backup")


def is_left_over(name: str, mark: str) -> bool:
    """Whether a backup travels under this name, and so one that was killed on its way."""
    return name == f"desk-{mark}-trial.new" or (
        name.endswith(".new") and moment_of(name.removesuffix(".new"), mark) is not None
    )


def made_at(name: str) -> datetime | None:
    """When the backup of that name was made, of whatever vault; None for a file that is no backup."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        return datetime.fromisoformat(found[2].replace("-", "T"))
    except ValueError:
        return None
