"""Naming a case by its number: typed, or walked through with the arrow keys; "new" opens one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from counsellor_desk.casework.model import CaseFile, CaseId
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.casework.views import CaseRow
from counsellor_desk.desk.kit.fields import LineField
from counsellor_desk.desk.kit.flow import FlowLayout
from counsellor_desk.desk.kit.labels import Quiet
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.numbers import means_new, possible_numbers
from counsellor_desk.desk.pages.phrases import SEPARATOR, phrases_of
from counsellor_desk.desk.space import Space

MOST_RECENT = 4


class CaseField(QWidget):
    """The field, what it found, and the cases of late as chips.

    Signals: changed() when the person changed it; found(CaseFile) when a typed number names a case.
    """

    changed = Signal()
    found = Signal(object)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._case: CaseFile | None = None
        self._recent: tuple[CaseRow, ...] = ()
        self._field = _NumberLine(self.tr("Case"), self.tr("Number, or new"))
        self._field.textEdited.connect(lambda _words: self._on_typed())
        self._field.stepped.connect(self._on_stepped)
        self._about = Quiet()
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for part in (self._field, self._about, self._chips):
            column.addWidget(part)
        self.setFocusProxy(self._field)
        self.setAccessibleName(self.tr("Case"))

    @property
    def case(self) -> CaseId | None:
        """The case that was found."""
        return self._case.id if self._case else None

    @property
    def is_new(self) -> bool:
        """Whether a new case is asked for."""
        return means_new(self._field.text())

    def typed(self) -> str:
        """The words in the field."""
        return self._field.text()

    def offer(self, recent: tuple[CaseRow, ...]) -> None:
        """The cases of late, newest first, and a chip for a new one."""
        self._recent = recent[:MOST_RECENT]
        self._flow.clear()
        for row in self._recent:
            about = SEPARATOR.join((row.number, phrases_of(self._context).about_case(row)))
            self._flow.addWidget(self._chip(row.number, row.number, about))
        new = self.tr("new")
        self._flow.addWidget(self._chip(new, new, self.tr("A new case")))

    def show_case(self, case: CaseFile | None) -> None:
        """Show this case, silently."""
        self._field.setText(case.number if case else "")
        self._take(case)

    def show_new(self) -> None:
        """Show that a new case is meant, silently."""
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

    def _choose(self, typed: str) -> None:
        self._field.setText(typed)
        self._on_typed()

    def _on_stepped(self, step: int) -> None:
        """Arrow down walks from the newest case to older ones."""
        numbers = [row.number for row in self._recent]
        if not numbers:
            return
        here = numbers.index(self._field.text()) if self._field.text() in numbers else -1 if step > 0 else 0
        self._choose(numbers[(here + step) % len(numbers)])

    def _on_typed(self) -> None:
        typed = self._field.text()
        self._take(None)
        self.changed.emit()
        numbers = possible_numbers(typed, self._context.today())
        if not numbers:
            return

        def show(case: CaseFile | None) -> None:
            if self._field.text() == typed:
                self._take(case)
                if case is None:
                    self._about.setText(self.tr("No case has this number."))
                    self._about.show()
                else:
                    self.found.emit(case)
                    self.changed.emit()

        self._context.tasks.run(lambda office: first_case(office.book, numbers), show)

    def _take(self, case: CaseFile | None) -> None:
        self._case = case
        self._chips.setVisible(case is None)
        self._about.setVisible(case is not None)
        if case is None:
            return
        phrases = phrases_of(self._context)
        nature = phrases.label(case.primary_nature) if case.primary_nature else ""
        parts = (case.number, phrases.label(case.status), nature)
        self._about.setText(SEPARATOR.join(part for part in parts if part))


class _NumberLine(LineField):
    """A line in which arrow up and down walk through the cases of late.

    Signals: stepped(int) with 1 for down, -1 for up.
    """

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


def first_case(book: Casebook, numbers: tuple[str, ...]) -> CaseFile | None:
    """The case with the first of ``numbers`` that is known."""
    for number in numbers:
        if (case := book.case_by_number(number)) is not None:
            return case
    return None
