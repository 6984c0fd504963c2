"""Random mixtures of backups and strangers, and random locks.

What stays of the backups is what the rule chooses among them alone; every stranger is byte for byte as it was.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counsellor_desk.casework.backups import StrangersFound
from counsellor_desk.casework.clock import LONGEST_AWAY
from counsellor_desk.vault.backups import recognising
from counsellor_desk.vault.backups.backups import VaultBackups
from counsellor_desk.vault.backups.inventory import Inventory
from counsellor_desk.vault.backups.memory import Known
from counsellor_desk.vault.backups.place import is_to_come
from counsellor_desk.vault.backups.rotation import kept, moment_of, name_of
from counsellor_desk.vault.backups.subject import BackupSubject
from counsellor_desk.vault.timekeeping import VaultTimekeeper
from counsellor_desk.vault.vault import BackupPlan, OpenVault, create_vault
from tests.support import FakeClock
from tests.vault.backups import mixture
from tests.vault.backups.conftest import at_peace, files, keeper_of

KEY, OTHER_KEY = bytes(range(32)), bytes(range(1, 33))
START = datetime(2026, 11, 23, 9)
POOL = 12

HOURS = st.integers(-24 * 500, 24 * 40)  # from now; some names are of days that are still to come
REAL = st.dictionaries(HOURS, st.integers(0, POOL - 1), max_size=8)
STRANGERS = st.dictionaries(HOURS, st.tuples(st.sampled_from(sorted(mixture.KINDS)), st.booleans()), max_size=8)
# days that pass before a lock, and whether the desk looked at what it did not know before
LOCKS = st.lists(st.tuples(st.integers(0, LONGEST_AWAY.days - 1), st.booleans()), min_size=1, max_size=4)


@dataclass(frozen=True)
class Bench:
    """An open vault, backups of it that all differ, and one of another vault."""

    vault: OpenVault
    path: Path
    pool: tuple[bytes, ...]
    foreign: bytes

    @property
    def mark(self) -> str:
        return self.vault.vault_id[:8]


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    folder = tmp_path_factory.mktemp("bench")
    other = _new(folder / "other", OTHER_KEY)
    foreign = _made(other)
    other.close()
    vault = _new(folder / "desk", KEY)
    yield Bench(vault, folder / "desk" / "desk.vault", tuple(_made(vault) for _ in range(POOL)), foreign)
    vault.close()


def _new(folder: Path, key: bytes) -> OpenVault:
    plan = BackupPlan(folder / "backups", lambda: START)
    return create_vault(folder / "desk.vault", key, practice=False, today=date(2026, 11, 23), backup_plan=plan)


def _made(vault: OpenVault) -> bytes:
    copy = keeper_of(vault).make(at_peace)
    return Path(copy.folder, copy.name).read_bytes()


class Office:
    """A folder of backups with the life it leads, and beside it what should be there."""

    def __init__(self, bench: Bench, home: Path) -> None:
        bench.vault.session.change("DELETE FROM setting WHERE key = 'backups'", ())
        self.home = home
        self.clock = FakeClock(START)
        self._bench = bench
        subject = BackupSubject(bench.path, KEY, bench.vault.vault_id, 1, home)
        session = bench.vault.session
        self._keeper = VaultBackups(subject, session, VaultTimekeeper(session, self.clock.now))
        self._unknown: dict[str, bytes] = {}
        self._known: dict[str, datetime] = {}
        self._strangers: dict[str, tuple[object, ...]] = {}

    def put_real(self, hours: int, number: int) -> None:
        """One the vault does not know."""
        name = self._name(hours)
        (self.home / name).write_bytes(self._bench.pool[number])
        self._unknown[name] = self._bench.pool[number]

    def put_stranger(self, hours: int, kind: str, *, capitals: bool) -> None:
        """Beside them, under a name of its own."""
        name = mixture.in_capitals(self._name(hours)) if capitals else self._name(hours)
        if name not in files(self.home):
            mixture.put(kind, self.home / name, self._bench.pool[0], self._bench.foreign)
            self._strangers[name] = mixture.as_it_is(self.home / name)

    def look(self) -> None:
        """As the desk does after opening. A copy under a second name has the day of the first that is looked at."""
        with suppress(StrangersFound):
            for _piece in iter(self._keeper.chore, None):
                pass
        days: dict[bytes, datetime] = {}
        for name in sorted(self._unknown, reverse=True):
            self._known[name] = days.setdefault(self._unknown.pop(name), self._moment(name))

    def lock(self, days: int) -> None:
        """Another day, another backup."""
        self.clock.advance(days=days, minutes=1)
        copy = self._keeper.make(at_peace)
        self._known[copy.name] = copy.at
        to_come = {at for at in self._known.values() if is_to_come(at, self.clock.now())}
        staying = to_come | kept(set(self._known.values()) - to_come)
        self._known = {name: at for name, at in self._known.items() if at in staying}

    def wrong(self) -> list[str]:
        """What is not as it should be."""
        expected = {*self._known, *self._unknown}
        strangers = {*self._strangers, "aside.bin"}
        there = {name for name in files(self.home) if name not in strangers}
        return [
            *(f"gone: {name}" for name in expected - there),
            *(f"still there: {name}" for name in there - expected),
            *(f"gone: {name}" for name in self._strangers if name not in files(self.home)),
            *(
                f"touched: {name}"
                for name, was in self._strangers.items()
                if name in files(self.home) and mixture.as_it_is(self.home / name) != was
            ),
        ]

    def _name(self, hours: int) -> str:
        return name_of(self._bench.mark, START + timedelta(hours=hours, minutes=30))

    def _moment(self, name: str) -> datetime:
        at = moment_of(name, self._bench.mark)
        assert at is not None
        return at


@pytest.mark.timeout(300)
@settings(max_examples=25, deadline=None)
@given(REAL, STRANGERS, LOCKS)
def test_of_any_mixture_the_rule_chooses_among_the_real_ones_and_touches_nothing_else(
    bench: Bench, real: dict[int, int], strangers: dict[int, tuple[str, bool]], locks: list[tuple[int, bool]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        office = Office(bench, Path(folder))
        for hours, number in real.items():
            office.put_real(hours, number)
        for hours, (kind, capitals) in strangers.items():
            office.put_stranger(hours, kind, capitals=capitals)
        for days, looked in locks:
            if looked:
                office.look()
            office.lock(days)
            assert office.wrong() == []
        office.look()
        office.lock(1)
        assert office.wrong() == []


# a program that believes is found out


def _by_name(inventory: Inventory, folder: str) -> dict[str, Known]:
    entries = inventory._subject.place(folder).entries()
    return {entry.name: Known(entry.at.isoformat(), entry.size, 0, "") for entry in entries if entry.at is not None}


def _believed(path: Path, at: str, *_more: object) -> Known:
    return recognising.known_by(path, at)


@pytest.mark.parametrize("fault", ["names are believed", "what is there is believed"])
def test_a_desk_that_believes_what_lies_there_is_found_out(bench: Bench, tmp_path: Path, fault: str) -> None:
    office = Office(bench, tmp_path)
    for number in range(POOL):
        office.put_real(-24 * number, number)
    for number in range(30):
        office.put_stranger(24 * number + 5, "random", capitals=False)
    with ExitStack() as broken:
        if fault == "names are believed":
            broken.enter_context(patch.object(Inventory, "own", _by_name))
            broken.enter_context(patch.object(recognising, "is_still", lambda *_anything: True))
        else:
            broken.enter_context(patch.object(recognising, "look", _believed))
        office.look()
        office.lock(1)

    assert [one for one in office.wrong() if one.startswith("gone")]
