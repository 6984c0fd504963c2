"""The figures page, the activities page and search: room, names and odd names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings, QTranslator
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractSlider, QLineEdit, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.model import OrganisationId
from counsellor_desk.desk.kit.folder import ask_for_folder
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.desk.pages.activities.page import ActivitiesPage
from counsellor_desk.desk.pages.figures.page import FiguresPage
from counsellor_desk.office import Office
from tests.desk.pages.desk_at_work import settle

ROOM = (1280 - 188, 720 - 60 - 26)
"""What 1280x720 leaves a page beside the rail, below top bar and practice band."""

PAGES = [FiguresPage, ActivitiesPage]
Show = Callable[[type[Page]], Page]


class Stretched(QTranslator):
    """Every sentence forty per cent longer, as a wordy language would have it."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return source + "~" * (len(source) * 2 // 5)


@pytest.fixture
def show(practice_desk: DeskContext, qtbot: QtBot) -> Show:
    """Shows a page in the room there is."""

    def make(kind: type[Page]) -> Page:
        page = kind(practice_desk)
        qtbot.addWidget(page)
        page.resize(*ROOM)
        page.show()
        page.shown()
        settle(qtbot, practice_desk.tasks)
        return page

    return make


@pytest.mark.parametrize("kind", PAGES)
def test_the_page_fits_the_smallest_screen(show: Show, kind: type[Page]) -> None:
    page = show(kind)

    assert (page.width(), page.height()) == ROOM


@pytest.mark.parametrize("kind", PAGES)
def test_the_page_fits_in_a_wordy_language(show: Show, kind: type[Page]) -> None:
    wordy = Stretched()
    QCoreApplication.installTranslator(wordy)
    try:
        page = show(kind)
        assert (page.width(), page.height()) == ROOM
    finally:
        QCoreApplication.removeTranslator(wordy)


@pytest.mark.parametrize("kind", PAGES)
def test_everything_one_can_use_has_a_name(show: Show, kind: type[Page]) -> None:
    page = show(kind)
    usable = (QAbstractButton, QLineEdit, QAbstractSlider, QAbstractItemView)
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if isinstance(widget, usable) and not isinstance(widget, QScrollBar) and not widget.accessibleName()
    ]

    assert nameless == []


def test_the_report_is_read_out_page_by_page(show: Show) -> None:
    page = show(FiguresPage)
    assert isinstance(page, FiguresPage)
    sheets = [sheet for sheet in page.view.pdf.findChildren(QWidget) if sheet.accessibleName().startswith("Page ")]

    assert len(sheets) == page.view.pdf.pages
    assert "Third quarter" in sheets[0].accessibleDescription()


@pytest.mark.parametrize("name", ["R&D & Zn.", "<b>Vet</b>", "A" * 90, "\u202eDrawkcab"])
def test_an_organisation_of_any_name_can_be_chosen(
    show: Show, practice_desk: DeskContext, qtbot: QtBot, name: str
) -> None:
    def rename(office: Office) -> None:
        first = next(one for one in office.book.organisations() if one.size_band == "W.250")
        with office.book.transaction():
            office.book.save_organisation(replace(first, id=OrganisationId(first.id), name=name))

    practice_desk.tasks.run(rename)
    page = show(FiguresPage)
    assert isinstance(page, FiguresPage)

    [chosen] = [audience for audience in page.choice.audiences if audience.name == name]
    page.choice.choose_audience(chosen)
    page.choice.changed.emit()
    settle(qtbot, practice_desk.tasks)

    assert page.release is not None
    assert page.release.audience == chosen
    assert (page.width(), page.height()) == ROOM


def test_asking_for_a_folder_leaves_no_trace_of_it(qtbot: QtBot, own_home: Path, tmp_path: Path) -> None:
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.setValue("FileDialog/lastVisited", "file:///srv/other")
    settings.sync()
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    chosen: list[str] = []
    dialog = ask_for_folder(window, chosen.append)
    dialog.setDirectory(str(tmp_path))
    gone: list[bool] = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    qtbot.waitUntil(lambda: bool(gone))

    assert chosen == [str(tmp_path)]
    for file in own_home.rglob("*.conf"):
        words = file.read_text(encoding="utf-8")
        assert tmp_path.name not in words
        assert "srv/other" in words
