"""The bar above every page: search, the saved notice, and the contact card."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from counsellor_desk.desk.icons import icon
from counsellor_desk.desk.kit.buttons import PrimaryButton
from counsellor_desk.desk.kit.fields import LineField
from counsellor_desk.desk.kit.labels import KeyBadge, PlainLabel
from counsellor_desk.desk.space import TOP_BAR_HEIGHT, Space

_SEARCH_WIDTH = 520
_SAVED_MS = 60_000


class TopBar(QFrame):
    """Signals: contact_requested() when the contact card is asked for."""

    contact_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        self.setFixedHeight(TOP_BAR_HEIGHT)
        self.search = LineField(self.tr("Search"), self.tr("Search cases and notes"))
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        sign = self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        sign.setText(self.tr("Search"))
        self._badge = KeyBadge("Ctrl+K", parent=self.search)
        self._saved = PlainLabel("", "small")
        self._saved_timer = QTimer(self)
        self._saved_timer.setSingleShot(True)
        self._saved_timer.setInterval(_SAVED_MS)
        self._saved_timer.timeout.connect(self._saved.clear)
        self.contact = PrimaryButton(self.tr("Contact"), self.contact_requested.emit, keys="Ctrl+N")
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.XL, 0, Space.XL, 0)
        line.setSpacing(Space.M)
        line.addWidget(self.search, 4)
        line.addStretch(1)
        line.addWidget(self._saved)
        line.addWidget(self.contact)

    def say_saved(self, at: datetime) -> None:
        """Show "Saved 14:03" for a minute."""
        self._saved.setText(self.tr("Saved %1").replace("%1", f"{at:%H:%M}"))
        self._saved_timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self._badge, self._place_badge)

    def _place_badge(self) -> None:
        self._badge.adjustSize()
        field = self.search
        self._badge.move(field.width() - self._badge.width() - Space.M, (field.height() - self._badge.height()) // 2)
