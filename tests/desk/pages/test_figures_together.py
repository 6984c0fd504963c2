"""A period with few cases offers a longer one, on her screen only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from counsellor_desk.codebook import Codebook
from counsellor_desk.desk.pages.figures.together import TogetherCard
from counsellor_desk.desk.pages.words.days import Days
from counsellor_desk.figures.offer import next_wider, wider
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import Release
from tests.reports.samples import preview_of, sample

TODAY = date(2026, 11, 23)


def with_new_cases(codebook: Codebook, figure: int, period: str = "2026Q3") -> Release:
    release = preview_of(sample(codebook, period=period))
    first = release.tables[0]
    rows = (replace(first.rows[0], value=figure), *first.rows[1:])
    return replace(release, tables=(replace(first, rows=rows), *release.tables[1:]))


@pytest.fixture
def card(qtbot: QtBot) -> TogetherCard:
    card = TogetherCard()
    qtbot.addWidget(card)
    return card


def show(card: TogetherCard, release: Release, today: date = TODAY) -> str:
    card.show_release(release, today, Days("en", today))
    return " ".join(label.text() for label in card.findChildren(QLabel))


@pytest.mark.parametrize(("figure", "offered"), [(0, True), (5, True), (10, True), (15, False), (45, False)])
def test_a_figure_within_twice_its_margin_offers_a_longer_period(
    card: TogetherCard, codebook: Codebook, figure: int, offered: bool
) -> None:
    show(card, with_new_cases(codebook, figure))

    assert card.isVisible() is offered


def test_when_the_longer_period_has_not_ended_it_says_from_which_day(card: TogetherCard, codebook: Codebook) -> None:
    words = show(card, with_new_cases(codebook, 5))

    assert "Second half of 2026 can be published from 1 January 2027." in words
    assert "waiting tells that they were small" in words
    assert card.findChildren(QPushButton) == []


def test_a_longer_period_that_has_ended_can_be_shown_at_once(
    card: TogetherCard, codebook: Codebook, qtbot: QtBot
) -> None:
    show(card, with_new_cases(codebook, 5, "2026Q2"))
    [button] = card.findChildren(QPushButton)

    with qtbot.waitSignal(card.period_wanted) as wanted:
        button.click()
    assert wanted.args == [Period.parse("2026H1")]


@pytest.mark.parametrize(
    ("period", "next_one"), [("2026Q1", True), ("2026Q3", True), ("2026Q2", False), ("2026H1", False)]
)
def test_the_next_quarter_is_named_where_it_is_the_other_half_of_a_half_year(
    card: TogetherCard, codebook: Codebook, period: str, next_one: bool
) -> None:
    assert ("Together with the next quarter" in show(card, with_new_cases(codebook, 5, period))) is next_one


def test_what_was_published_offers_nothing(card: TogetherCard, codebook: Codebook) -> None:
    show(card, replace(with_new_cases(codebook, 5), published_on=TODAY))

    assert not card.isVisible()


def test_a_year_has_no_longer_period(card: TogetherCard, codebook: Codebook) -> None:
    show(card, with_new_cases(codebook, 5, "2025"))

    assert not card.isVisible()


@pytest.mark.parametrize(
    ("period", "ended", "coming"),
    [("2026Q3", [], "2026H2"), ("2026Q1", ["2026H1"], "2026"), ("2025Q1", ["2025H1", "2025"], None)],
)
def test_longer_periods_are_those_that_hold_it(period: str, ended: list[str], coming: str | None) -> None:
    one = Period.parse(period)

    assert [str(longer) for longer in wider(one, TODAY)] == ended
    assert next_wider(one, TODAY) == (Period.parse(coming) if coming else None)
