"""How soon after the word of the desktop the process with the open vault is gone, against one second."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from tests.bench.frame import Ratio
from tests.journeys.harness import Program, started
from tests.session_bus import FakeLogin

BOUND_MS = 1000.0
TIMES = 15


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
    return [
        Ratio("locked after the signal, slowest / 1 s", taken[-1], BOUND_MS, "ms", aim=0.5, limit=1),
        Ratio("locked after the signal, median / 1 s", taken[TIMES // 2], BOUND_MS, "ms", aim=0.3, limit=1),
    ]


def _locked_after_ms(desk: Program, login: FakeLogin) -> float:
    begun = time.perf_counter()
    login.lock_session()
    while not desk.was_replaced():
        time.sleep(0.002)
    return (time.perf_counter() - begun) * 1000
