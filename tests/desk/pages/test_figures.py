"""The figures page on the practice vault, with real figures and real reports."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.drafts import CaseStart
from counsellor_desk.casework.intake import open_case
from counsellor_desk.casework.model import Answer
from counsellor_desk.codebook import Codebook
from counsellor_desk.desk.model import place
from counsellor_desk.desk.model.questions import Question
from counsellor_desk.desk.model.report import Ready, Report
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.figures.jobs import FiguresJobs
from counsellor_desk.desk.pages.figures.own_eyes import OwnEyes, summary
from counsellor_desk.desk.pages.figures.page import FiguresPage
from counsellor_desk.figures import publishing
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import SECTOR, Release
from counsellor_desk.office import Office
from tests.desk.pages.desk_at_work import RememberingFrame, settle
from tests.figures.published import publish
from tests.support import FakeClock

THIRD = Period.parse("2026Q3")


class Desk:
    """The page in a window, as wide as on the smallest screen it is made for."""

    def __init__(self, context: DeskContext, qtbot: QtBot, folder: Path, jobs: FiguresJobs | None = None) -> None:
        self.context = context
        self.qtbot = qtbot
        self.folders: list[QWidget] = []

        def choose(parent: QWidget, done: Callable[[str], None]) -> None:
            self.folders.append(parent)
            done(str(folder))

        self.page = FiguresPage(context, jobs=jobs, ask_for_folder=choose)
        qtbot.addWidget(self.page)
        self.page.resize(1092, 634)
        self.page.show()

    def show(self, period: Period | None = None) -> None:
        self.page.shown(place.Figures(period))
        self.settle()

    def settle(self) -> None:
        settle(self.qtbot, self.context.tasks)

    def publish(self) -> None:
        self.page.foot.offer_button.click()
        self.page.foot.confirm_button.click()
        self.settle()

    def ledger(self) -> tuple[Release, ...]:
        found: list[Release] = []
        self.context.tasks.run(lambda office: publishing.releases(office.ledger), found.extend)
        self.settle()
        return tuple(found)


@pytest.fixture
def desk(practice_desk: DeskContext, qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    folder = tmp_path / "out"
    folder.mkdir()
    desk = Desk(practice_desk, qtbot, folder)
    desk.show()
    yield desk
    desk.settle()


def test_the_last_full_quarter_stands_ready_as_the_paper_that_would_leave(desk: Desk) -> None:
    release = desk.page.release
    assert release is not None
    assert (release.period, release.audience, release.published_on) == (THIRD, SECTOR, None)
    assert desk.page.view.pdf.pages > 1
    words = "".join(desk.page.view.pdf.page_text(page) for page in range(desk.page.view.pdf.pages))
    assert "Third quarter" in words
    assert "Preview" in words


def test_nothing_is_published_before_the_second_button(desk: Desk) -> None:
    desk.page.foot.offer_button.click()
    desk.settle()

    assert desk.ledger() == ()
    assert desk.page.foot.confirm_button.isVisibleTo(desk.page)

    desk.page.foot.not_yet_button.click()
    assert not desk.page.foot.confirm_button.isVisibleTo(desk.page)


def test_what_is_published_is_what_was_shown(desk: Desk, frame: RememberingFrame) -> None:
    seen = desk.page.release
    desk.publish()

    [kept] = desk.ledger()
    assert seen is not None
    assert kept.tables == seen.tables
    assert desk.page.release == kept
    assert kept.number == 1
    assert frame.saved


def test_figures_that_changed_since_are_shown_again_and_not_published(desk: Desk, frame: RememberingFrame) -> None:
    seen = desk.page.release

    def late_case(office: Office) -> None:
        organisation = office.book.organisations()[0].id
        start = CaseStart(
            organisation=organisation,
            client_role="R.DOE",
            natures=("SI",),
            consent_to_record=Answer.YES,
            consent_to_count=Answer.YES,
        )
        for _ in range(20):
            open_case(office.book, desk.context.codebook, start, date(2026, 9, 30))

    desk.context.tasks.run(late_case)
    desk.settle()
    desk.publish()

    assert desk.ledger() == ()
    assert frame.errors == []
    assert len(frame.banners) == 1
    assert desk.page.release != seen


def test_publishing_can_be_stopped_until_it_is_kept(desk: Desk) -> None:
    desk.page.foot.offer_button.click()
    desk.page.foot.confirm_button.click()
    desk.page.foot.stop_requested.emit()
    desk.settle()

    assert desk.ledger() == ()
    assert desk.page.foot.offer_button.isVisibleTo(desk.page)


def test_what_was_published_in_between_is_not_overruled(desk: Desk, frame: RememberingFrame) -> None:
    desk.page.foot.offer_button.click()
    desk.page.foot.confirm_button.click()

    def elsewhere(office: Office) -> None:
        first = publish(
            office.facts, office.ledger, desk.context.codebook, Period.parse("2025Q1"), SECTOR, desk.context.today()
        )
        assert first.number == 1

    desk.context.tasks.run(elsewhere)
    desk.settle()

    assert [one.period for one in desk.ledger()] == [Period.parse("2025Q1")]
    assert frame.errors == ["vault.ledger_forked"]
    assert desk.page.foot.offer_button.isVisibleTo(desk.page)


def test_a_lock_waits_for_no_figures_and_then_nothing_is_published(
    practice_desk: DeskContext, qtbot: QtBot, tmp_path: Path
) -> None:
    begun, go_on, kept = Event(), Event(), list[Ready]()

    class Slow(FiguresJobs):
        def prepare(self, seen: Report, today: date) -> Question[Ready]:
            prepare = super().prepare(seen, today)

            def read(office: Office) -> Callable[[], Ready]:
                work = prepare(office)

                def slowly() -> Ready:
                    begun.set()
                    go_on.wait(60)
                    return work()

                return slowly

            return read

        def keep(self, office: Office, ready: Ready) -> None:
            kept.append(ready)

    desk = Desk(practice_desk, qtbot, tmp_path, Slow(practice_desk.codebook, practice_desk.printer))
    desk.show()
    desk.page.foot.offer_button.click()
    desk.page.foot.confirm_button.click()
    qtbot.waitUntil(begun.is_set, timeout=30_000)

    since = time.monotonic()
    practice_desk.tasks.close()
    taken = time.monotonic() - since
    go_on.set()
    qtbot.wait(50)

    assert taken < 5  # on a busy machine; the bench ``lock`` holds the second
    assert kept == []


def test_working_out_can_be_stopped_and_begun_again(desk: Desk) -> None:
    year = Period.parse("2025")
    desk.page.shown(place.Figures(year))
    desk.page.view.wait()
    desk.page.view.stop_requested.emit()
    desk.settle()
    assert desk.page.release is None

    desk.page.view.period_wanted.emit(year)
    desk.settle()
    assert desk.page.release is not None
    assert desk.page.release.period == year


def test_an_earlier_release_is_shown_as_it_left_and_can_be_exported_again(desk: Desk, tmp_path: Path) -> None:
    desk.publish()
    published = desk.page.release
    desk.show(period=Period.parse("2025"))
    desk.page.choice.release_chosen.emit(desk.ledger()[0])
    desk.settle()
    desk.page.foot.export_button.click()
    desk.settle()

    assert desk.page.release == published
    assert desk.page.choice.period == THIRD
    assert {file.suffix for file in (tmp_path / "out").iterdir()} >= {".pdf", ".xlsx", ".csv", ".json"}


def test_the_report_changes_language_and_the_figures_do_not(desk: Desk) -> None:
    before = desk.page.release
    desk.page.choice.language_chips.setFocus()
    QTest.keyClick(desk.page.choice.language_chips.focusWidget(), Qt.Key.Key_1)
    desk.settle()

    assert desk.page.release == before
    assert "Derde kwartaal" in desk.page.view.pdf.page_text(0)


def test_a_running_period_says_why_it_must_wait(desk: Desk) -> None:
    desk.show(period=Period.parse("2026Q4"))

    assert desk.page.release is None
    assert not desk.page.foot.offer_button.isVisibleTo(desk.page)


def test_a_running_period_says_from_which_day_it_can_leave(desk: Desk) -> None:
    desk.show(period=Period.parse("2026Q4"))

    said = " ".join(label.text() for label in desk.page.view.findChildren(QLabel) if label.isVisibleTo(desk.page))
    assert "Fourth quarter 2026 can be published from 1 January 2027." in said


def test_true_figures_are_shown_only_while_asked_for(desk: Desk) -> None:
    desk.page.view.eyes_button.click()
    assert desk.page.view.eyes.topLevelItemCount() > 0

    desk.page.hide()
    assert desk.page.view.eyes.topLevelItemCount() == 0
    assert not desk.page.view.eyes_button.isChecked()


def test_the_true_figures_of_an_earlier_release_are_those_of_then(desk: Desk) -> None:
    desk.publish()
    desk.show(period=Period.parse("2025"))
    desk.page.choice.release_chosen.emit(desk.ledger()[0])
    desk.settle()
    desk.page.view.eyes_button.click()

    assert desk.page.view.eyes.topLevelItemCount() > 0
    assert desk.page.release is not None
    assert desk.page.release.published_on is not None


def test_it_is_said_how_far_what_leaves_is_from_the_truth(desk: Desk) -> None:
    release = desk.page.release
    assert release is not None
    rounded = [figure for table in release.tables for figure in table.figures if figure.window]
    nearly = {
        (table.id, figure.code): figure.value + (4 if figure == rounded[0] else 0)
        for table in release.tables
        for figure in table.figures
    }
    same = sum(1 for figure in rounded if figure == rounded[0])

    assert summary(release, nearly) == (4 * same / len(rounded), 4)
    assert summary(release, {}) == (0.0, 0)


def test_the_slider_says_what_the_certificate_proves(desk: Desk) -> None:
    release = desk.page.release
    assert release is not None
    for known in range(4):
        desk.page.cards.known_card.slider.setValue(known)

        assert str(release.certificate.possible_counts(known)) in desk.page.cards.known_card.sentence


def test_an_organisation_above_the_gate_can_be_chosen_and_small_ones_are_counted(desk: Desk) -> None:
    audiences = desk.page.choice.audiences
    assert audiences[0] == SECTOR
    assert len(audiences) > 1

    desk.page.choice.choose_audience(audiences[1])
    desk.page.choice.changed.emit()
    desk.settle()

    assert desk.page.release is not None
    assert desk.page.release.audience == audiences[1]


def test_a_slow_answer_to_an_older_question_is_dropped(desk: Desk) -> None:
    desk.page.shown(place.Figures(Period.parse("2025")))
    desk.page.shown(place.Figures(Period.parse("2026H1")))
    desk.settle()

    assert desk.page.release is not None
    assert desk.page.release.period == Period.parse("2026H1")


def test_a_clock_set_back_offers_older_periods_only(desk: Desk, fake_clock: FakeClock) -> None:
    fake_clock.advance(days=-300)
    desk.show(period=THIRD)

    assert desk.page.release is None


def test_where_there_is_little_room_true_and_published_figures_stay(qtbot: QtBot, codebook: Codebook) -> None:
    eyes = OwnEyes(codebook, "en")
    qtbot.addWidget(eyes)
    eyes.resize(300, 500)
    eyes.show()

    assert [column for column in range(5) if not eyes.isColumnHidden(column)] == [0, 1, 2]
    eyes.resize(600, 500)
    assert not any(eyes.isColumnHidden(column) for column in range(5))
