"""The short form of the campaign of power cuts, and that it sees what it is there to see."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.campaigns import _worker, power
from tests.campaigns._disk import SECTOR, Disk, Way
from tests.campaigns._model import Model
from tests.campaigns._report import Length
from tests.campaigns._tape import (
    Cut,
    Event,
    Folder,
    FolderSynced,
    Linked,
    Made,
    Reader,
    Renamed,
    Synced,
    Wrote,
    record,
)
from tests.campaigns._verdict import CLOSED, LOST
from tests.campaigns._worker import Task

HOME = "/home"
PATH = "/home/a"
BEGUN: list[Event] = [Folder(HOME), Made(PATH, 1), FolderSynced(HOME), FolderSynced("/")]


def after(way: Way, *events: Event, seed: int = 0) -> dict[str, bytes | None]:
    return Disk([*BEGUN, *events]).after_power_cut(way, Random(seed)).contents


def contents(way: Way, *events: Event) -> set[bytes | None]:
    """What the file may hold, over many throws."""
    return {after(way, *events, seed=seed).get(PATH) for seed in range(60)}


@pytest.mark.timeout(900)
def test_no_power_cut_loses_what_was_acknowledged() -> None:
    assert power.main(["--short"]) == 0


def test_a_desk_that_does_not_wait_for_the_disk_is_found_out() -> None:
    report = power.run(Length(80, seed=1), fault=_worker.CARELESS)

    assert report.figures[LOST] or report.figures[CLOSED]
    assert report.finish() == 1


def test_what_was_synced_is_there_whatever_happens() -> None:
    for way in Way:
        assert contents(way, Wrote(1, 0, b"kept"), Synced(1)) == {b"kept"}


def test_what_was_not_synced_may_be_there_or_not() -> None:
    both = Wrote(1, 0, b"one"), Wrote(1, 3, b"two")

    assert contents(Way.KEPT, *both) == {b"onetwo"}
    assert contents(Way.DROPPED, *both) == {b""}
    assert contents(Way.EARLIER, *both) == {b"", b"one", b"onetwo"}
    assert contents(Way.REORDERED, *both) == {b"", b"one", b"\0\0\0two", b"onetwo"}


def test_a_write_may_be_torn_between_two_sectors() -> None:
    found = contents(Way.TORN, Wrote(1, SECTOR - 1, b"ab"))

    zeros = bytes(SECTOR - 1)
    assert found == {b"", zeros + b"a", zeros + b"\0b", zeros + b"ab"}


def test_a_file_that_was_cut_may_have_its_old_length() -> None:
    assert contents(Way.REORDERED, Wrote(1, 0, b"long"), Synced(1), Cut(1, 2)) == {b"long", b"lo"}


def test_names_reach_the_disk_in_their_order() -> None:
    moves = [Made("/home/b", 2), Renamed("/home/b", PATH)]
    seen = [after(Way.TORN, Wrote(1, 0, b"old"), Synced(1), *moves, seed=seed) for seed in range(60)]

    assert {(state.get(PATH), state.get("/home/b")) for state in seen} == {(b"old", None), (b"old", b""), (b"", None)}


def test_a_second_name_is_the_same_file_and_stays_when_the_first_gets_another() -> None:
    moves = [
        Wrote(1, 0, b"old"),
        Synced(1),
        Linked(PATH, "/home/old"),
        Made("/home/new", 2),
        Renamed("/home/new", PATH),
    ]

    assert after(Way.KEPT, *moves) == {HOME: None, PATH: b"", "/home/old": b"old"}
    assert after(Way.KEPT, *moves, Renamed("/home/old", PATH)) == {HOME: None, PATH: b"old"}


def test_names_of_a_synced_folder_are_there() -> None:
    for way in Way:
        assert "/home/b" in after(way, Made("/home/b", 2), FolderSynced(HOME))


def test_a_recorded_day_ends_with_the_files_as_they_are(tmp_path: Path) -> None:
    home = tmp_path / "home"
    events = record(Task(home, tmp_path, 5, Model(), 1, last=8, founding=True), tmp_path)

    state = Disk(events).after_power_cut(Way.KEPT, Random(0))

    there = {str(path): path.read_bytes() if path.is_file() else None for path in (home, *home.rglob("*"))}
    assert state.contents == there


def test_a_call_during_which_another_thread_made_one_is_on_the_tape_where_it_ended(tmp_path: Path) -> None:
    tape = tmp_path / "tape"
    tape.write_text(
        f'1 openat(AT_FDCWD, "{_hex("/home/a")}", O_RDWR|O_CREAT <unfinished ...>\n'
        "2 fcntl(9, F_SETLK, {l_type=F_RDLCK} <unfinished ...>\n"
        "1 <... openat resumed>, 0644) = 5\n"
        f'1 pwrite64(5, "{_hex("kept")}", 4, 0 <unfinished ...>\n'
        "2 <... fcntl resumed>)              = 0\n"
        "1 <... pwrite64 resumed>)           = 4\n"
        "2 fsync(5 <unfinished ...>\n"
        "2 <... fsync resumed>) = 0\n"
        "1 close(5 <unfinished ...>) = ?\n"
        "2 --- SIGCHLD {si_signo=SIGCHLD} ---\n"
        "1 +++ exited with 0 +++\n",
        "ascii",
    )

    assert list(Reader("/home").events(tape)) == [Made("/home/a", 1), Wrote(1, 0, b"kept"), Synced(1)]


def test_a_line_that_is_not_understood_is_no_tape(tmp_path: Path) -> None:
    tape = tmp_path / "tape"
    tape.write_text("1 pwrite64(5, what is this\n", "ascii")

    with pytest.raises(RuntimeError, match="not understood"):
        list(Reader("/home").events(tape))


def _hex(words: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in words.encode())


def test_a_tape_that_is_cut_off_is_no_tape(tmp_path: Path) -> None:
    tape = tmp_path / "tape"
    tape.write_text('1 openat(AT_FDCWD, "\\x2f\\x61"..., O_RDWR|O_CREAT, 0600) = 3\n')

    with pytest.raises(RuntimeError):
        list(Reader("/a").events(tape))
