"""A long case in the real window: showing it, going to its first day, another width, scrolling, a very long note.

The bound is a tenth of a second: what holds up the window longer is felt. The longest time that nothing else could
happen is told by a heartbeat, which also hears what the vault's thread takes of the interpreter.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from counsellor_desk.casework.drafts import NoteDraft
from counsellor_desk.casework.model import CaseId, NoteClass, NoteId
from counsellor_desk.casework.notes import write_note
from counsellor_desk.casework.views import NoteEntry
from counsellor_desk.desk.model import place
from counsellor_desk.desk.pages.case.page import CasesPage
from counsellor_desk.desk.pages.case.timeline import Timeline
from counsellor_desk.desk.window import DeskWindow
from counsellor_desk.office import Office
from tests import inside
from tests.bench.at_size import said
from tests.bench.frame import Ratio
from tests.bench.heartbeat import beat, bound, longest_block, settle

BOUND_MB = 25.0
MANY = 10_000
A_YEAR = 1_000


def run() -> list[Ratio]:
    """Longest times in milliseconds, and what the rows of 10,000 entries take of the memory."""
    os.environ["QT_QPA_PLATFORM"] = "xcb"
    ratios: list[Ratio] = []
    assert inside.run(lambda window: ratios.extend(measure(window)), "--practice", "--language", "nl") == 0
    return ratios


def measure(window: DeskWindow) -> Iterator[Ratio]:
    """All of it, in the practice; the window is closed afterwards."""
    assert window.shell is not None
    window.shell.navigate(place.Cases())
    page = window.shell.page("cases")
    assert isinstance(page, CasesPage)
    settle(page.window().tasks)
    yield from opening(page)
    timeline = page.desk.timeline
    yield from many_entries(timeline)
    yield from writing(page, timeline)
    window.close()


def opening(page: CasesPage) -> Iterator[Ratio]:
    """A case of a thousand notes is opened, and read through with the wheel."""
    case = page.desk.case
    assert case is not None
    page.window().tasks.run(lambda office: fill(office, case))
    settle(page.window().tasks)
    yield bound("opening a case of 1,000 notes, longest block", longest_block(lambda: open_again(page)))
    yield bound("reading it from end to end, longest block", longest_block(lambda: read_through(page.desk.timeline)))


def many_entries(timeline: Timeline) -> Iterator[Ratio]:
    """Ten thousand entries, without a vault."""
    entries = tuple(entry(number) for number in range(MANY))
    before = resident_mb()
    yield bound("showing 10,000 entries", taken(lambda: timeline.show_entries(entries, afresh=True)))
    yield Ratio("memory for their rows / 25 MB", resident_mb() - before, BOUND_MB, "MB", aim=0.5, limit=1)
    oldest = NoteId(MANY)
    yield bound("going to the oldest", taken(lambda: timeline.show_entries(entries, afresh=False, at=oldest)))
    window = timeline.window()
    steps = [taken(lambda step=step: window.resize(1280 - 20 * step, 800)) for step in range(1, 9)]
    yield bound("another width of the window, longest of 8", max(steps))


def writing(page: CasesPage, timeline: Timeline) -> Iterator[Ratio]:
    """A note of 200,000 letters without a blank: shown, and a key in it."""
    solid = entry(0, "x" * 199_000)
    yield bound("showing a note of 199,000 letters", taken(lambda: timeline.show_entries((solid,), afresh=True)))
    page.desk.composer.write("note")
    area = next(one for one in page.desk.composer.findChildren(QPlainTextEdit) if one.isVisible())
    pasted = QMimeData()
    pasted.setText(solid.text)
    yield bound("pasting it", taken(lambda: area.insertFromMimeData(pasted)))
    yield bound("a key in it, longest of 20", max(taken(lambda: press(area)) for _key in range(20)))
    area.clear()


def fill(office: Office, case: CaseId) -> None:
    """A year of work in one case."""
    with office.book.transaction():
        for number in range(A_YEAR):
            told = entry(number)
            write_note(office.book, case, NoteDraft(told.text, told.note_class), told.written_at)


def entry(number: int, text: str = "") -> NoteEntry:
    """Note ``number`` of a long case, of ten to a hundred words, each day one."""
    at = datetime(2026, 11, 20, 9) - timedelta(hours=20 * number)
    note_class = NoteClass.AID if number % 5 == 0 else NoteClass.FILE
    return NoteEntry(NoteId(number + 1), at.date(), at, note_class, text or said(number), number % 3)


def open_again(page: CasesPage) -> None:
    """Another case, and the long one again."""
    for row in (1, 0):
        page.list.view.setCurrentIndex(page.list.rows.index(row))
        settle(page.window().tasks)


def read_through(timeline: Timeline) -> None:
    """With the wheel, five notches at a time."""
    bar = timeline.verticalScrollBar()
    bar.setValue(0)
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + 15 * bar.singleStep())
        beat()


def taken(act: Callable[[], object]) -> float:
    """Milliseconds until ``act`` is done and painted."""
    begun = time.perf_counter()
    act()
    QApplication.processEvents()
    return (time.perf_counter() - begun) * 1000


def press(area: QPlainTextEdit) -> None:
    """One letter."""
    key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "a")
    QApplication.sendEvent(area, key)


def resident_mb() -> float:
    """What the process has in memory."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
