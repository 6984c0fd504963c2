"""Making one backup: a copy of the vault as it is at one moment, built beside it and carried to its folder."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from counsellor_desk.casework.backups import Copy
from counsellor_desk.casework.progress import Progress
from counsellor_desk.folders import private_folder
from counsellor_desk.vault.backups import copying, recognising
from counsellor_desk.vault.backups.inventory import Inventory
from counsellor_desk.vault.backups.memory import Known
from counsellor_desk.vault.backups.place import Place
from counsellor_desk.vault.backups.subject import BackupSubject
from counsellor_desk.vault.companions import remove
from counsellor_desk.vault.session import Session

_DESTROYED = "SELECT count(*) FROM erased"


class Outdated(Exception):
    """Something was destroyed meanwhile that the copy still holds. It got no name, and is to be made anew."""


def produce(
    subject: BackupSubject, folder: str, inventory: Inventory, now: datetime, progress: Progress
) -> tuple[Copy, Known]:
    """A new, verified backup of ``now`` in ``folder``, or beside the vault while that is away; and what to remember.

    Works with files and a connection of its own. Raises: Outdated, and as ``copying.stage`` and ``copying.carry``.
    """
    try:
        with copying.reading(subject.path, subject.key, progress, live=True) as source:
            rows = copying.stage(source, subject.staged, subject.key, progress, as_it_is)
        place = _open_place(subject, folder)
        goal, at = place.free_name(now, inventory.own(str(place.folder)).values())
        refuse = partial(_refuse_outdated, subject, rows, progress)
        copying.carry(subject.staged, goal, subject.key, rows, progress, refuse)
        return Copy(str(place.folder), goal.name, at), recognising.known_by(goal, at.isoformat())
    finally:
        remove(subject.staged)


def as_it_is(_target: object) -> None:
    """Nothing of the copy is altered."""


def _refuse_outdated(subject: BackupSubject, rows: copying.Counts, progress: Progress) -> None:
    with copying.reading(subject.path, subject.key, progress, live=True) as connection:
        if Session(connection).value(_DESTROYED) != dict(rows)["erased"]:
            raise Outdated


def _open_place(subject: BackupSubject, folder: str) -> Place:
    if folder and (chosen := subject.place(folder)).is_there():
        return chosen
    private_folder(subject.home)
    return subject.place("")
