"""The head of a case: its number, how it stands, its codes and signs in words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.views import CaseView
from counsellor_desk.desk.kit.buttons import QuietButton
from counsellor_desk.desk.kit.card import row
from counsellor_desk.desk.kit.flow import FlowLayout
from counsellor_desk.desk.kit.labels import Title
from counsellor_desk.desk.kit.pill import Pill
from counsellor_desk.desk.pages.words.phrases import Phrases
from counsellor_desk.desk.pages.words.status import status_look
from counsellor_desk.desk.space import Space


class CaseHeader(QWidget):
    """Number, status, natures and signs.

    Signals: close_wanted(); reopen_wanted(); destroy_wanted(); glance_wanted(); list_wanted().
    """

    close_wanted = Signal()
    reopen_wanted = Signal()
    destroy_wanted = Signal()
    glance_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = Title()
        self._status = Pill()
        self._glance = QuietButton(self.tr("At a glance"), self.glance_wanted.emit, size="small")
        self._glance.setCheckable(True)
        self._glance.hide()
        self.list_button = QuietButton(
            self.tr("All cases"), self.list_wanted.emit, size="small", symbol="chevron-left"
        )
        self.list_button.hide()
        self._close = QuietButton(self.tr("Close case"), self.close_wanted.emit, size="small")
        self._destroy = QuietButton(self.tr("Destroy"), self.destroy_wanted.emit, size="small")
        self._reopen = QuietButton(self.tr("Reopen"), self.reopen_wanted.emit, size="small")
        self._above = row(self.list_button, None, spacing=Space.M)
        self._line = row(self._number, self._status, None, spacing=Space.M)
        self._signs = QWidget()
        self._flow = FlowLayout(self._signs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(self._above)
        column.addLayout(self._line)
        column.addWidget(self._signs)
        self.offer_list(False)

    def show_case(self, view: CaseView, phrases: Phrases) -> None:
        """The head of this case."""
        case = view.case
        look = status_look(case.status)
        self._number.setText(case.number)
        self._status.setText(phrases.label(case.status))
        self._status.set_look(look.tint, look.shape)
        self._close.setVisible(case.is_open)
        closed = case.closed_on is not None and case.destroyed_on is None
        self._reopen.setVisible(closed)
        self._destroy.setVisible(closed)
        self._flow.clear()
        for nature in case.natures:
            self._flow.addWidget(Pill(phrases.label(nature)))
        if case.setting:
            self._flow.addWidget(Pill(phrases.label(case.setting)))
        self._flow.addWidget(Pill(phrases.counting(case)))
        if closed:
            self._flow.addWidget(Pill(phrases.retention(case)))
        if case.hold_until is not None:
            self._flow.addWidget(Pill(phrases.hold(case), tone="wait", shape="square"))

    def offer_glance(self, offered: bool, *, shown: bool) -> None:
        """Whether the column beside the case is folded, so that a button must lead to it; and whether it is shown."""
        self._glance.setVisible(offered)
        self._glance.setChecked(shown)

    def offer_list(self, offered: bool) -> None:
        """Whether the list of cases is folded away, so that a button must lead to it. What else can be done then
        stands beside that button."""
        self.list_button.setVisible(offered)
        for button in (self._glance, self._close, self._destroy, self._reopen):
            (self._above if offered else self._line).addWidget(button)
