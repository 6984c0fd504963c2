"""Naming a case by its number: typed out, or chosen from those it can mean; "new" opens one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from counsellor_desk.casework.model import CaseFile, CaseId
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.casework.status import CLOSED
from counsellor_desk.casework.views import CaseFilter, CaseRow, CaseSort
from counsellor_desk.desk.kit.fields import LineField
from counsellor_desk.desk.kit.flow import FlowLayout
from counsellor_desk.desk.kit.labels import Remark
from counsellor_desk.desk.model.operation import LatestRead
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.words.phrases import SEPARATOR, phrases_of
from counsellor_desk.desk.pages.writing.numbers import means_new, possible_numbers, whole_number
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError

MOST_OFFERED = 4
MOST_POSSIBLE = 11  # all that one digit more can make of "26-08"


@dataclass(frozen=True, slots=True)
class Found:
    """The case of a number that was typed out, or else those the number can mean."""

    case: CaseFile | None = None
    row: CaseRow | None = None
    possible: tuple[CaseRow, ...] = ()


class CaseField(QWidget):
    """The field, what it found, and cases to choose from as chips: those of late, or those a number can mean.

    A case is found when its number is typed out or chosen; the field then says which one it is, and whether it is
    closed. Signals: changed() when the person changed it; found(CaseFile) when her number names a case; finished()
    when the field was left.
    """

    changed = Signal()
    found = Signal(object)
    finished = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._case: CaseId | None = None
        self._closed = False
        self._unknown = False
        self._looking = LatestRead[Found](context.operations)
        self._recent: tuple[CaseRow, ...] = ()
        self._offered: tuple[CaseRow, ...] = ()
        self._field = _NumberLine(self.tr("Case"), self.tr("Number, or new"))
        self._field.textEdited.connect(lambda _words: self._on_typed())
        self._field.stepped.connect(self._on_stepped)
        self._field.editingFinished.connect(self.finished)
        self._about = Remark("small")
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for part in (self._field, self._about, self._chips):
            column.addWidget(part)
        self.setFocusProxy(self._field)
        self.setAccessibleName(self.tr("Case"))
        self._say("")

    @property
    def case(self) -> CaseId | None:
        """The case that was found."""
        return self._case

    @property
    def is_closed(self) -> bool:
        """Whether the field says that the case is closed."""
        return self._closed

    @property
    def is_new(self) -> bool:
        """Whether a new case is asked for."""
        return means_new(self._field.text())

    @property
    def number(self) -> str | None:
        """The number that is typed out, found or not yet."""
        return whole_number(self._field.text())

    @property
    def is_unknown(self) -> bool:
        """Whether the number is typed out and no case has it."""
        return self._unknown

    def unclear(self) -> str | None:
        """The words that name no case; None when one was found, a new one is meant, or nothing is typed."""
        if self._case is not None or self.is_new or not self._field.text().strip():
            return None
        return self._field.text()

    def complaint(self) -> str:
        """What to do about them."""
        if self.number is not None:
            return self.tr("No case has this number.")
        return self.tr("No case is chosen yet. Type the whole number, such as 26-044, or choose one from the list.")

    def mark_wrong(self, wrong: bool) -> None:
        """Show or drop the border that says: look here."""
        self._field.mark_wrong(wrong)

    def set_words(self, words: str) -> None:
        """Show typed words again and look the case up."""
        self._field.setText(words)
        self._look_up()

    def typed(self) -> str:
        """The words in the field."""
        return self._field.text().strip()

    def offer(self, recent: tuple[CaseRow, ...]) -> None:
        """The cases of late, newest first, and a chip for a new one."""
        self._recent = recent[:MOST_OFFERED]
        if not self._field.text():
            self._offer(self._recent)

    def show_case(self, case: CaseId | None, *, presumed: bool = False) -> None:
        """Show this case, silently; ``presumed`` tells about it as if its number had been typed."""
        if case is not None and case == self._case:
            return
        self._field.setText("")
        self._take(case)
        if case is None:
            return

        def show(found: Found) -> None:
            if self._case == case and found.case is not None:
                self._field.setText(found.case.number)
                if self._show_found(found) and presumed:
                    self.found.emit(found.case)

        def failed(error: DeskError) -> None:
            if self._case == case:
                self._take(None)
            self._context.frame.show_error(error)

        self._context.operations.read(lambda office: _of_case(office.book, case), show, failed)

    def show_new(self) -> None:
        """Show that a new case is meant, silently."""
        if not self.is_new:
            self._field.setText(self.tr("new"))
        self._take(None)

    def _chip(self, words: str, typed: str, name: str) -> QPushButton:
        chip = QPushButton(words)
        chip.setProperty("kind", "chip")
        chip.setAutoDefault(False)
        chip.setAccessibleName(name)
        chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # by keyboard the arrows in the field do the same
        chip.clicked.connect(lambda: self._choose(typed))
        return chip

    def _offer(self, rows: tuple[CaseRow, ...]) -> None:
        self._offered = rows
        self._flow.clear()
        phrases = phrases_of(self._context)
        for row in rows:
            about = SEPARATOR.join((row.number, phrases.label(row.status), phrases.about_case(row)))
            self._flow.addWidget(self._chip(row.number, row.number, about))
        new = self.tr("new")
        self._flow.addWidget(self._chip(new, new, self.tr("A new case")))

    def _choose(self, typed: str) -> None:
        offered = self._offered
        self._field.setText(typed)
        self._on_typed()
        self._offered = offered  # the arrows go on from here
        self._field.setFocus()

    def _on_stepped(self, step: int) -> None:
        """Arrow down walks through what is offered, from the first on."""
        numbers = [row.number for row in self._offered]
        if not numbers:
            return
        here = numbers.index(self._field.text()) if self._field.text() in numbers else -1 if step > 0 else 0
        self._choose(numbers[(here + step) % len(numbers)])

    def _on_typed(self) -> None:
        self._look_up()
        self.changed.emit()

    def _look_up(self) -> None:
        typed, today = self._field.text(), self._context.today()
        self._field.mark_wrong(False)
        self._take(None)
        if not possible_numbers(typed, today):
            self._offer(self._recent)
            return

        def show(found: Found) -> None:
            if self._field.text() != typed or self._case is not None:
                return
            if self._show_found(found):
                self.found.emit(found.case)

        whole, possible = whole_number(typed), possible_numbers(typed, today)
        self._looking.ask(lambda office: _of_number(office.book, whole, possible), show)

    def _show_found(self, found: Found) -> bool:
        """Whether a talk can be added to what was found."""
        case, row = found.case, found.row
        if case is None or row is None:
            self._offer(found.possible)
            self._unknown = self.number is not None
            self._say(self.tr("Which one?") if found.possible else self.tr("No case has this number."))
        elif case.destroyed_on is not None:
            self._take(None)
            self._unknown = True
            self._say(self.tr("Case %1 was destroyed.").replace("%1", case.number), attention=True)
        else:
            self._take(case.id, closed=case.status in CLOSED)
            self._field.mark_wrong(False)  # it was left before the vault had answered
            phrases = phrases_of(self._context)
            about = (case.number, row.organisation, phrases.label(case.status))
            nature = phrases.label(case.primary_nature) if case.primary_nature else ""
            words = SEPARATOR.join(part for part in (*about, nature) if part)
            if self._closed:
                words = self.tr("%1. This case is closed.").replace("%1", words)
            self._say(words, attention=self._closed)
        return self._case is not None

    def _take(self, case: CaseId | None, *, closed: bool = False) -> None:
        self._case, self._closed, self._unknown = case, closed, False
        self._chips.setVisible(case is None)
        self._say("")

    def _say(self, words: str, *, attention: bool = False) -> None:
        self._about.set_role("attention" if attention else "small")
        self._about.setText(words)
        self._about.setVisible(bool(words))


class _NumberLine(LineField):
    """A line in which arrow up and down walk through the cases that are offered.

    Signals: stepped(int) with 1 for down, -1 for up.
    """

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


def _of_number(book: Casebook, whole: str | None, possible: tuple[str, ...]) -> Found:
    case = book.case_by_number(whole) if whole is not None else None
    if case is not None:
        return Found(case, _row(book, case.number))
    rows = (_row(book, number) for number in possible if book.case_by_number(number) is not None)
    return Found(possible=tuple(row for row in rows if row is not None)[:MOST_POSSIBLE])


def _of_case(book: Casebook, case: CaseId) -> Found:
    file = book.case(case)
    return Found(file, _row(book, file.number))


def _row(book: Casebook, number: str) -> CaseRow | None:
    wanted = CaseFilter(number=number, sort=CaseSort.NUMBER, descending=False, limit=1)
    return next((row for row in book.list_cases(wanted) if row.number == number), None)
