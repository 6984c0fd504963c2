"""A report is corrected on the figures page, on the practice vault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.model import CaseId
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.figures.period import Period
from counsellor_desk.office import Office
from tests.desk.pages.desk_at_work import RememberingFrame
from tests.desk.pages.test_figures import Desk

THIRD = Period.parse("2026Q3")


def miscoded(office: Office, cases: int = 1) -> None:
    """``cases`` counted cases of the quarter happened elsewhere than was noted."""
    facts = office.facts.cases_registered(THIRD.first_day, THIRD.last_day)
    for fact in [fact for fact in facts if fact.setting != "L.REI"][:cases]:
        with office.book.transaction():
            office.book.save_case(replace(office.book.case(CaseId(fact.case)), setting="L.REI"))


@pytest.fixture
def desk(practice_desk: DeskContext, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "out"
    folder.mkdir()
    desk = Desk(practice_desk, qtbot, folder)
    desk.show()
    desk.publish()
    yield desk
    desk.settle()


def words(desk: Desk) -> str:
    return " ".join(label.text() for label in desk.page.findChildren(QLabel) if label.isVisibleTo(desk.page))


def recode(desk: Desk, cases: int) -> None:
    desk.context.tasks.run(lambda office: miscoded(office, cases))
    desk.settle()


def ask(desk: Desk) -> None:
    desk.page.foot.correct_button.click()
    desk.settle()


def test_a_correction_is_shown_first_and_published_as_a_report_of_its_own(
    desk: Desk, frame: RememberingFrame, tmp_path: Path
) -> None:
    recode(desk, 1)
    ask(desk)
    seen = desk.page.release
    assert seen is not None
    assert (seen.corrections.replaces, seen.published_on) == (1, None)
    assert "Correction of report 1" in desk.page.view.pdf.page_text(0)

    desk.page.foot.offer_button.click()
    assert "take the place of those of report 1" in words(desk)
    desk.page.foot.confirm_button.click()
    desk.settle()
    newest, first = sorted(desk.ledger(), key=lambda one: -one.number)
    assert (newest.tables, newest.corrections.replaces, first.number) == (seen.tables, 1, 1)
    assert "Report 2, correction of report 1" in words(desk)
    assert frame.errors == []

    desk.page.foot.export_button.click()
    desk.settle()
    assert any("-correction-2" in file.name for file in (tmp_path / "out").iterdir())


def test_the_report_that_was_replaced_says_so_and_is_not_corrected_again(desk: Desk) -> None:
    recode(desk, 1)
    ask(desk)
    desk.publish()
    desk.page.choice.release_chosen.emit(desk.ledger()[0])
    desk.settle()

    assert "report 2 took its place" in words(desk)
    assert not desk.page.foot.correct_button.isVisibleTo(desk.page)
    assert "at least 4 number" in desk.page.cards.known_card.sentence


@pytest.mark.parametrize(
    ("cases", "reason"), [(0, "Nothing that this report counts has changed"), (3, "More than one case would move")]
)
def test_why_a_report_stays_as_it_is_is_said_in_words(desk: Desk, cases: int, reason: str) -> None:
    recode(desk, cases)
    ask(desk)

    assert reason in words(desk)
    assert "Nothing has left." in words(desk)
    assert len(desk.ledger()) == 1
    assert not desk.page.foot.offer_button.isVisibleTo(desk.page)


def test_a_correction_that_is_looked_at_stays_when_the_vault_changes(desk: Desk) -> None:
    recode(desk, 1)
    ask(desk)
    seen = desk.page.release
    desk.page.refresh()
    desk.settle()

    assert desk.page.release == seen
