"""A list beside what it leads to, with a bar between them that is moved with the mouse or with the arrow keys."""

from __future__ import annotations

from collections.abc import MutableMapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

_BAR = 7  # px to take hold of; what is seen of it is a hair line
_STEP = 24  # px
_SHARE = 5  # until it is moved, the list has a fifth of what there is


class Divided(QSplitter):
    """``side`` keeps its width, ``main`` takes the rest. The width one chose is kept in ``widths`` under ``key``;
    until then it grows with the window within ``usual``, in pixels. ``name`` is how a screen reader calls the bar."""

    def __init__(
        self,
        name: str,
        side: QWidget,
        main: QWidget,
        widths: MutableMapping[str, int],
        key: str,
        usual: tuple[int, int],
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._side, self._main = side, main
        self._widths, self._key, self._usual = widths, key, usual
        self.setHandleWidth(_BAR)
        self.setChildrenCollapsible(False)
        self.addWidget(side)
        self.addWidget(main)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.bar = self.handle(1)
        self.bar.setAccessibleName(name)
        self.splitterMoved.connect(lambda: self._keep(side.width()))

    def be_wide(self, width: int | None) -> None:
        """Give the list this width, as far as it can be had; None: the one it has by itself."""
        if width is None:
            self._widths.pop(self._key, None)
        else:
            self._keep(width)
        self._share()

    def createHandle(self) -> QSplitterHandle:
        return _Bar(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _keep(self, width: int) -> None:
        self._widths[self._key] = width

    def _share(self) -> None:
        least, most = self._usual
        shared = min(max(least, self.width() // _SHARE), most)
        width = self._widths.get(self._key, shared)
        self.setSizes([width, max(self.width() - width - _BAR, 0)])


class _Bar(QSplitterHandle):
    """Left and Right move it; Enter puts it back."""

    def __init__(self, around: Divided) -> None:
        super().__init__(Qt.Orientation.Horizontal, around)
        self._around = around
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP}
        if event.key() in steps:
            self._around.be_wide(self.x() + steps[Qt.Key(event.key())])
            self._around.be_wide(self.x())  # no further than it came
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._around.be_wide(None)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, _event: object) -> None:
        self._around.be_wide(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        stands_out = self.hasFocus() or self.underMouse()
        role = QPalette.ColorRole.Accent if stands_out else QPalette.ColorRole.Mid
        width = 3 if stands_out else 1
        QPainter(self).fillRect((self.width() - width) // 2, 0, width, self.height(), self.palette().color(role))
