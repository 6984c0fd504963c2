"""A word that is typed is kept exactly once, and in its own case, whatever happens around it: on every form."""

from __future__ import annotations

import pytest

from counsellor_desk.casework.views import CaseRow
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.model import place
from counsellor_desk.vault.faults import VaultIoFailed
from tests.desk.pages.at_cases import waiting, write
from tests.desk.pages.contracts.forms import CARD, FORMS, Form
from tests.desk.pages.contracts.open_desk import OpenDesk
from tests.desk.pages.test_full_disk import full_disk
from tests.desk.test_announcing import Reader

FIRST, SECOND = "eekhoorn", "winterkoning"
every_form = pytest.mark.parametrize("form", FORMS, ids=str)
forms_of_a_case = pytest.mark.parametrize("form", [form for form in FORMS if form.of_a_case], ids=str)


def home(form: Form, row: CaseRow) -> CaseRow | None:
    return row if form.of_a_case else None


def next_home(form: Form, row: CaseRow) -> CaseRow | None:
    """Where belongs what is typed right after saving."""
    return None if form.next_of_none else home(form, row)


def fill_in(form: Form, desk: OpenDesk, word: str) -> None:
    form.choose(desk)
    form.write(desk, word)


@every_form
def test_what_is_saved_is_kept_once(desk: OpenDesk, one: CaseRow, form: Form) -> None:
    form.open(desk, one)
    fill_in(form, desk, FIRST)

    form.save(desk)
    desk.rest()

    assert desk.is_kept_once(FIRST, home(form, one)), desk.where(FIRST)


@every_form
def test_what_is_typed_after_saving_is_not_lost(desk: OpenDesk, one: CaseRow, form: Form) -> None:
    form.open(desk, one)
    fill_in(form, desk, FIRST)

    with waiting(desk.context):
        form.save(desk)
        goes_on = form.is_there(desk)
        if goes_on:
            write(desk.shell, SECOND)
    desk.rest()
    assert desk.stands(SECOND) == goes_on
    desk.lock()

    assert desk.is_kept_once(FIRST, home(form, one), but_for_drafts=form.revises), desk.where(FIRST)
    assert desk.is_kept_once(SECOND, next_home(form, one)) == goes_on, desk.where(SECOND)


@every_form
def test_saved_twice_in_a_row_is_kept_once(desk: OpenDesk, one: CaseRow, form: Form) -> None:
    form.open(desk, one)
    fill_in(form, desk, FIRST)

    with waiting(desk.context):
        form.save(desk)
        form.save(desk)
    desk.rest()

    assert desk.is_kept_once(FIRST, home(form, one)), desk.where(FIRST)


@every_form
def test_a_lock_before_saving_leaves_a_draft(desk: OpenDesk, one: CaseRow, form: Form) -> None:
    form.open(desk, one)
    form.write(desk, FIRST)

    desk.lock()

    assert desk.is_kept_once(FIRST, home(form, one)), desk.where(FIRST)


@every_form
def test_a_lock_right_after_saving_loses_nothing(desk: OpenDesk, one: CaseRow, form: Form) -> None:
    form.open(desk, one)
    fill_in(form, desk, FIRST)

    with waiting(desk.context) as goes_on:
        form.save(desk)
        desk.shell.flush()
        goes_on.set()
        desk.tasks.close(20)

    assert desk.is_kept_once(FIRST, home(form, one)), desk.where(FIRST)


@every_form
def test_what_is_left_with_escape_is_there_when_it_is_opened_again(desk: OpenDesk, one: CaseRow, form: Form) -> None:
    form.open(desk, one)
    form.write(desk, FIRST)

    desk.escape()
    desk.rest()
    desk.shell.navigate(place.Today())
    form.open(desk, one)

    form.reach(desk)
    assert desk.stands(FIRST)


@every_form
def test_a_refusal_leaves_the_words_and_says_why_where_one_sees_and_hears_it(
    desk: OpenDesk, one: CaseRow, form: Form, reader: Reader
) -> None:
    form.open(desk, one)
    fill_in(form, desk, FIRST)
    reader.heard.clear()

    with full_disk():
        form.save(desk)
        desk.rest()
        said = message_for(VaultIoFailed()).sentence()
        assert any(said in one for one in desk.sentences_in_sight())
        assert any(said in one for one in reader.heard)
        form.reach(desk)
        assert desk.stands(FIRST)
    form.save(desk)
    desk.rest()

    assert desk.is_kept_once(FIRST, home(form, one)), desk.where(FIRST)


@forms_of_a_case
def test_what_is_written_in_one_case_is_not_seen_in_another_and_comes_back_in_its_own(
    desk: OpenDesk, one: CaseRow, other: CaseRow, form: Form
) -> None:
    form.open(desk, one)
    form.write(desk, FIRST)

    form.open(desk, other)
    if form is not CARD:  # what was left on the card comes first, with its case
        assert not desk.stands(FIRST)
        form.choose(desk)
        form.write(desk, SECOND)
        form.save(desk)
        desk.rest()
        assert desk.is_kept_once(SECOND, other), desk.where(SECOND)
    form.open(desk, one)
    form.reach(desk)
    assert desk.stands(FIRST)
    form.choose(desk)
    form.save(desk)
    desk.rest()

    assert desk.is_kept_once(FIRST, one), desk.where(FIRST)


@forms_of_a_case
@pytest.mark.parametrize("newest_first", [False, True])
def test_what_is_saved_while_another_case_is_asked_for_stays_in_its_own(
    desk: OpenDesk, one: CaseRow, other: CaseRow, form: Form, newest_first: bool
) -> None:
    form.open(desk, one)
    fill_in(form, desk, FIRST)
    desk.hold()

    form.save(desk)
    desk.go(other)
    desk.let_go(*(reversed(desk.waiting) if newest_first else desk.waiting))
    desk.let_all_go()
    form.open(desk, other)
    assert not desk.stands(FIRST)
    fill_in(form, desk, SECOND)
    form.save(desk)
    desk.rest()

    assert desk.is_kept_once(FIRST, one), desk.where(FIRST)
    assert desk.is_kept_once(SECOND, other), desk.where(SECOND)


@every_form
def test_answers_in_any_order_keep_both_of_two_that_follow_each_other(
    desk: OpenDesk, one: CaseRow, form: Form
) -> None:
    form.open(desk, one)
    fill_in(form, desk, FIRST)
    desk.hold()

    form.save(desk)
    goes_on = form.is_there(desk)
    if goes_on:
        write(desk.shell, SECOND)
        desk.shell.flush()
    desk.let_go(*reversed(desk.waiting))
    desk.let_all_go()
    assert desk.stands(SECOND) == goes_on
    desk.lock()

    assert desk.is_kept_once(FIRST, home(form, one), but_for_drafts=form.revises), desk.where(FIRST)
    assert desk.is_kept_once(SECOND, next_home(form, one)) == goes_on, desk.where(SECOND)


@every_form
def test_the_next_one_holds_nothing_of_the_one_before(
    desk: OpenDesk, one: CaseRow, other: CaseRow, form: Form
) -> None:
    form.open(desk, other)
    before = desk.filled_in(form.kind)
    desk.escape()
    form.open(desk, one)
    fill_in(form, desk, FIRST)
    form.save(desk)
    desk.rest()

    form.open(desk, other)

    assert desk.filled_in(form.kind) == before
