"""The earlier wordings of a note, newest first."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.model import NoteId, NoteRevision
from counsellor_desk.desk.kit.labels import Quiet
from counsellor_desk.desk.kit.reading import ReadingText
from counsellor_desk.desk.kit.rows.ground import CardPiece
from counsellor_desk.desk.kit.rows.row import RowKind, RowWidget
from counsellor_desk.desk.kit.rows.row_list import RowList
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.model.subject import Ready, State, Subject, Unavailable
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.desk.pages.case.timeline_rows import parts_of
from counsellor_desk.desk.pages.words.days import Days
from counsellor_desk.desk.pages.words.phrases import phrases_of
from counsellor_desk.desk.space import Space


class NoteHistory(Page[NoteId]):
    """Shown in the panel; nothing can be changed here. What is destroyed goes from here too."""

    records = frozenset({Records.TIMELINE})

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._open: Subject[NoteId, tuple[NoteRevision, ...]] = Subject(
            context.operations, lambda office, note: office.book.note_history(note), self._on_state
        )
        self._list = RowList(self.tr("Earlier versions"), {Wording: RowKind(lambda: _WordingWidget(self._days))})
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)

    def shown(self, note: NoteId | None = None) -> None:
        self._open.close()
        if note is not None:
            self._open.open(note)

    def refresh(self) -> None:
        self._open.read_again()

    def _on_state(self, state: State[NoteId, tuple[NoteRevision, ...]]) -> None:
        rows = wordings_of(state.value) if isinstance(state, Ready) else ()
        self._list.show_rows(rows, afresh=not rows)
        if isinstance(state, Unavailable):
            self.context.frame.show_error(state.error)

    def _days(self) -> Days:
        return phrases_of(self.context).days


@dataclass(frozen=True, slots=True)
class Wording:
    """A part of what a note said until ``until``. ``goes_on``: another part follows."""

    revision: int
    number: int
    until: datetime
    words: str
    goes_on: bool

    @property
    def key(self) -> Hashable:
        return self.revision, self.number

    @property
    def characters(self) -> int:
        return len(self.words)


def wordings_of(history: Sequence[NoteRevision]) -> tuple[Wording, ...]:
    """The rows of all wordings, newest first."""
    rows = []
    for one in sorted(history, key=lambda one: one.revision, reverse=True):
        parts = parts_of(one.body)
        for number, words in enumerate(parts):
            rows.append(Wording(one.revision, number, one.written_at, words, goes_on=number + 1 < len(parts)))
    return tuple(rows)


class _WordingWidget(RowWidget[Wording]):
    """One part on the card of its wording, with the day above the first."""

    def __init__(self, days: Callable[[], Days]) -> None:
        super().__init__()
        self._days = days
        self._ground = CardPiece("plain", self)
        self._when = Quiet(wrap=False, parent=self)
        self._words = ReadingText(self.tr("What was written"), self)
        self._begins = self._goes_on = False

    def show_row(self, row: Wording) -> str:
        self._begins, self._goes_on = row.number == 0, row.goes_on
        self._ground.join(begins=self._begins, goes_on=self._goes_on)
        self._when.setText(f"{self._days().short(row.until.date())} {row.until:%H:%M}" if self._begins else "")
        self._words.show_words(row.words)
        return " ".join(said for said in (self._when.text(), row.words) if said)

    def blank(self) -> None:
        self._when.setText("")
        self._words.show_words("")

    def is_held(self) -> bool:
        return self._words.is_marked()

    def lay_out(self, width: int) -> int:
        y, inside = 0, width - 2 * Space.L
        if self._begins:
            self._when.setGeometry(Space.L, Space.L, inside, self._when.sizeHint().height())
            y = self._when.geometry().bottom() + 1 + Space.S
        high = self._words.height_for(inside)
        self._words.setGeometry(Space.L, y, inside, high)
        y += high + (0 if self._goes_on else Space.L)
        self._ground.setGeometry(0, 0, width, y)
        return y + (0 if self._goes_on else Space.M)
