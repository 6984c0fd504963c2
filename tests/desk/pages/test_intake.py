"""Opening and closing a case in the panel, on the practice vault."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.drafting import intake_draft
from counsellor_desk.casework.intake import answer_consent
from counsellor_desk.casework.model import Answer, CaseFile
from counsellor_desk.casework.status import OPEN
from counsellor_desk.casework.views import CaseFilter
from counsellor_desk.desk.model import place
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.case.closing import ClosingCard
from counsellor_desk.desk.pages.writing.intake import IntakePage
from tests.desk.pages.at_cases import ask, button, in_front, keep, line, pick, rest, words, write
from tests.desk.pages.desk_at_work import RememberingFrame


@pytest.fixture
def intake(practice_desk: DeskContext, qtbot: QtBot) -> IntakePage:
    """The intake form."""
    page = IntakePage(practice_desk)
    in_front(page, qtbot, 400, 900)
    page.shown()
    rest(qtbot, practice_desk)
    return page


@pytest.fixture
def case(practice_desk: DeskContext, qtbot: QtBot) -> CaseFile:
    """An open case."""
    rows = ask(practice_desk, qtbot, lambda book: book.list_cases(CaseFilter(statuses=OPEN)))
    return ask(practice_desk, qtbot, lambda book: book.case(rows[0].id))


@pytest.fixture
def closing(practice_desk: DeskContext, case: CaseFile, qtbot: QtBot) -> ClosingCard:
    """The closing card of that case."""
    card = ClosingCard(practice_desk)
    in_front(card, qtbot, 400, 900)
    card.shown(case.id)
    rest(qtbot, practice_desk)
    return card


def test_six_fields_open_a_case_and_lead_to_it(
    intake: IntakePage, practice_desk: DeskContext, frame: RememberingFrame, qtbot: QtBot
) -> None:
    button(intake, "Organisation:").click()
    pick(intake, "Role", "target")
    pick(intake, "Position", "freelance")
    pick(intake, "Nature", "intimidatie")
    button(intake, "May I record this?: Yes").click()
    button(intake, "May it be counted?: Yes").click()

    keep(intake)
    rest(qtbot, practice_desk)

    where = frame.places[-1]
    assert isinstance(where, place.Cases)
    opened = where.case
    assert opened is not None
    view = ask(practice_desk, qtbot, lambda book: book.case_view(opened))
    assert (view.case.client_role, view.case.client_status) == ("R.DOE", "C.ZZP")
    assert view.case.consent_to_count is Answer.YES
    assert not view.has_identity


def test_without_an_organisation_the_form_asks_for_one_and_keeps_everything(
    intake: IntakePage, practice_desk: DeskContext, frame: RememberingFrame, qtbot: QtBot
) -> None:
    pick(intake, "Position", "freelance")

    keep(intake)
    rest(qtbot, practice_desk)

    assert frame.places == []
    assert intake.draft().client_status == "C.ZZP"
    intake.flush()
    draft = ask(practice_desk, qtbot, intake_draft)
    assert draft is not None
    assert draft.client_status == "C.ZZP"


def test_a_name_is_asked_for_only_behind_its_own_door(intake: IntakePage) -> None:
    assert not any("Why do you need this?" in sentence for sentence in words(intake))

    button(intake, "Name and safe contact").click()

    assert any("Why do you need this?" in sentence for sentence in words(intake))
    write(intake, "Anna")
    assert intake.draft().name == "Anna"


def test_the_rest_of_the_case_waits_behind_more(intake: IntakePage) -> None:
    button(intake, "More about the case").click()

    pick(intake, "Channel", "tel")

    assert intake.draft().channel == "N.TEL"


def test_the_form_comes_back_as_it_was_left(intake: IntakePage, practice_desk: DeskContext, qtbot: QtBot) -> None:
    pick(intake, "Position", "freelance")
    intake.flush()
    rest(qtbot, practice_desk)

    again = IntakePage(practice_desk)
    qtbot.addWidget(again)
    again.shown()
    rest(qtbot, practice_desk)

    assert again.draft() == intake.draft()


def test_starting_anew_can_be_undone(intake: IntakePage, frame: RememberingFrame) -> None:
    pick(intake, "Position", "freelance")

    button(intake, "Start anew").click()

    assert intake.draft().client_status is None
    frame.undos[-1][1]()
    assert intake.draft().client_status == "C.ZZP"


def test_closing_asks_what_is_missing_and_says_until_when_notes_are_kept(
    closing: ClosingCard, case: CaseFile
) -> None:
    assert case.number in words(closing)
    assert "The notes are kept until 31 March 2027." in words(closing)


def test_a_retention_rule_that_is_not_known_is_said_in_place_of_a_day(
    closing: ClosingCard, practice_desk: DeskContext, case: CaseFile, qtbot: QtBot
) -> None:
    ask(practice_desk, qtbot, lambda book: book.save_case(replace(case, retention_profile="from tomorrow")))

    closing.shown(case.id)
    rest(qtbot, practice_desk)

    assert "This case follows a retention term that this program does not know." in words(closing)


def test_a_case_is_closed_by_keyboard_and_reopened_by_undo(
    closing: ClosingCard, practice_desk: DeskContext, case: CaseFile, frame: RememberingFrame, qtbot: QtBot
) -> None:
    pick(closing, "Outcome", "enough")

    keep(closing)
    rest(qtbot, practice_desk)

    closed = ask(practice_desk, qtbot, lambda book: book.case(case.id))
    assert (closed.status, closed.outcome, closed.closed_on) == ("B.DIC", "U.GEH", practice_desk.today())
    frame.undos[-1][1]()
    rest(qtbot, practice_desk)
    assert ask(practice_desk, qtbot, lambda book: book.case(case.id)).is_open


def reopened_as(closing: ClosingCard, case: CaseFile, qtbot: QtBot, answer: Answer) -> None:
    """The card of the same case, with this answer to "may it be counted?"."""
    desk = closing.context
    day = desk.today()
    ask(desk, qtbot, lambda book: answer_consent(book, case.id, "count", answer, day))
    closing.shown(case.id)
    rest(qtbot, desk)


@pytest.mark.parametrize(("pressed", "answer"), [("Yes", Answer.YES), ("No", Answer.NO), (None, Answer.UNKNOWN)])
def test_closing_asks_whether_a_case_counts_where_nobody_has_asked(
    closing: ClosingCard,
    practice_desk: DeskContext,
    case: CaseFile,
    qtbot: QtBot,
    pressed: str | None,
    answer: Answer,
) -> None:
    reopened_as(closing, case, qtbot, Answer.UNKNOWN)
    before = ask(practice_desk, qtbot, lambda book: book.case_view(case.id)).consents
    if pressed is not None:
        button(closing, f"May it be counted?: {pressed}").click()

    keep(closing)
    rest(qtbot, practice_desk)

    view = ask(practice_desk, qtbot, lambda book: book.case_view(case.id))
    assert (view.case.status, view.case.consent_to_count) == ("B.DIC", answer)
    assert len(view.consents) == len(before) + (pressed is not None)


def test_closing_does_not_ask_again_what_was_answered(closing: ClosingCard, case: CaseFile, qtbot: QtBot) -> None:
    reopened_as(closing, case, qtbot, Answer.NO)

    assert "May it be counted?" not in words(closing)
    with pytest.raises(LookupError):
        button(closing, "May it be counted?")


def test_a_closing_day_to_come_is_refused_beside_the_field(
    closing: ClosingCard, practice_desk: DeskContext, case: CaseFile, frame: RememberingFrame, qtbot: QtBot
) -> None:
    line(closing, "Closed on").setFocus()
    write(closing, "24-11-2026")

    keep(closing)
    rest(qtbot, practice_desk)

    assert frame.errors == []
    assert ask(practice_desk, qtbot, lambda book: book.case(case.id)).is_open
