"""The Cases page: the list, and the case beside it."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from counsellor_desk.casework.model import CaseId, NoteId
from counsellor_desk.casework.status import AFTERCARE, CLOSED, WAITING
from counsellor_desk.desk.kit.states import EmptyState
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.desk.pages.case.case_list import TO_CLOSE, CaseList
from counsellor_desk.desk.pages.case.view import CaseDesk
from counsellor_desk.desk.pages.writing.intake import IntakePage

FOLD_BELOW = 1000
"""Width of the page, in pixels, under which "at a glance" folds away behind a button."""


class CasesPage(Page):
    """List and case. ``shown`` takes ``case`` and ``note`` to open one; ``status``, ``to_close`` or ``among`` (ids of
    cases whose client is to be asked whether they may be counted) to filter."""

    records = frozenset({Records.CASES, Records.TIMELINE, Records.PEOPLE, Records.ORGANISATIONS})

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.list = CaseList(context)
        self.desk = CaseDesk(context)
        self._intake = IntakePage(context)
        self.destroyed.connect(self._intake.deleteLater)  # the panel has it only while it is open
        self._none = EmptyState(
            "cases",
            self.tr("No case is open."),
            self.tr("Choose one on the left, or begin a new one."),
            self.tr("New case"),
            self._on_new,
        )
        self._right = QWidget()
        self._stack = QStackedLayout(self._right)
        self._stack.addWidget(self._none)
        self._stack.addWidget(self.desk)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.list)
        line.addWidget(self._right, 1)
        self._unfolded = False
        self.list.case_chosen.connect(self._open)
        self.list.new_wanted.connect(self._on_new)
        self.list.listed.connect(self._on_listed)
        self.desk.glance_wanted.connect(self._on_glance)

    def shown(self, **place: object) -> None:
        case, note, status = place.get("case"), place.get("note"), place.get("status")
        among = place.get("among")
        if isinstance(among, tuple):
            self.list.show_to_ask(among)
        elif place.get("to_close"):
            self.list.show_status(TO_CLOSE)
        elif isinstance(status, str):
            self.list.show_status(_group(status))
        else:
            self.list.read()
        if isinstance(case, int):
            self._open(CaseId(case), NoteId(note) if isinstance(note, int) else None)
        else:
            self.desk.refresh()

    def refresh(self) -> None:
        self.list.read()
        self.desk.refresh()

    def flush(self) -> None:
        self.desk.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _open(self, case: CaseId, note: NoteId | None = None) -> None:
        self.list.choose(case)
        self.desk.open_case(case, note)
        self._stack.setCurrentWidget(self.desk)

    def _on_listed(self, count: int) -> None:
        """Open the first case when none was asked for yet; with nothing to open say so."""
        first = self.list.first()
        if self.desk.case is None and first is not None:
            self._open(first)
        del count

    def _on_new(self) -> None:
        self.context.frame.open_panel(self.tr("New case"), self._intake)

    def _on_glance(self) -> None:
        self._unfolded = not self._unfolded
        self._fold()

    def _fold(self) -> None:
        """On a narrow page either the list or "at a glance" stands beside the case."""
        narrow = self.width() < FOLD_BELOW
        self.desk.header.offer_glance(narrow)
        self.desk.glance.setVisible(not narrow or self._unfolded)
        self.list.setVisible(not narrow or not self._unfolded)


def _group(status: str) -> str:
    for group, codes in (("waiting", WAITING), ("aftercare", AFTERCARE), ("closed", CLOSED)):
        if status in codes:
            return group
    return "open"
