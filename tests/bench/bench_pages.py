"""Every page at the size of a large office: the longest that the window is held up while it is opened, read again,
scrolled and typed in, and while its panels are opened. The bound is a tenth of a second: longer is felt."""

from __future__ import annotations

import gc
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLineEdit, QPlainTextEdit, QWidget

from counsellor_desk.casework.model import CaseId
from counsellor_desk.casework.status import CLOSED
from counsellor_desk.casework.views import CaseFilter
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.model.place import PLACES, Cases, Figures, Place, Settings, Today
from counsellor_desk.desk.shell.shell import Shell
from counsellor_desk.desk.unlock import LockScreen
from counsellor_desk.desk.window import DeskWindow
from counsellor_desk.figures.period import Period, PeriodKind
from counsellor_desk.office import Office
from tests import inside
from tests.bench.at_size import grow
from tests.bench.frame import Ratio
from tests.bench.heartbeat import beat, bound, longest_block, settle
from tests.journeys.furnished import PASSPHRASE, furnish
from tests.journeys.harness import places_of

BETWEEN_KEYS = 0.06  # seconds
Act = Callable[[], object]
Acts = Iterator[tuple[str, Act, Act]]
"""What is done, and before it what is not measured."""


def run() -> list[Ratio]:
    """A figure for each page and each thing done on it, in milliseconds."""
    ratios: list[Ratio] = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        furnish(home, ["een gesprek over de sfeer"], more=lambda office: grow(office, date.today()))
        os.environ.update({**places_of(home), "QT_QPA_PLATFORM": "xcb"})
        assert not inside.run(lambda window: ratios.extend(measure(window)), "--language", "en", made=unlock)
    return ratios


def unlock(window: DeskWindow) -> None:
    """Give the passphrase as soon as it is asked."""
    front = window.front
    if isinstance(front, LockScreen) and front.passphrase.isVisible():
        front.passphrase.setText(PASSPHRASE)
        front.passphrase.returnPressed.emit()
    else:
        QTimer.singleShot(20, window, lambda: unlock(window))


def measure(window: DeskWindow) -> Iterator[Ratio]:
    """All of it; the window is closed afterwards."""
    crashed: list[str] = []
    window.tasks.crashed.connect(crashed.append)
    desk = AtDesk(window)
    for part in (opening, reading_again, writing, scrolling, panels, asking_much):
        for name, act, before in part(desk):
            ratio = bound(name, longest_block(act, before))
            print(f"{ratio.ours:8.1f}  {name}", flush=True)
            yield ratio
    assert not crashed, crashed
    window.close()


class AtDesk:
    """A person at the open desk. Each thing she does is over when everything stands."""

    def __init__(self, window: DeskWindow) -> None:
        self.window = window
        self.settle()
        self.long, self.short, self.closed = self._three_cases()

    @property
    def shell(self) -> Shell:
        """The frame of the pages; another one after the language was chosen."""
        assert self.window.shell is not None
        return self.window.shell

    def settle(self) -> None:
        settle(self.window.tasks)

    def make_anew(self) -> None:
        """With the language all pages are made anew, and Today at once."""
        self.go(Today())
        self.window.switch_language("en")
        self.settle()

    def go(self, where: Place) -> None:
        self.shell.navigate(where)
        self.settle()

    def save(self) -> None:
        """Something of every kind was written."""
        self.shell.context.operations.write(lambda _office: None, tuple(Records))
        self.settle()

    def press(self, words: str) -> None:
        """The button in sight that says or is called ``words``."""
        button = self._named(words, QAbstractButton)
        assert isinstance(button, QAbstractButton)
        button.click()
        self.settle()

    def open_card(self) -> None:
        self.shell.open_contact_card()
        self.settle()

    def leave_panel(self) -> None:
        self.shell.close_panel()
        self.settle()

    def leave_form(self) -> None:
        """Away from a form that is open on the page, as it was before."""
        if self._is_in_sight("Cancel"):
            self.press("Cancel")

    def type(self, name: str, words: str) -> None:
        """Key by key, each answered before the next, in the field in sight that is called ``name``."""
        field = self._named(name, QLineEdit, QPlainTextEdit)
        field.setFocus()
        for sign in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign))
            self._wait(BETWEEN_KEYS)
        self.settle()

    def clear(self, name: str) -> None:
        """Take out what was typed in the field ``name``."""
        field = self._named(name, QLineEdit)
        assert isinstance(field, QLineEdit)
        field.clear()
        self.settle()

    def scroll(self, name: str = "") -> None:
        """From end to end, in a hundred steps: what is called ``name``, or the longest part in sight."""
        areas = [area for area in self.window.findChildren(QAbstractScrollArea) if area.isVisible()]
        named = [area for area in areas if area.accessibleName() == name] or areas
        bar = max((area.verticalScrollBar() for area in named), key=lambda bar: bar.maximum() / bar.singleStep())
        for step in range(101):
            bar.setValue(bar.maximum() * step // 100)
            beat()

    def _wait(self, seconds: float) -> None:
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            beat()

    def _is_in_sight(self, words: str) -> bool:
        buttons = self.window.findChildren(QAbstractButton)
        return any(one.isVisible() and one.text() == words for one in buttons)

    def _named(self, words: str, *kinds: type[QWidget]) -> QWidget:
        for one in self.window.findChildren(QWidget):
            said = one.text() if isinstance(one, QAbstractButton) else ""
            if (
                isinstance(one, kinds)
                and one.isVisible()
                and (one.accessibleName() == words or said.startswith(words))
            ):
                return one
        raise AssertionError(f"nothing in sight is called {words!r}")

    def _three_cases(self) -> tuple[CaseId, CaseId, CaseId]:
        """The one of 1,000 contacts, a short one, and one that is closed."""
        found: list[CaseId] = []

        def look(office: Office) -> None:
            book = office.book
            rows = book.list_cases(CaseFilter(limit=9_999))
            long = next(row for row in rows if len(book.case_view(row.id).timeline) > 999)
            short = next(row for row in rows if row.id != long.id and row.status not in CLOSED)
            closed = next(row for row in rows if row.status in CLOSED)
            found.extend((long.id, short.id, closed.id))

        self.window.tasks.run(look)
        self.settle()
        long, short, closed = found
        return long, short, closed


def opening(desk: AtDesk) -> Acts:
    """Each page for the first time since the desk was opened, and again."""
    yield "today, made anew with all the desk", desk.make_anew, lambda: desk.go(Today())
    for where in PLACES[1:]:
        yield f"{where.key}, for the first time", partial(desk.go, where), desk.make_anew
    for where, other in zip(PLACES, (Cases(), *PLACES), strict=False):
        yield f"{where.key}, again", partial(desk.go, where), partial(desk.go, other)
    for name, case in (("of 1,000 contacts", desk.long), ("that is short", desk.short)):
        yield (
            f"cases, a case {name}",
            partial(desk.go, Cases(case)),
            partial(desk.go, Cases(desk.closed)),
        )


def reading_again(desk: AtDesk) -> Acts:
    """Each page after something was saved."""
    desk.go(Cases(desk.long))
    for where in PLACES:
        yield f"{where.key}, read again", desk.save, partial(desk.go, where)
    yield "today, a follow-up done", partial(desk.press, "Done"), partial(desk.go, Today())


def writing(desk: AtDesk) -> Acts:
    """Each key in the fields that ask the vault, and the filters of the list."""
    desk.go(Cases(desk.long))
    yield "search, a key", partial(desk.type, "Search", "gesprek over"), partial(desk.clear, "Search")
    yield "search, a key of a number", partial(desk.type, "Search", "26-0"), partial(desk.clear, "Search")
    yield "cases, another filter", partial(desk.press, "Closed"), partial(desk.press, "Open")
    desk.press("Open")
    yield "cases, a key in a note", partial(desk.type, "Contact", "een rustig gesprek"), desk.settle
    desk.open_card()
    yield "contact card, a key of a number", partial(desk.type, "Case", "26-0"), partial(desk.clear, "Case")
    desk.leave_panel()


def scrolling(desk: AtDesk) -> Acts:
    """The longest part of each page from end to end."""
    for where in PLACES:
        yield f"{where.key}, scrolled from end to end", desk.scroll, partial(desk.go, where)
    yield "cases, the list of cases scrolled", partial(desk.scroll, "Cases"), partial(desk.go, Cases())


def panels(desk: AtDesk) -> Acts:
    """Each panel for the first time since the desk was opened, and again."""

    def at_case(case: CaseId) -> None:
        desk.make_anew()
        desk.go(Cases(case))

    for name, opened, case in (
        ("contact card", desk.open_card, desk.long),
        ("intake", partial(desk.press, "New case"), desk.long),
        ("identity", partial(desk.press, "Add"), desk.long),
        ("closing", partial(desk.press, "Close case"), desk.long),
        ("destroying", partial(desk.press, "Destroy"), desk.closed),
        ("note history", partial(desk.press, "Earlier versions"), desk.long),
    ):
        yield f"{name}, for the first time", opened, partial(at_case, case)
        yield f"{name}, again", opened, desk.leave_panel
    desk.leave_panel()
    desk.go(Settings())
    yield "restore", partial(desk.press, "Restore a backup"), desk.leave_panel
    desk.leave_panel()
    yield "organisations, a form", partial(desk.press, "Add an organisation"), desk.leave_form


def asking_much(desk: AtDesk) -> Acts:
    """What is worked out beside the window, and what the window's own thread does now and then."""
    year = Period(date.today().year - 1, PeriodKind.YEAR)
    quarter = Period.quarter_of(date.today())

    def figures(period: Period) -> None:
        desk.go(Figures(period))

    yield "figures of a year", partial(figures, year), partial(figures, quarter)
    yield "collecting garbage", gc.collect, desk.settle
