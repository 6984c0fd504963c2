"""An older file, journal or page is told from the newest before anything is written; a crash never looks like one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from counsellor_desk.casework.model import Organisation, OrganisationId
from counsellor_desk.custody.errors import KeyringTimeout, VaultOlder
from counsellor_desk.custody.presence import VAULT_FILE
from counsellor_desk.doors.real import RealDoor
from counsellor_desk.vault import vault as vaults
from counsellor_desk.vault.connection import PAGE, connect
from counsellor_desk.vault.faults import VaultDamaged
from counsellor_desk.vault.vault import OpenVault
from tests.custody.conftest import FakeStore, everything
from tests.doors import door_of, first_run
from tests.vault.conftest import flip, pages

PASSPHRASE = "een rustige lange zin"
WAL, INDEX = VAULT_FILE + "-wal", VAULT_FILE + "-shm"
Files = dict[str, bytes]


@dataclass
class Machine:
    """A folder and a keyring. The files of a vault that is open are those that a pulled plug would leave."""

    folder: Path
    chance: Random
    store: FakeStore = field(default_factory=FakeStore)
    key: bytes = b""

    def door(self) -> RealDoor:
        return door_of(self.folder, self.store)

    def set_up(self) -> None:
        vault, self.key = first_run(self.door(), PASSPHRASE)
        with closing(vault):
            self.work(vault)

    def open(self, accepted: str = "") -> OpenVault:
        opened = self.door().unlock(PASSPHRASE, accepted)
        assert isinstance(opened, OpenVault)
        return opened

    def work(self, vault: OpenVault) -> None:
        for _ in range(self.chance.randrange(1, 6)):
            with vault.book.transaction():
                vault.book.add_organisation(
                    Organisation(OrganisationId(0), str(self.chance.random()), "K.OMR", "W.250")
                )

    def days(self) -> None:
        for _ in range(self.chance.randrange(1, 3)):
            with closing(self.open()) as vault:
                self.work(vault)

    def files(self) -> Files:
        found = everything(self.folder)
        return {name: found[name] for name in (VAULT_FILE, WAL) if name in found}

    def put_back(self, files: Files) -> None:
        for name in (VAULT_FILE, WAL, INDEX):
            (self.folder / name).unlink(missing_ok=True)
        for name, data in files.items():
            (self.folder / name).write_bytes(data)

    def plug_pulled(self) -> Files:
        """What is left of a day's work that was cut short; the keyring saw that day begin."""
        vault = self.open()
        self.work(vault)
        left, marks = self.files(), dict(self.store.secrets)
        vault.close()
        self.store.secrets = marks
        return left


def an_older_file(machine: Machine) -> Files:
    older = machine.files()
    machine.days()
    return older


def a_journal_gone(machine: Machine) -> Files:
    left = machine.plug_pulled()
    del left[WAL]
    return left


def a_journal_of_earlier_that_day(machine: Machine) -> Files:
    vault = machine.open()
    machine.work(vault)
    earlier = machine.files()[WAL]
    machine.work(vault)
    left, marks = machine.files(), dict(machine.store.secrets)
    vault.close()
    machine.store.secrets = marks
    return {**left, WAL: earlier}


def a_journal_of_another_day(machine: Machine) -> Files:
    earlier = machine.plug_pulled()[WAL]
    machine.days()
    return {**machine.files(), WAL: earlier}


def a_backup(machine: Machine) -> Files:
    copy = machine.folder / "copy"
    vault = machine.open()
    copy.touch()
    with closing(connect(copy, machine.key, new=True)) as target:
        vault.session._connection.backup(target)
    machine.work(vault)
    vault.close()
    backup = copy.read_bytes()
    copy.unlink()
    return {VAULT_FILE: backup}


def an_older_page(machine: Machine) -> Files:
    older = machine.files()[VAULT_FILE]
    machine.days()
    newest = bytearray(machine.files()[VAULT_FILE])
    differing = [at for at in range(PAGE, len(older), PAGE) if older[at : at + PAGE] != newest[at : at + PAGE]]
    at = machine.chance.choice(differing)
    newest[at : at + PAGE] = older[at : at + PAGE]
    return {VAULT_FILE: bytes(newest)}


SCENARIOS: tuple[Callable[[Machine], Files], ...] = (
    an_older_file,
    a_journal_gone,
    a_journal_of_earlier_that_day,
    a_journal_of_another_day,
    a_backup,
    an_older_page,
)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A vault with some days behind it; it counts at every change."""
    monkeypatch.setattr(vaults, "COUNT_SECONDS", 0.0)
    made = Machine(tmp_path, Random(1))
    made.set_up()
    return made


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.__name__)
def test_what_is_older_is_refused_and_left_as_it_is(
    machine: Machine, scenario: Callable[[Machine], Files], seed: int
) -> None:
    machine.chance.seed(seed)
    machine.days()
    machine.put_back(scenario(machine))
    before = everything(machine.folder)

    with pytest.raises(VaultOlder):
        machine.open()

    assert {name: data for name, data in everything(machine.folder).items() if "tries" not in name} == before


def test_a_damaged_vault_is_called_damaged_and_not_older(machine: Machine) -> None:
    vault = machine.folder / VAULT_FILE
    for page in pages(vault):
        flip(vault, page)
        before = machine.files()
        with pytest.raises(VaultDamaged):
            machine.open()
        assert machine.files() == before
        flip(vault, page)


@pytest.mark.parametrize("scenario", [an_older_file, a_journal_gone, a_backup])
def test_an_older_vault_opens_when_its_owner_decides_so_and_is_the_newest_from_then_on(
    machine: Machine, scenario: Callable[[Machine], Files]
) -> None:
    machine.put_back(scenario(machine))
    with pytest.raises(VaultOlder):
        machine.open()

    door = machine.door()
    door.unlock(PASSPHRASE, VaultOlder.code).close()

    assert isinstance(door.remark(), VaultOlder)
    machine.days()


def test_the_sheet_opens_an_older_vault_and_says_so(machine: Machine) -> None:
    from counsellor_desk.custody import sheet

    machine.put_back(an_older_file(machine))
    door = machine.door()

    door.open_with_sheet(sheet.encode(machine.key), PASSPHRASE).close()

    assert isinstance(door.remark(), VaultOlder)


def test_a_pulled_plug_is_no_older_vault(machine: Machine) -> None:
    for _ in range(5):
        machine.put_back(machine.plug_pulled())
        machine.days()


def test_a_plug_pulled_while_the_first_change_is_written_is_no_older_vault(machine: Machine) -> None:
    closed = machine.files()
    marks = dict(machine.store.secrets)
    journal = machine.plug_pulled()[WAL]
    for length in (0, 32, 56, 4000, 32 + 24 + PAGE, 32 + 24 + PAGE + 10):
        machine.put_back({**closed, WAL: journal[:length]})
        machine.store.secrets = dict(marks)

        machine.open().close()


def test_a_keyring_that_fell_behind_makes_no_older_vault(machine: Machine) -> None:
    machine.store.trouble, machine.store.trouble_at = KeyringTimeout, "put"
    machine.days()
    machine.put_back(machine.plug_pulled())
    machine.store.trouble = None

    machine.days()


def test_a_vault_that_comes_back_from_another_machine_is_the_newest(machine: Machine, tmp_path: Path) -> None:
    other = Machine(tmp_path / "other", Random(2), key=machine.key)
    other.folder.mkdir()
    other.store.secrets = {name: item for name, item in machine.store.secrets.items() if not name.endswith("seen")}
    for path in machine.folder.glob("desk.*"):
        (other.folder / path.name).write_bytes(path.read_bytes())
    other.days()

    machine.put_back(other.files())

    machine.days()


def test_the_count_goes_on_now_and_then_and_not_at_every_change(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vaults, "COUNT_SECONDS", 1e9)
    with closing(machine.open()) as vault:
        calls = len(machine.store.calls)
        machine.work(vault)
        assert len(machine.store.calls) == calls


def test_a_count_that_fails_takes_nothing_from_what_was_saved(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(machine.open()) as vault:
        with monkeypatch.context() as patch:
            patch.setattr(vaults, "_COUNT", "UPDATE vault SET generation = -1")
            patch.setattr(vault.session, "change", lambda *_: (_ for _ in ()).throw(KeyringTimeout(seconds=1)))
            with vault.book.transaction():
                vault.book.add_organisation(Organisation(OrganisationId(0), "kept", "K.OMR", "W.250"))
        names = [organisation.name for organisation in vault.book.organisations()]

    assert "kept" in names
