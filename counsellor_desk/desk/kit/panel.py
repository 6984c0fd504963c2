"""A panel that slides in from the right. The page beside it stays usable; Esc closes it and keeps the draft."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStyle, QVBoxLayout, QWidget

from counsellor_desk.desk.kit.buttons import IconButton
from counsellor_desk.desk.kit.card import Scroll, row
from counsellor_desk.desk.kit.labels import PlainLabel
from counsellor_desk.desk.space import PANEL_WIDTH, Space

_SLIDE_MS = 140


class Panel(QFrame):
    """Holds one widget at a time under a title. It lives in a layout right of the page.

    Signals: closed() after it was closed by Esc, by its button or by ``close_panel``.
    """

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._content: QWidget | None = None
        self._title = PlainLabel("", "title")
        self._scroll = Scroll()
        self._scroll.body.setContentsMargins(Space.XL, 0, Space.XL, Space.XL)
        close = IconButton("close", self.tr("Close, keeping the draft (Esc)"), self.close_panel)
        head = row(self._title, None, close)
        head.setContentsMargins(Space.XL, Space.L, Space.L, Space.M)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addLayout(head)
        stack.addWidget(self._scroll, 1)
        self._slide = QPropertyAnimation(self, b"maximumWidth", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setMaximumWidth(PANEL_WIDTH)
        self.hide()

    @property
    def content(self) -> QWidget | None:
        """What it holds while it is open."""
        return self._content

    def open_with(self, title: str, content: QWidget) -> None:
        """Show ``content``. What it held before is taken out, not deleted."""
        self._take_out()
        self._content = content
        self._title.setText(title)
        self.setAccessibleName(title)
        self._scroll.body.addWidget(content)
        content.show()
        opening = not self.isVisible()
        self.show()
        duration = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        if opening and duration > 0:
            self._slide.setDuration(min(duration, _SLIDE_MS))
            self._slide.setStartValue(PANEL_WIDTH // 2)
            self._slide.setEndValue(PANEL_WIDTH)
            self._slide.start()
        self.setMinimumWidth(0 if opening and duration > 0 else PANEL_WIDTH)
        content.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Put it away."""
        if self._content is None:
            return
        self._take_out()
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def _take_out(self) -> None:
        if self._content is not None:
            self._scroll.body.removeWidget(self._content)
            self._content.hide()
            self._content = None
