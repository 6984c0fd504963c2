"""Works at a desk until it is stopped: ``python -m tests.campaigns._worker``, told what to do on standard input.

It says ``begin N`` before operation N, ``did N`` once it is acknowledged, ``refused N CODE`` when it was refused.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from counsellor_desk.casework.backups import Copy
from counsellor_desk.casework.progress import Progress
from counsellor_desk.errors import DeskError
from counsellor_desk.vault import connection
from counsellor_desk.vault.backups.backups import VaultBackups
from counsellor_desk.vault.backups.memory import Known
from counsellor_desk.vault.backups.place import discard
from tests.campaigns._at_work import AtWork
from tests.campaigns._desk import Machine
from tests.campaigns._model import IN_THE_VAULT, Kind, Model, Operation

_OUTSIDE = (Kind.PASSPHRASE, Kind.BACKUP, Kind.RESTORE, Kind.CLEAR)  # done without a page of the vault being written
_CLOSING = (Kind.LOCK, Kind.MIGRATE, Kind.RETURN, Kind.REKEY)  # refused, they may leave the vault closed
EARLY, CARELESS, SWALLOW, HASTY = "early", "careless", "swallow", "hasty"  # faults a campaign must find


@dataclass(frozen=True)
class Task:
    """``first`` to ``last`` are operation numbers; ``founding`` makes the vault before them, as operation 0.

    ``most_bytes`` is the size no file may pass, ``least_bytes`` the vault's at the beginning, ``memory`` the room
    in bytes the process still has, ``heap`` the same for the database library; 0 is no limit. ``fault`` makes this
    worker break a promise.
    """

    home: Path
    bench: Path
    seed: int
    model: Model
    first: int
    last: int = 1_000_000
    kinds: frozenset[Kind] = IN_THE_VAULT
    founding: bool = False
    most_bytes: int = 0
    least_bytes: int = 0
    memory: int = 0
    heap: int = 0
    fault: str = ""


def start(task: Task, *before: str) -> subprocess.Popen[bytes]:
    """A worker on ``task``; ``before`` is a program to start it under."""
    command = [*before, sys.executable, "-m", "tests.campaigns._worker"]
    quiet = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    worker = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=quiet
    )
    assert worker.stdin is not None
    worker.stdin.write(pickle.dumps(task))
    worker.stdin.close()
    return worker


@dataclass
class Told:
    """What a worker has said so far, and so what must be in its vault."""

    task: Task
    model: Model
    number: int  # of the next operation
    under_way: Operation | None = None
    uncertain: tuple[Operation, ...] = ()  # refused, and no page was written since
    refused: str = ""
    refusals: int = 0
    kinds_done: dict[Kind, int] | None = None

    @classmethod
    def nothing(cls, task: Task) -> Told:
        """Before the first word."""
        return cls(task, task.model, task.first, kinds_done={})

    def hear(self, line: bytes) -> None:
        """One line of a worker; a line that is cut off was not said."""
        if not line.endswith(b"\n"):
            return
        said, number, *why = line.decode().split()
        operation = self.model.next(self.task.seed, int(number), self.task.kinds)
        self.number = int(number) + 1
        if said == "begin":
            self.under_way = operation
        elif said == "did":
            self.model, self.under_way = self.model.after(operation), None
            self.uncertain = self.uncertain if operation.kind in _OUTSIDE else ()
            assert self.kinds_done is not None
            self.kinds_done[operation.kind] = self.kinds_done.get(operation.kind, 0) + 1
        elif said == "refused":
            self.refused, self.refusals = why[0], self.refusals + 1
            self.uncertain += (operation,)

    @property
    def allowed(self) -> list[Model]:
        """What may be in the vault: all that was acknowledged, and what was under way, or one that was refused last,
        or neither: a disk that fails to keep a page may have kept it all the same."""
        last = (*self.uncertain, self.under_way)
        return [self.model] + [self.model.after(operation) for operation in last if operation]


def worked(task: Task, *before: str) -> Told:
    """All that a worker on ``task`` said until it ended; an end without a word of its own counts as a refusal."""
    told = Told.nothing(task)
    worker = start(task, *before)
    assert worker.stdout is not None
    with worker, worker.stdout as said:
        for line in said:
            told.hear(line)
    if worker.returncode and not told.refused:
        told.refused = f"the program ended with {worker.returncode}"
    return told


def main() -> None:
    """Do the task."""
    task: Task = pickle.loads(sys.stdin.buffer.read())
    _break_a_promise(task.fault)
    machine = Machine(task.home, task.bench)
    if task.founding:
        machine.found()
        _say("founded", 0)
    told = Told.nothing(task)
    try:
        at_work = AtWork(machine, task.model, task.first - 1)
    except DeskError as error:
        return _say("refused", task.first - 1, error.code)
    _limit(task)
    refusals = 0
    for number in range(task.first, task.last + 1):
        operation = told.model.next(task.seed, number, task.kinds)
        _say("begin", number)
        if task.fault == EARLY:
            _say("did", number)
        try:
            at_work.do(operation)
        except (DeskError, MemoryError) as error:
            if task.fault != SWALLOW:
                _say("refused", number, getattr(error, "code", "memory"))
                refusals += 1
                if refusals < 3 and operation.kind not in _CLOSING:
                    continue  # as somebody would, who presses "Save" again
                return None
        told.model = told.model.after(operation)
        if task.fault != EARLY:
            _say("did", number)
    try:
        at_work.close()
    except DeskError as error:
        _say("refused", task.last + 1, error.code)
    return None


def _say(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def _limit(task: Task) -> None:
    import resource
    import signal

    if task.most_bytes:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (task.most_bytes, task.most_bytes))
    if task.memory:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        most = pages * resource.getpagesize() + task.memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    if task.heap:
        limited = sqlcipher.connect(":memory:")  # the limit is one for the whole library
        limited.execute(f"PRAGMA hard_heap_limit={task.heap}").fetchall()


def _break_a_promise(fault: str) -> None:
    """A worker that no longer waits for the disk, or lets its backups go before there is a newer one."""
    if fault == HASTY:
        backups: Any = VaultBackups
        produce = backups._produce

        def produce_hastily(self: Any, now: datetime, progress: Progress) -> tuple[Copy, Known]:
            discard(self._subject.home.glob("*.backup"))
            made: tuple[Copy, Known] = produce(self, now, progress)
            return made

        backups._produce = produce_hastily
    if fault == CARELESS:
        careless: Any = connection
        careless._SETTINGS = [one.replace("=FULL", "=OFF") for one in connection._SETTINGS]
        profile = dict(connection.PROFILE) | {"PRAGMA synchronous": "0"}
        careless.PROFILE = tuple(profile.items())


if __name__ == "__main__":
    main()
