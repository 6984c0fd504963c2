"""A form in a panel, opened while the vault is busy: what was left in it and what is typed meanwhile both stay."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.drafting import drafts_in, keep_draft
from counsellor_desk.casework.drafts import CaseStart, ContactDraft
from counsellor_desk.casework.status import OPEN
from counsellor_desk.casework.views import CaseFilter, CaseRow
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.writing.contact_card import SLOT, ContactCard
from counsellor_desk.desk.pages.writing.intake import IntakePage
from tests.desk.pages.at_cases import ask, button, in_front, keep, line, paper, rest, texts, waiting, write

LEFT, NEW = "Van gisteren.", "Belt nu."
WORDS = "What was said or agreed?"


@pytest.fixture
def rows(practice_desk: DeskContext, qtbot: QtBot) -> tuple[CaseRow, ...]:
    """Cases that are open."""
    return ask(practice_desk, qtbot, lambda book: book.list_cases(CaseFilter(statuses=OPEN)))


@pytest.fixture
def card(practice_desk: DeskContext, rows: tuple[CaseRow, ...], qtbot: QtBot) -> ContactCard:
    """The card, made but not opened yet."""
    page = ContactCard(practice_desk)
    in_front(page, qtbot, 400, 900)
    return page


def leave_a_talk(desk: DeskContext, qtbot: QtBot, row: CaseRow) -> None:
    left, now = ContactDraft(case=row.id, text=LEFT), desk.now()
    ask(desk, qtbot, lambda book: keep_draft(book, SLOT, left, now))


def open_and_write(card: ContactCard, row: CaseRow) -> None:
    card.shown()
    line(card, "Case").setFocus()
    write(card, row.number)
    paper(card, WORDS).setFocus()
    write(card, NEW)


def test_a_talk_that_was_left_is_not_replaced_by_the_next_one_before_it_was_read(
    card: ContactCard, rows: tuple[CaseRow, ...], practice_desk: DeskContext, qtbot: QtBot
) -> None:
    leave_a_talk(practice_desk, qtbot, rows[0])

    with waiting(practice_desk):
        open_and_write(card, rows[1])
        card.flush()
    rest(qtbot, practice_desk)
    card.flush()

    kept = ask(practice_desk, qtbot, lambda book: drafts_in(book, SLOT, ContactDraft))
    assert [(draft.case, draft.text) for draft in kept] == [(rows[0].id, LEFT), (rows[1].id, NEW)]


def test_a_talk_saved_before_the_one_that_was_left_was_read_leaves_that_on_the_card(
    card: ContactCard, rows: tuple[CaseRow, ...], practice_desk: DeskContext, qtbot: QtBot
) -> None:
    leave_a_talk(practice_desk, qtbot, rows[0])

    with waiting(practice_desk):
        open_and_write(card, rows[1])
        keep(card)
    rest(qtbot, practice_desk)

    assert NEW in texts(ask(practice_desk, qtbot, lambda book: book.case_view(rows[1].id)))
    assert (card.draft().case, card.draft().text) == (rows[0].id, LEFT)


def test_an_intake_that_was_left_is_not_replaced_before_it_was_read(practice_desk: DeskContext, qtbot: QtBot) -> None:
    now = practice_desk.now()
    ask(practice_desk, qtbot, lambda book: keep_draft(book, "intake", CaseStart(wish="rust"), now))
    page = IntakePage(practice_desk)
    in_front(page, qtbot, 400, 900)

    with waiting(practice_desk):
        page.shown()
        button(page, "Name and safe contact").click()
        write(page, "Anna")
        page.flush()
    rest(qtbot, practice_desk)

    assert (page.draft().wish, page.draft().name) == ("rust", "Anna")


def test_a_card_opened_anew_takes_no_word_for_the_case_before(
    card: ContactCard, rows: tuple[CaseRow, ...], practice_desk: DeskContext, qtbot: QtBot
) -> None:
    card.shown()
    rest(qtbot, practice_desk)
    line(card, "Case").setFocus()
    write(card, rows[0].number)
    rest(qtbot, practice_desk)
    assert card.draft().case == rows[0].id

    with waiting(practice_desk):
        card.shown()
        assert line(card, "Case").hasFocus()
        paper(card, WORDS).setFocus()
        write(card, NEW)
    rest(qtbot, practice_desk)

    assert (card.draft().case, card.draft().text) == (None, NEW)


def test_a_number_typed_at_once_stays(
    card: ContactCard, rows: tuple[CaseRow, ...], practice_desk: DeskContext, qtbot: QtBot
) -> None:
    with waiting(practice_desk):
        card.shown()
        line(card, "Case").setFocus()
        write(card, rows[0].number)
    rest(qtbot, practice_desk)

    assert card.draft().case == rows[0].id
