"""When an answer comes: never before the question was put, and never to a page that is no more. What stands in for
the vault thread keeps to it too."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Signal
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from counsellor_desk.casework.progress import Cancelled
from counsellor_desk.desk.model.operation import Operations
from counsellor_desk.desk.tasks import VaultThread
from tests.desk.fakes import FakeOffice, Refused
from tests.desk.held_answers import HeldAnswers

TIMES = 10  # a short job is done before the call returns most of the time, not always

Heard = Callable[[object], None]
Ask = Callable[[VaultThread, Heard], None]

WAYS: dict[str, Ask] = {
    "run": lambda tasks, heard: tasks.run(lambda _office: None, heard, heard),
    "run_free": lambda tasks, heard: tasks.run_free(lambda: None, heard, heard),
    "run_aside": lambda tasks, heard: tasks.run_aside(lambda: None, heard, heard),
    "hand_over": lambda tasks, heard: tasks.hand_over(lambda _office: None, heard, heard),
}


@pytest.fixture(params=[VaultThread, HeldAnswers])
def thread(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[VaultThread]:
    """The vault thread, and what stands in for it."""
    made: VaultThread = request.param()
    made.open_with(FakeOffice())
    yield made
    made.close(5)


@pytest.mark.parametrize("way", WAYS)
def test_no_answer_comes_before_asking_has_returned(qtbot: QtBot, thread: VaultThread, way: str) -> None:
    returned, early, heard = [True], list[object](), list[object]()

    for _ in range(TIMES):
        returned[0] = False
        WAYS[way](thread, lambda answer: (heard if returned[0] else early).append(answer))
        returned[0] = True
        qtbot.waitUntil(lambda: not thread.busy)

    assert (len(early), len(heard)) == (0, TIMES)


@pytest.mark.parametrize("way", WAYS)
def test_no_state_that_is_refused_comes_before_asking_has_returned(
    qtbot: QtBot, thread: VaultThread, way: str
) -> None:
    returned, early, told = [True], list[object](), list[object]()
    thread.failed.connect(lambda error: (told if returned[0] else early).append(error))

    def refuse(*_office: object) -> None:
        raise Refused("vault.busy")

    for _ in range(TIMES):
        returned[0] = False
        getattr(thread, way)(refuse)
        returned[0] = True
        qtbot.waitUntil(lambda: not thread.busy)

    assert (len(early), len(told)) == (0, TIMES)


def test_whoever_waits_for_an_answer_is_busy_until_it_has_come(qtbot: QtBot, thread: VaultThread) -> None:
    changes, ran = list[bool](), threading.Event()
    thread.busy_changed.connect(changes.append)

    thread.run(lambda _office: ran.set(), lambda _none: changes.append(thread.busy))
    assert ran.wait(10)
    assert thread.busy
    qtbot.waitUntil(lambda: not thread.busy)

    assert changes == [True, False, False]


def test_an_answer_on_its_way_when_the_desk_closes_is_dropped(thread: VaultThread) -> None:
    answers, ran = list[object](), threading.Event()
    thread.run(lambda _office: ran.set(), answers.append)
    assert ran.wait(10)

    thread.close(5)
    QCoreApplication.processEvents()

    assert answers == []
    assert not thread.busy


class Page(QObject):
    """Asks in each way a page asks, and meets parts of itself in the answer."""

    heard = Signal()
    met = Signal(object)

    def ask_by_method(self, tasks: VaultThread, job: Callable[[object], None]) -> None:
        tasks.run(job, self._on_answer, self._on_failed)

    def ask_by_closure(self, tasks: VaultThread, job: Callable[[object], None]) -> None:
        def done(_answer: None) -> None:
            self.heard.emit()

        tasks.run(job, done, lambda error: self.met.emit(error))

    def ask_by_operation(self, tasks: VaultThread, job: Callable[[object], None]) -> None:
        Operations(tasks, tasks.failed.emit).read(job, self._on_answer, self._on_failed)

    def ask_without_handler(self, tasks: VaultThread, job: Callable[[object], None]) -> None:
        tasks.run(job, lambda _answer: self.heard.emit())

    def _on_answer(self, _answer: None) -> None:
        self.heard.emit()

    def _on_failed(self, error: object) -> None:
        self.met.emit(error)


ASKED = [Page.ask_by_method, Page.ask_by_closure, Page.ask_by_operation, Page.ask_without_handler]


@pytest.mark.parametrize("ask", ASKED)
def test_an_answer_for_a_page_that_is_no_more_is_dropped(
    qtbot: QtBot, thread: VaultThread, ask: Callable[[Page, VaultThread, Callable[[object], None]], None]
) -> None:
    page, go = Page(), threading.Event()
    ask(page, thread, lambda _office: _none(go.wait(10)))
    delete(page)

    with qtbot.captureExceptions() as met:
        go.set()
        qtbot.waitUntil(lambda: not thread.busy)

    assert met == []


@pytest.mark.parametrize("ask", ASKED)
def test_what_is_refused_is_told_to_the_frame_when_the_page_is_no_more(
    qtbot: QtBot, thread: VaultThread, ask: Callable[[Page, VaultThread, Callable[[object], None]], None]
) -> None:
    page, go, told = Page(), threading.Event(), list[str]()
    thread.failed.connect(lambda error: told.append(error.code))

    def refuse(_office: object) -> None:
        go.wait(10)
        raise Refused("vault.disk_full")

    ask(page, thread, refuse)
    delete(page)
    go.set()
    qtbot.waitUntil(lambda: not thread.busy)

    assert told == ["vault.disk_full"]


def test_work_that_was_stopped_for_a_page_that_is_no_more_is_told_to_nobody(
    qtbot: QtBot, thread: VaultThread
) -> None:
    page, go, told = Page(), threading.Event(), list[object]()
    thread.failed.connect(told.append)

    def stop(_office: object) -> None:
        go.wait(10)
        raise Cancelled()

    page.ask_by_method(thread, stop)
    delete(page)
    go.set()
    qtbot.waitUntil(lambda: not thread.busy)

    assert told == []


def _none(_anything: object) -> None:
    """For jobs whose answer nobody needs."""
