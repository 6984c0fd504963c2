"""What is chosen is done once, to the case in sight when it was chosen, and to no other: on every form."""

from __future__ import annotations

from contextlib import suppress

import pytest

from counsellor_desk.desk.kit.panel import Panel
from counsellor_desk.desk.kit.states import Banner
from counsellor_desk.desk.messages import message_for
from counsellor_desk.vault.faults import VaultIoFailed
from tests.desk.pages.at_cases import waiting
from tests.desk.pages.contracts.choices import CHOICES, Choice
from tests.desk.pages.contracts.open_desk import OpenDesk
from tests.desk.pages.desk_at_work import stand_still
from tests.desk.pages.test_full_disk import full_disk
from tests.desk.test_announcing import Reader

every_choice = pytest.mark.parametrize("choice", CHOICES, ids=str)


@every_choice
@pytest.mark.parametrize("newest_first", [False, True])
def test_only_the_case_in_sight_is_changed(desk: OpenDesk, choice: Choice, newest_first: bool) -> None:
    one, other = choice.cases(desk)
    choice.ready(desk, one)
    before = desk.records()
    desk.hold()

    choice.keep(desk)
    desk.go(other)
    desk.let_go(*(reversed(desk.waiting) if newest_first else desk.waiting))
    desk.let_all_go()

    assert desk.changed_since(before) == {one.number}
    assert desk.page.desk.case == other.id


@every_choice
def test_what_is_asked_for_while_another_case_is_read_changes_neither(desk: OpenDesk, choice: Choice) -> None:
    one, other = choice.cases(desk)
    choice.ready(desk, one)
    before = desk.records()
    desk.hold()
    desk.go(other)

    once_more(choice, desk)
    desk.let_all_go()

    assert desk.changed_since(before) == set()


@every_choice
def test_chosen_twice_in_a_row_it_is_done_once(desk: OpenDesk, choice: Choice) -> None:
    one, _other = choice.cases(desk)
    choice.ready(desk, one)
    before = desk.count(choice.leaves)

    with waiting(desk.context):
        choice.keep(desk)
        once_more(choice, desk)
    desk.rest()

    assert desk.count(choice.leaves) == before + bool(choice.leaves)
    assert desk.seen(Banner) is None


@every_choice
def test_a_double_click_does_not_act_on_what_has_appeared(desk: OpenDesk, choice: Choice) -> None:
    one, _other = choice.cases(desk)
    choice.ready(desk, one)
    desk.by_mouse = True
    choice.keep(desk)
    desk.rest()
    stand_still(desk.qtbot, desk.shell)
    before, panel = desk.records(), desk.part(Panel).content if desk.seen(Panel) else None

    desk.end_double_click()
    desk.rest()

    assert desk.records() == before
    assert (desk.part(Panel).content if desk.seen(Panel) else None) is panel


@every_choice
def test_a_refusal_changes_nothing_and_says_why(desk: OpenDesk, choice: Choice, reader: Reader) -> None:
    one, _other = choice.cases(desk)
    choice.ready(desk, one)
    before = desk.records()
    reader.heard.clear()

    with full_disk():
        choice.keep(desk)
        desk.rest()
        said = message_for(VaultIoFailed()).sentence()
        assert any(said in sentence for sentence in desk.sentences_in_sight())
        assert any(said in sentence for sentence in reader.heard)

    assert desk.changed_since(before) == set()


def once_more(choice: Choice, desk: OpenDesk) -> None:
    """Do it again, unless there is nothing to press any more."""
    with suppress(LookupError):
        choice.keep(desk)
