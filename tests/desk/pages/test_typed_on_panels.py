"""Words typed after Ctrl+Enter on a form in a panel, or on a page of its own: they stay, as the next draft."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.drafting import contact_draft, intake_draft, keep_draft
from counsellor_desk.casework.drafts import CaseStart, ContactDraft
from counsellor_desk.casework.intake import keep_identity
from counsellor_desk.casework.model import CaseId, Identity
from counsellor_desk.casework.status import OPEN
from counsellor_desk.casework.views import CaseFilter
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.organisations.organisations import Organisations
from counsellor_desk.desk.pages.writing.contact_card import ContactCard
from counsellor_desk.desk.pages.writing.identity import IdentityForm
from counsellor_desk.desk.pages.writing.intake import IntakePage
from tests.desk.pages.at_cases import (
    ask,
    button,
    in_front,
    keep,
    line,
    paper,
    pick,
    rest,
    texts,
    waiting,
    write,
)
from tests.desk.pages.desk_at_work import RememberingFrame
from tests.desk.pages.test_activities import Desk
from tests.desk.pages.test_full_disk import full_disk
from tests.support import type_text

FIRST, SECOND = "Belt terug, het gaat beter.", "Nog een woord."


@pytest.fixture
def card(practice_desk: DeskContext, qtbot: QtBot) -> ContactCard:
    """The contact card, for a case that is open."""
    rows = ask(practice_desk, qtbot, lambda book: book.list_cases(CaseFilter(statuses=OPEN)))
    page = ContactCard(practice_desk)
    in_front(page, qtbot, 400, 900)
    page.shown(rows[0].id)
    rest(qtbot, practice_desk)
    return page


@pytest.fixture
def intake(practice_desk: DeskContext, qtbot: QtBot) -> IntakePage:
    """The intake form."""
    page = IntakePage(practice_desk)
    in_front(page, qtbot, 400, 900)
    page.shown()
    rest(qtbot, practice_desk)
    return page


def open_rows(desk: DeskContext, qtbot: QtBot) -> list[CaseId]:
    return [row.id for row in ask(desk, qtbot, lambda book: book.list_cases(CaseFilter(statuses=OPEN)))]


def test_the_card_keeps_what_is_typed_after_saving(
    card: ContactCard, practice_desk: DeskContext, qtbot: QtBot
) -> None:
    area = paper(card, "What was said or agreed?")
    area.setFocus()
    write(card, FIRST)
    closed: list[bool] = []
    card.close_requested.connect(lambda: closed.append(True))

    with waiting(practice_desk):
        keep(card)
        write(card, SECOND)
    rest(qtbot, practice_desk)

    assert area.toPlainText() == SECOND
    assert closed == []
    card.flush()
    draft = ask(practice_desk, qtbot, contact_draft)
    assert draft is not None
    assert (draft.text, draft.case) == (SECOND, None)


def test_the_card_saved_twice_in_a_row_logs_one_talk(
    card: ContactCard, practice_desk: DeskContext, qtbot: QtBot
) -> None:
    paper(card, "What was said or agreed?").setFocus()
    write(card, FIRST)

    with waiting(practice_desk):
        keep(card)
        keep(card)
    rest(qtbot, practice_desk)

    hits = ask(practice_desk, qtbot, lambda book: book.search("Belt terug beter"))
    assert len([hit for hit in hits if hit.on == practice_desk.today()]) == 1


def test_a_refused_talk_never_lands_among_the_words_of_another_client(
    card: ContactCard, practice_desk: DeskContext, frame: RememberingFrame, qtbot: QtBot
) -> None:
    first, second = open_rows(practice_desk, qtbot)[:2]
    number = ask(practice_desk, qtbot, lambda book: book.case(second)).number
    area = paper(card, "What was said or agreed?")
    area.setFocus()
    write(card, FIRST)

    with full_disk():
        with waiting(practice_desk):
            keep(card)
            line(card, "Case").setFocus()
            write(card, number)
            area.setFocus()
            write(card, SECOND)
        rest(qtbot, practice_desk)
        assert area.toPlainText() == SECOND
        assert frame.banners != []
    card.flush()
    rest(qtbot, practice_desk)
    keep(card)
    rest(qtbot, practice_desk)

    assert SECOND in texts(ask(practice_desk, qtbot, lambda book: book.case_view(second)))
    assert area.toPlainText() == FIRST
    assert card.draft().case == first
    keep(card)
    rest(qtbot, practice_desk)
    assert FIRST in texts(ask(practice_desk, qtbot, lambda book: book.case_view(first)))


def test_words_on_the_card_stand_behind_the_draft_that_is_being_read(
    practice_desk: DeskContext, qtbot: QtBot
) -> None:
    now = practice_desk.now()
    ask(practice_desk, qtbot, lambda book: keep_draft(book, "contact", ContactDraft(text=FIRST), now))
    card = ContactCard(practice_desk)
    in_front(card, qtbot, 400, 900)

    with waiting(practice_desk):
        card.shown()
        paper(card, "What was said or agreed?").setFocus()
        write(card, SECOND)
    rest(qtbot, practice_desk)

    assert paper(card, "What was said or agreed?").toPlainText() == f"{FIRST}\n{SECOND}"


def test_the_intake_keeps_what_is_typed_after_saving(
    intake: IntakePage, practice_desk: DeskContext, frame: RememberingFrame, qtbot: QtBot
) -> None:
    before = ask(practice_desk, qtbot, lambda book: book.count_cases(CaseFilter()))
    button(intake, "Organisation:").click()
    button(intake, "Name and safe contact").click()
    write(intake, "Anna")

    with waiting(practice_desk):
        keep(intake)
        keep(intake)
        write(intake, "Bea")
    rest(qtbot, practice_desk)

    assert ask(practice_desk, qtbot, lambda book: book.count_cases(CaseFilter())) == before + 1
    assert line(intake, "Name").text() == "Bea"
    assert frame.places == []
    intake.flush()
    draft = ask(practice_desk, qtbot, intake_draft)
    assert draft is not None
    assert draft.name == "Bea"


def test_words_on_the_intake_form_do_not_replace_the_draft_that_is_being_read(
    practice_desk: DeskContext, qtbot: QtBot
) -> None:
    now = practice_desk.now()
    ask(practice_desk, qtbot, lambda book: keep_draft(book, "intake", CaseStart(wish="rust"), now))
    page = IntakePage(practice_desk)
    in_front(page, qtbot, 400, 900)

    with waiting(practice_desk):
        page.shown()
        button(page, "Name and safe contact").click()
        write(page, "Anna")
    rest(qtbot, practice_desk)

    assert (page.draft().wish, page.draft().name) == ("rust", "Anna")


def test_the_name_form_stays_open_for_what_is_typed_after_saving(practice_desk: DeskContext, qtbot: QtBot) -> None:
    case = open_rows(practice_desk, qtbot)[0]
    person = ask(practice_desk, qtbot, lambda book: book.case(case)).person
    ask(practice_desk, qtbot, lambda book: keep_identity(book, Identity(person, "Anna")))
    form = IdentityForm(practice_desk)
    in_front(form, qtbot, 400, 600)
    form.shown(case)
    rest(qtbot, practice_desk)
    closed: list[bool] = []
    form.close_requested.connect(lambda: closed.append(True))
    line(form, "Name").setFocus()

    with waiting(practice_desk):
        keep(form)
        write(form, " V.")
    rest(qtbot, practice_desk)

    assert closed == []
    assert line(form, "Name").text() == "Anna V."


def test_an_organisation_saved_twice_in_a_row_is_one_and_what_is_typed_on_changes_it(
    practice_desk: DeskContext, qtbot: QtBot
) -> None:
    before = ask(practice_desk, qtbot, lambda book: book.organisations())
    page = Organisations(practice_desk)
    qtbot.addWidget(page)
    page.resize(600, 600)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.add()
    type_text(line(page, "Name"), "Omroep Proef")
    pick(page, "Link in the chain", "omroep")
    button(page, "People working there:").click()
    line(page, "Name").setFocus()

    with waiting(practice_desk):
        keep(page)
        keep(page)
        write(page, " Twee")
        keep(page)
    rest(qtbot, practice_desk)
    rest(qtbot, practice_desk)

    after = ask(practice_desk, qtbot, lambda book: book.organisations())
    assert [one.name for one in after if one not in before] == ["Omroep Proef Twee"]


def test_an_activity_keeps_what_is_typed_after_saving(practice_desk: DeskContext, qtbot: QtBot) -> None:
    desk = Desk(practice_desk, qtbot)
    desk.page.shown()
    desk.settle()
    desk.page.activateWindow()
    before = len(desk.lines())
    composer = desk.page.front.composer
    desk.say_what(1)
    composer.remark.setFocus()
    write(desk.page, FIRST)

    with waiting(practice_desk):
        keep(desk.page)
        keep(desk.page)
        write(desk.page, SECOND)
    desk.settle()
    QApplication.processEvents()
    desk.settle()

    assert composer.remark.text() == SECOND
    assert len(desk.lines()) == before + 1
