"""Whatever is open, the desk locks when the desktop says that the person left, asks nothing and keeps what was typed.

The bound of one second is held by the benchmark ``lock``; here a busy machine may take longer.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import pytest

from counsellor_desk import bundle
from tests.journeys.furnished import PASSPHRASE, Furnished, asks_passphrase, furnish, unlock
from tests.journeys.open_things import THINGS, WORDS
from tests.session_bus import FakeLogin

pytestmark = [pytest.mark.x11, pytest.mark.os_keyring]

LEAVING: dict[str, Callable[[FakeLogin], None]] = {
    "session lock": lambda login: login.lock_session(),
    "lid": lambda login: login.sleep(),
    "user switch": lambda login: login.change(Active=False),
    "screen saver": lambda login: login.screen_saver(),
}
TABLE = list(zip(THINGS, cycle(LEAVING)))
START = f"import sys; sys.path.insert(0, {str(bundle.resource().parent)!r}); from tests.journeys import open_things"


@pytest.fixture
def login(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeLogin]:
    """logind, on the session's own bus."""
    address = os.environ["DBUS_SESSION_BUS_ADDRESS"]
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
    made = FakeLogin(address)
    yield made
    made.close()


@pytest.fixture
def furnished(tmp_path: Path) -> Furnished:
    return furnish(tmp_path / "home", ["een gesprek over de sfeer"])


@pytest.mark.parametrize(("thing", "signal"), TABLE, ids=["-".join(row) for row in TABLE])
def test_the_desk_locks_and_keeps_what_was_typed(
    furnished: Furnished, login: FakeLogin, thing: str, signal: str
) -> None:
    command = (sys.executable, "-c", f"{START}; sys.exit(open_things.main({thing!r}, sys.argv[1:]))")
    with furnished.started(command=command) as desk:
        desk.type(PASSPHRASE)
        desk.press("Return")
        desk.wait_for(lambda: "open" in desk.errors().split(), what=f"the {thing}")
        assert login.sleep_held.wait(10)

        begun = time.monotonic()
        LEAVING[signal](login)
        desk.wait_for(desk.was_replaced, what="the lock")
        taken = time.monotonic() - begun
        assert login.let_go()

        desk.wait_for(lambda: asks_passphrase(desk), what="the lock screen")
        assert not desk.shows(WORDS)
        unlock(desk)
        desk.press("ctrl+n")
        desk.wait_until_it_shows(WORDS)

    assert taken < 5
