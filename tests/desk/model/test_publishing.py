"""What was shown is published, exactly so, or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from counsellor_desk.desk.model.figures import (
    Act,
    Keeping,
    Publishing,
    Shown,
    Working,
)
from counsellor_desk.desk.model.report import Earlier
from counsellor_desk.figures.release import SECTOR
from counsellor_desk.figures.request import Request
from tests.desk.model.late_figures import PERIODS, Desk, NotProven, asked, report_in

FIRST, SECOND, _ = PERIODS


def test_what_was_shown_is_proven_then_kept_then_shown_as_published(shown: Desk) -> None:
    seen = shown.figures.release
    shown.publish()

    [kept] = shown.vault.ledger
    assert kept.unpublished() == seen
    assert shown.figures.release == kept
    assert [type(state) for state in shown.told.states[-3:]] == [Publishing, Keeping, Shown]
    assert shown.told.said == ["published"]
    assert shown.figures.choices.releases == (kept,)


def test_pressing_twice_publishes_once(shown: Desk) -> None:
    shown.figures.publish()
    shown.figures.publish()
    shown.publish()

    assert len(shown.vault.ledger) == 1


def test_what_is_published_already_is_not_published_again(published: Desk) -> None:
    before = published.figures.state
    published.figures.publish()

    assert published.figures.state == before
    assert not published.vault.is_at_work


@pytest.mark.parametrize("worked", [0, 1, 2, 3])
def test_stopped_before_it_is_kept_nothing_was_published(shown: Desk, worked: int) -> None:
    shown.figures.publish()
    for step in (shown.vault.work, shown.vault.answer, shown.vault.work_beside)[:worked]:
        step()
    shown.figures.stop()
    assert shown.may(Act.PUBLISH)
    shown.vault.settle()

    assert (shown.vault.ledger, shown.told.said) == ([], [])
    assert shown.figures.state == shown.told.states[1]


def test_nothing_stops_it_while_it_is_kept(shown: Desk) -> None:
    shown.figures.publish()
    for step in (shown.vault.work, shown.vault.answer, shown.vault.work_beside, shown.vault.answer):
        step()
    assert isinstance(shown.figures.state, Keeping)
    shown.figures.stop()
    assert isinstance(shown.figures.state, Keeping)

    shown.vault.settle()
    assert len(shown.vault.ledger) == 1


def test_figures_that_changed_since_are_shown_and_not_published(shown: Desk) -> None:
    shown.vault.versions[FIRST] += 1
    shown.publish()

    assert (shown.vault.ledger, shown.told.said) == ([], ["changed"])
    assert report_in(shown.figures.state).report.release.plan == "version 1"
    assert shown.may(Act.PUBLISH)


def test_what_somebody_published_meanwhile_is_shown_and_not_published_twice(shown: Desk) -> None:
    shown.vault.publish(asked())
    shown.publish()

    assert len(shown.vault.ledger) == 1
    assert shown.figures.release == shown.vault.ledger[0]


def test_while_it_is_published_nothing_else_can_be_asked(shown: Desk) -> None:
    shown.figures.publish()
    publishing = shown.figures.state
    for press in (
        lambda: shown.figures.choose(asked(SECOND)),
        shown.figures.read_again,
        shown.figures.correct,
        shown.figures.publish,
    ):
        press()

    assert shown.figures.state == publishing
    assert shown.vault.jobs == 1


def refuse_to_prove(desk: Desk) -> None:
    desk.jobs.fails = NotProven()


def publish_another_in_between(desk: Desk) -> None:
    desk.vault.work()
    desk.vault.publish(asked(SECOND))


def fill_the_disk(desk: Desk) -> None:
    desk.vault.is_full = True


@pytest.mark.parametrize(
    ("trouble", "code"),
    [
        (refuse_to_prove, "disclosure.not_proven"),
        (publish_another_in_between, "vault.ledger_forked"),
        (fill_the_disk, "vault.full"),
    ],
)
def test_what_was_refused_is_said_and_can_be_published_still(
    shown: Desk, trouble: Callable[[Desk], None], code: str
) -> None:
    before = shown.figures.state
    shown.figures.publish()
    trouble(shown)
    shown.vault.settle()

    assert shown.told.said == [code]
    assert shown.figures.state == before
    assert asked() not in map(Request.of, shown.vault.ledger)


@pytest.mark.parametrize(("worked", "kept"), [(0, 0), (1, 0), (2, 0), (3, 0), (4, 1), (5, 1)])
def test_a_lock_in_between_publishes_it_whole_or_not_at_all(shown: Desk, worked: int, kept: int) -> None:
    vault = shown.vault
    shown.figures.publish()
    for step in (vault.work, vault.answer, vault.work_beside, vault.answer, vault.work)[:worked]:
        step()
    vault.lock()
    assert len(vault.ledger) == kept

    again = Desk(vault)
    again.show(asked())
    assert report_in(again.figures.state).report.is_preview is not bool(kept)


def test_a_correction_is_shown_first_and_takes_the_place_of_the_report(published: Desk) -> None:
    published.figures.correct()
    assert published.figures.state == Working(Request(FIRST, SECTOR, 1))
    published.vault.settle()
    seen = report_in(published.figures.state).report
    assert (seen.is_preview, seen.release.corrections.replaces) == (True, 1)

    published.publish()
    assert [one.corrections.replaces for one in published.vault.ledger] == [0, 1]


def test_a_report_that_was_replaced_is_not_corrected_again(published: Desk) -> None:
    first = published.vault.ledger[0]
    published.figures.correct()
    published.vault.settle()
    published.publish()
    published.figures.choose(Earlier(first))
    published.vault.settle()

    assert not published.may(Act.CORRECT)
    published.figures.correct()
    assert published.figures.release == first


def test_a_correction_that_is_looked_at_stays_when_the_vault_changes(published: Desk) -> None:
    published.figures.correct()
    published.vault.settle()
    before = published.figures.state
    published.vault.versions[FIRST] += 1
    published.figures.read_again()
    published.vault.settle()

    assert published.figures.state == before


def test_no_file_is_written_of_what_nobody_published(shown: Desk) -> None:
    release = shown.figures.release
    assert release is not None
    shown.figures.export(release, "folder")
    shown.vault.settle()

    assert shown.vault.exported == []


def test_files_are_those_of_the_report_for_which_they_were_asked(published: Desk) -> None:
    release = published.figures.release
    assert release is not None
    published.figures.export(release, "folder")
    published.figures.choose(asked(SECOND))
    published.vault.settle()

    assert published.vault.exported == [(release, "folder")]
    assert "exported 5" not in published.told.said  # it would be read as said of what is in sight


def test_a_page_that_is_gone_hears_nothing_and_what_is_being_kept_is_kept(shown: Desk) -> None:
    shown.figures.publish()
    for step in (shown.vault.work, shown.vault.answer, shown.vault.work_beside, shown.vault.answer):
        step()
    told = len(shown.told.states)
    shown.figures.close()
    shown.vault.settle()

    assert len(shown.vault.ledger) == 1
    assert (len(shown.told.states), shown.told.said) == (told, [])
