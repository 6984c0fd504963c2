"""Works until the disk will not: too full, too small, or answering with errors. What was acknowledged must be there,
and at least one backup that opens and is whole.

Three ways: no file may grow past a size (RLIMIT_FSIZE), the folder lies on a small disk of its own (tmpfs; needs
root), and one call on one of our files fails, once or from then on (strace -e inject), with EIO or ENOSPC.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from random import Random

from counsellor_desk.vault.backups.rotation import name_of
from counsellor_desk.vault.migrate import steps
from tests.campaigns._desk import NOW, VAULT_ID, Machine
from tests.campaigns._model import IN_THE_VAULT, Kind, Model
from tests.campaigns._report import Length, Report, length
from tests.campaigns._verdict import FAULTS, verdict
from tests.campaigns._worker import Task, Told, worked

OPERATIONS = 25
KINDS = IN_THE_VAULT | {Kind.BACKUP, Kind.CLEAR, Kind.DELETE}
SHORTER, UNNAMED = "vaults that became shorter", "failures without a name"
_CALLS = ("pwrite64", "write", "fsync", "fdatasync", "openat", "unlink", "rename", "ftruncate")
_NAMED = frozenset(
    {
        "vault.disk_full",
        "vault.io_failed",
        "vault.read_only",
        "custody.folder_failed",
        "custody.keyring_failed",
        "custody.keyring_forgets",
        "backup.not_cleared",
        "backup.not_whole",
        "backup.drill_failed",
    }
)

Run = Callable[[Path, Random, str], Told]


def main(arguments: Sequence[str]) -> int:
    """Exit code 0 when nothing was lost."""
    return run(length(__doc__, arguments, short=50, long=500)).finish()


def run(asked: Length, *, fault: str = "", ways: Mapping[str, Run] | None = None) -> Report:
    """The figures of ``asked.count`` runs."""
    figures = {"runs": 0, "acknowledged operations": 0, **dict.fromkeys((*FAULTS, SHORTER, UNNAMED), 0)}
    report = Report("disk", figures)
    chance = Random(asked.seed)
    known = ways or WAYS
    for number in range(asked.count):
        way = list(known)[number % len(known)]
        with tempfile.TemporaryDirectory() as folder:
            _one(way, known[way], Path(folder), chance, fault, report)
    return report


def _one(way: str, run_it: Run, folder: Path, chance: Random, fault: str, report: Report) -> None:
    told = run_it(folder, chance, fault)
    report.count("runs")
    report.count(f"  {way}")
    report.count("acknowledged operations", sum((told.kinds_done or {}).values()))
    if told.refused:
        report.count(f"refused: {told.refused}")
    run_number = report.figures["runs"]
    if told.refused and told.refused not in _NAMED:
        report.count(UNNAMED)
        report.wrong.append(f"run {run_number}, {way}: {told.refused}")
    machine = Machine(folder / "home", folder)
    swept = told.model.gone or told.uncertain  # what was destroyed makes a vault shorter, and rightly so
    if machine.vault.stat().st_size < told.task.least_bytes and not swept:
        report.count(SHORTER)
        report.wrong.append(f"run {run_number}, {way}: the vault became shorter")
    found = verdict(machine, told.allowed, told.number)
    if found.model is None:
        report.count(found.fault)
        report.wrong.append(f"run {run_number}, {way}: {found.fault}: {found.why}")


def _limited(folder: Path, chance: Random, fault: str) -> Told:
    """No file may grow past what the vault has and a little more."""
    machine = _founded(folder)
    size = machine.vault.stat().st_size
    return worked(_task(machine, folder, chance, fault, most_bytes=size + chance.choice((1, 4_096, 60_000, 250_000))))


def _small(folder: Path, chance: Random, fault: str) -> Told:
    """Home is a disk of its own, nearly full; afterwards what is on it is looked at where there is room."""
    with _small_disk(folder / "disk", kilobytes=chance.choice((1_400, 1_700, 2_000, 2_600))) as disk:
        machine = Machine(disk / "home", folder)
        machine.found()
        told = worked(_task(machine, folder, chance, fault))
        shutil.copytree(disk / "home", folder / "home", ignore=shutil.ignore_patterns("*-shm"))
    return told


def _injected(folder: Path, chance: Random, fault: str) -> Told:
    """One of our calls fails, once or from then on."""
    machine = _founded(folder)
    call, error = chance.choice(_CALLS), chance.choice(("EIO", "ENOSPC"))
    when = f"{chance.randint(1, 60)}{chance.choice(('', '+'))}"
    paths = [part for path in _ours(machine) for part in ("-P", str(path))]
    words = ["strace", "-f", "-o", "/dev/null", *paths, "-e", f"trace={call}"]
    return worked(_task(machine, folder, chance, fault), *words, "-e", f"inject={call}:error={error}:when={when}")


WAYS: Mapping[str, Run] = {"file size": _limited, "small disk": _small, "failing calls": _injected}


def _founded(folder: Path) -> Machine:
    machine = Machine(folder / "home", folder)
    machine.found()
    return machine


def _task(machine: Machine, bench: Path, chance: Random, fault: str, *, most_bytes: int = 0) -> Task:
    return Task(
        machine.home,
        bench,
        chance.randrange(10**9),
        Model(),
        1,
        last=OPERATIONS,
        kinds=KINDS,
        most_bytes=most_bytes,
        least_bytes=machine.vault.stat().st_size,
        fault=fault,
    )


def _ours(machine: Machine) -> Iterator[Path]:
    """Every name a file of ours has or gets."""
    before = f".before-{len(steps()) + 1:04}"
    steps_aside = (before, before + ".new", before + ".new-wal")
    for name in ("", "-wal", "-journal", *steps_aside, ".copy", ".copy-wal", ".trial", ".trial-wal"):
        yield machine.vault.with_name(machine.vault.name + name)
    yield machine.backups
    for hours in range(OPERATIONS + 1):
        backup = machine.backups / name_of(VAULT_ID[:8], NOW + timedelta(hours=hours))
        yield backup
        yield backup.with_name(backup.name + ".new")
    for name in (
        "desk.json",
        "desk.json.new",
        "desk.json.old",
        "desk.tries",
        "desk.tries.new",
        "desk.tries.old",
        ".",
    ):
        yield machine.folder / name
    for slot in "ab":
        yield machine.home / "keyring" / f"{VAULT_ID}.{slot}"
        yield machine.home / "keyring" / f"{VAULT_ID}.{slot}.new"


@contextlib.contextmanager
def _small_disk(folder: Path, *, kilobytes: int) -> Iterator[Path]:
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
