"""What the figures page shows and offers while something is under way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.model import place
from counsellor_desk.desk.model.report import Ready
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.figures.jobs import FiguresJobs
from counsellor_desk.figures.period import Period
from counsellor_desk.office import Office
from tests.desk.pages.test_figures import Desk


@pytest.fixture
def desk(practice_desk: DeskContext, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(practice_desk, qtbot, tmp_path)
    desk.show()
    yield desk
    desk.settle()


def test_whoever_stopped_goes_on_with_the_offer(desk: Desk) -> None:
    desk.page.foot.offer_button.click()
    desk.page.foot.confirm_button.click()
    desk.page.foot.stop_requested.emit()

    assert desk.page.foot.offer_button.hasFocus()


def test_while_it_is_kept_nothing_offers_to_cancel(practice_desk: DeskContext, qtbot: QtBot, tmp_path: Path) -> None:
    begun, go_on = Event(), Event()

    class SlowDisk(FiguresJobs):
        def keep(self, office: Office, ready: Ready) -> None:
            begun.set()
            go_on.wait(60)
            super().keep(office, ready)

    desk = Desk(practice_desk, qtbot, tmp_path, SlowDisk(practice_desk.codebook, practice_desk.printer))
    desk.show()
    desk.page.foot.offer_button.click()
    desk.page.foot.confirm_button.click()
    qtbot.waitUntil(begun.is_set, timeout=30_000)
    offered = [one.text() for one in desk.page.foot.findChildren(QPushButton) if one.isVisibleTo(desk.page)]
    focus = desk.page.focusWidget()
    desk.page.foot.stop_requested.emit()
    go_on.set()
    desk.settle()

    assert (offered, focus) == ([], None)
    assert desk.page.foot.export_button.hasFocus()
    assert len(desk.ledger()) == 1


def test_while_another_period_is_worked_out_nothing_of_the_former_can_be_published(desk: Desk) -> None:
    desk.page.foot.offer_button.click()
    desk.page.shown(place.Figures(Period.parse("2025")))

    assert desk.page.release is None
    assert not desk.page.foot.confirm_button.isVisibleTo(desk.page)
    assert not desk.page.view.pdf.isVisibleTo(desk.page)


def test_a_language_chosen_while_figures_are_worked_out_is_that_of_the_report(desk: Desk) -> None:
    desk.page.shown(place.Figures(Period.parse("2026Q2")))
    desk.page.choice.language_chips.setFocus()
    QTest.keyClick(desk.page.choice.language_chips.focusWidget(), Qt.Key.Key_1)
    desk.settle()

    assert "Tweede kwartaal" in desk.page.view.pdf.page_text(0)


def test_true_figures_that_were_left_are_offered_anew(desk: Desk) -> None:
    offered = desk.page.view.eyes_button.text()
    desk.page.view.eyes_button.click()
    desk.show(period=Period.parse("2026Q2"))

    assert desk.page.view.eyes_button.text() == offered


def test_while_figures_are_published_no_other_period_can_be_chosen(desk: Desk) -> None:
    choosing = (desk.page.choice, desk.page.together)
    desk.page.foot.offer_button.click()
    assert all(part.isEnabled() for part in choosing)
    desk.page.foot.confirm_button.click()

    assert not any(part.isEnabled() for part in choosing)
    desk.settle()
    assert all(part.isEnabled() for part in choosing)
