"""A set-up or an opening by sheet whose process is replaced at any moment: nothing, or a vault that opens."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from counsellor_desk.custody.custodian import Custodian
from counsellor_desk.custody.errors import KeyAbsent, WrongPassphrase
from counsellor_desk.custody.seen import LastSeen
from counsellor_desk.doors.real import RealDoor
from counsellor_desk.office import SetUp, Situation
from tests.custody.conftest import QUICK
from tests.test_doors import PASSPHRASE, TODAY

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="only on systems that can fork")

NEW = "een nieuwe lange zin"
TOUCHES = frozenset(("open", "os.rename", "os.remove", "os.mkdir", "os.chmod"))
EVERY = 3  # so many touches of the disk from one cut to the next
GOES_ON, CUT = 0, 9


class FileStore:
    """A keyring that outlives the process."""

    backend = "file.Store"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(exist_ok=True)

    def get(self, name: str) -> str:
        try:
            return (self._folder / name.replace("/", "_")).read_text("utf-8")
        except FileNotFoundError:
            raise KeyAbsent() from None

    def put(self, name: str, secret: str) -> None:
        (self._folder / name.replace("/", "_")).write_text(secret, "utf-8")

    def delete(self, name: str) -> None:
        (self._folder / name.replace("/", "_")).unlink(missing_ok=True)


def door_at(folder: Path) -> RealDoor:
    """The door of what lies there. Its clock leaps, so that no wrong passphrase has to be waited for."""
    store, ticks = FileStore(folder / "keyring"), count(time.time(), 1000)
    custodian = Custodian(folder / "desk", store, clock=lambda: next(ticks), cost=lambda: QUICK)
    return RealDoor(folder / "desk", custodian, LastSeen(store), lambda: TODAY)


def cut_after(touches: int, job: Callable[[], object]) -> int:
    """How a process ended that does ``job`` and is ended when it has touched the disk so often."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    left = touches

    def touch(event: str, _arguments: object) -> None:
        nonlocal left
        if event in TOUCHES:
            left -= 1
            if left < 0:
                os._exit(CUT)

    sys.addaudithook(touch)
    try:
        job()
    finally:
        os._exit(GOES_ON if sys.exc_info()[0] is None else 1)
    return 1


def cuts(tmp_path: Path, prepare: Callable[[RealDoor], None], job: Callable[[RealDoor], object]) -> list[RealDoor]:
    """The doors of all that is left, from a cut at the first touch of the disk to a job that was done."""
    left = []
    for touches in range(0, 10_000, EVERY):
        folder = tmp_path / str(touches)
        folder.mkdir()
        prepare(door_at(folder))
        ended = cut_after(touches, lambda folder=folder: job(door_at(folder)))
        left.append(door_at(folder))
        assert ended in (GOES_ON, CUT)
        if ended == GOES_ON:
            return left
    raise AssertionError("it was never done")


@pytest.fixture(scope="module")
def set_up() -> SetUp:
    """A key and its sheet."""
    return RealDoor.begin_set_up(RealDoor.__new__(RealDoor))


def test_a_set_up_cut_short_leaves_nothing_or_a_whole_vault(tmp_path: Path, set_up: SetUp) -> None:
    found = []
    for door in cuts(
        tmp_path, lambda _door: None, lambda door: door.finish_set_up(set_up, PASSPHRASE, set_up.groups)
    ):
        found.append(door.situation())
        if found[-1] is Situation.FIRST_RUN:
            door.finish_set_up(set_up, PASSPHRASE, set_up.groups).close()
        door.unlock(PASSPHRASE).close()
        assert door.situation() is Situation.NEEDS_PASSPHRASE

    assert set(found) == {Situation.FIRST_RUN, Situation.NEEDS_PASSPHRASE}


def test_an_opening_by_sheet_cut_short_leaves_a_vault_that_opens(tmp_path: Path, set_up: SetUp) -> None:
    opened = []
    for door in cuts(
        tmp_path,
        lambda door: door.finish_set_up(set_up, PASSPHRASE, set_up.groups).close(),
        lambda door: door.open_with_sheet(set_up.groups, NEW),
    ):
        assert door.situation() is Situation.NEEDS_PASSPHRASE
        opened.append([passphrase for passphrase in (PASSPHRASE, NEW) if opens(door, passphrase)])
        door.open_with_sheet(set_up.groups, NEW).close()

    assert opened[0] == [PASSPHRASE]
    assert opened[-1] == [NEW]
    assert all(len(passphrases) == 1 for passphrases in opened)


def opens(door: RealDoor, passphrase: str) -> bool:
    """Whether it is the one in force."""
    try:
        door.unlock(passphrase).close()
    except WrongPassphrase:
        return False
    return True
