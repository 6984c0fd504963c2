"""What a page keeps aside goes with the page, though it was never opened; an answer to come finds nobody."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.cases import CasesPage
from counsellor_desk.desk.pages.closing_card import ClosingCard
from counsellor_desk.desk.pages.identity import IdentityForm
from counsellor_desk.desk.pages.intake import IntakePage
from counsellor_desk.desk.pages.search import SearchPalette
from counsellor_desk.desk.tasks import VaultThread
from tests.desk.pages.desk_at_work import settle


def alive(kind: type[QWidget]) -> int:
    return sum(isinstance(thing, kind) and isValid(thing) for thing in gc.get_objects())


@pytest.mark.parametrize("kind", [IntakePage, ClosingCard, IdentityForm])
def test_a_form_that_was_never_opened_goes_with_the_cases_page(
    qtbot: QtBot, practice_desk: DeskContext, practice_tasks: VaultThread, kind: type[QWidget]
) -> None:
    before = alive(kind)
    page = CasesPage(practice_desk)
    settle(qtbot, practice_tasks)
    assert alive(kind) > before

    delete(page)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert alive(kind) == before


def test_what_pops_up_under_the_search_field_goes_with_the_field(
    qtbot: QtBot, practice_desk: DeskContext, practice_tasks: VaultThread
) -> None:
    window, field = QWidget(), QLineEdit()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(field)
    palette = SearchPalette(practice_desk, field)
    window.show()
    field.setFocus()
    field.textEdited.emit("sfeer")
    field.setText("sfeer")
    qtbot.waitUntil(lambda: palette.answered == "sfeer")
    assert palette.parent() is window

    delete(field)

    assert not isValid(palette)
