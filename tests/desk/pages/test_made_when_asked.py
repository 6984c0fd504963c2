"""What is opened from a case is made when it is first opened, and is the same from then on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.model import CaseId
from counsellor_desk.desk.kit.code_picker import CodePicker
from counsellor_desk.desk.late_page import LatePage
from counsellor_desk.desk.model import place
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.desk.pages.case.glance_field import CodeGlance
from counsellor_desk.desk.pages.case.page import CasesPage
from counsellor_desk.desk.pages.writing.writing import Writing
from counsellor_desk.desk.tasks import VaultThread
from tests.desk.pages.conftest import settle


def test_a_case_that_is_read_has_no_form_but_the_one_in_sight(
    qtbot: QtBot, practice_desk: DeskContext, practice_tasks: VaultThread
) -> None:
    page = CasesPage(practice_desk)
    qtbot.addWidget(page)
    page.shown(place.Cases(case=CaseId(1)))
    settle(qtbot, practice_tasks)

    assert len(page.desk.composer.findChildren(Writing)) == 1
    assert page.desk.glance.findChildren(CodePicker) == []


def test_a_page_for_the_panel_is_made_once_and_only_then_closed(qtbot: QtBot, practice_desk: DeskContext) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    closed: list[int] = []
    late = LatePage(owner, lambda: Page(practice_desk))

    late.close()
    page = late()
    page.close_requested.connect(lambda: closed.append(1))
    late.close()

    assert late() is page
    assert closed == [1]


def test_the_codes_of_a_line_stand_in_its_editor_whenever_that_is_made(
    qtbot: QtBot, practice_desk: DeskContext
) -> None:
    line = CodeGlance(practice_desk, "Nature", ("NATURE",), most=5)
    qtbot.addWidget(line)
    line.show_codes(["IN.ANG"])
    assert line.codes() == ("IN.ANG",)
    assert line.findChildren(CodePicker) == []

    line.show()
    line._open()

    (picker,) = line.findChildren(CodePicker)
    assert picker.codes() == ("IN.ANG",)
