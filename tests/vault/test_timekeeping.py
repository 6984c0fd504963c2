"""The vault knows when it was last used, and believes a clock by that until she says otherwise."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from counsellor_desk.bundle import resource
from counsellor_desk.casework.clock import ClockAhead, ClockBehind
from counsellor_desk.casework.destroying import expire_memory_aids
from counsellor_desk.codebook import load
from counsellor_desk.vault import vault as vault_module
from counsellor_desk.vault.connection import connect
from counsellor_desk.vault.vault import BackupPlan, OpenVault, create_vault, open_vault
from tests.museum import make
from tests.support import FakeClock
from tests.vault.backups.conftest import at_peace, write
from tests.vault.conftest import contact_of, fill
from tests.vault.life import Life

FAR = datetime(2099, 1, 1, 9)


@pytest.fixture
def life(tmp_path: Path, key: bytes, fake_clock: FakeClock) -> Iterator[Life]:
    office = Life(tmp_path / "desk", key, fake_clock, load(resource("codebook")))
    yield office
    office.vault.close()


def kept_of(vault: OpenVault) -> str | None:
    return vault.book.setting("last used")


def test_a_new_vault_believes_the_clock_it_was_made_by(life: Life) -> None:
    assert life.vault.clock.doubt() is None
    assert kept_of(life.vault) == "2026-11-23T09:00:00"


def test_opening_writing_and_closing_move_the_last_use_on(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    life.reopen(datetime(2026, 11, 24, 9))
    opened = kept_of(life.vault)
    monkeypatch.setattr(vault_module, "COUNT_SECONDS", 0)
    life.clock.advance(hours=1)
    with life.vault.book.transaction():
        write(life.vault)
    written = kept_of(life.vault)
    life.clock.advance(hours=1)
    life.reopen(datetime(2026, 11, 24, 10, 30))  # a moment before the closing is no earlier use

    assert (opened, written) == ("2026-11-24T09:00:00", "2026-11-24T10:00:00")
    assert kept_of(life.vault) == "2026-11-24T11:00:00"


def test_a_holiday_of_five_weeks_is_no_question_and_one_of_six_is(life: Life) -> None:
    life.reopen(datetime(2026, 12, 28, 9))
    assert life.vault.clock.doubt() is None

    life.reopen(datetime(2027, 2, 8, 9))

    doubt = life.vault.clock.doubt()
    assert isinstance(doubt, ClockAhead)
    assert doubt.params == {"now": "2027-02-08 09:00", "last": "2026-12-28 09:00"}


def test_one_answer_after_a_long_absence_and_all_is_as_ever(life: Life) -> None:
    case = life.start_case()
    life.jot(case)
    life.reopen(datetime(2027, 2, 8, 9))

    life.vault.clock.accept(life.clock.now())
    life.start_case()
    life.reopen(datetime(2027, 2, 9, 9))

    assert life.vault.clock.doubt() is None
    assert kept_of(life.vault) == "2027-02-09T09:00:00"


def test_a_clock_in_doubt_moves_nothing_however_often_it_is_seen(life: Life) -> None:
    used = kept_of(life.vault)

    for moment in (FAR, FAR + timedelta(days=1), datetime(1970, 1, 1)):
        life.reopen(moment)
        write(life.vault)

    assert kept_of(life.vault) == used
    life.reopen(datetime(2026, 11, 24, 9))
    assert life.vault.clock.doubt() is None


def test_an_answer_holds_for_the_moment_it_was_given_about(life: Life) -> None:
    life.clock.set(datetime(2027, 2, 8, 9))
    asked = life.clock.now()
    life.clock.set(FAR)  # between the question and the answer

    life.vault.clock.accept(asked)

    assert isinstance(life.vault.clock.doubt(), ClockAhead)
    life.clock.set(asked)
    assert life.vault.clock.doubt() is None


def test_who_said_by_mistake_that_2099_is_right_comes_back_with_one_answer_and_loses_no_backup(life: Life) -> None:
    life.work(3)
    right = life.clock.now()
    life.reopen(FAR)
    life.vault.clock.accept(FAR)
    life.work(1)

    life.reopen(right)
    assert isinstance(life.vault.clock.doubt(), ClockBehind)
    life.vault.clock.accept(right)
    life.work(27)
    life.reopen()

    assert life.vault.clock.doubt() is None
    assert life.keeper.overview().drilled_on is not None
    assert life.keeper.overview().drilled_on <= life.clock.today()
    assert len([day for day in life.days_backed_up() if day < "2099"]) == 11
    assert life.start_case().number == "27-001"


def test_a_date_before_there_was_any_vault_is_not_accepted(life: Life) -> None:
    life.clock.set(datetime(1970, 1, 1))

    with pytest.raises(ClockBehind):
        life.vault.clock.accept(life.clock.now())

    assert isinstance(life.vault.clock.doubt(), ClockBehind)


def test_a_clock_that_jumps_while_the_desk_is_open_is_seen_at_once(life: Life) -> None:
    case = life.start_case()
    life.clock.set(FAR)
    with pytest.raises(ClockAhead):
        expire_memory_aids(life.vault.book, FAR.date())
    life.clock.set(datetime(1970, 1, 1))
    with pytest.raises(ClockBehind):
        life.start_case()
    life.clock.set(datetime(2026, 11, 23, 9, 5))

    assert life.start_case().id != case.id


@pytest.mark.parametrize(
    ("evening", "after"),
    [
        (datetime(2027, 3, 28, 1, 59), datetime(2027, 3, 28, 3, 0)),
        (datetime(2027, 10, 31, 2, 59), datetime(2027, 10, 31, 2, 0)),
    ],
)
def test_neither_change_of_the_hour_is_a_state(life: Life, evening: datetime, after: datetime) -> None:
    life.reopen(evening)
    life.vault.clock.accept(evening)

    life.reopen(after)

    assert life.vault.clock.doubt() is None
    assert life.start_case().registered_on == after.date()


def test_a_restored_backup_knows_the_last_use_of_the_vault_it_takes_the_place_of(life: Life) -> None:
    for week in range(1, 7):
        life.reopen(datetime(2026, 11, 23, 9) + timedelta(weeks=week))
        write(life.vault)
    oldest = life.keeper.overview().copies[-1]
    life.keeper.work_with(life.keeper.restore(oldest, at_peace))

    life.reopen()

    assert oldest.at.date() < date(2026, 12, 1)
    assert life.vault.clock.doubt() is None


# a vault that an older program wrote


def older(path: Path, key: bytes, opened_on: str | None = None) -> None:
    """A vault with notes of 23 November 2026 that keeps no last use; it was opened last on the day ``opened_on``."""
    vault = create_vault(path, key, practice=False, today=date(2026, 1, 5))
    fill(vault.book)
    if opened_on is not None:
        vault.book.save_setting("memory aids announced on", opened_on)
    vault.close()
    forget_last_use(path, key)


def forget_last_use(path: Path, key: bytes) -> None:
    with contextlib.closing(connect(path, key)) as connection:
        connection.execute("DELETE FROM setting WHERE key = 'last used'")


@pytest.mark.parametrize(
    ("opened_on", "now", "state"),
    [
        (None, datetime(2026, 11, 24, 9), None),
        (None, datetime(2027, 1, 30, 9), "clock.ahead"),
        ("2027-01-20", datetime(2027, 1, 30, 9), None),
        ("2099-01-01", datetime(2026, 11, 24, 9), "clock.behind"),
        ("no day at all", datetime(2026, 11, 24, 9), None),
        (None, datetime(2026, 11, 22, 9), "clock.behind"),
    ],
)
def test_an_older_vault_was_last_used_when_the_newest_in_it_was_written(
    path: Path, key: bytes, tmp_path: Path, opened_on: str | None, now: datetime, state: str | None
) -> None:
    older(path, key, opened_on)

    vault = open_vault(path, key, practice=False, backup_plan=BackupPlan(tmp_path / "backups", lambda: now))

    doubt = vault.clock.doubt()
    assert (doubt and doubt.code) == state
    vault.close()


def test_days_that_were_typed_make_no_vault_newer(path: Path, key: bytes, tmp_path: Path) -> None:
    older(path, key)
    vault = open_vault(path, key, practice=False)
    case = vault.book.case_by_number("26-001")
    assert case is not None
    vault.book.add_contact(contact_of(case, on=date(2098, 1, 1)))
    vault.close()
    forget_last_use(path, key)

    plan = BackupPlan(tmp_path / "backups", lambda: datetime(2026, 11, 24, 9))
    again = open_vault(path, key, practice=False, backup_plan=plan)

    assert again.clock.doubt() is None
    again.close()


@pytest.mark.parametrize("room", sorted(Path(make.__file__).parent.glob("*.vault")), ids=lambda file: file.stem)
def test_every_vault_of_the_museum_has_a_last_use(room: Path, path: Path, tmp_path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(room.read_bytes())
    path.chmod(0o600)

    vault = open_vault(path, make.KEY, practice=False, backup_plan=BackupPlan(tmp_path / "backups", lambda: FAR))

    assert isinstance(vault.clock.doubt(), ClockAhead)
    vault.close()


def test_a_vault_without_a_clock_doubts_nothing(path: Path, key: bytes) -> None:
    vault = create_vault(path, key, practice=True, today=date(2026, 11, 23))

    assert vault.clock.doubt() is None
    assert vault.clock.sure(FAR) == FAR
    assert vault.clock.latest(date(1970, 1, 1)) == date(1970, 1, 1)
    vault.close()
