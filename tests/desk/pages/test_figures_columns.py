"""However small the page, one publishes without scrolling; the report fits the room there is."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.figures.page import FiguresPage
from counsellor_desk.desk.pages.figures.pdf_pages import PdfPages
from tests.desk.pages.desk_at_work import settle, stand_still

LEAST, USUAL, MOST = (584, 314), (1092, 634), (2372, 1354)
ROOMS = [LEAST, (652, 634), (855, 426), (904, 454), USUAL, MOST]
"""What windows of 640x400 to 2560x1440 leave a page; the second: beside an open panel."""


@pytest.fixture
def figures(qtbot: QtBot, practice_desk: DeskContext) -> FiguresPage:
    """The page with a report that may be published."""
    page = FiguresPage(practice_desk)
    qtbot.addWidget(page)
    page.setMinimumSize(*LEAST)
    page.resize(*USUAL)
    page.show()
    page.shown()
    settle(qtbot, practice_desk.tasks)
    qtbot.waitUntil(lambda: page.view.pdf.pages > 0, timeout=30_000)
    return page


def be(qtbot: QtBot, page: QWidget, size: tuple[int, int]) -> None:
    page.resize(*size)
    stand_still(qtbot, page)


def is_whole(button: QPushButton) -> bool:
    return button.visibleRegion().boundingRect() == button.rect()


def first_sheet(pages: PdfPages) -> QWidget:
    return next(one for one in pages.widget().findChildren(QWidget) if one.accessibleDescription())


@pytest.mark.parametrize("room", ROOMS)
def test_publishing_is_in_sight_at_every_step(qtbot: QtBot, figures: FiguresPage, room: tuple[int, int]) -> None:
    figures.together.show()
    figures.uncounted.show()
    be(qtbot, figures, room)
    assert is_whole(figures.foot.offer_button)

    figures.foot.offer_button.click()
    stand_still(qtbot, figures)

    assert is_whole(figures.foot.confirm_button)
    assert is_whole(figures.foot.not_yet_button)


@pytest.mark.parametrize("room", ROOMS)
def test_a_sheet_of_the_report_is_as_wide_as_there_is_room(
    qtbot: QtBot, figures: FiguresPage, room: tuple[int, int]
) -> None:
    for before in (LEAST, MOST):
        be(qtbot, figures, before)
        be(qtbot, figures, room)

        sheet, around = first_sheet(figures.view.pdf), figures.view.pdf.viewport()
        assert min(around.width() - 20, 640) <= sheet.width() <= around.width()
        assert sheet.width() <= 640 or sheet.height() <= around.height()


def test_cards_stand_where_they_stood_after_the_window_was_small(qtbot: QtBot, figures: FiguresPage) -> None:
    be(qtbot, figures, USUAL)
    before = figures.cards.mapTo(figures, figures.cards.rect().topLeft())

    for size in (LEAST, (1000, 600), USUAL):
        be(qtbot, figures, size)

    assert figures.cards.mapTo(figures, figures.cards.rect().topLeft()) == before
