"""What a page says when it has nothing, when something went wrong, and while it works."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from counsellor_desk.desk.icons import Tone, icon
from counsellor_desk.desk.kit.announcing import announce
from counsellor_desk.desk.kit.buttons import Button, IconButton, QuietButton
from counsellor_desk.desk.kit.labels import Heading, PlainLabel, Quiet
from counsellor_desk.desk.space import ICON_SIZE, Space

UNDO_MS = 8000


class Symbol(QLabel):
    """An icon that is only a picture. It follows the theme."""

    def __init__(
        self, name: str, tone: Tone = Tone.QUIET, size: int = ICON_SIZE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon(name, tone)
        self._size = QSize(size, size)
        self.setFixedSize(self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._icon.paint(QPainter(self), self.rect())


class EmptyState(QWidget):
    """Nothing is here: why, and what to do next."""

    def __init__(
        self,
        symbol: str,
        sentence: str,
        next_step: str = "",
        action: str = "",
        on_action: Callable[[], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(Space.XL, Space.XXL, Space.XL, Space.XXL)
        stack.setSpacing(Space.S)
        stack.addStretch(1)
        stack.addWidget(Symbol(symbol, size=2 * ICON_SIZE), alignment=Qt.AlignmentFlag.AlignHCenter)
        for label in (Heading(sentence), Quiet(next_step)):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            stack.addWidget(label)
            label.setVisible(bool(label.text()))
        if action:
            stack.addWidget(QuietButton(action, on_action), alignment=Qt.AlignmentFlag.AlignHCenter)
        stack.addStretch(2)


class Banner(QFrame):
    """A calm sentence above a page, with at most one thing to do; it can be closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._words = PlainLabel(wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = QuietButton("", self._on_pressed, size="small")
        self._then: Callable[[], None] | None = None
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        line.addWidget(Symbol("info", Tone.TEXT))
        line.addWidget(self._words, 1)
        line.addWidget(self._action)
        line.addWidget(IconButton("close", self.tr("Close this message"), self.hide, tone=Tone.TEXT))
        self.hide()

    def say(self, text: str, action: str = "", on_action: Callable[[], None] | None = None) -> None:
        """Show ``text``."""
        self._words.setText(text)
        self._words.setAccessibleName(text)
        self._then = on_action
        self._action.set_text(action)
        self._action.setVisible(bool(action))
        self.show()
        announce(self, text)

    def _on_pressed(self) -> None:
        self.hide()
        if self._then is not None:
            self._then()


class UndoBar(QFrame):
    """ "Done. Undo", for eight seconds, at the foot of its parent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("undo")
        self._over = parent
        self._words = PlainLabel()
        self._undo: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(UNDO_MS)
        self._timer.timeout.connect(self.hide)
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.L, Space.S, Space.S, Space.S)
        line.addWidget(self._words)
        line.addWidget(Button(self.tr("Undo"), self._on_undo, keys="", size="small"))
        self.hide()

    def offer(self, text: str, undo: Callable[[], None]) -> None:
        """Say what was done and how to undo it."""
        self._words.setText(text)
        self._undo = undo
        self.place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, text)

    def place(self) -> None:
        """Stand at the foot of the parent, in the middle."""
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, self._over.height() - self.height() - Space.XL)

    def _on_undo(self) -> None:
        self.hide()
        self._timer.stop()
        if self._undo is not None:
            self._undo()


class Progress(QWidget):
    """Work that takes a moment: what it is, a moving bar, and a way to stop it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Quiet(wrap=False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = QuietButton(self.tr("Cancel"), self._on_cancel, size="small")
        self._stop: Callable[[], None] | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.show)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._words)
        line.addWidget(self._bar, 1)
        line.addWidget(self._cancel)
        self.hide()

    def begin(
        self, text: str, on_cancel: Callable[[], None] | None = None, steps: int = 0, patience: int = 0
    ) -> None:
        """Show ``text`` and a bar of ``steps`` (0 = nobody knows how many), if it lasts ``patience`` milliseconds."""
        self._words.setText(text)
        self._bar.setAccessibleName(text)
        self._bar.setRange(0, steps)
        self._bar.setValue(0)
        self._stop = on_cancel
        self._cancel.setVisible(on_cancel is not None)
        if patience:
            self._patience.start(patience)
        else:
            self.show()

    def reach(self, step: int) -> None:
        """So many steps are done."""
        self._bar.setValue(step)

    def end(self) -> None:
        """The work is done."""
        self._patience.stop()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._stop is not None:
            self._on_cancel()
        else:
            super().keyPressEvent(event)

    def _on_cancel(self) -> None:
        self.hide()
        if self._stop is not None:
            self._stop()
