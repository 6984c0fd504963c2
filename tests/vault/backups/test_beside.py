"""Work beside the vault's thread: it is heard at once when it is to stop, and nothing is half done."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from pathlib import Path
from threading import Event, get_ident

import pytest

from counsellor_desk.casework.destroying import delete_note
from counsellor_desk.casework.progress import Cancelled, Progress
from counsellor_desk.vault.backups import copying
from counsellor_desk.vault.backups.backups import VaultBackups
from counsellor_desk.vault.backups.beside import Beside, make_cancellable
from counsellor_desk.vault.connection import connect
from counsellor_desk.vault.faults import translated
from counsellor_desk.vault.vault import OpenVault
from tests.support import FakeClock
from tests.vault.backups.conftest import Reopen, at_peace, files, when_all_has_ended, write
from tests.vault.conftest import TODAY

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


class Leaving:
    """A progress that stops the work once ``leave`` was called."""

    def __init__(self) -> None:
        self._left = Event()
        self.leave = self._left.set

    def __call__(self, _done: int, _whole: int) -> None:
        if self._left.is_set():
            raise Cancelled()


@pytest.fixture
def leaving() -> Leaving:
    return Leaving()


@pytest.fixture
def drive(leaving: Leaving, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Event]:
    """From its call on the drive does not answer until the event is set; meanwhile the desk is locked."""

    def hang() -> Event:
        answer, write_out = Event(), copying.write

        def slow(source: Path, goal: Path, progress: Progress) -> None:
            leaving.leave()
            answer.wait(60)
            write_out(source, goal, progress)

        monkeypatch.setattr(copying, "write", slow)
        return answer

    return hang


def test_it_runs_on_another_thread_and_gives_what_came_of_it() -> None:
    assert Beside().run(lambda _progress: get_ident(), at_peace) != get_ident()


def test_what_went_wrong_is_raised_where_it_was_asked() -> None:
    def fail(_progress: Progress) -> None:
        raise OSError(5, "no answer")

    with pytest.raises(OSError, match="no answer"):
        Beside().run(fail, at_peace)


def test_how_far_it_is_reaches_whoever_asked() -> None:
    told: list[tuple[int, int]] = []

    Beside().run(lambda progress: progress(3, 4), lambda done, whole: told.append((done, whole)))

    assert (3, 4) in told


def test_work_that_is_stuck_keeps_nobody_and_counts_for_nothing(leaving: Leaving) -> None:
    answer, counted = Event(), list[str]()

    def stuck(progress: Progress) -> None:
        leaving.leave()
        answer.wait(60)
        progress(1, 1)
        counted.append("done")

    with pytest.raises(Cancelled):
        Beside().run(stuck, leaving)
    answer.set()
    when_all_has_ended()

    assert counted == []


def test_work_that_is_stuck_holds_nothing_of_whoever_asked() -> None:
    answer, leaving = Event(), Leaving()
    gone = weakref.ref(leaving)

    def stuck(progress: Progress) -> None:
        progress(0, 0)
        leave()
        answer.wait(60)

    leave = leaving.leave
    with pytest.raises(Cancelled):
        Beside().run(stuck, leaving)
    del leaving

    assert gone() is None
    answer.set()
    when_all_has_ended()


def test_the_next_piece_waits_for_one_that_was_stopped(leaving: Leaving) -> None:
    order, answer, beside = list[str](), Event(), Beside()

    def stuck(_progress: Progress) -> None:
        leaving.leave()
        answer.wait(60)
        order.append("first")

    with pytest.raises(Cancelled):
        beside.run(stuck, leaving)
    beside.run(lambda _progress: order.append("second"), lambda _done, _whole: answer.set())

    assert order == ["first", "second"]


def test_a_long_statement_stops_as_well(vault: OpenVault, path: Path, key: bytes, leaving: Leaving) -> None:
    def endless(progress: Progress) -> None:
        connection = connect(path, key, read_only=True)
        make_cancellable(connection, progress)
        leaving.leave()
        with translated():
            connection.execute(ENDLESS).fetchall()

    with pytest.raises(Cancelled):
        Beside().run(endless, leaving)
    when_all_has_ended()


# each long job of the keeper


def _make(keeper: VaultBackups, progress: Progress) -> object:
    return keeper.make(progress)


def _restore(keeper: VaultBackups, progress: Progress) -> object:
    return keeper.restore(keeper.overview().copies[0], progress)


def _clear(keeper: VaultBackups, progress: Progress) -> object:
    keeper.chore()  # the trial
    keeper.chore()  # the vault itself
    return keeper.chore(progress)


@pytest.mark.parametrize("job", [_make, _restore, _clear])
def test_a_job_that_waits_for_a_drive_is_left_at_once_and_the_vault_can_be_written_and_closed(
    vault: OpenVault,
    keeper: VaultBackups,
    home: Path,
    leaving: Leaving,
    reopen: Reopen,
    clock: FakeClock,
    drive: Callable[[], Event],
    job: Callable[[VaultBackups, Progress], object],
) -> None:
    keeper.make(at_peace)
    clock.advance(days=1)
    note = vault.book.search("gesprek")[0].note
    assert note is not None
    delete_note(vault.book, note, TODAY)
    before = {name: (home / name).read_bytes() for name in files(home)}
    answers = drive()

    with pytest.raises(Cancelled):
        job(keeper, leaving)
    write(vault, "een concept")
    vault.close(seconds=0.05)
    answers.set()
    when_all_has_ended()

    assert {name: (home / name).read_bytes() for name in files(home)} == before
    assert reopen().book.draft("contact") == "een concept"


def test_a_trial_that_was_stopped_says_nothing_of_the_backup(keeper: VaultBackups, leaving: Leaving) -> None:
    keeper.make(at_peace)
    leaving.leave()

    with pytest.raises(Cancelled):
        keeper.chore(leaving)

    assert keeper.remark() is None
    assert keeper.overview().drilled_on is None


def test_looking_at_every_page_can_be_stopped(keeper: VaultBackups, leaving: Leaving) -> None:
    leaving.leave()

    with pytest.raises(Cancelled):
        keeper.check(leaving)


def test_what_is_looked_at_beside_the_vault_is_the_vault(vault: OpenVault, keeper: VaultBackups) -> None:
    vault.session.change("DELETE FROM note_text_data WHERE id > 10", ())

    assert not keeper.check().is_sound


def test_what_a_stopped_job_left_is_taken_away_by_the_next(keeper: VaultBackups, path: Path, home: Path) -> None:
    left = [path.with_name(f"desk.vault{end}") for end in (".copy", ".copy-wal", ".trial", ".trial-wal")]
    keeper.make(at_peace)
    (copy,) = files(home)
    left.append(home / f"{copy}.new")
    for file in left:
        file.write_bytes(b"half")

    keeper.make(at_peace)

    assert [file.name for file in left if file.exists()] == []
