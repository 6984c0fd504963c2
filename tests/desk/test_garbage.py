"""No worker takes apart what belongs to Qt: neither by collecting nor by being the last to hold it."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.garbage import Collector, collect_what_is_due
from counsellor_desk.desk.tasks import VaultThread

Ends = list[str]


class Page(QObject):
    """Something of Qt that holds itself, as pages do; it remembers on which thread it ended."""

    def __init__(self, ends: Ends, *, in_a_cycle: bool) -> None:
        super().__init__()
        self.itself = self if in_a_cycle else None
        weakref.finalize(self, lambda: ends.append(threading.current_thread().name))


@pytest.fixture
def python_collects() -> Iterator[None]:
    """As it does in every program that asks for nothing."""
    gc.collect()
    gc.enable()
    yield
    gc.disable()


def many_objects() -> int:
    """Enough to make Python collect several times."""
    return len([[number] for number in range(100_000)])


@pytest.mark.parametrize("way", ["run_free", "run_aside"])
def test_a_worker_collects_nothing_of_the_window(
    way: str, python_collects: None, tasks: VaultThread, qtbot: QtBot
) -> None:
    ends: Ends = []
    Page(ends, in_a_cycle=True)
    parent = QObject()
    Collector(parent)

    done: list[int] = []
    getattr(tasks, way)(many_objects, done.append)
    qtbot.waitUntil(lambda: bool(done))
    before = list(ends)
    gc.collect()

    assert (before, ends) == ([], ["MainThread"])


def test_what_is_due_is_collected_by_a_timer_of_the_window(python_collects: None, qtbot: QtBot) -> None:
    ends: Ends = []
    parent = QObject()
    Collector(parent)
    Page(ends, in_a_cycle=True)
    kept = [[number] for number in range(2_000)]

    qtbot.waitUntil(lambda: ends == ["MainThread"])

    assert len(kept) == 2_000


def test_nothing_is_collected_that_is_not_due() -> None:
    gc.collect()
    ends: Ends = []
    Page(ends, in_a_cycle=True)

    collect_what_is_due()

    assert ends == []
    gc.collect()


@pytest.mark.parametrize("way", ["run_free", "run_aside"])
@pytest.mark.parametrize("fails", [False, True])
def test_what_a_job_holds_is_let_go_on_the_windows_thread(
    way: str, fails: bool, tasks: VaultThread, qtbot: QtBot
) -> None:
    ends: Ends = []
    may_go = threading.Event()

    def ask() -> None:
        page = Page(ends, in_a_cycle=False)

        def job() -> None:
            may_go.wait(10)
            if fails:
                raise ValueError(page.objectName())

        getattr(tasks, way)(job, lambda _none: page.objectName())

    for _ in range(30):
        ask()
    may_go.set()
    qtbot.waitUntil(lambda: not tasks.busy)

    assert ends == ["MainThread"] * 30
