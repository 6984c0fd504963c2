"""Once a quarter two groups of the recovery sheet are asked for; nobody is kept from anything by it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.pages.today.sheet_card import EVERY, SheetCard, groups_of, is_due
from counsellor_desk.office import SheetCheck
from tests.desk.fakes import GROUPS
from tests.support import type_text

MADE = date(2026, 5, 3)
TODAY = date(2026, 11, 23)


@pytest.fixture
def card(qtbot: QtBot) -> SheetCard:
    made = SheetCard(SheetCheck(MADE, lambda number, typed: GROUPS[number - 1] == typed.upper()), TODAY)
    qtbot.addWidget(made)
    return made


def fields_of(card: SheetCard) -> list[QLineEdit]:
    return card.findChildren(QLineEdit)


def words_on(card: SheetCard) -> str:
    return " ".join(label.text() for label in card.findChildren(QLabel) if not label.isHidden())


@pytest.mark.parametrize(
    ("checked", "due"),
    [
        (None, True),
        (TODAY - EVERY, True),
        (TODAY - EVERY + timedelta(days=1), False),
        (TODAY, False),
    ],
)
def test_it_is_time_a_quarter_after_the_last_look(card: SheetCard, checked: date | None, due: bool) -> None:
    card.consider(checked.isoformat() if checked else None)

    assert card.isHidden() is not due


def test_a_new_sheet_is_asked_for_a_quarter_after_it_was_made() -> None:
    assert not is_due(TODAY - timedelta(days=90), date(2020, 1, 1), TODAY)
    assert is_due(TODAY - timedelta(days=91), date(2020, 1, 1), TODAY)


def test_a_look_on_a_day_to_come_tells_nothing() -> None:
    assert is_due(TODAY - timedelta(days=1), date(2099, 1, 1), TODAY)
    assert is_due(date(2099, 1, 1), None, TODAY)


def test_every_group_has_its_turn_and_two_different_ones_are_asked() -> None:
    quarters = [date(2026 + number // 4, number % 4 * 3 + 1, 15) for number in range(13)]
    asked = [groups_of(day) for day in quarters]

    assert {group for pair in asked for group in pair} == set(range(1, 14))
    assert all(first != second for first, second in asked)
    assert groups_of(date(2026, 10, 1)) == groups_of(date(2026, 12, 31))


def test_both_right_ends_it(qtbot: QtBot, card: SheetCard) -> None:
    card.consider(None)
    first, second = groups_of(TODAY)
    assert f"Type groups {first} and {second}" in words_on(card)

    type_text(fields_of(card)[0], GROUPS[first - 1])
    with qtbot.waitSignal(card.checked):
        type_text(fields_of(card)[1], GROUPS[second - 1].lower())

    assert "Both are right" in words_on(card)
    assert all(field.text() == "" and field.isHidden() for field in fields_of(card))


def test_a_wrong_group_is_named_and_what_to_do_is_said(qtbot: QtBot, card: SheetCard) -> None:
    card.consider(None)
    first, second = groups_of(TODAY)
    with qtbot.assertNotEmitted(card.checked):
        type_text(fields_of(card)[0], GROUPS[first - 1])
        type_text(fields_of(card)[1], "AAAAA")

    assert f"Group {second} is not as on the sheet" in words_on(card)
    assert "Settings" in words_on(card)


def test_not_now_hides_it_until_the_desk_is_opened_again(card: SheetCard) -> None:
    card.consider(None)

    next(button for button in card.findChildren(QPushButton) if button.text() == "Not now").click()
    card.consider(None)

    assert card.isHidden()


def test_a_practice_vault_has_no_sheet_to_ask_for(qtbot: QtBot) -> None:
    card = SheetCard(None, TODAY)
    qtbot.addWidget(card)
    card.consider(None)
    type_text(fields_of(card)[0], "AAAAA")

    assert card.isHidden()
