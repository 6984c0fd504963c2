"""One thread for the vault; answers in order, none after lock."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from counsellor_desk.desk.tasks import NotOpen, VaultThread
from counsellor_desk.errors import DeskError
from tests.desk.fakes import FakeOffice, Refused


def test_jobs_run_in_order_on_one_other_thread_and_answer_here(qtbot: QtBot, tasks: VaultThread) -> None:
    seen: list[tuple[int, int]] = []
    ran_on: set[int] = set()

    def job(number: int) -> int:
        ran_on.add(threading.get_ident())
        return number

    for number in range(20):
        tasks.run(
            lambda _office, number=number: job(number),
            lambda answer: seen.append((answer, threading.get_ident())),
        )
    qtbot.waitUntil(lambda: len(seen) == 20)

    here = threading.get_ident()
    assert seen == [(number, here) for number in range(20)]
    assert len(ran_on) == 1
    assert here not in ran_on


def test_a_named_state_goes_to_its_handler(qtbot: QtBot, tasks: VaultThread) -> None:
    met: list[str] = []

    def job(_office: object) -> None:
        raise Refused("vault.disk_full")

    tasks.run(job, None, lambda error: met.append(error.code))

    qtbot.waitUntil(lambda: met == ["vault.disk_full"])


def test_a_named_state_without_a_handler_is_told_to_the_frame(qtbot: QtBot, tasks: VaultThread) -> None:
    def job(_office: object) -> None:
        raise Refused("vault.busy")

    with qtbot.waitSignal(tasks.failed) as told:
        tasks.run(job)

    assert isinstance(told.args[0], DeskError)


def test_a_fault_of_ours_is_told_by_its_kind_and_nothing_of_its_content(qtbot: QtBot, tasks: VaultThread) -> None:
    def job(_office: object) -> None:
        raise ValueError("a sentence from a note")

    with qtbot.waitSignal(tasks.crashed) as told:
        tasks.run(job)

    assert told.args == ["ValueError"]


def test_answers_after_closing_are_dropped(qtbot: QtBot, tasks: VaultThread, office: FakeOffice) -> None:
    answers: list[str] = []
    hold = threading.Event()

    def slow(_office: object) -> str:
        hold.wait(5)
        return "a name"

    tasks.run(slow, answers.append)
    hold.set()
    tasks.close(5)
    tasks.run(lambda _office: "later", answers.append)
    qtbot.wait(50)

    assert answers == []
    assert office.log == ["closed"]


def test_closing_finishes_what_was_handed_over_first(tasks: VaultThread, office: FakeOffice) -> None:
    tasks.run(lambda _office: office.log.append("saved"))

    tasks.close(5)

    assert office.log == ["saved", "closed"]


def test_closing_never_raises(capfd: pytest.CaptureFixture[str]) -> None:
    class Stubborn(FakeOffice):
        def close(self) -> None:
            raise OSError("a path with a name")

    thread = VaultThread()
    thread.open_with(Stubborn())

    thread.close(5)

    assert "a path" not in capfd.readouterr().err


def test_without_an_open_vault_a_job_is_refused(qtbot: QtBot) -> None:
    thread = VaultThread()
    met: list[DeskError] = []

    thread.run(lambda _office: None, None, met.append)

    qtbot.waitUntil(lambda: len(met) == 1)
    assert isinstance(met[0], NotOpen)
    thread.close(5)


def test_an_answer_for_a_page_that_is_no_more_is_dropped(qtbot: QtBot, tasks: VaultThread) -> None:
    class Asker(QObject):
        heard = 0

        def hear(self, _answer: object) -> None:
            Asker.heard += 1

    asker, found = Asker(), threading.Event()
    tasks.run(lambda _office: found.wait(10), asker.hear)
    delete(asker)
    found.set()

    qtbot.waitUntil(lambda: not tasks.busy)

    assert Asker.heard == 0
