"""Keeps the backups of the open vault: makes them, tries them out, brings one back."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from threading import Event
from typing import Any

from counsellor_desk.casework.backups import (
    BackupFailed,
    BackupMissing,
    BackupOverview,
    Chore,
    Contents,
    Copy,
    DrillFailed,
    FolderAway,
    GivenUp,
    Health,
    NotLookedInto,
    StrangersFound,
)
from counsellor_desk.casework.progress import Cancelled, Progress, no_progress
from counsellor_desk.errors import DeskError
from counsellor_desk.vault.backups import clearing, copying, recognising, restoring
from counsellor_desk.vault.backups.beside import Beside
from counsellor_desk.vault.backups.contents import contents
from counsellor_desk.vault.backups.inventory import Inventory
from counsellor_desk.vault.backups.making import Outdated, as_it_is, produce
from counsellor_desk.vault.backups.memory import Known, Memory, MemoryStore
from counsellor_desk.vault.backups.owner import Owner
from counsellor_desk.vault.backups.place import Place
from counsellor_desk.vault.backups.subject import BackupSubject
from counsellor_desk.vault.backups.turns import Turns
from counsellor_desk.vault.companions import remove
from counsellor_desk.vault.faults import translated
from counsellor_desk.vault.health import health_of_live
from counsellor_desk.vault.session import Session
from counsellor_desk.vault.timekeeping import VaultTimekeeper

DRILL_DAYS = 7
AWAY_DAYS = 7  # so long the chosen folder may be out of reach before it is said


class VaultBackups:
    """Satisfies ``casework.backups.Backups``. Made on the thread that opened the vault, which closes it; all
    else may be asked on any thread, and does there what may take long."""

    def __init__(self, subject: BackupSubject, session: Session, clock: VaultTimekeeper) -> None:
        self._subject = subject
        self._clock = clock
        self._owner = Owner(session)
        self._turns = Turns(self._owner.serve)
        self._store = MemoryStore(self._owner)
        self._left: set[Chore] = set()  # pieces that went wrong since the vault was opened
        self._restored: Path | None = None
        self._on_trial: Memory | None = None  # what was remembered before the trial that is under way
        self._inventory = Inventory(subject, self._store)
        self._clearer = clearing.Clearer(subject, self._owner, self._store, self._inventory)
        self._beside = Beside()
        self._pieces = Beside()  # even to list a folder may take for ever
        self._making = Beside()  # which never waits for a file among the backups

    def reached_by(self, run_there: Callable[[Callable[[], None]], None], wishes: Callable[[], int]) -> None:
        """From now on work comes from other threads."""
        self._owner.reached_by(run_there, wishes)

    # what is to be said and done

    def remark(self) -> DeskError | None:
        """The newest trouble that still stands."""
        memory = self._store.memory
        if memory.drill_failed:
            return DrillFailed(made=memory.drill_failed)
        if memory.failed:
            return BackupFailed()
        if memory.folder and memory.chosen_last and self._is_past(memory.chosen_last, AWAY_DAYS):
            return None if self._chosen().is_there() else FolderAway(last=memory.chosen_last)
        return None

    def chore(self, progress: Progress = no_progress) -> Chore | None:
        """The next piece of waiting work."""
        if self._left.issuperset(Chore):
            return None
        begun = Event()

        def piece(told: Progress) -> Chore | None:
            begun.set()
            return self._next_chore(told)

        try:
            with self._turns.taken(progress) as told:
                return piece(told) if self._owner.is_here else self._pieces.run(piece, told)
        except Cancelled:
            if not begun.is_set():  # while another piece was under way: whatever waited is left
                self._left.update(Chore)
            raise

    def _next_chore(self, progress: Progress) -> Chore | None:
        for chore, waits, work in (
            (Chore.DRILL, self._drill_is_due, self._drill),
            (Chore.BACKUP, self._backup_is_owed, self._make),
            (Chore.LOOK, self._inventory.waits, self._inventory.look),
            (Chore.CLEARING, self._may_clear, self._clear_next),
        ):
            if chore in self._left:
                continue
            self._left.add(chore)
            with translated():
                wanted = waits()
                if wanted:
                    work(progress)
            self._left.discard(chore)
            if wanted:
                return chore
        self._tell()
        return None

    def overview(self) -> BackupOverview:
        """All there is to know of the backups, as their folders are now."""
        memory = self._store.memory
        with translated():
            return BackupOverview(
                folder=memory.folder,
                copies=tuple(self._inventory.copies(self._now())),
                away=tuple(folder for folder in self._clearer.behind() if not self._subject.place(folder).is_there()),
                restored=tuple(file.name for file in restoring.waiting(self._subject.path)),
                drilled_on=date.fromisoformat(memory.drilled_on) if memory.drilled_on else None,
                given_up=tuple(
                    GivenUp(folder, date.fromisoformat(day)) for folder, day in sorted(memory.given_up.items())
                ),
                unchecked=tuple(self._inventory.unchecked()),
                strangers=tuple(self._inventory.strangers()),
            )

    def choose_folder(self, folder: str) -> None:
        """Backups go there from now on."""
        if folder:
            self._subject.place(folder).prove()
        with self._turns.taken():
            self._choose(folder)

    def _choose(self, folder: str) -> None:
        self._store.remember(folder=folder, chosen_last=self._now().date().isoformat() if folder else "")

    def give_up(self, folder: str) -> None:
        """It is asked for no more; if new backups went there, they go beside the vault from now on."""
        with self._turns.taken():
            self._clearer.give_up(folder, self._now().date())
            if folder == self._store.memory.folder and folder in self._store.memory.given_up:
                self._choose("")

    def check(self, progress: Progress = no_progress) -> Health:
        """Every page of the vault looked at."""
        with self._turns.taken(progress) as told, translated():
            return self._beside.run(self._health, told)

    # making

    def make(self, progress: Progress) -> Copy:
        """A new, verified backup; then the rotation lets older ones go."""
        with self._turns.taken(progress) as told:
            return self._make(told)

    def _make(self, progress: Progress) -> Copy:
        seals = self._store.memory.seals
        if self._subject.seal not in seals:  # before there is a file under that key
            self._store.revise(lambda memory: replace(memory, seals=[*memory.seals, self._subject.seal]))
        with translated():
            copy, known = self._produced(self._now(), progress)
        self._on_made(copy, known)
        self._rotate(copy.folder, progress)
        return copy

    def at_close(self, seconds: float) -> None:
        """One more backup if anything was written since the last. Never asks, never takes longer than ``seconds``:
        what is not ready then is made after the next unlock. Work that is under way stops.

        Raises: VaultDamaged when the vault's own connection has met a damaged page.
        """
        begun = time.monotonic()
        self._turns.end(begun + seconds / 2)
        try:
            self._forget_trial()
            if not self._wanted_at_close() or self._made_in_time(begun + seconds):
                self._store.remember(covered=self._owner.ask(_generation))
            else:
                self._store.remember(failed=BackupFailed.code)
        finally:
            self._owner.leave()

    def after_close(self, generation: int) -> None:
        """A restored file takes the place of the vault, now that it is closed and has counted to ``generation``."""
        if self._restored is not None:
            restoring.take_place(self._restored, self._subject, generation, self._clock.now())

    # reading and restoring

    def contents(self, copy: Copy, progress: Progress = no_progress) -> Contents:
        """What is in it, in numbers."""
        with translated():
            return Beside().run(lambda told: self._count(copy, told), self._turns.until_over(progress))

    def restore(self, copy: Copy, progress: Progress) -> str:
        """The name of a new file beside the vault."""
        with self._turns.taken(progress) as told, translated():
            change = self._owner.ask(lambda session: restoring.Adjustment.to(session, self._subject.migrations))
            now = self._now()
            return self._beside.run(lambda told: self._bring_back(copy, change, now, told), told)

    def work_with(self, restored: str) -> None:
        """The restored file of that name takes the vault's place at closing."""
        waiting = {file.name: file for file in restoring.waiting(self._subject.path)}
        if restored not in waiting:
            raise BackupMissing()
        self._restored = waiting[restored]

    # inside

    def _wanted_at_close(self) -> bool:
        return self._store.others_wrote or self._backup_is_owed() or self._restored is not None

    def _made_in_time(self, end: float) -> bool:
        """A network drive that does not answer keeps nobody from going home."""
        if self._making.busy:
            return False

        def in_time(_done: int, _whole: int) -> None:
            if time.monotonic() > end:
                raise Cancelled()

        try:
            self._make(in_time)
        except Exception:
            return False
        return True

    def _produced(self, now: datetime, progress: Progress) -> tuple[Copy, Known]:
        try:
            return self._making.run(lambda told: self._produce(now, told), progress)
        except Outdated:
            return self._produced(now, progress)

    def _chosen(self) -> Place:
        return self._subject.place(self._store.memory.folder)

    def _rotate(self, folder: str, progress: Progress) -> None:
        """The backup is made, whatever becomes of this; what stays too long goes the next time, and nothing on the
        word of a clock in doubt."""
        if self._is_in_doubt():
            return
        own, now = self._inventory.own(folder), self._now()
        with contextlib.suppress(DeskError), translated():
            gone = self._making.run(lambda _told: self._subject.place(folder).let_go(own, now), progress)
            self._inventory.forget(folder, gone)

    def _tell(self) -> None:
        """What there is to say of strangers, each once. Raises: NotLookedInto, StrangersFound."""
        closed, self._clearer.not_looked_into = self._clearer.not_looked_into, 0
        if closed:
            raise NotLookedInto(number=closed)
        more = 0
        with contextlib.suppress(OSError, DeskError):  # what cannot be remembered is told another time
            more = self._inventory.more_strangers()
        if more:
            raise StrangersFound(number=more)

    def _newest(self) -> Copy | None:
        return self._inventory.newest(self._now())

    def _reading(self, copy: Copy, progress: Progress = no_progress) -> Any:
        file = Path(copy.folder, copy.name)
        if not recognising.is_file(file):
            raise BackupMissing()
        return copying.reading(file, self._subject.key, progress)

    # beside the thread of the vault: files only

    def _health(self, progress: Progress) -> Health:
        path = self._subject.path
        with copying.reading(path, self._subject.key, progress, live=True) as connection:
            return health_of_live(connection, path)

    def _count(self, copy: Copy, progress: Progress) -> Contents:
        with self._reading(copy, progress) as source:
            return contents(Session(source))

    def _bring_back(self, copy: Copy, change: restoring.Adjustment, now: datetime, progress: Progress) -> str:
        key = self._subject.key
        goal = restoring.free_name(self._subject.path, restoring.RESTORED, now)
        try:
            with self._reading(copy, progress) as source:
                rows = copying.stage(source, self._subject.trial, key, progress, change)
            copying.carry(self._subject.trial, goal, key, rows, progress)
        finally:
            remove(self._subject.trial)
        return goal.name

    def _try_out(self, copy: Copy, progress: Progress) -> None:
        key = self._subject.key
        try:
            with self._reading(copy, progress) as source:
                rows = copying.stage(source, self._subject.trial, key, progress, as_it_is)
            copying.verify_backup(self._subject.trial, key, rows, progress)
        finally:
            remove(self._subject.trial)

    def _produce(self, now: datetime, progress: Progress) -> tuple[Copy, Known]:
        if not self._beside.busy:
            remove(self._subject.trial)  # left behind by a process that was killed
        return produce(self._subject, self._store.memory.folder, self._inventory, now, progress)

    def _on_made(self, copy: Copy, known: Known) -> None:
        self._inventory.keep(copy.folder, copy.name, known)
        self._store.revise(
            lambda memory: replace(
                memory,
                covered=self._subject.generation - 1,
                failed="",
                reached={copy.folder: 0, **memory.reached},  # a new folder may hold old backups
                drill_failed="",
                seal=self._subject.seal,
                chosen_last=copy.at.date().isoformat() if copy.folder == memory.folder else memory.chosen_last,
            )
        )

    def _backup_is_owed(self) -> bool:
        memory = self._store.memory
        is_open = memory.seal in ("", self._subject.seal)  # the key was not changed since
        return bool(memory.drill_failed) or not is_open or memory.covered < self._subject.generation - 1

    def _drill_is_due(self) -> bool:
        """Not before the first backup under the present key."""
        last = self._store.memory.drilled_on
        is_time = not last or self._is_past(last, DRILL_DAYS)
        return is_time and self._store.memory.seal == self._subject.seal and bool(self._newest())

    def _drill(self, progress: Progress) -> None:
        """The newest backup within reach is restored as if it were needed, and thrown away."""
        newest = self._newest()
        if newest is None:  # taken away this very moment
            return
        made = newest.at.date().isoformat()
        self._on_trial = self._store.memory
        self._store.remember(drilled_on=self._now().date().isoformat(), drill_failed=made)
        try:
            with translated():
                self._beside.run(lambda told: self._try_out(newest, told), progress)
        except Cancelled:
            self._forget_trial()
            raise
        except Exception as trouble:
            self._on_trial = None
            self._inventory.doubt(newest.folder, newest.name)
            raise DrillFailed(made=made) from trouble
        self._store.remember(drill_failed="")
        self._on_trial = None

    def _forget_trial(self) -> None:
        """One that was cut short says nothing of the backup."""
        if (before := self._on_trial) is not None:
            self._store.remember(drilled_on=before.drilled_on, drill_failed=before.drill_failed)
            self._on_trial = None

    def _may_clear(self) -> bool:
        """Nothing is taken out of a backup, nor away, on the word of a clock in doubt."""
        return not self._is_in_doubt() and self._clearer.waits()

    def _clear_next(self, progress: Progress) -> None:
        """One piece. A fresh backup comes first: then any older one may go."""
        if not self._clearer.next(self._now().date(), self._beside, progress):
            place = self._clearer.place()
            self._make(progress)
            self._clearer.begin(place)

    def _is_past(self, day: str, days: int) -> bool:
        """Whether so many days are over since. What lies ahead tells nothing, and what is unknown is due."""
        return not 0 <= (self._now().date() - date.fromisoformat(day)).days < days

    def _now(self) -> datetime:
        return self._owner.ask(lambda _session: self._clock.now())

    def _is_in_doubt(self) -> bool:
        return self._owner.ask(lambda _session: self._clock.doubt()) is not None


def _generation(session: Session) -> int:
    return int(session.value("SELECT generation FROM vault"))
