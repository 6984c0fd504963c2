"""A vault that is open on a thread of its own, and a stick that waits, for looking after backups meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import Event, Thread
from typing import Any, TypeVar

import pytest

from counsellor_desk.casework.progress import Progress
from counsellor_desk.vault.backups import copying
from counsellor_desk.vault.vault import BackupPlan, OpenVault, create_vault
from tests.vault.conftest import NOW, TODAY, fill

T = TypeVar("T")


class Elsewhere:
    """A vault that is open on a thread of its own; here its backups are looked after."""

    def __init__(self, path: Path, key: bytes, plan: BackupPlan) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1)
        self._wishes = 0
        self.path, self.key = path, key
        self.vault = self._pool.submit(self._make, plan).result()
        assert self.vault.backups is not None
        self.backups = self.vault.backups
        self.backups.reached_by(self._pool.submit, lambda: self._wishes)

    def _make(self, plan: BackupPlan) -> OpenVault:
        vault = create_vault(self.path, self.key, practice=False, today=TODAY, backup_plan=plan)
        fill(vault.book)
        return vault

    def begin(self, job: Callable[[OpenVault], T]) -> Future[T]:
        """Something is wanted of the vault."""
        self._wishes += 1
        return self._pool.submit(job, self.vault)

    def run(self, job: Callable[[OpenVault], T]) -> T:
        """The same, and done."""
        return self.begin(job).result(30)

    def close(self, seconds: float = 5.0) -> None:
        self.begin(lambda vault: vault.close(seconds)).result(30)

    def end(self) -> None:
        self.close()
        self._pool.shutdown()


class Working:
    """A job that runs on a thread of its own, as the desk has it."""

    def __init__(self, job: Callable[[], object]) -> None:
        self.answer: Future[Any] = Future()
        self._job = job
        Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        try:
            self.answer.set_result(self._job())
        except BaseException as trouble:
            self.answer.set_exception(trouble)

    def result(self) -> Any:
        return self.answer.result(30)


class SlowStick:
    """Takes no byte before ``answer``."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked, self._answered = Event(), Event()
        self.answer = self._answered.set
        self._write = copying.write
        monkeypatch.setattr(copying, "write", self._wait)

    def _wait(self, source: Path, goal: Path, progress: Progress) -> None:
        self.asked.set()
        self._answered.wait(60)
        self._write(source, goal, progress)


def write(vault: OpenVault) -> None:
    vault.book.save_draft("contact", "een halve zin", NOW)
