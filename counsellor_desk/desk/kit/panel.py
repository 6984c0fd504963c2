"""A panel that slides in from the right, over the page. The page stays usable; Esc closes it and keeps the draft."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QStyle, QVBoxLayout, QWidget

from counsellor_desk.desk.kit.buttons import IconButton
from counsellor_desk.desk.kit.card import Scroll, row
from counsellor_desk.desk.kit.labels import PlainLabel
from counsellor_desk.desk.page import Page
from counsellor_desk.desk.space import PANEL_WIDTH, Space

_SLIDE_MS = 140


class Panel(QFrame):
    """Holds one widget at a time under a title.

    Signals: closed() after it was closed by Esc, by its button or by ``close_panel``.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._content: QWidget | None = None
        self._title = PlainLabel("", "title")
        self._scroll = Scroll()
        self._scroll.body.setContentsMargins(Space.XL, 0, Space.XL, Space.XL)
        close = IconButton("close", self.tr("Close; the draft is kept"), self.close_panel)
        head = row(self._title, None, close)
        head.setContentsMargins(Space.XL, Space.L, Space.L, Space.M)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addLayout(head)
        stack.addWidget(self._scroll, 1)
        self._foot = QFrame()
        self._foot.setObjectName("panel-foot")
        self._foot_row = QVBoxLayout(self._foot)
        self._foot_row.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        self._foot.hide()
        stack.addWidget(self._foot)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
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
        foot = content.panel_foot if isinstance(content, Page) else None
        if foot is not None:
            self._foot_row.addWidget(foot)
        self._foot.setVisible(foot is not None)
        content.show()
        if not self.isVisible():
            self._slide_in()
        self.raise_()
        content.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Put it away."""
        if self._content is None:
            return
        self._take_out()
        self.hide()
        self.closed.emit()

    def place(self, area: QRect) -> None:
        """Stand at the right edge of ``area``, as high as it is."""
        self._slide.stop()
        width = min(PANEL_WIDTH, area.width())
        self.setGeometry(area.right() + 1 - width, area.top(), width, area.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def _slide_in(self) -> None:
        """Motion only when the system wants any."""
        self.show()
        duration = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        if duration > 0:
            self._slide.setDuration(min(duration, _SLIDE_MS))
            self._slide.setStartValue(self.pos() + QPoint(self.width() // 3, 0))
            self._slide.setEndValue(self.pos())
            self._slide.start()

    def _take_out(self) -> None:
        if self._content is not None:
            if isinstance(self._content, Page) and self._content.panel_foot is not None:
                self._content.panel_foot.setParent(self._content)  # it goes where its page goes
            self._scroll.body.removeWidget(self._content)
            self._content.hide()
            self._content = None
