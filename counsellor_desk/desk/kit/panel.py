"""A panel that slides in from the right, beside the page, which stays usable. Where there is no room for both it
takes the place of the page. Esc closes it and keeps the draft."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QStyle, QVBoxLayout, QWidget

from counsellor_desk.desk.folds import MOST_FORM
from counsellor_desk.desk.kit.buttons import IconButton
from counsellor_desk.desk.kit.card import Scroll, row
from counsellor_desk.desk.kit.labels import PlainLabel
from counsellor_desk.desk.page import Page
from counsellor_desk.desk.space import PANEL_WIDTH, Space

_SLIDE_MS = 140


class Panel(QFrame):
    """Holds one widget at a time under a title.

    Signals: closing() before and closed() after it was closed by Esc, by its button or by ``close_panel``.
    """

    closing = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._content: QWidget | None = None
        self._unbounded = self.maximumWidth()
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
        self._scroll.verticalScrollBar().setValue(0)
        foot = content.panel_foot if isinstance(content, Page) else None
        if foot is not None:
            self._foot_row.addWidget(foot)
        self._foot.setVisible(foot is not None)
        content.show()
        self.show()
        content.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Close the panel and let go of what it held."""
        if self._content is None:
            return
        self.closing.emit()
        self._take_out()
        self.hide()
        self.closed.emit()

    def stand(self, *, beside: bool) -> None:
        """Beside the page, or in its place as wide as there is room."""
        self._slide.setCurrentTime(self._slide.duration())  # where it was to come to, it is now
        self.setMinimumWidth(PANEL_WIDTH if beside else 0)
        self.setMaximumWidth(PANEL_WIDTH if beside else self._unbounded)

    def slide_in(self) -> None:
        """Come from the right to where it stands. Motion only when the system wants any."""
        duration = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        around = self.parentWidget()
        if duration > 0 and around is not None and (layout := around.layout()) is not None:
            layout.activate()
            self._slide.setDuration(min(duration, _SLIDE_MS))
            self._slide.setStartValue(self.pos() + QPoint(self.width() // 3, 0))
            self._slide.setEndValue(self.pos())
            self._slide.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is written in it is never wider than a form."""
        super().resizeEvent(event)
        left = Space.XL
        right = max(self.width() - left - MOST_FORM, left)
        self._scroll.body.setContentsMargins(left, 0, right, Space.XL)
        self._foot_row.setContentsMargins(left, Space.M, right, Space.M)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def _take_out(self) -> None:
        if self._content is not None:
            if isinstance(self._content, Page) and self._content.panel_foot is not None:
                self._content.panel_foot.setParent(self._content)  # it goes where its page goes
            self._scroll.body.removeWidget(self._content)
            self._content.hide()
            self._content = None
