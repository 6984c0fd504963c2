"""The counsellor attacks her own report, on the practice vault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counsellor_desk.codebook import Codebook
from counsellor_desk.desk.model import place
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.figures.attack import AttackView
from counsellor_desk.desk.pages.figures.jobs import FiguresJobs
from counsellor_desk.desk.pages.figures.page import FiguresPage
from counsellor_desk.figures.attack import Attack, Range, Target
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import Certificate, Figure, Release
from counsellor_desk.figures.snapshot import LedgerCopy
from tests.desk.pages.desk_at_work import settle

CERTIFICATE = Certificate(5, 5, 1, 10, 1, "0" * 64)
ROWS = 9
PROMISED = (Range(0, 5), Range(1, 5), Range(2, 5), Range(3, 5))


class FewRows(FiguresJobs):
    """Attacks only the key figures and the first rows after them, so that a test takes a moment and no more."""

    def attack(self, ledger: LedgerCopy, release: Release) -> Attack:
        attack = super().attack(ledger, release)
        attack.targets = attack.targets[:ROWS]
        return attack


class Desk:
    """The figures page with the last quarter as a preview."""

    def __init__(self, context: DeskContext, qtbot: QtBot) -> None:
        self.tasks = context.tasks
        self.qtbot = qtbot
        self.page = FiguresPage(context, jobs=FewRows(context.codebook, context.printer))
        qtbot.addWidget(self.page)
        self.page.resize(1092, 634)
        self.page.show()
        self.page.shown()
        self.settle()

    @property
    def attack(self) -> AttackView:
        return self.page.view.attack

    def settle(self) -> None:
        settle(self.qtbot, self.tasks)

    def press(self, keys: str) -> None:
        self.page.view.pdf.setFocus()
        QTest.keySequence(self.page, keys)

    def wait_for_rows(self, count: int) -> None:
        self.qtbot.waitUntil(lambda: self.attack.table.rows >= count, timeout=30_000)


@pytest.fixture
def desk(practice_desk: DeskContext, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(practice_desk, qtbot)
    yield desk
    desk.page.cards.known_card.attack_button.setChecked(False)
    desk.settle()


@pytest.fixture
def view(qtbot: QtBot, codebook: Codebook) -> AttackView:
    view = AttackView(codebook, "en")
    qtbot.addWidget(view)
    view.show()
    return view


def a_row(value: int = 0, code: str = "PE") -> Target:
    return Target("T2", Figure(code, value, 5))


def test_every_row_of_the_report_is_attacked_and_the_promise_holds(desk: Desk) -> None:
    desk.page.cards.known_card.attack_button.click()
    desk.settle()

    release = desk.page.release
    assert release is not None
    assert desk.attack.table.rows == ROWS
    assert desk.attack.table.narrowest == tuple(release.certificate.possible_counts(known) for known in range(4))
    assert "promise holds" in desk.attack.verdict


def test_the_attack_is_opened_and_closed_by_keyboard(desk: Desk) -> None:
    desk.press("Ctrl+T")
    assert desk.attack.isVisibleTo(desk.page)

    desk.page.cards.known_card.attack_button.setFocus()
    QTest.keySequence(desk.page, "Ctrl+T")
    assert desk.page.view.pdf.isVisibleTo(desk.page)


def test_the_attack_can_be_called_off_and_keeps_what_it_found(desk: Desk) -> None:
    desk.page.cards.known_card.attack_button.click()
    desk.wait_for_rows(2)
    desk.attack.stop_requested.emit()
    found = desk.attack.table.rows
    desk.settle()

    assert desk.attack.table.rows == found
    assert desk.attack.verdict.startswith("Stopped after")


def test_other_work_on_the_vault_goes_between_two_rows(desk: Desk) -> None:
    desk.page.cards.known_card.attack_button.click()
    desk.wait_for_rows(1)
    rows_at_answer: list[int] = []
    desk.tasks.run(lambda office: office.practice, lambda _: rows_at_answer.append(desk.attack.table.rows))
    desk.settle()

    assert rows_at_answer[0] < desk.attack.table.rows


def test_leaving_the_page_ends_the_attack(desk: Desk) -> None:
    desk.page.cards.known_card.attack_button.click()
    desk.wait_for_rows(1)
    desk.page.hide()
    found = desk.attack.table.rows
    desk.settle()

    assert desk.attack.table.rows == found
    assert not desk.page.cards.known_card.attack_button.isChecked()


def test_true_figures_and_the_attack_are_never_shown_together(desk: Desk) -> None:
    desk.page.cards.known_card.attack_button.click()
    desk.page.view.eyes_button.click()
    assert not desk.page.cards.known_card.attack_button.isChecked()
    assert desk.page.view.eyes.isVisibleTo(desk.page)

    desk.page.cards.known_card.attack_button.click()
    assert not desk.page.view.eyes_button.isChecked()
    assert desk.page.view.eyes.topLevelItemCount() == 0
    assert desk.attack.isVisibleTo(desk.page)


def test_nothing_is_attacked_while_there_is_no_report(desk: Desk) -> None:
    desk.page.shown(place.Figures(Period.parse("2026Q4")))
    desk.settle()
    desk.page.cards.known_card.attack_button.click()

    assert not desk.attack.isVisibleTo(desk.page)
    assert not desk.page.cards.known_card.attack_button.isChecked()


def test_the_slider_brings_out_the_reader_it_stands_for(desk: Desk) -> None:
    desk.attack.begin(1)
    desk.attack.add(a_row(), PROMISED)
    desk.page.cards.known_card.slider.setValue(2)

    assert desk.attack.in_words.startswith("Bullying: HR, knowing two")
    fonts = [desk.attack.table.topLevelItem(1).font(column).bold() for column in range(2, 6)]
    assert fonts == [False, False, True, False]


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (0, "Bullying: a colleague who knows none of these cases can work out that there are 0 to 5. Perhaps"),
        (1, "Bullying: the accused, who knows one of these cases, can work out that there are 1 to 5. Whether"),
        (2, "Bullying: HR, knowing two of these cases, can work out that there are 2 to 5. Whether"),
        (3, "Bullying: people who know three of these cases together can work out 3 to 5. Whether"),
    ],
)
def test_a_row_is_put_in_words_for_each_reader(view: AttackView, known: int, words: str) -> None:
    view.begin(1)
    view.add(a_row(), PROMISED)
    view.mark(known)

    assert view.in_words.startswith(words)


def test_where_cases_are_certain_nothing_is_said_to_stay_open(view: AttackView) -> None:
    view.begin(1)
    view.add(a_row(20), (Range(15, 25),) * 4)

    assert view.in_words.endswith("15 to 25.")


def test_a_row_narrower_than_promised_is_said_plainly(view: AttackView) -> None:
    view.begin(1)
    view.add(a_row(), (Range(0, 2), *PROMISED[1:]))
    view.finish(CERTIFICATE)

    assert view.verdict == "Fewer numbers remain than was promised: 3, 5, 4, 3. Do not publish this report."


def test_the_promise_is_that_of_the_weakest_certificate(view: AttackView) -> None:
    view.begin(1)
    view.add(a_row(), (Range(0, 3), Range(1, 3), Range(2, 3), Range(3, 3)))
    view.finish(replace(CERTIFICATE, base=3, rho=3))

    assert view.verdict.startswith("The promise holds in every row: at least 4, 3, 2, 1")


def test_the_table_is_read_row_by_row_by_keyboard(view: AttackView) -> None:
    view.begin(2)
    view.add(a_row(), PROMISED)
    view.add(a_row(20, "IN"), (Range(15, 25),) * 4)
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Down)

    assert view.in_words.startswith("Intimidation: the accused")


def test_where_there_is_little_room_the_marked_reader_stays(view: AttackView) -> None:
    view.resize(300, 500)
    view.show()

    view.table.mark(2)

    assert [column for column in range(2, 6) if not view.table.isColumnHidden(column)] == [4]
    view.resize(600, 500)
    assert not any(view.table.isColumnHidden(column) for column in range(6))
