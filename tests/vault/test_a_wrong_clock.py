"""A clock that is wrong destroys nothing, publishes nothing, registers nothing and costs no backup."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from counsellor_desk.bundle import resource
from counsellor_desk.casework.backups import Chore
from counsellor_desk.casework.closing import close_case
from counsellor_desk.casework.contacts import log_contact
from counsellor_desk.casework.destroying import Ground, delete_note, destroy_case, expire_memory_aids
from counsellor_desk.casework.drafts import CaseStart, Closing, ContactDraft, NoteDraft
from counsellor_desk.casework.errors import DateInFuture
from counsellor_desk.casework.model import CaseFile, NoteClass
from counsellor_desk.casework.notes import amend_note, write_note
from counsellor_desk.codebook import Codebook, load
from counsellor_desk.errors import DeskError
from counsellor_desk.figures.publishing import releases
from tests.support import FakeClock
from tests.vault.backups.conftest import files
from tests.vault.life import Life

BEHIND = [datetime(1970, 1, 1), datetime(2020, 1, 1, 9), datetime(2026, 11, 22, 9)]
AHEAD = [datetime(2027, 1, 2), datetime(2027, 11, 24, 9), datetime(2099, 1, 1, 9)]


@pytest.fixture(scope="module")
def codebook() -> Codebook:
    return load(resource("codebook"))


@pytest.fixture
def life(tmp_path: Path, key: bytes, fake_clock: FakeClock, codebook: Codebook) -> Iterator[Life]:
    """An office that opens on Monday 23 November 2026 at nine."""
    office = Life(tmp_path / "desk", key, fake_clock, codebook)
    yield office
    office.vault.close()


@pytest.fixture
def closed_case(life: Life, codebook: Codebook) -> CaseFile:
    case = life.start_case()
    return close_case(life.vault.book, codebook, case, Closing(outcome=None), life.clock.today())


def refused(deed: Callable[[], object]) -> str:
    """The code of the state that kept ``deed`` from being done."""
    with pytest.raises(DeskError) as refusal:
        deed()
    return refusal.value.code


# what the clock did


def test_two_openings_on_two_days_a_year_ahead_delete_no_memory_aid(life: Life) -> None:
    life.jot(life.start_case())
    life.reopen()

    for day in (24, 25):
        life.reopen(datetime(2027, 11, day, 9))

    assert len(life.aids()) == 1
    assert all(life.keeper.contents(copy).notes == 1 for copy in life.keeper.overview().copies)


@pytest.mark.parametrize("wrong", [datetime(2027, 1, 2, 9), datetime(2099, 1, 1, 9)])
def test_one_opening_ahead_leaves_as_many_backups_of_the_next_weeks_as_a_right_clock(
    life: Life, wrong: datetime
) -> None:
    life.work(3)
    right = life.clock.now()
    life.clock.set(wrong)
    life.work(1)
    life.clock.set(right)
    life.work(27)

    # seven days, and the newest of each of the other weeks: so many does a right clock leave of thirty working days
    life.reopen()
    assert len(life.days_backed_up()) == 11


@pytest.mark.parametrize("wrong", AHEAD[1:])
def test_a_quarter_that_is_not_over_is_not_published_by_a_clock_ahead(life: Life, wrong: datetime) -> None:
    life.start_case()
    life.clock.set(wrong)

    assert refused(lambda: life.publish("2026Q4")) == "clock.ahead"
    assert releases(life.vault.ledger) == ()


@pytest.mark.parametrize("wrong", BEHIND + AHEAD)
def test_no_case_is_registered_on_a_day_the_vault_doubts(life: Life, wrong: datetime) -> None:
    life.clock.set(wrong)

    assert refused(life.start_case) == ("clock.behind" if wrong in BEHIND else "clock.ahead")
    assert life.vault.book.recent_cases() == ()


@pytest.mark.parametrize("wrong", BEHIND + AHEAD)
def test_nothing_is_closed_or_destroyed_on_the_word_of_a_clock_in_doubt(
    life: Life, closed_case: CaseFile, codebook: Codebook, wrong: datetime
) -> None:
    case = life.start_case()
    note = life.jot(case)
    book = life.vault.book
    life.clock.set(wrong)
    today = life.clock.today()

    for deed in (
        lambda: close_case(book, codebook, case, Closing(outcome=None), today),
        lambda: destroy_case(book, closed_case.id, Ground.TERM, today),
        lambda: delete_note(book, note.id, today),
        lambda: expire_memory_aids(book, today),
    ):
        assert refused(deed).startswith("clock.")

    assert book.case(case.id).closed_on is None
    assert book.case(closed_case.id).destroyed_on is None
    assert life.aids() == {note.id}


def test_a_trial_dated_in_the_future_is_due(life: Life) -> None:
    life.work(1)
    life.reopen()
    life.keeper._store.remember(drilled_on="2099-01-01")

    assert life.keeper.chore() is Chore.DRILL
    assert life.keeper.overview().drilled_on == life.clock.today()


def test_a_stick_last_seen_in_the_future_is_said_to_be_away(life: Life, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    life.keeper.choose_folder(str(stick))
    life.keeper._store.remember(chosen_last="2099-01-01")
    stick.rmdir()

    remark = life.keeper.remark()

    assert remark is not None
    assert remark.code == "backup.folder_away"


# backups


@pytest.mark.parametrize("wrong", BEHIND + AHEAD)
def test_a_backup_is_made_under_a_clock_in_doubt_behind_all_others_and_none_goes(life: Life, wrong: datetime) -> None:
    life.work(3)
    life.reopen()
    before = files(life.home)

    life.reopen(wrong)
    copies = [life.keeper.make(lambda _done, _whole: None) for _ in range(3)]

    assert set(before) < set(files(life.home))
    assert files(life.home)[-3:] == [copy.name for copy in copies]
    assert {copy.at.date() for copy in copies} == {date(2026, 11, 26)}  # when the vault was last used
    assert life.keeper.overview().copies[0] == copies[-1]


def test_what_was_destroyed_is_taken_out_of_backups_when_the_clock_is_believed_again(
    life: Life, closed_case: CaseFile
) -> None:
    life.work(3)
    life.reopen()
    (name, *_others) = files(life.home)
    before = (life.home / name).read_bytes()
    destroy_case(life.vault.book, closed_case.id, Ground.REQUEST, life.clock.today())
    right = life.clock.now()

    life.reopen(datetime(2099, 1, 1, 9))
    assert (life.home / name).read_bytes() == before

    life.reopen(right)
    assert (life.home / name).read_bytes() != before


def test_a_backup_an_older_program_named_after_a_day_to_come_takes_no_place_and_stays_last(life: Life) -> None:
    life.work(1)
    life.reopen()
    (real,) = life.keeper.overview().copies
    future = (life.home / real.name).rename(life.home / real.name.replace("20261123", "20990101"))
    life.keeper._inventory.forget(str(life.home), [real.name])  # as an older program did

    life.work(20)
    life.reopen()

    *ours, last = life.keeper.overview().copies
    assert last.name == future.name
    assert len(ours) == 10
    assert ours[0].at.date() == date(2026, 12, 21)
    life.keeper._store.remember(drilled_on="")
    assert life.keeper.chore() is Chore.DRILL  # of the newest that is known, not of the one to come
    assert life.keeper._newest() == ours[0]


# words are never kept waiting


@pytest.mark.parametrize("wrong", BEHIND + AHEAD)
def test_a_note_is_kept_behind_all_that_is_older_and_a_memory_aid_lives_its_time(life: Life, wrong: datetime) -> None:
    case, used = life.start_case(), life.clock.now()
    first = write_note(life.vault.book, case.id, NoteDraft("eerst"), used)
    life.clock.set(wrong)

    note = write_note(life.vault.book, case.id, NoteDraft("op het slechtste moment"), wrong)
    aid = write_note(life.vault.book, case.id, NoteDraft("even", NoteClass.AID), wrong)
    amended = amend_note(life.vault.book, first.id, first.revision, "eerst, en meer", wrong)

    assert (note.written_at, amended.changed_at) == (used, used)
    assert aid.expires_on == max(used, wrong).date() + timedelta(days=30)


@pytest.mark.parametrize("wrong", BEHIND + AHEAD)
def test_a_contact_on_a_day_she_typed_is_kept_and_registered_on_the_last_sure_day(
    life: Life, codebook: Codebook, wrong: datetime
) -> None:
    case, used = life.start_case(), life.clock.today()
    life.clock.set(wrong)

    logged = log_contact(life.vault.book, codebook, ContactDraft(case=case.id, on=used, text="belt"), wrong)

    assert (logged.contact.on, logged.contact.registered_on) == (used, used)


@pytest.mark.parametrize("wrong", BEHIND + AHEAD)
def test_a_contact_without_a_day_or_with_a_new_case_waits_and_its_draft_stays(
    life: Life, codebook: Codebook, wrong: datetime
) -> None:
    case = life.start_case()
    book = life.vault.book
    book.save_draft("contact", '{"text": "belt"}', life.clock.now())
    life.clock.set(wrong)

    for draft in (ContactDraft(case=case.id), ContactDraft(new_case=CaseStart(), on=case.first_contact_on)):
        assert refused(partial(log_contact, book, codebook, draft, wrong)).startswith("clock.")

    assert book.draft("contact") == '{"text": "belt"}'


def test_a_day_after_today_is_still_no_day_of_a_talk(life: Life, codebook: Codebook) -> None:
    case = life.start_case()
    draft = ContactDraft(case=case.id, on=life.clock.today() + timedelta(days=1))

    with pytest.raises(DateInFuture):
        log_contact(life.vault.book, codebook, draft, life.clock.now())
