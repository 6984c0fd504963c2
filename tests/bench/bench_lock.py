"""How soon after the word of the desktop the process with the open vault is gone, against one second: when nothing is
under way, while a backup waits for a drive that does not answer, while figures are worked out, and in the midst of
work without a pause at the size of a large office."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from counsellor_desk import bundle
from tests.bench.at_size import grow
from tests.bench.frame import Ratio
from tests.journeys.furnished import PASSPHRASE, Furnished, furnish
from tests.journeys.harness import Program, started
from tests.journeys.test_locking import START
from tests.session_bus import FakeLogin

BOUND_MS = 1000.0
TIMES = 15
BUSY_TIMES = 5
AT_WORK = f"import sys; sys.path.insert(0, {str(bundle.resource().parent)!r}); from tests.bench import busy_desk"
WORDS = {"opening": "a case of 1,000 contacts is opened", "searching": "one searches", "counting": "figures change"}


def run() -> list[Ratio]:
    """From the signal on the bus to the fresh process in the place of the old one; the slowest and the middle one."""
    address = os.environ["DBUS_SYSTEM_BUS_ADDRESS"] = os.environ["DBUS_SESSION_BUS_ADDRESS"]
    taken = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(TIMES):
            login = FakeLogin(address)
            with started("--practice", "--language", "nl", home=Path(folder) / str(number)) as desk:
                desk.wait_until_it_shows("Dit kwartaal, alleen voor uw ogen")
                login.sleep_held.wait(10)
                taken.append(_locked_after_ms(desk, login))
            login.close()
    taken.sort()
    backup, figures = (
        max(_locked_at_work_ms(address, thing) for _ in range(BUSY_TIMES)) for thing in ("backup", "figures")
    )
    large = _locked_at_size_ms(address)
    return [
        Ratio("locked after the signal, slowest / 1 s", taken[-1], BOUND_MS, "ms", aim=0.5, limit=1),
        Ratio("locked after the signal, median / 1 s", taken[TIMES // 2], BOUND_MS, "ms", aim=0.3, limit=1),
        Ratio("locked during a backup that is stuck, slowest / 1 s", backup, BOUND_MS, "ms", aim=0.8, limit=1),
        Ratio("locked while figures are worked out, slowest / 1 s", figures, BOUND_MS, "ms", aim=0.8, limit=1),
        *(
            Ratio(f"locked while {WORDS[thing]}, slowest / 1 s", taken, BOUND_MS, "ms", aim=0.5, limit=1)
            for thing, taken in large.items()
        ),
    ]


def _locked_at_work_ms(login_address: str, thing: str) -> float:
    """From the signal on, with a real vault and work on one of the ``open_things`` that never ends."""
    with tempfile.TemporaryDirectory() as folder:
        furnished = furnish(Path(folder) / "home", ["een gesprek over de sfeer"])
        return _locked_in(furnished, f"{START}; sys.exit(open_things.main({thing!r}, sys.argv[1:]))", login_address)


def _locked_at_size_ms(login_address: str) -> dict[str, float]:
    """The slowest lock in the midst of each kind of work in a large office."""
    with tempfile.TemporaryDirectory() as folder:
        furnished = furnish(Path(folder) / "home", [], more=lambda office: grow(office, date.today()))
        commands = {thing: f"{AT_WORK}; sys.exit(busy_desk.main({thing!r}, sys.argv[1:]))" for thing in WORDS}
        return {
            thing: max(_locked_in(furnished, command, login_address) for _ in range(BUSY_TIMES))
            for thing, command in commands.items()
        }


def _locked_in(furnished: Furnished, command: str, login_address: str) -> float:
    login = FakeLogin(login_address)
    with furnished.started(command=(sys.executable, "-c", command)) as desk:
        desk.type(PASSPHRASE)
        desk.press("Return")
        desk.wait_for(lambda: "open" in desk.errors().split(), what="the work")
        login.sleep_held.wait(10)
        taken = _locked_after_ms(desk, login)
    login.close()
    return taken


def _locked_after_ms(desk: Program, login: FakeLogin) -> float:
    begun = time.perf_counter()
    login.lock_session()
    while not desk.was_replaced():
        time.sleep(0.002)
    return (time.perf_counter() - begun) * 1000
