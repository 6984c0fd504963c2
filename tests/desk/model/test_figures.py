"""The figures: what was asked for last is what is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counsellor_desk.casework.progress import Cancelled
from counsellor_desk.desk.model.figures import (
    Keeping,
    Nothing,
    Publishing,
    Refused,
    Shown,
    Working,
    acts,
)
from counsellor_desk.desk.model.report import Earlier, Refusal, ReportChoices
from tests.desk.model.late_figures import NEVER, PERIODS, Desk, NotProven, asked, report_in

FIRST, SECOND, _ = PERIODS


# what may be done


def test_what_may_be_done_in_each_state(published: Desk) -> None:
    final = report_in(published.figures.state)
    preview = next(state for state in published.told.states if isinstance(state, Shown))
    states = (
        Nothing(), Working(asked()), Refused(asked(), Refusal(Cancelled())), preview, final,
        Publishing(preview), Keeping(preview),
    )  # fmt: skip

    assert [" ".join(sorted(acts(state, ReportChoices()))) for state in states] == [
        "choose",
        "choose stop",
        "choose",
        "attack choose publish",
        "attack choose correct export",
        "attack stop",
        "attack",
    ]


# what is shown


def test_while_something_is_worked_out_nothing_of_the_former_is_there(shown: Desk) -> None:
    shown.figures.choose(asked(SECOND))

    assert shown.figures.state == Working(asked(SECOND))
    assert shown.figures.release is None


@given(st.lists(st.sampled_from([*PERIODS, NEVER]), min_size=1, max_size=6), st.data())
def test_what_was_asked_last_is_shown_in_whatever_order_answers_come(periods: list, data: st.DataObject) -> None:
    desk = Desk()
    for period in periods:
        desk.figures.choose(asked(period))
        if data.draw(st.booleans()):
            desk.vault.work()
    while desk.vault.is_at_work:
        if desk.vault.jobs:
            desk.vault.work()
        if desk.vault.jobs_beside:
            desk.vault.work_beside(data.draw(st.integers(0, desk.vault.jobs_beside - 1)))
        if desk.vault.answers:
            desk.vault.answer(data.draw(st.integers(0, desk.vault.answers - 1)))

    assert isinstance(desk.figures.state, Refused if periods[-1] == NEVER else Shown)
    assert desk.figures.state.asked == asked(periods[-1])


def test_a_question_that_was_overtaken_is_not_worked_out(desk: Desk) -> None:
    desk.figures.choose(asked(FIRST))
    desk.vault.work()
    desk.vault.answer()  # read, and about to be worked out
    desk.figures.choose(asked(SECOND))
    desk.vault.settle()

    assert desk.jobs.begun == [f"preview {SECOND}"]


def test_a_question_that_was_overtaken_is_not_even_read(desk: Desk) -> None:
    desk.figures.choose(asked(FIRST))
    desk.figures.choose(asked(SECOND))
    desk.vault.settle()

    assert desk.jobs.read == [SECOND]


def test_what_changed_while_it_is_worked_out_is_in_the_answer(desk: Desk) -> None:
    desk.figures.choose(asked())
    desk.vault.work()
    desk.vault.versions[FIRST] += 1
    desk.figures.read_again()
    desk.vault.settle()

    assert report_in(desk.figures.state).report.release.plan == "version 1"


def test_what_is_asked_again_stays_in_sight_until_the_newer_answer_is_here(shown: Desk) -> None:
    before = shown.figures.state
    shown.vault.versions[FIRST] += 1
    shown.figures.read_again()
    assert shown.figures.state == before

    shown.vault.settle()
    assert report_in(shown.figures.state).report.release.plan == "version 1"
    assert not any(isinstance(state, Working) for state in shown.told.states[2:])


def test_the_same_answer_again_is_not_told_again(shown: Desk) -> None:
    told = len(shown.told.states)
    shown.figures.read_again()
    shown.vault.settle()

    assert len(shown.told.states) == told


@pytest.mark.parametrize("worked", [0, 1, 2, 3])
def test_what_she_stopped_does_not_come_after_all(desk: Desk, worked: int) -> None:
    desk.figures.choose(asked())
    for step in (desk.vault.work, desk.vault.answer, desk.vault.work_beside)[:worked]:
        step()
    desk.figures.stop()
    desk.vault.settle()
    desk.figures.read_again()
    desk.vault.settle()

    state = desk.figures.state
    assert isinstance(state, Refused)
    assert isinstance(state.refusal.error, Cancelled)


def test_what_she_stopped_can_be_asked_again(desk: Desk) -> None:
    desk.figures.choose(asked())
    desk.figures.stop()
    desk.figures.choose(asked())
    assert desk.figures.state == Working(asked())

    desk.vault.settle()
    assert report_in(desk.figures.state).asked == asked()


def test_what_cannot_be_worked_out_is_a_state_that_says_why(desk: Desk) -> None:
    desk.jobs.fails = NotProven()
    desk.show(asked())

    assert desk.figures.state == Refused(asked(), Refusal(desk.jobs.fails))
    assert desk.errors == []


def test_an_earlier_report_is_shown_as_it_left(published: Desk) -> None:
    published.vault.versions[FIRST] += 1
    [release] = published.vault.ledger
    published.show(asked(SECOND))
    published.figures.choose(Earlier(release))
    published.vault.settle()

    assert published.figures.release == release


def test_while_an_earlier_report_is_read_no_preview_stands_for_it(shown: Desk) -> None:
    shown.vault.publish(asked())
    earlier = Earlier(shown.vault.ledger[0])
    shown.figures.choose(earlier)

    assert shown.figures.state == Working(earlier)


# the language


@pytest.mark.parametrize("worked", [0, 1, 2, 3])
def test_a_language_chosen_while_it_is_worked_out_is_that_of_the_report(desk: Desk, worked: int) -> None:
    desk.figures.choose(asked())
    for step in (desk.vault.work, desk.vault.answer, desk.vault.work_beside)[:worked]:
        step()
    desk.figures.choose_language("en")
    desk.vault.settle()

    assert report_in(desk.figures.state).report.language == "en"


def test_another_language_works_nothing_out_anew(shown: Desk) -> None:
    shown.figures.choose_language("en")
    assert (shown.vault.jobs, shown.vault.jobs_beside) == (0, 1)
    shown.vault.settle()

    report = report_in(shown.figures.state).report
    assert (report.language, report.release) == ("en", report_in(shown.told.states[1]).report.release)


def test_a_language_chosen_while_it_is_published_is_that_of_the_report_afterwards(shown: Desk) -> None:
    shown.figures.publish()
    shown.figures.choose_language("en")
    shown.vault.settle()

    report = report_in(shown.figures.state).report
    assert (report.language, report.release.number) == ("en", 1)


def test_another_language_does_not_lose_a_newer_answer(shown: Desk) -> None:
    shown.vault.versions[FIRST] += 1
    shown.figures.read_again()
    shown.figures.choose_language("en")
    shown.vault.settle()

    report = report_in(shown.figures.state).report
    assert (report.language, report.release.plan) == ("en", "version 1")


# besides


def test_what_there_is_to_choose_from_is_what_was_read_last(shown: Desk) -> None:
    shown.figures.read_choices()
    shown.vault.work()
    shown.vault.publish(asked(SECOND))
    shown.figures.read_choices()
    shown.vault.settle()

    assert [len(choices.releases) for choices in shown.told.choices] == [1]


def test_nothing_is_asked_of_a_vault_before_the_page_is_shown(desk: Desk) -> None:
    desk.figures.publish()
    desk.figures.stop()
    desk.figures.correct()
    desk.figures.choose_language("en")

    assert desk.figures.state == Nothing()
    assert desk.vault.jobs == desk.vault.jobs_beside == 0
