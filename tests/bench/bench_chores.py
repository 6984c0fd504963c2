"""Saving a contact while a backup is made on a stick that takes eight seconds, against the same save alone."""

from __future__ import annotations

import secrets
import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from pathlib import Path
from threading import Event

from counsellor_desk.casework.progress import Progress, no_progress
from counsellor_desk.vault.backups import copying
from counsellor_desk.vault.backups.beside import LOOK_SECONDS
from counsellor_desk.vault.vault import BackupPlan, open_vault
from tests.bench.bench_search import bodies
from tests.bench.bench_vault import _make, _save
from tests.bench.frame import Ratio

STICK_SECONDS = 8.0
BACKUPS = 3
_PIECES = 80


def run() -> list[Ratio]:
    """A durable save on the vault's thread from asking to kept, all through a backup and as many without one.

    All through both another thread looks up every moment, as whoever waits for a backup does: on a busy machine that
    alone makes a save quicker, and would flatter the backup.
    """
    vars(copying)["write"] = _slowly(copying.write)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(1) as vaults, ThreadPoolExecutor(2) as beside:
        path, key = Path(folder) / "desk.vault", secrets.token_bytes(32)
        case = _make(path, key)
        plan = BackupPlan(Path(folder) / "backups")
        vault = vaults.submit(lambda: open_vault(path, key, practice=False, backup_plan=plan)).result()
        backups = vault.backups
        assert backups is not None
        backups.reached_by(vaults.submit, int)
        texts = cycle(list(bodies(200)))

        def save_ms() -> float:
            text = next(texts)
            begun = time.perf_counter()
            vaults.submit(_save, vault.book, case, text).result()
            return (time.perf_counter() - begun) * 1000

        end = Event()
        beside.submit(_look_up_until, end)
        during, alone = list[float](), list[float]()
        save_ms()
        for _ in range(BACKUPS):
            making = beside.submit(backups.make, no_progress)
            now: list[float] = []
            while not making.done():
                now.append(save_ms())
            making.result()
            during += now
            alone += [save_ms() for _ in now]
        end.set()
        vaults.submit(vault.close).result()
    return [
        Ratio("save during a backup to a slow stick", *map(statistics.median, (during, alone)), "ms", 1.1, 1.2),
        Ratio("slowest save during it / the stick", max(during), STICK_SECONDS * 1000, "ms", 0.05, 0.25),
    ]


def _look_up_until(end: Event) -> None:
    while not end.wait(LOOK_SECONDS):
        pass


def _slowly(write: Callable[[Path, Path, Progress], None]) -> Callable[[Path, Path, Progress], None]:
    """What carries a copy to its folder, and takes ``STICK_SECONDS`` for it."""

    def slow(source: Path, goal: Path, progress: Progress) -> None:
        for _ in range(_PIECES):
            time.sleep(STICK_SECONDS / _PIECES)
            progress(0, 0)
        write(source, goal, progress)

    return slow
