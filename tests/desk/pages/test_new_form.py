"""A number names a case when it is whole or chosen, and says which; a new form holds nothing of the client before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.status import CLOSED, OPEN
from counsellor_desk.desk.page import DeskContext
from tests.desk.pages.at_cases import (
    ask,
    button,
    keep,
    line,
    pick,
    press,
    rest,
    waiting,
    words,
    write,
)
from tests.desk.pages.on_the_card import TEXT, Card, opened_intake


@pytest.fixture
def card(practice_desk: DeskContext, qtbot: QtBot) -> Card:
    """The contact card, opened for no case yet."""
    return Card(practice_desk, qtbot)


# the number of a case


def test_a_part_of_a_number_names_no_case(card: Card) -> None:
    row = next(row for row in card.rows(CLOSED) if row.number[3] == "0")  # "26-008", of which "26-08" could be short
    before = card.hits("montage Vertelt")
    card.type_number(f"{row.number[:3]}{row.number[4:]}")
    card.say(TEXT)

    card.save()

    assert card.page.draft().case is None
    assert card.hits("montage Vertelt") == before
    assert card.page.draft().text == TEXT
    assert any("Type the whole number" in sentence for sentence in words(card.page))
    assert line(card.page, "Case").hasFocus()


def test_a_part_of_a_number_offers_the_cases_it_can_become(card: Card) -> None:
    row = next(row for row in card.rows(OPEN) if row.number[-1] != "0")
    card.type_number(row.number[:-1])
    assert card.page.draft().case is None

    button(card.page, row.number).click()
    card.rest()

    assert card.page.draft().case == row.id


def test_a_short_number_is_chosen_with_the_arrow_key(card: Card) -> None:
    row = next(row for row in card.rows(OPEN) if row.number.startswith("26-"))
    card.type_number(row.number[3:])
    assert card.page.draft().case is None

    press(card.page, Qt.Key.Key_Down)
    card.rest()

    assert card.page.draft().case == row.id


def test_a_number_says_which_case_it_found_and_whether_it_is_closed(card: Card) -> None:
    opened, closed = card.rows(OPEN)[0], card.rows(("B.DIC",))[0]

    card.type_number(opened.number)
    found = [sentence for sentence in words(card.page) if sentence.startswith(opened.number)]
    assert opened.organisation in found[0]
    assert card.desk.label(opened.status) in found[0]
    assert "closed" not in found[0]

    card.type_number(closed.number)
    assert any(closed.organisation in one and "This case is closed." in one for one in words(card.page))


def test_a_closed_case_whose_number_was_not_answered_yet_is_said_before_anything_is_added(card: Card) -> None:
    closed = card.rows(("B.DIC",))[0]
    before = len(ask(card.desk, card.qtbot, lambda book: book.case_view(closed.id)).timeline)
    card.say(TEXT)
    line(card.page, "Case").setFocus()

    with waiting(card.desk):
        write(card.page, closed.number)
        keep(card.page)
    card.rest()
    assert len(ask(card.desk, card.qtbot, lambda book: book.case_view(closed.id)).timeline) == before
    assert any("This case is closed." in sentence for sentence in words(card.page))
    assert card.page.draft().text == TEXT

    card.save()
    assert len(ask(card.desk, card.qtbot, lambda book: book.case_view(closed.id)).timeline) == before + 1


def test_words_that_are_no_number_say_so_at_the_field(card: Card) -> None:
    card.type_number("de montage")
    card.say(TEXT)

    card.save()

    assert card.page.draft().text == TEXT
    assert any("No case is chosen yet" in sentence for sentence in words(card.page))


# a new form


def test_a_new_case_has_nothing_of_the_one_before(practice_desk: DeskContext, qtbot: QtBot) -> None:
    intake = opened_intake(practice_desk, qtbot)
    blank = intake.draft()
    button(intake, "Organisation:").click()
    pick(intake, "Role", "target")
    button(intake, "May I record this?: Yes").click()

    keep(intake)
    rest(qtbot, practice_desk)
    intake.shown()
    rest(qtbot, practice_desk)

    assert blank.organisation is None
    assert intake.draft() == blank


def test_the_next_talk_has_nothing_of_the_one_before(card: Card) -> None:
    blank = card.page.draft()
    witness = next(row for row in card.rows(OPEN))
    card.open(witness.id)
    card.say(TEXT)
    pick(card.page, "Codes", "luister")
    card.save()

    card.open()
    assert card.page.draft() == blank

    card.type_number("new")
    button(card.page, "Organisation:").click()
    card.say(TEXT)
    card.save()
    card.open()
    card.type_number("new")
    assert card.page.draft().new_case is not None
    assert card.page.draft().new_case.organisation is None


def test_a_case_the_card_was_opened_for_is_gone_for_the_next_caller(card: Card) -> None:
    card.open(card.rows(OPEN)[0].id)
    card.page.hide()
    card.rest()

    card.page.show()
    card.open()

    assert card.page.draft().case is None
    assert line(card.page, "Case").text() == ""


def test_with_whom_follows_the_number_until_she_says_otherwise(card: Card) -> None:
    cases = [ask(card.desk, card.qtbot, lambda book, row=row: book.case(row.id)) for row in card.rows(OPEN)]
    one = next(case for case in cases if case.client_role not in (None, "R.DOE"))
    other = next(case for case in cases if case.client_role == "R.DOE")

    card.type_number(one.number)
    assert card.page.draft().with_whom == one.client_role
    card.type_number(other.number)

    assert card.page.draft().with_whom == "R.DOE"
