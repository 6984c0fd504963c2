"""Reports that left after the backup are brought back on the figures page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.figures import FiguresPage
from counsellor_desk.desk.ports import Office
from counsellor_desk.figures import publishing
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import SECTOR
from counsellor_desk.figures.snapshot import LedgerCopy
from tests.desk.pages.desk_at_work import RememberingFrame, settle


class Desk:
    """The figures page, and what another vault of the same office published since."""

    def __init__(self, context: DeskContext, qtbot: QtBot, folder: Path) -> None:
        self.context, self.qtbot, self.folder = context, qtbot, folder
        self.files: list[str] = []

        def choose(_parent: QWidget, done: Callable[[list[str]], None], _question: str, _kinds: object) -> None:
            done(self.files)

        self.page = FiguresPage(context, ask_for_files=choose)
        qtbot.addWidget(self.page)
        self.page.resize(1092, 634)
        self.page.show()
        self.page.shown()
        self.settle()

    def settle(self) -> None:
        settle(self.qtbot, self.context.tasks)

    def lost(self, *periods: str) -> list[str]:
        """Packets of ``periods``, published in a vault that is no more."""
        texts: list[str] = []

        def publish(office: Office) -> None:
            store = LedgerCopy(office.ledger)
            for period in periods:
                args = (self.context.codebook, Period.parse(period), SECTOR, self.context.today())
                publishing.publish(office.facts, store, *args)
            texts.extend(entry.public for entry in store.added)

        self.context.tasks.run(publish)
        self.settle()
        files = [self.folder / f"{number}.json" for number in range(len(texts))]
        for file, text in zip(files, texts, strict=True):
            file.write_text(text, "utf-8")
        return [str(file) for file in files]

    def bring_back(self, *files: str) -> None:
        self.files = list(files)
        self.page.choice.back_button.click()
        self.settle()

    def numbers(self) -> list[int]:
        found: list[int] = []
        self.context.tasks.run(lambda office: found.extend(one.number for one in office.ledger.entries()))
        self.settle()
        return found


@pytest.fixture
def desk(practice_desk: DeskContext, qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(practice_desk, qtbot, tmp_path)


def test_reports_that_left_stand_in_the_list_again_and_are_what_is_shown(desk: Desk, frame: RememberingFrame) -> None:
    first, second = desk.lost("2026Q2", "2026Q3")

    desk.bring_back(second, first)

    assert desk.numbers() == [1, 2]
    assert frame.banners == ["2 reports brought back: later figures count them in."]
    release = desk.page.release
    assert release is not None
    assert (release.period, release.number) == (Period.parse("2026Q3"), 2)


def test_what_is_here_already_is_said_and_changes_nothing(desk: Desk, frame: RememberingFrame) -> None:
    [first] = desk.lost("2026Q2")
    desk.bring_back(first)

    desk.bring_back(first)

    assert desk.numbers() == [1]
    assert frame.banners[-1] == "These reports are here already."


def test_a_missing_report_is_named_and_nothing_is_brought_back(desk: Desk, frame: RememberingFrame) -> None:
    _, second = desk.lost("2026Q2", "2026Q3")

    desk.bring_back(second)

    assert desk.numbers() == []
    assert frame.errors == ["figures.reports_not_taken_up"]


def test_a_file_that_is_gone_is_named(desk: Desk, frame: RememberingFrame) -> None:
    desk.bring_back(str(desk.folder / "gone.json"))

    assert (desk.numbers(), frame.errors) == ([], ["figures.reports_not_taken_up"])
