"""Backups looked after on a thread of their own, while the vault's thread goes on with what it is for."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Event, Thread, get_ident
from typing import Any, TypeVar

import pytest

from counsellor_desk.casework.backups import Chore, Copy, Health
from counsellor_desk.casework.destroying import delete_note
from counsellor_desk.casework.progress import Cancelled, Progress
from counsellor_desk.vault.backups import backups, clearing, copying, making
from counsellor_desk.vault.backups.backups import VaultBackups
from counsellor_desk.vault.backups.place import Place
from counsellor_desk.vault.rekey import change_key
from counsellor_desk.vault.session import Session
from counsellor_desk.vault.vault import BackupPlan, OpenVault, create_vault, open_vault
from tests.support import FakeClock
from tests.vault.backups.conftest import at_peace, files, keeper_of, when_all_has_ended
from tests.vault.backups.test_beside import Leaving
from tests.vault.conftest import NOW, TODAY, fill, note_of
from tests.vault.reader import decrypted

T = TypeVar("T")
SECRET = "geheimpje"


class Elsewhere:
    """A vault that is open on a thread of its own; here its backups are looked after."""

    def __init__(self, path: Path, key: bytes, plan: BackupPlan) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1)
        self._wishes = 0
        self.path, self.key = path, key
        self.vault = self._pool.submit(self._make, plan).result()
        self.backups = keeper_of(self.vault)
        self.backups.reached_by(self._pool.submit, lambda: self._wishes)

    def _make(self, plan: BackupPlan) -> OpenVault:
        vault = create_vault(self.path, self.key, practice=False, today=TODAY, backup_plan=plan)
        fill(vault.book)
        return vault

    def begin(self, job: Callable[[OpenVault], T]) -> Future[T]:
        """Something is wanted of the vault."""
        self._wishes += 1
        return self._pool.submit(job, self.vault)

    def run(self, job: Callable[[OpenVault], T]) -> T:
        """The same, and done."""
        return self.begin(job).result(30)

    def close(self, seconds: float = 5.0) -> None:
        self.begin(lambda vault: vault.close(seconds)).result(30)

    def end(self) -> None:
        self.close()
        self._pool.shutdown()
        when_all_has_ended()


@pytest.fixture
def elsewhere(path: Path, key: bytes, plan: BackupPlan) -> Iterator[Elsewhere]:
    made = Elsewhere(path, key, plan)
    yield made
    made.end()


class Working:
    """A job that runs on a thread of its own, as the desk has it."""

    def __init__(self, job: Callable[[], object]) -> None:
        self.answer: Future[Any] = Future()
        self._job = job
        Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        try:
            self.answer.set_result(self._job())
        except BaseException as trouble:
            self.answer.set_exception(trouble)

    def result(self) -> Any:
        return self.answer.result(30)


class Stick:
    """Takes no byte before ``answer``."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked, self._answered = Event(), Event()
        self.answer = self._answered.set
        self._write = copying.write
        monkeypatch.setattr(copying, "write", self._wait)

    def _wait(self, source: Path, goal: Path, progress: Progress) -> None:
        self.asked.set()
        self._answered.wait(60)
        self._write(source, goal, progress)


@pytest.fixture
def leaving() -> Leaving:
    return Leaving()


@pytest.fixture
def stick(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stick]:
    made = Stick(monkeypatch)
    yield made
    made.answer()


def write(vault: OpenVault) -> None:
    vault.book.save_draft("contact", "een halve zin", NOW)


def add_secret(vault: OpenVault) -> None:
    case = vault.book.case_by_number("26-001")
    assert case is not None
    vault.book.add_note(note_of(case, (SECRET + " ") * 500))


def destroy_secret(vault: OpenVault) -> None:
    (found,) = vault.book.search(SECRET)
    assert found.note is not None
    delete_note(vault.book, found.note, TODAY)


def tells(folder: Path, key: bytes) -> list[str]:
    """The files that hold the words."""
    return [name for name in files(folder) if SECRET.encode() in decrypted(folder / name, key)]


def test_what_is_remembered_is_written_on_the_vaults_own_thread(
    elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: set[int] = set()
    run = Session._run
    ours = elsewhere.vault.session

    def watched(session: Session, sql: str, values: Any) -> Any:
        if session is ours:
            threads.add(get_ident())
        return run(session, sql, values)

    monkeypatch.setattr(Session, "_run", watched)
    elsewhere.backups.make(at_peace)
    elsewhere.backups.overview()

    assert threads == {elsewhere.run(lambda _vault: get_ident())}


def test_what_is_destroyed_while_a_backup_is_made_is_not_in_it(
    elsewhere: Elsewhere, stick: Stick, home: Path, key: bytes
) -> None:
    elsewhere.run(add_secret)
    making_one = Working(lambda: elsewhere.backups.make(at_peace))
    assert stick.asked.wait(30)

    elsewhere.run(destroy_secret)
    stick.answer()
    copy = making_one.result()

    assert files(home) == [copy.name]
    assert tells(home, key) == []


def test_what_is_destroyed_in_the_very_moment_a_backup_gets_its_name_is_cleared_from_it(
    elsewhere: Elsewhere, home: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere.run(add_secret)
    refuse = making._refuse_outdated

    def then_destroy(*all_: Any) -> None:
        refuse(*all_)
        elsewhere.run(destroy_secret)

    with monkeypatch.context() as moment:
        moment.setattr(making, "_refuse_outdated", then_destroy)
        elsewhere.backups.make(at_peace)
    assert len(tells(home, key)) == 1

    while elsewhere.backups.chore() is not None:
        pass

    assert tells(home, key) == []


def test_a_fresh_backup_before_a_clearing_is_none_when_more_was_destroyed_meanwhile(
    elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only then may one that cannot be read be removed."""
    elsewhere.backups.make(at_peace)
    for _ in range(2):
        elsewhere.run(add_secret)
    elsewhere.run(lambda vault: _destroy_first(vault))
    made: list[str] = []
    make = elsewhere.backups._make

    def then_destroy(progress: Progress) -> Copy:
        copy = make(progress)
        made.append(copy.name)
        if len(made) == 1:
            elsewhere.run(lambda vault: _destroy_first(vault))
        return copy

    monkeypatch.setattr(elsewhere.backups, "_make", then_destroy)
    while elsewhere.backups.chore() is not None:
        pass

    assert len(made) == 2


def _destroy_first(vault: OpenVault) -> None:
    note = vault.book.search(SECRET)[0].note
    assert note is not None
    delete_note(vault.book, note, TODAY)


def test_a_lock_waits_for_no_stick_and_leaves_the_backup_to_the_next_opening(
    elsewhere: Elsewhere, stick: Stick, plan: BackupPlan
) -> None:
    elsewhere.run(write)
    making_one = Working(lambda: elsewhere.backups.make(at_peace))
    assert stick.asked.wait(30)

    elsewhere.close(seconds=1.0)
    stick.answer()

    with pytest.raises(Cancelled):
        making_one.result()
    when_all_has_ended()
    again = open_vault(elsewhere.path, elsewhere.key, practice=False, backup_plan=plan)
    assert again.book.draft("contact") == "een halve zin"
    assert keeper_of(again).chore() is Chore.BACKUP
    again.close()


def test_a_lock_during_a_trial_says_nothing_of_the_backup(
    elsewhere: Elsewhere, plan: BackupPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere.backups.make(at_peace)
    trying, go_on = Event(), Event()

    def hang(*_anything: object) -> None:
        trying.set()
        go_on.wait(60)

    monkeypatch.setattr(VaultBackups, "_try_out", hang)
    trial = Working(elsewhere.backups.chore)
    assert trying.wait(30)

    elsewhere.close()

    with pytest.raises(Cancelled):
        trial.result()
    go_on.set()
    again = open_vault(elsewhere.path, elsewhere.key, practice=False, backup_plan=plan)
    assert keeper_of(again).remark() is None
    assert keeper_of(again).overview().drilled_on is None
    again.close()


def test_a_folder_that_does_not_answer_holds_up_neither_a_save_nor_a_lock(
    elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    elsewhere.backups.make(at_peace)
    listing, go_on = Event(), Event()
    entries = Place.entries

    def hang(place: Place) -> Any:
        listing.set()
        go_on.wait(60)
        return entries(place)

    with monkeypatch.context() as hung:
        hung.setattr(Place, "entries", hang)
        chore = Working(elsewhere.backups.chore)
        overview = Working(elsewhere.backups.overview)
        assert listing.wait(30)
        elsewhere.run(write)
        before = len(files(home))
        elsewhere.close(seconds=3.0)
        go_on.set()

    for work in (chore, overview):
        with pytest.raises(Cancelled):
            work.result()
    assert before == 1


def test_after_the_lock_nothing_is_done_any_more(elsewhere: Elsewhere) -> None:
    elsewhere.close()

    for job in (elsewhere.backups.chore, elsewhere.backups.overview, lambda: elsewhere.backups.make(at_peace)):
        with pytest.raises(Cancelled):
            job()


def test_one_piece_is_done_at_a_time_and_one_that_waits_can_be_cancelled(
    elsewhere: Elsewhere, stick: Stick, leaving: Leaving
) -> None:
    first = Working(lambda: elsewhere.backups.make(at_peace))
    assert stick.asked.wait(30)
    second = Working(lambda: elsewhere.backups.make(leaving))
    by_itself = Working(lambda: elsewhere.backups.chore(leaving))

    leaving.leave()

    for work in (second, by_itself):
        with pytest.raises(Cancelled):
            work.result()
    stick.answer()
    assert len(elsewhere.backups.overview().copies) <= 1
    assert isinstance(first.result(), Copy)
    assert elsewhere.backups.chore() is None  # what waited is left for the next opening


def test_a_new_key_waits_for_no_backup(elsewhere: Elsewhere, stick: Stick) -> None:
    making_one = Working(lambda: elsewhere.backups.make(at_peace))
    assert stick.asked.wait(30)

    new = secrets.token_bytes(32)
    elsewhere.close(seconds=1.0)
    change_key(elsewhere.path, elsewhere.key, new)
    stick.answer()

    with pytest.raises(Cancelled):
        making_one.result()
    when_all_has_ended()
    open_vault(elsewhere.path, new, practice=False).close()


def test_a_check_of_every_page_is_not_misled_by_what_is_written_meanwhile(
    elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere.run(lambda vault: vault.book.settle())
    elsewhere.run(write)
    look = backups.health_of_live
    found: list[Health] = []

    def while_writing(connection: Any, path: Path) -> Health:
        busy = Event()
        writing = Working(lambda: _write_until(elsewhere, busy))
        try:
            for _ in range(20):
                found.append(look(connection, path))
        finally:
            busy.set()
            writing.result()
        return found[-1]

    monkeypatch.setattr(backups, "health_of_live", while_writing)
    elsewhere.backups.check()

    assert set(found) == {Health(0, 0)}


def _draft(vault: OpenVault, words: str) -> None:
    vault.book.save_draft("contact", words, NOW)


def _write_until(elsewhere: Elsewhere, end: Event) -> None:
    number = 0
    while not end.is_set():
        number += 1
        elsewhere.run(partial(_draft, words=f"zin {number} " * 2_000))


def test_the_vaults_pages_are_written_anew_only_while_nobody_wants_anything_of_it(
    elsewhere: Elsewhere, monkeypatch: pytest.MonkeyPatch, clock: FakeClock
) -> None:
    elsewhere.backups.make(at_peace)
    elsewhere.run(add_secret)
    elsewhere.run(destroy_secret)
    begun, order = Event(), list[str]()
    sweep = clearing.sweep

    def held(session: Session) -> None:
        order.append("sweep")
        begun.set()
        if len(order) == 1:
            session.rows("WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n")
        sweep(session)

    monkeypatch.setattr(clearing, "sweep", held)
    assert elsewhere.backups.chore() is Chore.DRILL
    clearing_one = Working(elsewhere.backups.chore)
    assert begun.wait(30)

    elsewhere.run(write)
    order.append("saved")

    assert clearing_one.result() is Chore.CLEARING
    assert order == ["sweep", "saved", "sweep"]
