"""The Cases page: the list, and the case beside it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from counsellor_desk.casework.model import CaseId, NoteId
from counsellor_desk.casework.status import AFTERCARE, CLOSED, WAITING
from counsellor_desk.desk.folds import GLANCE_BESIDE_FROM, LEAST_CASE, LIST_BESIDE_FROM
from counsellor_desk.desk.kit.attention import give_attention
from counsellor_desk.desk.kit.divided import Divided
from counsellor_desk.desk.kit.states import EmptyState
from counsellor_desk.desk.late_page import LatePage
from counsellor_desk.desk.model import place
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.desk.pages.case.case_list import LIST_WIDTHS, TO_CLOSE, CaseList
from counsellor_desk.desk.pages.case.glance import GLANCE_WIDTH
from counsellor_desk.desk.pages.case.view import CaseDesk
from counsellor_desk.desk.pages.writing.intake import IntakePage


class CasesPage(Page[place.Cases]):
    """List and case. ``shown`` takes ``case`` and ``note`` to open one; ``status``, ``to_close`` or ``among`` (ids of
    cases whose client is to be asked whether they may be counted) to filter."""

    records = frozenset({Records.CASES, Records.TIMELINE, Records.PEOPLE, Records.ORGANISATIONS})

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.list = CaseList(context)
        self._right = QWidget()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(
            Divided(self.tr("Width of the list"), self.list, self._right, context.widths, "cases", LIST_WIDTHS)
        )
        self.desk = CaseDesk(context, self._right)  # where it stands: Qt styles all of a thing anew when it is moved
        self._intake = LatePage(self, lambda: IntakePage(context))
        self._none = EmptyState(
            "cases",
            self.tr("No case is open."),
            self.tr("Choose one on the left, or begin a new one."),
            self.tr("New case"),
            self._on_new,
        )
        self._stack = QStackedLayout(self._right)
        self._stack.addWidget(self._none)
        self._stack.addWidget(self.desk)
        self._unfolded = False
        self._is_at_list = True  # where there is room for one of them only
        back = QShortcut(QKeySequence("Alt+Left"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._on_list)
        self.list.case_chosen.connect(self._open)
        self.list.entered.connect(self._on_entered)
        self.list.new_wanted.connect(self._on_new)
        self.list.listed.connect(self._on_listed)
        self.desk.header.list_wanted.connect(self._on_list)
        self.desk.glance_wanted.connect(self._on_glance)

    def shown(self, where: place.Cases | None = None) -> None:
        wanted = where or place.Cases()
        if wanted.among:
            self.list.show_to_ask(wanted.among)
        elif wanted.to_close:
            self.list.show_status(TO_CLOSE)
        elif wanted.status:
            self.list.show_status(_group(wanted.status))
        else:
            self.list.read()
        if wanted.case is not None:
            self._open(wanted.case, wanted.note)
        else:
            self.desk.refresh()
        self._is_at_list = wanted.case is None
        self._fold()

    def come_to(self) -> None:
        if self.desk.isVisible():
            self.desk.come_to()
        else:
            give_attention(self.list.view)

    def come_to_read(self) -> None:
        give_attention(self.desk.middle if self.desk.middle.isVisible() else self.list.view)

    def refresh(self) -> None:
        self.list.read()
        self.desk.refresh()

    def flush(self) -> None:
        self.desk.flush()

    def minimumSizeHint(self) -> QSize:
        """As it folds: what stands there now may need more."""
        return QSize(self.least_width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _open(self, case: CaseId, note: NoteId | None = None) -> None:
        self.list.choose(case)
        self.desk.open_case(case, note)
        self._stack.setCurrentWidget(self.desk)
        self._fold()

    def _on_listed(self, count: int) -> None:
        """Open the first case when none was asked for yet; with nothing to open say so."""
        first = self.list.first()
        if self.desk.case is None and first is not None:
            self._open(first)
        del count

    def _on_new(self) -> None:
        self.context.frame.open_panel(self.tr("New case"), self._intake())

    def _on_glance(self) -> None:
        self._unfolded = not self._unfolded
        self._fold()

    def _on_list(self) -> None:
        """Back from the case to the list."""
        self._is_at_list = True
        self._fold()
        give_attention(self.list.view)

    def _on_entered(self) -> None:
        """From the list to the case, where one stands in the place of the other."""
        if self._right.isHidden():
            self._is_at_list = self._unfolded = False
            self._fold()
            self.desk.come_to()

    def _fold(self) -> None:
        """On a narrow page either the list or "at a glance" stands beside the case; on a very narrow one there is one
        of the three."""
        attended = self.window().focusWidget()
        one = self.width() < LIST_BESIDE_FROM
        folded = self.width() < GLANCE_BESIDE_FROM
        self._is_at_list = one and self._is_at_list
        at_list = one and (self._is_at_list or self.desk.case is None)
        self._right.setMinimumWidth(0 if one else LEAST_CASE if folded else LEAST_CASE + GLANCE_WIDTH)
        self._right.setVisible(not at_list)
        self.list.setVisible(at_list if one else not (folded and self._unfolded))
        self.list.grow(one)
        self.desk.header.offer_list(one)
        self.desk.header.offer_glance(folded, shown=self._unfolded)
        self.desk.fold(glance=not folded or self._unfolded, instead=one)
        if attended is not None and self.isAncestorOf(attended) and not attended.isVisibleTo(self):
            give_attention(self.list.view) if at_list else self.desk.come_to()


def _group(status: str) -> str:
    for group, codes in (("waiting", WAITING), ("aftercare", AFTERCARE), ("closed", CLOSED)):
        if status in codes:
            return group
    return "open"
