"""Kills the program while it backs up, restores, destroys and clears, and looks at everything it left.

After each kill: the vault holds every note that was acknowledged and none that was destroyed; every backup and
restored file that has its name is whole; and once the desk has worked off what waits, no copy holds a destroyed word.
"""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from counsellor_desk.casework.destroying import delete_note
from counsellor_desk.casework.model import NoteId, Organisation, OrganisationId
from counsellor_desk.errors import DeskError
from counsellor_desk.vault.backups import copying
from counsellor_desk.vault.health import health
from counsellor_desk.vault.vault import BackupPlan, OpenVault, create_vault, open_vault
from tests.campaigns._report import Length, Report, length
from tests.support import FakeClock
from tests.vault.conftest import NOW, TODAY, add_case, note_of
from tests.vault.reader import decrypted

KEY = bytes(range(5, 37))
LOST, BROKEN, AGAIN = "lost acknowledged notes", "copies not whole", "destroyed words found again"
KILLS_PER_DESK = 10
EARLY = "says destroyed before it is"  # the fault it must find


@dataclass
class Told:
    """What the program has said is kept, and gone."""

    kept: set[str] = field(default_factory=set)
    gone: set[str] = field(default_factory=set)
    doubtful: set[str] = field(default_factory=set)  # of what was under way

    def hear(self, line: bytes) -> None:
        """One line; one that is cut off was not said."""
        if not line.endswith(b"\n"):
            return
        said, word = line.decode().split()
        if said in ("writes", "destroys"):
            self.doubtful = {word}
        elif said == "wrote":
            self.kept.add(word)
        elif said == "destroyed":
            self.kept.discard(word)
            self.gone.add(word)


def main(arguments: Sequence[str]) -> int:
    """Exit code 0 when nothing was lost, broken or found again."""
    return run(length(__doc__, arguments, short=20, long=400)).finish()


def run(asked: Length, *, fault: str = "") -> Report:
    """The figures of ``asked.count`` kills."""
    report = Report("backups", {"kills": 0, "copies looked at": 0, LOST: 0, BROKEN: 0, AGAIN: 0})
    chance = Random(asked.seed)
    while report.figures["kills"] != asked.count:
        with tempfile.TemporaryDirectory() as name:
            folder, told = Path(name), Told()
            _found(folder)
            for _ in range(KILLS_PER_DESK):
                _kill(folder, told, chance, fault)
                report.count("kills")
                _judge(folder, told, report, f"kill {report.figures['kills']} of seed {asked.seed}")
                if report.wrong or report.figures["kills"] == asked.count:
                    return report
    return report


def opened(folder: Path, clock: FakeClock | None = None) -> OpenVault:
    """The vault of this desk."""
    plan = BackupPlan(folder / "backups", (clock or FakeClock(NOW)).now)
    return open_vault(folder / "desk.vault", KEY, practice=False, backup_plan=plan)


def work(folder: Path, seed: int, fault: str) -> None:
    """Write, back up, restore, destroy and clear until killed; say what is done."""
    chance, clock = Random(seed), FakeClock(NOW)
    vault = opened(folder, clock)
    keeper, case = vault.backups, vault.book.case_by_number("26-001")
    assert keeper is not None
    assert case is not None
    mine: list[tuple[NoteId, str]] = []
    while True:
        clock.advance(days=1)
        word = f"woord{chance.getrandbits(64):016x}"
        _say("writes", word)
        mine.append((vault.book.add_note(note_of(case, f"{word} " * 60)).id, word))
        _say("wrote", word)
        keeper.make(lambda _done, _whole: None)
        if len(mine) > 2:
            note, gone = mine.pop(0)
            _say("destroys", gone)
            if fault != EARLY:
                delete_note(vault.book, note, TODAY)
            _say("destroyed", gone)
            keeper.chore()
            keeper.chore()
        if chance.random() < 0.3:
            keeper.restore(keeper.shelf().copies[-1], lambda _done, _whole: None)


def _found(folder: Path) -> None:
    vault = create_vault(folder / "desk.vault", KEY, practice=False, today=TODAY)
    add_case(vault.book, vault.book.add_organisation(Organisation(OrganisationId(0), "O", "K.OMR", "W.250")))
    vault.close()


def _kill(folder: Path, told: Told, chance: Random, fault: str) -> None:
    told.doubtful = set()
    command = [sys.executable, "-m", "tests.campaigns.backups", "--work", str(folder), str(chance.getrandbits(32))]
    with subprocess.Popen([*command, fault], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as worker:
        assert worker.stdout is not None
        for _ in range(chance.randrange(1, 30)):
            told.hear(worker.stdout.readline())
        time.sleep(chance.random() * 0.2)
        worker.send_signal(signal.SIGKILL)
        for line in worker.stdout.read().splitlines(keepends=True):
            told.hear(line)


def _judge(folder: Path, told: Told, report: Report, where: str) -> None:
    def wrong(what: str, why: str) -> None:
        report.count(what)
        report.wrong.append(f"{where}: {what}: {why}")

    copies = [*(folder / "backups").glob("*.backup"), *folder.glob("desk.restored-*.vault")]
    for copy in copies:
        try:
            with copying.reading(copy, KEY) as source:
                rows = copying.counts(source)
            copying.verify(copy, KEY, rows)
        except (DeskError, OSError) as trouble:
            wrong(BROKEN, type(trouble).__name__)
    vault = opened(folder)
    assert vault.backups is not None
    notes = {body.split()[0] for (body,) in vault.session.rows("SELECT body FROM note")}
    if not health(vault).is_sound or not told.kept - told.doubtful <= notes:
        wrong(LOST, "a note is missing or the vault is not sound")
    told.gone |= told.doubtful - notes
    told.kept = set(notes)
    for _ in iter(vault.backups.chore, None):
        pass
    vault.close()
    for copy in [
        folder / "desk.vault",
        *(folder / "backups").glob("*.backup"),
        *folder.glob("desk.restored-*.vault"),
    ]:
        report.count("copies looked at")
        pages = decrypted(copy, KEY)
        if any(word[6:].encode() in pages for word in told.gone - told.kept):
            wrong(AGAIN, copy.suffix)
    if told.gone & told.kept:
        wrong(AGAIN, "in the vault")
    for restored in folder.glob("desk.restored-*.vault"):
        restored.unlink()


def _say(said: str, word: str) -> None:
    print(said, word, flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--work"]:
        work(Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
    sys.exit(main(sys.argv[1:]))
