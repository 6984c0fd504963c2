"""What a page keeps aside goes with the page, though it was never opened; an answer to come finds nobody."""

from __future__ import annotations

import gc
from collections import Counter
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from counsellor_desk.casework.drafts import NoteDraft
from counsellor_desk.casework.model import CaseId
from counsellor_desk.desk.form_of import form_of
from counsellor_desk.desk.model import place
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.case.page import CasesPage
from counsellor_desk.desk.pages.search.palette import SearchPalette
from counsellor_desk.desk.tasks import VaultThread
from tests.desk.pages.desk_at_work import RememberingFrame, settle


def alive() -> Counter[str]:
    """How many parts of each kind there are, in a window or aside."""
    gc.collect()
    return Counter(type(part).__name__ for part in gc.get_objects() if isinstance(part, QWidget) and isValid(part))


def test_nothing_that_was_never_opened_outlives_the_cases_page(
    qtbot: QtBot, practice_desk: DeskContext, practice_tasks: VaultThread
) -> None:
    before = alive()
    page = CasesPage(practice_desk)
    settle(qtbot, practice_tasks)
    page.shown(place.Cases(case=CaseId(1)))
    settle(qtbot, practice_tasks)
    for panel in (page.desk._destroying, page.desk.timeline.history, page._intake):
        panel()
    assert {"DestroyCard", "NoteHistory", "IntakePage"} <= alive().keys()

    delete(page)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert alive() - before == Counter()


def test_a_panel_that_goes_has_changed_nothing(
    qtbot: QtBot, practice_desk: DeskContext, practice_tasks: VaultThread
) -> None:
    page = CasesPage(practice_desk)
    qtbot.addWidget(page)
    page.shown(place.Cases(case=CaseId(1)))
    settle(qtbot, practice_tasks)

    changes: list[frozenset[Records]] = []
    practice_desk.operations.watch(Records, changes.append)
    delete(page.desk._destroying())
    settle(qtbot, practice_tasks)

    assert changes == []


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


class GoingFrame(RememberingFrame, QObject):
    """The window around a page, until it is made anew in another language."""

    def __init__(self) -> None:
        QObject.__init__(self)
        RememberingFrame.__init__(self)

    def notify_saved(self, at: datetime) -> None:
        self.setObjectName("saved")
        super().notify_saved(at)


class HalfWritten:
    """A note that nobody has finished."""

    def slot(self) -> str:
        return "note:1"

    def blank(self) -> NoteDraft:
        return NoteDraft()

    def draft(self) -> NoteDraft:
        return NoteDraft("half")

    def show_draft(self, draft: NoteDraft) -> None: ...


def test_words_that_are_saved_after_their_frame_has_gone_end_in_no_crash(
    qtbot: QtBot, practice_desk: DeskContext, practice_tasks: VaultThread
) -> None:
    frame = GoingFrame()
    owner = QObject()
    form_of(replace(practice_desk, frame=frame), HalfWritten(), (), owner).keep()

    with qtbot.captureExceptions() as met:
        for part in (owner, frame):
            delete(part)
        settle(qtbot, practice_tasks)

    assert met == []
