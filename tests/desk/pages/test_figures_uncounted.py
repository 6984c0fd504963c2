"""Cases that may not be counted, or that nobody was asked about: the figures page says so before it publishes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from counsellor_desk.bundle import resource
from counsellor_desk.casework.drafts import CaseStart
from counsellor_desk.casework.intake import answer_consent, open_case
from counsellor_desk.casework.model import Answer, CaseId, Organisation, OrganisationId
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.desk.i18n import Languages
from counsellor_desk.desk.model import place
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.figures.period import Period
from counsellor_desk.office import Office
from tests.desk.pages.at_cases import ask
from tests.desk.pages.cases_page import At
from tests.desk.pages.desk_at_work import RememberingFrame
from tests.desk.pages.test_figures import Desk

THIRD = Period.parse("2026Q3")
IN_THIRD = date(2026, 8, 3)
BEFORE_ALL = Period.parse("2019Q2")
THEN = date(2019, 5, 6)


def opened(desk: Desk, on: date, *answers: Answer, organisation: OrganisationId | None = None) -> tuple[CaseId, ...]:
    """New cases with these answers to "may it be counted?"."""

    def make(book: Casebook) -> tuple[CaseId, ...]:
        where = organisation or book.organisations()[0].id
        starts = [CaseStart(organisation=where, first_contact_on=on, consent_to_count=answer) for answer in answers]
        return tuple(open_case(book, desk.context.codebook, start, on).id for start in starts)

    return ask(desk.context, desk.qtbot, make)


def said(desk: Desk) -> str:
    return " ".join(label.text() for label in desk.page.findChildren(QLabel) if label.isVisibleTo(desk.page))


def asked_of(desk: Desk) -> tuple[int, ...]:
    """How many of the third quarter have no answer, and how many said no, before anything is added."""
    cases = ask(desk.context, desk.qtbot, lambda book: book.uncounted_cases(THIRD.first_day, THIRD.last_day))
    return tuple(sum(one.why == why for one in cases) for why in ("not_asked", "declined"))


@pytest.fixture
def desk(practice_desk: DeskContext, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    Languages(qapp, resource("i18n")).install("en")  # for its plurals
    desk = Desk(practice_desk, qtbot, tmp_path)
    yield desk
    desk.settle()


def test_cases_that_are_not_counted_are_named_with_the_reason_before_publishing(desk: Desk) -> None:
    silent, declined = asked_of(desk)
    opened(desk, IN_THIRD, Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN, Answer.NO, Answer.NO)
    desk.show(period=THIRD)

    assert f"{silent + declined + 5} cases of this period are not counted." in said(desk)
    assert f"{silent + 3} cases have no answer yet to “May it be counted?”." in said(desk)
    assert f"In {declined + 2} cases the client did not agree." in said(desk)
    assert desk.page.foot.offer_button.isVisibleTo(desk.page)


def test_an_answer_that_is_given_takes_the_case_off_the_list(desk: Desk) -> None:
    silent, _ = asked_of(desk)
    first, second = opened(desk, IN_THIRD, Answer.UNKNOWN, Answer.UNKNOWN)
    desk.show(period=THIRD)
    for case in (first, second):
        desk.context.tasks.run(lambda office, case=case: answer_yes(office, case))
    desk.show()

    assert f"{silent + 2} cases have no answer" not in said(desk)
    assert asked_of(desk)[0] == silent


def answer_yes(office: Office, case: CaseId) -> None:
    answer_consent(office.book, case, "count", Answer.YES, date(2026, 11, 23))


def test_the_way_to_those_cases_goes_by_keyboard(desk: Desk, frame: RememberingFrame) -> None:
    opened(desk, IN_THIRD, Answer.UNKNOWN, Answer.NO)
    desk.show(period=THIRD)
    button = desk.page.uncounted.show_button
    silent = ask(desk.context, desk.qtbot, lambda book: book.uncounted_cases(THIRD.first_day, THIRD.last_day))
    wanted = tuple(one.case for one in silent if one.why == "not_asked")

    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(button, Qt.Key.Key_Return)

    assert frame.places == [place.Cases(case=wanted[0], among=wanted)]


def test_where_nobody_can_be_asked_no_way_leads_there(desk: Desk) -> None:
    opened(desk, THEN, Answer.YES, Answer.NO)
    desk.show(period=BEFORE_ALL)

    assert "1 case of this period is not counted." in said(desk)
    assert "In 1 case the client did not agree." in said(desk)
    assert not desk.page.uncounted.show_button.isVisibleTo(desk.page)


def test_a_period_empty_for_want_of_answers_is_not_to_blame(desk: Desk, frame: RememberingFrame) -> None:
    cases = opened(desk, THEN, Answer.UNKNOWN, Answer.UNKNOWN)
    desk.show(period=BEFORE_ALL)

    assert "2 cases of this period are not counted." in said(desk)
    assert "2 cases have no answer yet to “May it be counted?”." in said(desk)
    assert "longer period" not in said(desk)
    offered = [one for one in desk.page.view.findChildren(QPushButton) if one.text().startswith("Show ")]
    (button,) = [one for one in offered if one.isVisibleTo(desk.page)]
    assert button.text() == "Show the cases without an answer"
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert frame.places == [place.Cases(case=cases[0], among=cases)]


def test_a_period_without_any_case_says_what_it_said(desk: Desk) -> None:
    desk.show(period=BEFORE_ALL)

    assert "no case was registered that may be counted" in said(desk)


def test_an_organisation_is_told_of_its_own_cases_only(desk: Desk) -> None:
    first, other = ask(desk.context, desk.qtbot, lambda book: big(book.organisations()))
    opened(desk, THEN, Answer.YES, organisation=first)
    opened(desk, THEN, Answer.UNKNOWN, organisation=other)
    desk.show(period=BEFORE_ALL)
    assert "1 case of this period is not counted." in said(desk)

    desk.page.choice.choose_audience(next(one for one in desk.page.choice.audiences if one.organisation == first))
    desk.page.choice.changed.emit()
    desk.settle()

    assert "not counted" not in said(desk)


def big(organisations: tuple[Organisation, ...]) -> tuple[OrganisationId, OrganisationId]:
    first, second, *_ = [one.id for one in organisations if one.size_band in ("W.249", "W.250")]
    return first, second


def test_what_is_published_speaks_of_the_cases_of_then_and_names_none_of_now(desk: Desk) -> None:
    opened(desk, IN_THIRD, Answer.UNKNOWN)
    desk.show(period=THIRD)
    desk.publish()

    assert desk.page.release is not None
    assert desk.page.release.published_on is not None
    assert not desk.page.uncounted.isVisibleTo(desk.page)


def test_figures_that_changed_are_shown_again_with_the_cases_they_leave_out(desk: Desk) -> None:
    silent, declined = asked_of(desk)
    desk.show(period=THIRD)
    opened(desk, IN_THIRD, *[Answer.YES] * 20, Answer.UNKNOWN)
    desk.publish()

    assert desk.ledger() == ()
    assert f"{silent + declined + 1} cases of this period are not counted." in said(desk)


def test_the_list_of_cases_holds_those_to_ask_and_the_first_is_open(at: At, qtbot: QtBot) -> None:
    def make(book: Casebook) -> tuple[CaseId, ...]:
        start = CaseStart(organisation=book.organisations()[0].id)
        return tuple(open_case(book, at.desk.codebook, start, IN_THIRD).id for _ in range(2))

    cases = ask(at.desk, qtbot, make)
    numbers = {ask(at.desk, qtbot, number_of(case)) for case in cases}
    at.go(case=cases[0], among=cases)

    assert set(at.numbers()) == numbers
    assert at.case == cases[0]

    at.chip("Which cases: To ask")
    assert set(at.numbers()) == numbers
    at.go(status="B.NIE")
    at.chip("Which cases: To ask")
    assert set(at.numbers()) == numbers


def number_of(case: CaseId) -> Callable[[Casebook], str]:
    return lambda book: book.case(case).number
