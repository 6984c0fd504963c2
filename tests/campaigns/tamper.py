"""Changes files of a vault behind its back: every change is named, nothing wrong is shown, no file is touched.

A vault of which the keyring holds no mark may open; then the look at every page beside the opening names the change,
every row that can be read is one that was written, and the changed pages stay as they were laid out.

The files are those of a vault that was closed in order, or of one whose plug was pulled, with its journal. A flipped
bit in the very last save of a journal looks like a save that the power cut short; those are counted apart.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from counsellor_desk.custody.presence import VAULT_FILE
from counsellor_desk.doors.real import RealDoor
from counsellor_desk.errors import DeskError
from counsellor_desk.vault.connection import PAGE
from counsellor_desk.vault.journal import lost_saves
from counsellor_desk.vault.vault import OpenVault
from tests.campaigns._report import Length, Report, length
from tests.custody.conftest import FakeStore
from tests.doors import door_of, first_run
from tests.vault.conftest import fill, rows_of

UNNAMED, SHOWN, TOUCHED = "changes that were not named", "wrong data shown", "files that were touched"
LAST_SAVE = "  of them like a power cut in the last save"
BESIDE = " beside"
FAULTS = (UNNAMED, SHOWN, TOUCHED)
NAMED = frozenset(
    {"vault.damaged", "vault.wrong_key", "vault.not_a_vault", "vault.older", "vault.missing", "custody.vault_older"}
)
PASSPHRASE = "een rustige lange zin"
WAL = VAULT_FILE + "-wal"
SAVES = 12
_DAYS = 4
_WRITTEN = {("setting", "last used"), ("setting", "backups")}

Files = dict[str, bytes]
Rows = frozenset[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Scene:
    """The same vault at several times, and the journal of an early day.

    ``rows`` is all that it said when it was closed, and ``marks`` what the keyring held then, ``cut_marks`` when its
    plug was pulled; ``closed`` and ``cut`` are its files then, ``said`` what the last save said.
    """

    older: Files
    early_journal: bytes
    closed: Files
    marks: Mapping[str, str]
    cut: Files
    cut_marks: Mapping[str, str]
    foreign: Files
    rows: Rows
    said: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """Changed files, and what the keyring holds meanwhile."""

    files: Files
    marks: Mapping[str, str]
    said: str  # what an opened vault must say
    journal: bool = False
    unmarked: bool = False  # the keyring knows nothing of the vault


def main(arguments: Sequence[str]) -> int:
    """Exit code 0 when every change was named."""
    return run(length(__doc__, arguments, short=500, long=10_000)).finish()


def run(asked: Length, *, kinds: Mapping[str, Callable[[Scene, Random], Change]] | None = None) -> Report:
    """The figures of ``asked.count`` changes, of every kind in turn."""
    report = Report("tamper", {"changes": 0, "named": 0, **dict.fromkeys((*FAULTS, LAST_SAVE), 0)})
    chance = Random(asked.seed)
    known = kinds or KINDS
    with tempfile.TemporaryDirectory() as folder:
        scene = _scene(Path(folder) / "scene")
        desk = _Desk(Path(folder) / "desk")
        for number in range(asked.count):
            kind = list(known)[number % len(known)]
            _judge(desk, scene, kind, known[kind](scene, chance), report)
    return report


def _judge(desk: _Desk, scene: Scene, kind: str, change: Change, report: Report) -> None:
    report.count("changes")
    report.count(f"  {kind}")
    number = report.figures["changes"]
    desk.lay_out(change)
    before, where, wrong = desk.files(), "", False
    try:
        with contextlib.closing(desk.open()) as vault:
            where = BESIDE
            said = str(vault.book.setting("setting"))
            wrong = change.unmarked and not _rows(vault) <= scene.rows
            vault.check_pages()
    except DeskError as error:
        report.count("named")
        report.count(f"named{where}: {error.code}")
        if error.code not in NAMED:
            report.count(UNNAMED)
            report.wrong.append(f"change {number}, {kind}: {error.code}")
        if wrong:
            report.count(SHOWN)
            report.wrong.append(f"change {number}, {kind}: {SHOWN}")
        if not _kept(change, scene, desk.files()) if where else desk.files() != before:
            report.count(TOUCHED)
            report.wrong.append(f"change {number}, {kind}: a file was touched")
        return
    if change.journal and lost_saves(change.files[WAL]) <= 1 and int(said) == int(change.said) - 1:
        report.count(LAST_SAVE)
        return
    fault = UNNAMED if said == change.said else SHOWN
    report.count(fault)
    report.wrong.append(f"change {number}, {kind}: {fault}")


def _kept(change: Change, scene: Scene, after: Files) -> bool:
    """Whether every page that was changed is still as it was laid out."""
    laid, whole, now = (pages_of(files[VAULT_FILE]) for files in (change.files, scene.closed, after))
    return all(page == now[at] for at, page in enumerate(laid) if page not in whole[at : at + 1])


def _rows(vault: OpenVault) -> Rows:
    """All that can be read but what each opening writes."""
    return frozenset(row for row in rows_of(vault) if row[:2] not in _WRITTEN)


class _Desk:
    """A folder and a keyring that are laid out anew for each change."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = FakeStore()

    def door(self) -> RealDoor:
        return door_of(self.folder, self.store)

    def set_up(self) -> OpenVault:
        return first_run(self.door(), PASSPHRASE)[0]

    def open(self) -> OpenVault:
        opened = self.door().unlock(PASSPHRASE)
        assert isinstance(opened, OpenVault)
        return opened

    def files(self) -> Files:
        names = (VAULT_FILE, WAL, "desk.json")
        return {name: (self.folder / name).read_bytes() for name in names if (self.folder / name).exists()}

    def lay_out(self, change: Change) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        for name, data in change.files.items():
            (self.folder / name).write_bytes(data)
        self.store.secrets = dict(change.marks)


def _scene(folder: Path) -> Scene:
    desk = _Desk(folder)
    with contextlib.closing(desk.set_up()) as vault:
        fill(vault.book)
    older, number = desk.files(), 0
    with contextlib.closing(desk.open()) as vault:
        number = _save(vault, number)
        early_journal = desk.files()[WAL]
    for _ in range(_DAYS):
        with contextlib.closing(desk.open()) as vault:
            number = _save(vault, number)
    closed, marks, closed_said = desk.files(), dict(desk.store.secrets), str(number)
    with contextlib.closing(desk.open()) as vault:
        rows = _rows(vault)
    desk.lay_out(Change(closed, marks, closed_said))
    vault = desk.open()
    number = _save(vault, number)
    cut, cut_marks = desk.files(), dict(desk.store.secrets)
    vault.close()
    other = _Desk(folder / "other")
    other.set_up().close()
    said = (closed_said, str(number))
    return Scene(older, early_journal, closed, marks, cut, cut_marks, other.files(), rows, said)


def _save(vault: OpenVault, number: int) -> int:
    """The number of the last of some saves."""
    for _ in range(SAVES):
        number += 1
        vault.book.save_setting("setting", str(number))
    return number


def _of_closed(scene: Scene, vault: bytes, **more: bytes) -> Change:
    return Change({**scene.closed, VAULT_FILE: vault, **more}, scene.marks, scene.said[0])


def _flipped(data: bytes, at: int, bit: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :]


def _flip(data: bytes, chance: Random) -> bytes:
    return _flipped(data, chance.randrange(len(data)), chance.randrange(8))


def pages_of(data: bytes) -> list[bytes]:
    """Its pages, in order."""
    return [data[at : at + PAGE] for at in range(0, len(data), PAGE)]


def _without_mark(change: Change) -> Change:
    marks = {name: secret for name, secret in change.marks.items() if not name.endswith("/seen")}
    return replace(change, marks=marks, unmarked=True)


def a_flipped_bit(scene: Scene, chance: Random) -> Change:
    """Anywhere in the file."""
    return _of_closed(scene, _flip(scene.closed[VAULT_FILE], chance))


def a_flipped_bit_without_a_mark(scene: Scene, chance: Random) -> Change:
    """Of a keyring that is silent, or another computer's."""
    return _without_mark(a_flipped_bit(scene, chance))


def a_cut_file(scene: Scene, chance: Random) -> Change:
    """At any byte, the first included; or with something behind its end."""
    data = scene.closed[VAULT_FILE]
    if chance.random() < 0.2:
        return _of_closed(scene, data + chance.randbytes(chance.randrange(1, 2 * PAGE)))
    return _of_closed(scene, data[: chance.randrange(len(data))])


def zeroed_sectors(scene: Scene, chance: Random) -> Change:
    """As a failing disk gives them back."""
    data = bytearray(scene.closed[VAULT_FILE])
    at, size = chance.randrange(len(data) // 512) * 512, 512 * chance.randrange(1, 9)
    data[at : at + size] = bytes(len(data[at : at + size]))
    return _of_closed(scene, bytes(data))


def zeroed_sectors_without_a_mark(scene: Scene, chance: Random) -> Change:
    """The same, and the keyring is silent."""
    return _without_mark(zeroed_sectors(scene, chance))


def swapped_pages(scene: Scene, chance: Random) -> Change:
    """Two pages, each whole and with its seal, in each other's place."""
    data = scene.closed[VAULT_FILE]
    pages = pages_of(data)
    one, other = chance.sample(range(len(pages)), 2)
    pages[one], pages[other] = pages[other], pages[one]
    return _of_closed(scene, b"".join(pages))


def swapped_pages_without_a_mark(scene: Scene, chance: Random) -> Change:
    """The same, and the keyring is silent."""
    return _without_mark(swapped_pages(scene, chance))


def an_older_page(scene: Scene, chance: Random) -> Change:
    """A page as it was some days before, in its own place, with its own seal."""
    data, older = scene.closed[VAULT_FILE], scene.older[VAULT_FILE]
    changed = [at for at in range(0, len(older), PAGE) if older[at : at + PAGE] != data[at : at + PAGE]]
    at = chance.choice(changed)
    return _of_closed(scene, data[:at] + older[at : at + PAGE] + data[at + PAGE :])


def an_older_file(scene: Scene, chance: Random) -> Change:
    """The whole file of some days before."""
    return _of_closed(scene, scene.older[VAULT_FILE])


def a_foreign_file(scene: Scene, chance: Random) -> Change:
    """Another vault, an ordinary database, a document, noise, nothing."""
    noise = chance.randbytes(PAGE * chance.randrange(1, 9))
    others = (scene.foreign[VAULT_FILE], _plain(), b"Geachte heer, mevrouw,\n" * 400, noise, b"")
    return _of_closed(scene, chance.choice(others))


def a_journal_too_many(scene: Scene, chance: Random) -> Change:
    """The journal of a day that is long in the file, beside the closed vault."""
    return _of_closed(scene, scene.closed[VAULT_FILE], **{WAL: scene.early_journal})


def a_flipped_bit_in_the_journal(scene: Scene, chance: Random) -> Change:
    """Anywhere in it, its header included."""
    return Change({**scene.cut, WAL: _flip(scene.cut[WAL], chance)}, scene.cut_marks, scene.said[1], journal=True)


def a_journal_gone(scene: Scene, chance: Random) -> Change:
    """After the plug was pulled; or cut to nothing."""
    files = dict(scene.cut)
    del files[WAL]
    return Change(files if chance.random() < 0.5 else {**files, WAL: b""}, scene.cut_marks, scene.said[1])


def a_spoilt_page_beside_a_journal(scene: Scene, chance: Random) -> Change:
    """After the plug was pulled, in a page that the journal does not replace."""
    data, journal = scene.cut[VAULT_FILE], scene.cut[WAL]
    replaced = {int.from_bytes(journal[at : at + 4]) for at in range(32, len(journal), 24 + PAGE)}
    page = chance.choice([page for page in range(2, len(data) // PAGE + 1) if page not in replaced])
    at = (page - 1) * PAGE + chance.randrange(PAGE)
    return Change({**scene.cut, VAULT_FILE: _flipped(data, at, chance.randrange(8))}, scene.cut_marks, scene.said[1])


KINDS: Mapping[str, Callable[[Scene, Random], Change]] = {
    kind.__name__.replace("_", " "): kind
    for kind in (
        a_flipped_bit,
        a_flipped_bit_without_a_mark,
        a_cut_file,
        zeroed_sectors,
        zeroed_sectors_without_a_mark,
        swapped_pages,
        swapped_pages_without_a_mark,
        an_older_page,
        an_older_file,
        a_foreign_file,
        a_journal_too_many,
        a_flipped_bit_in_the_journal,
        a_journal_gone,
        a_spoilt_page_beside_a_journal,
    )
}


def _plain() -> bytes:
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE note (body TEXT)")
        return database.serialize()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
