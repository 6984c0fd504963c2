"""The real program, at work without a pause: ``main(thing, arguments)``. Prints "open" once it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle

from PySide6.QtCore import QTimer

from counsellor_desk.casework.views import CaseFilter, CaseRow
from counsellor_desk.desk.model.place import Cases, Figures
from counsellor_desk.desk.shell.shell import Shell
from counsellor_desk.desk.window import DeskWindow
from counsellor_desk.figures.offer import offered
from tests import inside

BETWEEN_MS = 40


def opening(shell: Shell, rows: tuple[CaseRow, ...]) -> Iterator[None]:
    """The case of 1,000 contacts, which had the last of all contacts, and a short one in turns."""
    for row in cycle(rows):
        yield shell.navigate(Cases(row.id))


def searching(shell: Shell, _rows: tuple[CaseRow, ...]) -> Iterator[None]:
    """Words, letter by letter."""
    field = shell.top_bar.search
    field.setFocus()
    for words in cycle("gesprek over de leidinggevende"[:length] for length in range(1, 31)):
        field.setText(words)
        yield field.textEdited.emit(words)


def counting(shell: Shell, _rows: tuple[CaseRow, ...]) -> Iterator[None]:
    """Figures, of one period after the other."""
    for period in cycle(offered(shell.context.today())):
        yield shell.navigate(Figures(period))


THINGS: dict[str, Callable[[Shell, tuple[CaseRow, ...]], Iterator[None]]] = {
    thing.__name__: thing for thing in (opening, searching, counting)
}


def main(thing: str, arguments: list[str]) -> int:
    """The exit code of the program."""

    def act(window: DeskWindow) -> None:
        window.tasks.run(lambda office: office.book.list_cases(CaseFilter(limit=2)), lambda rows: begin(window, rows))

    def begin(window: DeskWindow, rows: tuple[CaseRow, ...]) -> None:
        assert window.shell is not None
        steps = THINGS[thing](window.shell, rows)
        timer = QTimer(window)
        timer.timeout.connect(lambda: next(steps))
        timer.start(BETWEEN_MS)
        print("open", flush=True)

    return inside.run(act, *arguments)
