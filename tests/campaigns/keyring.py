"""Brings key, keyring and vault into every state there is, and asks the desk what is the matter.

Each state is caused for a first run and for a vault that is there, with a keyring that pretends; those a real keyring
can be brought into are caused once more in sessions with the real one. Every state must be named as itself, nothing
of a vault may change, and no vault may appear.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.campaigns._key_states import GOES_ON, OPENS, STATES, State, told
from tests.campaigns._report import Length, Report, length
from tests.custody.sessions import BUS_ONLY, steps_in, steps_in_unlocked

_SESSION = "tests.campaigns._keyring_session"
_LOCKED, _DENIED, _MISSING = "custody.keyring_locked", "custody.keyring_denied", "custody.keyring_missing"
Wish = Callable[[Path], list[str]]


@dataclass(frozen=True, slots=True)
class Bad:
    """A bad day of a real keyring: how the desk is asked, and what it has to say, each time it is asked."""

    name: str
    ask: Wish
    says: tuple[str, ...]


def _day(*steps: str) -> Wish:
    return lambda home: steps_in_unlocked(home, *steps, module=_SESSION)


def _after_set_up(next_day: Wish) -> Wish:
    def ask(home: Path) -> list[str]:
        steps_in_unlocked(home, "set up", module=_SESSION)
        return next_day(home)

    return ask


def _other_password(home: Path) -> list[str]:
    return steps_in_unlocked(home, "state", module=_SESSION, password="changed since")


def _nobody_to_ask(home: Path) -> list[str]:
    return steps_in(home, "state", module=_SESSION, command=BUS_ONLY)


def _no_bus(home: Path) -> list[str]:
    return steps_in(home, "state", module=_SESSION)


BAD_DAYS: tuple[Bad, ...] = (
    Bad("a good day", _day("set up", "state"), (OPENS,)),
    Bad("locked", _day("set up", "lock", "state"), (_LOCKED,)),
    Bad("daemon killed", _day("set up", "kill", "state"), (_LOCKED,)),
    Bad("item deleted", _day("set up", "delete item", "state"), ("custody.key_absent",)),
    Bad("does not answer", _day("set up", "stop", "state", "continue", "state"), ("custody.keyring_timeout", OPENS)),
    Bad("wrong password at login", _after_set_up(_other_password), (_LOCKED,)),
    Bad("prompt blocked", _after_set_up(_nobody_to_ask), (_LOCKED,)),
    Bad("no session bus", _after_set_up(_no_bus), (_MISSING,)),
    Bad("first run", _day("state"), (GOES_ON,)),
    Bad("first run, locked", _day("state", "lock", "state"), (GOES_ON, _LOCKED)),
    Bad("first run, prompt blocked", _nobody_to_ask, (_DENIED,)),
    Bad("first run, no session bus", _no_bus, (_MISSING,)),
)


def main(arguments: Sequence[str]) -> int:
    """Exit code 0 when every state was named and nothing changed."""
    return run(length(__doc__, arguments, short=1, long=5)).finish()


def run(asked: Length, *, states: Sequence[State] = STATES, days: Sequence[Bad] = BAD_DAYS) -> Report:
    """The figures of ``asked.count`` rounds through all states."""
    report = Report("keyring", {"rounds": 0, "states told": 0, "days of a real keyring": 0})
    for _ in range(asked.count):
        report.count("rounds")
        for state in states:
            for existing in (True, False):
                _one(state, report, existing=existing)
        for day in days:
            _one_day(day, report)
    return report


def _one(state: State, report: Report, *, existing: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        said, untouched = told(state, Path(folder), existing=existing)
    report.count("states told")
    place = f"{state.name}, {'a vault is there' if existing else 'first run'}"
    wanted = state.existing if existing else state.first_run
    if said != wanted:
        report.wrong.append(f"{place}: said {said} in place of {wanted}")
    if not untouched:
        report.wrong.append(f"{place}: the vault changed")


def _one_day(day: Bad, report: Report) -> None:
    home = Path(tempfile.mkdtemp())
    try:
        said = tuple(line for line in day.ask(home) if line != "None")
    finally:
        shutil.rmtree(home, ignore_errors=True)  # a daemon of that session may still be tidying up
    report.count("days of a real keyring")
    if said != tuple(f"{state} untouched" for state in day.says):
        report.wrong.append(f"{day.name}: said {said} in place of {day.says}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
