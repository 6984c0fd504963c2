"""Where there is room things stand beside each other; where there is none, one takes the place of another."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.model import CaseId
from counsellor_desk.desk.kit.divided import Divided
from counsellor_desk.desk.kit.panel import Panel
from counsellor_desk.desk.model import place
from counsellor_desk.desk.model.place import Place
from counsellor_desk.desk.pages.case.page import CasesPage
from counsellor_desk.desk.preferences import Preferences
from counsellor_desk.desk.shell.shell import Shell
from counsellor_desk.desk.window import DeskWindow
from tests.desk.pages.desk_at_work import place_named, settle, stand_still

NARROW, WIDE, VERY_WIDE = (640, 400), (1280, 800), (2560, 1440)


class Folding:
    """An open desk of which the window changes its size."""

    def __init__(self, shell: Shell, qtbot: QtBot) -> None:
        self.shell = shell
        self._qtbot = qtbot

    @property
    def panel(self) -> Panel:
        return self.shell.findChildren(Panel)[0]

    @property
    def cases(self) -> CasesPage:
        page = self.shell.page("cases")
        assert isinstance(page, CasesPage)
        return page

    def be(self, size: tuple[int, int]) -> None:
        self.shell.window().setMinimumSize(*NARROW)
        self.shell.window().resize(*size)
        self.rest()

    def go(self, where: Place) -> None:
        self.shell.navigate(where)
        self.rest()

    def rest(self) -> None:
        settle(self._qtbot, self.shell.window().tasks)
        stand_still(self._qtbot, self.shell)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.shell.window().windowHandle(), key, held)
        self.rest()

    def place_of(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self.shell, QPoint(0, 0)), widget.size())


@pytest.fixture
def folding(qtbot: QtBot, open_desk: Callable[[], Shell]) -> Folding:
    """A desk that listens to the keys."""
    shell = open_desk()
    shell.window().activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    return Folding(shell, qtbot)


@pytest.mark.parametrize("size", [(960, 540), WIDE, VERY_WIDE])
@pytest.mark.parametrize("page", ["today", "cases", "activities"])
def test_the_contact_card_stands_beside_the_page(folding: Folding, size: tuple[int, int], page: str) -> None:
    folding.be(size)
    folding.go(place_named(page))

    folding.shell.open_contact_card()
    folding.rest()

    front, card = folding.place_of(folding.shell.page(page)), folding.place_of(folding.panel)
    assert folding.shell.page(page).isVisible()
    assert not front.intersects(card)
    assert card.right() == folding.shell.rect().right()


def test_the_case_one_writes_about_stays_in_sight_beside_its_contact_card(folding: Folding) -> None:
    folding.be(WIDE)
    folding.go(place.Cases())

    folding.shell.open_contact_card(folding.cases.desk.case)
    folding.rest()

    assert folding.cases.desk.timeline.isVisible()
    assert not folding.cases.list.isVisible()


def test_without_room_for_both_a_panel_takes_the_place_of_the_page(folding: Folding) -> None:
    folding.be(NARROW)
    folding.go(place.Today())

    folding.shell.open_contact_card()
    folding.rest()

    assert not folding.shell.page("today").isVisible()
    rail, card = folding.place_of(folding.shell.rail), folding.place_of(folding.panel)
    assert (card.left(), card.right()) == (rail.right() + 1, folding.shell.rect().right())


def test_what_is_said_above_the_page_is_said_above_a_panel_in_its_place(folding: Folding) -> None:
    folding.be(NARROW)
    folding.go(place.Today())
    folding.shell.open_contact_card()

    folding.shell.show_banner("The disk is full.")
    folding.rest()

    said = next(one for one in folding.shell.findChildren(QWidget, "banner") if one.isVisible())
    assert not folding.place_of(said).intersects(folding.place_of(folding.panel))


def test_a_page_comes_back_when_the_panel_in_its_place_is_closed(folding: Folding) -> None:
    folding.be(NARROW)
    folding.go(place.Today())
    folding.shell.open_contact_card()
    folding.rest()

    folding.press(Qt.Key.Key_Escape)

    assert folding.shell.page("today").isVisible()


def test_another_page_closes_the_panel_that_would_hide_it(folding: Folding) -> None:
    folding.be(NARROW)
    folding.go(place.Today())
    folding.shell.open_contact_card()

    folding.go(place.Cases())

    assert folding.shell.page("cases").isVisible()
    assert folding.panel.content is None


def test_a_case_that_is_searched_for_on_the_cases_page_closes_the_panel_that_would_hide_it(folding: Folding) -> None:
    folding.be(NARROW)
    folding.go(place.Cases())
    folding.shell.open_contact_card()
    folding.rest()
    assert not folding.cases.isVisible()
    folding.go(place.Cases(case=CaseId(2)))
    assert folding.cases.desk.case == CaseId(2)
    assert folding.cases.isVisible()
    assert folding.panel.isHidden()


def test_a_panel_stays_open_when_the_window_gets_narrow_and_wide_again(folding: Folding) -> None:
    folding.be(WIDE)
    folding.go(place.Today())
    folding.shell.open_contact_card()
    content = folding.panel.content

    for size in (NARROW, WIDE):
        folding.be(size)

    assert folding.panel.content is content
    assert folding.shell.page("today").isVisible()


def test_on_a_narrow_page_enter_leads_from_the_list_to_the_case_and_a_key_back(folding: Folding) -> None:
    folding.be(NARROW)
    folding.go(place.Cases())
    page = folding.cases
    assert (page.list.isVisible(), page.desk.isVisible()) == (True, False)

    page.list.view.setFocus()
    folding.press(Qt.Key.Key_Down)
    assert page.list.isVisible()
    folding.press(Qt.Key.Key_Return)

    assert (page.list.isVisible(), page.desk.isVisible()) == (False, True)
    assert page.desk.isAncestorOf(QApplication.focusWidget())
    folding.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (page.list.isVisible(), page.desk.isVisible()) == (True, False)
    assert page.list.view.hasFocus()


def test_on_a_narrow_page_a_click_leads_from_the_list_to_the_case_and_a_button_back(folding: Folding) -> None:
    folding.be(NARROW)
    folding.go(place.Cases())
    page = folding.cases

    row = page.list.view.visualRect(page.list.rows.index(1))
    QTest.mouseClick(page.list.view.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    folding.rest()

    case = page.list.rows.row_of(page.list.rows.index(1))
    assert page.desk.case == (case.id if case else None)
    assert (page.list.isVisible(), page.desk.isVisible()) == (False, True)
    page.desk.header.list_button.click()
    assert page.list.isVisible()


def test_a_case_that_is_asked_for_is_seen_on_a_narrow_page(folding: Folding) -> None:
    folding.be(NARROW)
    folding.go(place.Cases())
    case = folding.cases.desk.case

    folding.go(place.Today())
    folding.go(place.Cases(case=case))

    assert folding.cases.desk.isVisible()


def test_at_a_glance_takes_the_place_of_the_timeline_and_gives_it_back(folding: Folding) -> None:
    folding.be(NARROW)
    folding.go(place.Cases(case=CaseId(1)))
    page = folding.cases
    glance = next(one for one in page.desk.header.findChildren(QPushButton) if one.isCheckable())

    glance.click()
    assert (page.desk.glance.isVisible(), page.desk.timeline.isVisible()) == (True, False)
    glance.click()

    assert (page.desk.glance.isVisible(), page.desk.timeline.isVisible()) == (False, True)


def test_the_list_of_cases_is_widened_with_keys_and_stays_so(folding: Folding, preferences: Preferences) -> None:
    folding.be(WIDE)
    folding.go(place.Cases())
    before = folding.cases.list.width()
    bar = folding.cases.findChildren(Divided)[0].bar

    bar.setFocus()
    folding.press(Qt.Key.Key_Right)

    widened = folding.cases.list.width()
    assert widened > before
    assert dict(preferences.widths) == {"cases": widened}
    folding.shell.window().resize(*NARROW)
    folding.be(WIDE)
    assert folding.cases.list.width() == widened
    folding.press(Qt.Key.Key_Return)
    assert (folding.cases.list.width(), dict(preferences.widths)) == (before, {})


def test_the_list_of_cases_never_takes_the_room_a_case_needs(folding: Folding, preferences: Preferences) -> None:
    preferences.widths["cases"] = 99_999

    folding.be(WIDE)
    folding.go(place.Cases())

    assert folding.cases.desk.middle.width() >= 370
    assert folding.place_of(folding.cases.desk.glance).right() <= folding.shell.width()


@pytest.mark.parametrize("written", ["", "wide", "-5", "1e3", "9999999", "٣٢"])
def test_a_width_that_is_none_is_not_there(preferences: Preferences, written: str) -> None:
    preferences._settings.setValue("widths/cases", written)

    assert dict(preferences.widths) == {}


def test_whoever_was_in_the_list_is_in_the_case_when_the_list_folds_away(folding: Folding) -> None:
    folding.be(WIDE)
    folding.go(place.Cases())
    folding.cases.list.view.setFocus()

    folding.be(NARROW)

    assert not folding.cases.list.isVisible()
    assert folding.cases.desk.isAncestorOf(QApplication.focusWidget())


def test_a_row_that_is_cut_is_said_whole_in_a_tooltip_until_the_desk_is_covered(folding: Folding) -> None:
    folding.be(WIDE)
    folding.go(place.Cases())
    rows, view = folding.cases.list.rows, folding.cases.list.view
    cut = [row for row in range(rows.rowCount()) if help_at(view, row)]
    assert cut
    assert len(cut) < rows.rowCount()

    help_at(view, cut[0])
    assert QToolTip.text() == rows.index(cut[0]).data()
    window = folding.shell.window()
    assert isinstance(window, DeskWindow)
    window.cover(False)

    assert not QToolTip.isVisible()


def help_at(view: QAbstractItemView, row: int) -> str:
    """What is said when the pointer rests on a row."""
    view.scrollTo(view.model().index(row, 0))
    place = view.visualRect(view.model().index(row, 0)).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QToolTip.hideText()
    QApplication.sendEvent(view.viewport(), event)
    return QToolTip.text() if QToolTip.isVisible() else ""
