"""One case: its head, writing in it, what happened, and at a glance."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from counsellor_desk.casework.closing import reopen_case
from counsellor_desk.casework.errors import RecordMissing
from counsellor_desk.casework.model import CaseId, NoteId
from counsellor_desk.casework.views import CaseView
from counsellor_desk.desk.folds import MOST_CASE
from counsellor_desk.desk.kit.attention import has_attention
from counsellor_desk.desk.kit.card import column, row
from counsellor_desk.desk.kit.states import EmptyState, Progress
from counsellor_desk.desk.late_page import LatePage
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.model.subject import Ready, State, Subject, Unavailable
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.case.closing import ClosingCard
from counsellor_desk.desk.pages.case.destroying import DestroyCard
from counsellor_desk.desk.pages.case.glance import Glance
from counsellor_desk.desk.pages.case.header import CaseHeader
from counsellor_desk.desk.pages.case.timeline import Timeline
from counsellor_desk.desk.pages.words.phrases import phrases_of
from counsellor_desk.desk.pages.writing.composer import Composer
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError

_PATIENCE_MS = 400
_NEARLY_ALL = 1000  # to one: what is not to grow further leaves the rest empty


class CaseDesk(QFrame):
    """Everything about one case: the one that was asked for last. While it is read, nothing of the case before can be
    seen, reached or used; the same case read again stays in sight meanwhile.

    Signals: glance_wanted() when the folded column is asked for.
    """

    glance_wanted = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._open: Subject[CaseId, CaseView] = Subject(
            context.operations,
            lambda office, case: office.book.case_view(case),
            self._on_state,
            is_gone=lambda error: isinstance(error, RecordMissing),
        )
        self._is_in_sight = False
        self._goal: NoteId | None = None
        self._waiting = _Waiting(self)
        self._inside = QWidget(self)
        self.middle = QWidget(self._inside)
        self.header = CaseHeader(self.middle)
        self.header.close_wanted.connect(self._on_close)
        self.header.reopen_wanted.connect(self._on_reopen)
        self.header.destroy_wanted.connect(self._on_destroy)
        self.header.glance_wanted.connect(self.glance_wanted)
        self.composer = Composer(context)
        self.timeline = Timeline(context, self.composer, self.middle)
        self.composer.saving.connect(self.timeline.show_top)
        self.glance = Glance(context, self._inside)
        self._closing = LatePage(self, lambda: ClosingCard(context))
        self._destroying = LatePage(self, lambda: DestroyCard(context))
        self.header.setContentsMargins(Space.XL, Space.L + 2, Space.XL, Space.S)
        self.middle.setMaximumWidth(MOST_CASE)
        self._column = column(self.header, self.timeline, spacing=0)
        self.middle.setLayout(self._column)
        self._line = row(self.middle, self.glance, None, spacing=0)
        self._line.setStretch(0, _NEARLY_ALL)
        self._inside.setLayout(self._line)
        self._refusal: EmptyState | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._waiting)
        self._stack.addWidget(self._inside)

    @property
    def case(self) -> CaseId | None:
        """The case that was asked for last."""
        return self._open.key

    def fold(self, *, glance: bool, instead: bool) -> None:
        """Whether "at a glance" is seen, and whether it stands in the place of the timeline, not beside it."""
        self.glance.setVisible(glance)
        self.timeline.setVisible(not (glance and instead))
        self.glance.grow(instead)
        if instead:
            self._column.addWidget(self.glance)
        else:
            self._line.insertWidget(1, self.glance)

    def come_to(self) -> None:
        """The keyboard's attention goes to where one reads or writes, as soon as there is something to read."""
        if not self._is_in_sight:
            self._waiting.setFocus()
        elif self.composer.isVisible():
            self.composer.focus_first()
        else:
            self.middle.setFocus()

    def open_case(self, case: CaseId, note: NoteId | None = None) -> None:
        """Read the case and show it, scrolled to ``note`` if one is named."""
        self._goal = note
        self._open.open(case)

    def refresh(self) -> None:
        """Read the case again."""
        self._open.read_again()

    def flush(self) -> None:
        """Keep every draft now, and put names out of sight."""
        self.composer.flush()
        self.timeline.flush()
        self.glance.flush()
        self.glance.hide_names()

    def _on_state(self, state: State[CaseId, CaseView]) -> None:
        match state:
            case Ready(value=view):
                self._show(view)
            case Unavailable(error=error):
                self._say_why_not(error)
            case _:
                self._leave()

    def _leave(self) -> None:
        """Put the case away: each draft into its own slot, the panels that are about it, the names."""
        self.composer.leave()
        self.timeline.leave()
        self.glance.leave()
        self._is_in_sight = False
        self._closing.close()
        self._destroying.close()
        self._waiting.begin(self.tr("Opening the case…"))
        self._stack.setCurrentWidget(self._waiting)

    def _show(self, view: CaseView) -> None:
        afresh, self._is_in_sight = not self._is_in_sight, True
        goal, self._goal = self._goal, None
        self.middle.setAccessibleName(view.case.number)
        was_at_header = has_attention(self.header)
        self.header.show_case(view, phrases_of(self._context))
        self.composer.show_case(view.case, afresh=afresh)
        self.composer.setVisible(view.case.is_open)
        self.timeline.show_entries(view.timeline, afresh=afresh, at=goal)
        self.glance.show_case(view)
        if afresh:
            self._come_in(goal)
        elif was_at_header and not has_attention(self.header):
            self.come_to()  # the button that was pressed has gone

    def _come_in(self, goal: NoteId | None) -> None:
        """Show what is filled in now; the keyboard's attention, if it was here, goes to where one reads or writes."""
        was_here = self._waiting.hasFocus()
        self._waiting.end()
        self._stack.setCurrentWidget(self._inside)
        if was_here and not (goal is not None and self.timeline.go_to_note(goal)):
            self.middle.setFocus()
            if self.composer.isVisible():
                self.composer.focus_first()

    def _say_why_not(self, error: DeskError) -> None:
        """Say why there is no case to see."""
        if self._is_in_sight:
            self._leave()
        words = message_for(error)
        before, self._refusal = (
            self._refusal,
            EmptyState("cases", words.sentence(), words.advice(), self.tr("Try again"), self.refresh),
        )
        self._waiting.end()
        self._stack.addWidget(self._refusal)
        self._stack.setCurrentWidget(self._refusal)
        if before is not None:
            before.deleteLater()

    def _on_close(self) -> None:
        self._context.frame.open_panel(self.tr("Close the case"), self._closing(), self._open.key)

    def _on_destroy(self) -> None:
        self._context.frame.open_panel(self.tr("Destroy the case"), self._destroying(), self._open.key)

    def _on_reopen(self) -> None:
        if (case := self._open.key) is not None:
            self._context.operations.write(lambda office: reopen_case(office.book, case), (Records.CASES,))


class _Waiting(QWidget):
    """An empty page; when it takes longer, a line says what is being done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = Progress()
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.addWidget(self._line)
        column.addStretch(1)

    def begin(self, words: str) -> None:
        """Show ``words`` while the case is read, once that takes longer than a moment."""
        self.setAccessibleName(words)
        self._line.begin(words, patience=_PATIENCE_MS)

    def end(self) -> None:
        """Take the words away: the case is there."""
        self._line.end()
