"""Two programs and one vault: one writes, the other says so and ends; a killed one is in nobody's way."""

from __future__ import annotations

import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

import pytest

from counsellor_desk.custody.office_key import OfficeKey
from counsellor_desk.vault.vault import create_vault
from tests.journeys.harness import started

RACES = 50
_RACER = """
import sys
from pathlib import Path
from counsellor_desk.custody.office_key import OfficeKey
from counsellor_desk.errors import DeskError
from counsellor_desk.vault.vault import open_vault

path, key = Path(sys.argv[1]), bytes.fromhex(sys.stdin.readline())
print("ready", flush=True)
for _ in sys.stdin:
    vault = None
    try:
        vault = open_vault(path, key, practice=True, office_key=OfficeKey)
        vault.book.save_setting("mine", sys.argv[2])
        print("open", flush=True)
    except DeskError as refusal:
        print(refusal.code, flush=True)
    sys.stdin.readline()
    if vault is not None:
        vault.close()
    print("closed", flush=True)
"""


class Racer:
    """A program that opens the vault when told, keeps it open until told, and says how it went."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def tell(self, words: str = "go") -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{words}\n")
        self._process.stdin.flush()

    def hear(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()


@pytest.fixture
def vault(tmp_path: Path) -> tuple[Path, bytes]:
    path, key = tmp_path / "desk.vault", secrets.token_bytes(32)
    create_vault(path, key, practice=True, today=date(2026, 11, 23), office_key=OfficeKey).close()
    return path, key


@contextmanager
def racer(vault: tuple[Path, bytes], name: str) -> Iterator[Racer]:
    command = [sys.executable, "-c", _RACER, str(vault[0]), name]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        made = Racer(process)
        made.tell(vault[1].hex())
        assert made.hear() == "ready"
        try:
            yield made
        finally:
            made.kill()


def test_of_two_programs_exactly_one_writes_in_each_of_fifty_races(vault: tuple[Path, bytes]) -> None:
    with ExitStack() as stack:
        racers = [stack.enter_context(racer(vault, name)) for name in ("one", "two")]
        outcomes = []
        for race in range(RACES):
            for each in racers if race % 2 else reversed(racers):
                each.tell()
            outcomes.append(sorted(each.hear() for each in racers))
            for each in racers:
                each.tell()
                assert each.hear() == "closed"

    assert outcomes == [["open", "vault.busy"]] * RACES


def test_a_killed_program_keeps_nobody_out(vault: tuple[Path, bytes]) -> None:
    with racer(vault, "one") as first, racer(vault, "two") as second:
        first.tell()
        assert first.hear() == "open"
        first.kill()

        second.tell()

        assert second.hear() == "open"


@pytest.mark.x11
def test_a_second_program_shows_the_window_of_the_first_and_ends_with_a_sentence(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with started("--language", "en", home=home) as first:
        first.wait_until_it_shows("Welcome")
        first.minimise()
        first.wait_for(lambda: not first.is_in_front(), what="the window to go away")

        with started("--language", "en", home=home) as second:
            code = second.wait()
            said = second.errors()

        first.wait_for(first.is_in_front, what="the window of the first in front")

    assert code == 0
    assert said == "The desk is already open. Its window stands in front now.\n"


@pytest.mark.x11
def test_after_a_killed_program_the_next_one_opens(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with started("--language", "en", home=home) as first:
        first.wait_until_it_shows("Welcome")
        first.kill()

    with started("--language", "en", home=home) as second:
        second.wait_until_it_shows("Welcome")
