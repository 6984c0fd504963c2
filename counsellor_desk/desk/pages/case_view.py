"""One case: its head, writing in it, what happened, and at a glance."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counsellor_desk.casework.closing import reopen_case
from counsellor_desk.casework.model import CaseId, NoteId
from counsellor_desk.casework.views import CaseView
from counsellor_desk.desk.kit.card import Scroll
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.case_header import CaseHeader
from counsellor_desk.desk.pages.closing_card import ClosingCard
from counsellor_desk.desk.pages.composer import Composer
from counsellor_desk.desk.pages.destroy_card import DestroyCard
from counsellor_desk.desk.pages.glance import Glance
from counsellor_desk.desk.pages.phrases import phrases_of
from counsellor_desk.desk.pages.timeline import Timeline
from counsellor_desk.desk.space import Space


class CaseDesk(QFrame):
    """Everything about one case.

    Signals: changed() when something about it was kept; glance_wanted() when the folded column is asked for.
    """

    changed = Signal()
    glance_wanted = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._case: CaseId | None = None
        self._goal: NoteId | None = None
        self.header = CaseHeader()
        self.header.close_wanted.connect(self._on_close)
        self.header.reopen_wanted.connect(self._on_reopen)
        self.header.destroy_wanted.connect(self._on_destroy)
        self.header.glance_wanted.connect(self.glance_wanted)
        self.composer = Composer(context)
        self.timeline = Timeline(context)
        self.glance = Glance(context)
        for part in (self.composer.kept, self.timeline.changed, self.glance.changed):
            part.connect(self._on_changed)
        self._closing = ClosingCard(context)
        self.destroyed.connect(self._closing.deleteLater)  # the panel has it only while it is open
        self._closing.closed.connect(self._on_changed)
        self._destroying = DestroyCard(context)
        self.destroyed.connect(self._destroying.deleteLater)
        self._destroying.destroyed.connect(self._on_changed)
        self._scroll = Scroll()
        self._scroll.body.setContentsMargins(Space.XL, Space.XS, Space.XL, Space.XL)
        self._scroll.body.setSpacing(Space.L)
        self._scroll.body.addWidget(self.composer)
        self._scroll.body.addWidget(self.timeline)
        self._scroll.body.addStretch(1)
        self.header.setContentsMargins(Space.XL, Space.L + 2, Space.XL, Space.S)
        self.middle = QWidget()
        column = QVBoxLayout(self.middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._scroll, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.middle, 1)
        line.addWidget(self.glance)

    @property
    def case(self) -> CaseId | None:
        """The case that is open."""
        return self._case

    def open_case(self, case: CaseId, note: NoteId | None = None) -> None:
        """Read the case and show it, scrolled to ``note`` if one is named."""
        self._goal = note
        self._context.tasks.run(lambda office: office.book.case_view(case), self._show)

    def refresh(self) -> None:
        """Read the open case again."""
        if self._case is not None:
            self.open_case(self._case, self._goal)

    def flush(self) -> None:
        """Keep every draft now, and put names out of sight."""
        self.composer.flush()
        self.timeline.flush()
        self.glance.flush()
        self.glance.hide_names()

    def _show(self, view: CaseView) -> None:
        afresh = view.case.id != self._case
        self._case = view.case.id
        self.header.show_case(view, phrases_of(self._context))
        self.composer.show_case(view.case, afresh=afresh)
        self.composer.setVisible(view.case.is_open)
        self.timeline.show_entries(view.timeline, afresh=afresh)
        self.glance.show_case(view)
        if afresh:
            self._scroll.verticalScrollBar().setValue(0)
        if self._goal is not None:
            goal, self._goal = self._goal, None
            row = self.timeline.reveal(goal)
            if row is not None:
                QTimer.singleShot(0, self._scroll, lambda: self._scroll.ensureWidgetVisible(row))

    def _on_changed(self) -> None:
        self.refresh()
        self.changed.emit()

    def _on_close(self) -> None:
        self._context.frame.open_panel(self.tr("Close the case"), self._closing, case=self._case)

    def _on_destroy(self) -> None:
        self._context.frame.open_panel(self.tr("Destroy the case"), self._destroying, case=self._case)

    def _on_reopen(self) -> None:
        if (case := self._case) is not None:
            self._context.tasks.run(lambda office: reopen_case(office.book, case), lambda _case: self._on_changed())
