"""The head of a case: its number, how it stands, its codes and signs in words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counsellor_desk.casework.views import CaseView
from counsellor_desk.desk.kit.buttons import QuietButton
from counsellor_desk.desk.kit.flow import FlowLayout
from counsellor_desk.desk.kit.labels import Title
from counsellor_desk.desk.kit.pill import Pill
from counsellor_desk.desk.pages.words.phrases import Phrases
from counsellor_desk.desk.pages.words.status import status_look
from counsellor_desk.desk.space import Space


class CaseHeader(QWidget):
    """Number, status, natures and signs.

    Signals: close_wanted(); reopen_wanted(); destroy_wanted(); glance_wanted().
    """

    close_wanted = Signal()
    reopen_wanted = Signal()
    destroy_wanted = Signal()
    glance_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = Title()
        self._status = Pill()
        self._glance = QuietButton(self.tr("At a glance"), self.glance_wanted.emit, size="small")
        self._glance.hide()
        self._close = QuietButton(self.tr("Close case"), self.close_wanted.emit, size="small")
        self._destroy = QuietButton(self.tr("Destroy"), self.destroy_wanted.emit, size="small")
        self._reopen = QuietButton(self.tr("Reopen"), self.reopen_wanted.emit, size="small")
        line = QHBoxLayout()
        line.setSpacing(Space.M)
        line.addWidget(self._number)
        line.addWidget(self._status)
        line.addStretch(1)
        for button in (self._glance, self._close, self._destroy, self._reopen):
            line.addWidget(button)
        self._signs = QWidget()
        self._flow = FlowLayout(self._signs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(line)
        column.addWidget(self._signs)

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

    def offer_glance(self, offered: bool) -> None:
        """Whether the column beside the case is folded, so that a button must lead to it."""
        self._glance.setVisible(offered)
