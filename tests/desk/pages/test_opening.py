"""The case that was asked for last is the one that is shown, whatever the vault answers, in whatever order."""

from __future__ import annotations

from itertools import permutations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.model import CaseId
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.casework.status import CLOSED, OPEN
from counsellor_desk.casework.views import CaseFilter, CaseSort
from counsellor_desk.desk.model import place
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.case.case_rows import PAGE_SIZE, ROW
from counsellor_desk.desk.pages.search.palette import SearchPalette
from counsellor_desk.desk.tasks import VaultThread
from tests.desk.held_answers import HeldAnswers
from tests.desk.pages.at_cases import button, keep, paper, words, write
from tests.desk.pages.held_desk import HeldDesk, marked

NOWHERE = CaseId(99_999)


@pytest.fixture
def thread_kind() -> type[VaultThread]:
    return HeldAnswers


@pytest.fixture
def desk(practice_desk: DeskContext, qtbot: QtBot) -> HeldDesk:
    return HeldDesk(practice_desk, qtbot)


def listed(desk: HeldDesk) -> list[str]:
    rows = desk.page.list.rows
    return [rows.index(place).data(ROW).number for place in range(rows.rowCount())]


def order_by(desk: HeldDesk, sort: CaseSort) -> None:
    box = next(box for box in desk.page.findChildren(QComboBox) if box.accessibleName() == "Order")
    place = box.findData(sort.value)
    box.setCurrentIndex(place)
    box.activated.emit(place)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_first_case_of_a_day_is_the_one_asked_for(desk: HeldDesk, order: tuple[int, ...]) -> None:
    wanted = desk.open[4]
    desk.hold()

    desk.go(wanted)
    desk.let_go(*order)
    desk.let_all_go()

    assert desk.page.desk.case == wanted.id
    assert desk.numbers_in_sight() == {wanted.number}
    assert marked(desk.page) == wanted.number


def test_search_and_enter_open_what_was_found_the_first_time(desk: HeldDesk) -> None:
    wanted = desk.open[4]
    desk.shell.top_bar.search.setFocus()
    write(desk.shell, wanted.number)

    desk.press(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.shell.front == place.Cases())
    desk.rest()

    assert desk.numbers_in_sight() == {wanted.number}


def test_a_search_goes_on_while_the_card_is_kept_and_closes(desk: HeldDesk) -> None:
    written, wanted = desk.open[2], desk.open[4]
    desk.shell.open_contact_card(written.id)
    desk.rest()
    write(desk.shell, "Belt terug.")
    desk.hold()
    keep(desk.shell)
    desk.shell.top_bar.search.setFocus()
    desk.qtbot.waitUntil(desk.shell.findChild(SearchPalette).isVisible)
    write(desk.shell, wanted.number)
    desk.press(Qt.Key.Key_Return)

    desk.let_all_go()
    desk.rest()

    assert desk.shell.front == place.Cases()
    assert desk.numbers_in_sight() == {wanted.number}


def test_words_typed_after_the_card_has_closed_itself_reach_no_other_case(desk: HeldDesk) -> None:
    written, other = desk.open[2], desk.open[4]
    desk.open_at_rest(other)
    desk.desk.composer.write("contact")
    desk.shell.open_contact_card(written.id)
    desk.rest()
    write(desk.shell, "Belt terug.")
    keep(desk.shell)
    desk.rest()

    write(desk.shell, "Nog een woord.")
    desk.desk.flush()
    desk.rest()

    assert paper(desk.desk.composer, "Contact").toPlainText() == ""


def test_of_two_cases_the_later_one_is_shown_in_any_order_of_answers(desk: HeldDesk) -> None:
    first, second, third = desk.open[1:4]
    shown = []
    for order in permutations(range(4)):
        desk.open_at_rest(first)
        desk.hold()
        desk.go(second)
        desk.go(third)
        desk.let_go(*order)
        desk.let_all_go()
        shown.append((desk.page.desk.case, desk.numbers_in_sight(), marked(desk.page)))

    assert shown == [(third.id, {third.number}, third.number)] * len(shown)


def test_there_and_back_again_shows_the_case_one_came_back_to(desk: HeldDesk) -> None:
    first, second = desk.open[1:3]
    desk.open_at_rest(first)
    desk.hold()
    desk.go(second)
    desk.go(first)

    desk.let_go(3, 2, 1, 0)
    desk.let_all_go()

    assert desk.numbers_in_sight() == {first.number}


def test_the_rows_belong_to_the_filter_chosen_last(desk: HeldDesk) -> None:
    desk.open_at_rest(desk.open[0])
    desk.hold()
    button(desk.page, "Which cases: Closed").click()
    button(desk.page, "Which cases: Open").click()

    desk.let_go(1, 0)
    desk.let_all_go()

    assert listed(desk) == [row.number for row in desk.open]


def test_a_next_page_of_an_earlier_order_is_not_put_below_the_rows_of_another(desk: HeldDesk) -> None:
    def closed_by_number(book: Casebook) -> list[str]:
        wanted = CaseFilter(statuses=CLOSED, sort=CaseSort.NUMBER, descending=True, limit=PAGE_SIZE)
        return [row.number for row in book.list_cases(wanted)]

    expected = desk.ask(closed_by_number)
    desk.open_at_rest(desk.open[0])
    button(desk.page, "Which cases: Closed").click()
    desk.rest()
    desk.hold()
    desk.page.list.rows.fetchMore(desk.page.list.view.rootIndex())
    order_by(desk, CaseSort.NUMBER)

    desk.let_go(1, 0)

    assert listed(desk) == expected


def test_a_case_that_is_gone_is_said_and_nothing_of_the_former_one_stays(desk: HeldDesk) -> None:
    desk.open_at_rest(desk.open[1])

    desk.shell.navigate(place.Cases(case=NOWHERE))
    desk.rest()

    assert "This is not there any more." in words(desk.page.desk)
    assert desk.numbers_in_sight() == set()
    assert [part.accessibleName() for part in desk.reachable()] == ["Try again"]


def test_a_case_that_is_gone_is_not_replaced_by_the_first_in_the_list(desk: HeldDesk) -> None:
    desk.shell.navigate(place.Cases(case=NOWHERE))
    desk.rest()

    assert desk.numbers_in_sight() == set()


def test_after_a_case_that_is_gone_another_one_opens(desk: HeldDesk) -> None:
    desk.shell.navigate(place.Cases(case=NOWHERE))
    desk.rest()

    desk.open_at_rest(desk.open[2])

    assert desk.numbers_in_sight() == {desk.open[2].number}
    assert "This is not there any more." not in words(desk.page.desk)


def test_the_keyboards_attention_alone_opens_nothing(desk: HeldDesk) -> None:
    closed = desk.closed[0]
    desk.open_at_rest(closed)
    assert marked(desk.page) is None

    desk.page.list.view.setFocus(Qt.FocusReason.TabFocusReason)
    desk.rest()

    assert desk.page.desk.case == closed.id
    assert desk.numbers_in_sight() == {closed.number}


def test_from_a_case_outside_the_list_the_arrow_goes_to_its_first_row(desk: HeldDesk) -> None:
    desk.open_at_rest(desk.closed[0])
    desk.page.list.view.setFocus(Qt.FocusReason.TabFocusReason)

    desk.press(Qt.Key.Key_Down)
    desk.rest()

    first = desk.ask(lambda book: book.list_cases(CaseFilter(statuses=OPEN, limit=1)))[0]
    assert desk.numbers_in_sight() == {first.number}


def test_a_new_case_that_is_kept_late_does_not_push_away_the_case_asked_for_since(desk: HeldDesk) -> None:
    other = desk.open[2]
    desk.open_at_rest(desk.open[1])
    button(desk.page, "New case").click()
    desk.rest()
    button(desk.shell, "Organisation:").click()
    before = desk.ask(lambda book: book.count_cases(CaseFilter()))
    desk.hold()

    keep(desk.shell)
    desk.press(Qt.Key.Key_Escape)
    desk.go(other)
    desk.let_all_go()

    assert desk.ask(lambda book: book.count_cases(CaseFilter())) == before + 1
    assert desk.page.desk.case == other.id
    assert desk.numbers_in_sight() == {other.number}
