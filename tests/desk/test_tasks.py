"""One thread for the vault; jobs in order, none after lock. When answers come: ``test_answers``."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.progress import Cancelled
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


def test_a_long_job_stops_for_the_lock_and_what_was_typed_is_saved_after_it(
    qtbot: QtBot, tasks: VaultThread, office: FakeOffice
) -> None:
    begun, progress = threading.Event(), tasks.cancellable()

    def long(_office: object) -> None:
        while True:
            begun.set()
            progress(1, 2)

    tasks.run(long)
    begun.wait(10)
    tasks.run(lambda _office: office.log.append("saved"))

    tasks.close(timeout=30)

    assert office.log == ["saved", "closed"]


def test_a_calculation_beside_the_vault_keeps_neither_a_save_nor_a_lock_waiting(
    qtbot: QtBot, tasks: VaultThread, office: FakeOffice
) -> None:
    found, answers = threading.Event(), list[bool]()
    tasks.run_aside(lambda: found.wait(60), answers.append)

    tasks.run(lambda _office: office.log.append("saved"))
    tasks.close()
    found.set()

    assert office.log == ["saved", "closed"]
    assert answers == []


def test_a_calculation_beside_the_vault_answers_here(qtbot: QtBot, tasks: VaultThread) -> None:
    answers: list[tuple[int, int]] = []

    tasks.run_aside(threading.get_ident, lambda there: answers.append((there, threading.get_ident())))
    qtbot.waitUntil(lambda: not tasks.busy)

    ((there, here),) = answers
    assert here == threading.get_ident() != there


def test_what_goes_wrong_beside_the_vault_is_told_as_ever(qtbot: QtBot, tasks: VaultThread) -> None:
    met: list[str] = []

    def refuse() -> None:
        raise Refused("figures.ledger_broken")

    tasks.run_aside(refuse, None, lambda error: met.append(error.code))

    qtbot.waitUntil(lambda: met == ["figures.ledger_broken"])


def test_what_heeds_the_lock_still_hears_its_own_cancel(tasks: VaultThread) -> None:
    def cancelled(_done: int, _whole: int) -> None:
        raise Cancelled()

    with pytest.raises(Cancelled):
        tasks.cancellable(cancelled)(0, 0)


def test_a_vault_that_does_not_close_in_time_keeps_nobody() -> None:
    closing = threading.Event()

    class Slow(FakeOffice):
        def close(self, seconds: float = 0) -> None:
            closing.wait(60)

    thread = VaultThread()
    office = Slow()
    thread.open_with(office)
    thread.run(lambda _office: office.log.append("saved"))

    thread.close(seconds=0.01)
    closing.set()

    assert office.log == ["saved"]


def test_the_vault_is_told_how_long_its_last_backup_may_take() -> None:
    class Told(FakeOffice):
        def close(self, seconds: float = 0) -> None:
            self.log.append(f"{seconds} s")

    thread, office = VaultThread(), Told()
    thread.open_with(office)

    thread.close(seconds=8)

    assert office.log == ["4.0 s"]


def test_closing_waits_for_the_last_job_of_a_vault_handed_over(tasks: VaultThread, office: FakeOffice) -> None:
    begun, progress = threading.Event(), tasks.cancellable()

    def change(_office: object) -> None:
        begun.set()
        try:
            while True:
                progress(0, 0)
        finally:
            office.log.append("left as it was")

    tasks.hand_over(change)
    begun.wait(10)

    tasks.close(seconds=30)

    assert office.log == ["left as it was"]


def test_closing_never_raises(capfd: pytest.CaptureFixture[str]) -> None:
    class Stubborn(FakeOffice):
        def close(self, seconds: float = 0) -> None:
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
