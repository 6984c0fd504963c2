"""Hiding in the real window: it works every time, and a lock leaves a new process or none."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from counsellor_desk import bundle
from tests.journeys.furnished import Furnished, asks_passphrase, furnish, unlock
from tests.journeys.harness import Program

pytestmark = [pytest.mark.x11, pytest.mark.os_keyring, pytest.mark.timeout(300)]

RULES = "Samenwerken: onze huisregels"
NO_PROGRAM = """
import sys
from counsellor_desk.cli import main
sys.executable = "/nowhere/python"
sys.exit(main(sys.argv[1:]))
"""
BUSY = f"""
import sys, time
sys.path.insert(0, {str(bundle.resource().parent)!r})
from PySide6.QtGui import QKeySequence, QShortcut
from tests import inside

def work(window):
    print("busy", file=sys.stderr, flush=True)
    time.sleep(4)
    print("done", file=sys.stderr, flush=True)

def act(window):
    QShortcut(QKeySequence("F9"), window).activated.connect(lambda: work(window))

sys.exit(inside.run(act, *sys.argv[1:]))
"""


@pytest.fixture
def furnished(tmp_path: Path) -> Furnished:
    return furnish(tmp_path / "home", ["een gesprek over de sfeer"])


def come_back(desk: Program) -> bool:
    """Whether the lock screen is there; the keys that bring it are pressed until then, for the first of them may
    reach a window that is on its way out."""
    if not asks_passphrase(desk):
        desk.press("Escape", "Escape")
    return asks_passphrase(desk)


def test_one_can_hide_and_come_back_three_times(furnished: Furnished) -> None:
    with furnished.started() as desk:
        for _ in range(3):
            unlock(desk)
            desk.press("Escape", "Escape")
            desk.wait_until_it_shows(RULES)
            assert not desk.shows("Vandaag")
            desk.wait_for(lambda: come_back(desk), what="the lock screen")

        said = desk.errors().splitlines()

    assert [line for line in said if line.startswith(("crash:", "lock:"))] == []


@pytest.mark.parametrize("keys", [("ctrl+l",), ("Escape", "Escape")], ids=["locking", "hiding"])
def test_where_no_new_process_can_be_started_the_old_one_ends(furnished: Furnished, keys: tuple[str, ...]) -> None:
    with furnished.started(command=(sys.executable, "-c", NO_PROGRAM)) as desk:
        unlock(desk)
        desk.press(*keys)

        assert desk.wait(20) == 1
        assert "no new process: FileNotFoundError" in desk.errors()

    assert not furnished.vault.with_name("desk.vault-wal").exists(), "the vault was closed first"
    with furnished.started() as desk:
        unlock(desk)


def test_two_escapes_count_by_when_they_were_made_however_busy_the_window_is(furnished: Furnished) -> None:
    with furnished.started(command=(sys.executable, "-c", BUSY)) as desk:
        unlock(desk)

        keep_busy(desk, 1)
        desk.press("Escape", "Escape", apart=1500)
        assert "done" not in desk.errors(), "both were made while the window was busy"
        desk.wait_for(lambda: "done" in desk.errors(), what="the end of the work")
        desk.wait_until_it_shows("Vandaag")
        assert not desk.was_replaced()

        keep_busy(desk, 2)
        desk.press("Escape", "Escape", apart=300)
        desk.wait_for(desk.was_replaced, what="the lock")


def keep_busy(desk: Program, times: int) -> None:
    desk.press("F9")
    desk.wait_for(lambda: desk.errors().count("busy") == times, what="the work")
