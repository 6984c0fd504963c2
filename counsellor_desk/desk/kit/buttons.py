"""Buttons: one primary on a page, quiet ones beside it; a shortcut stands on its button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6 import QtGui
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from counsellor_desk.desk.icons import Tone, icon
from counsellor_desk.desk.kit.labels import KeyBadge
from counsellor_desk.desk.space import ICON_SIZE, Space

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def without_mnemonic(text: str) -> str:
    """``text`` for a button, on which Qt would take an ampersand for the mark of a short-cut."""
    return text.replace("&", "&&")


class Button(QPushButton):
    """A push button. ``keys`` ("Ctrl+Return") is shown as a badge; with ``bind`` it also presses the button
    while the focus is inside ``bind``."""

    def __init__(
        self,
        text: str,
        on_click: Callable[[], None] | None = None,
        *,
        kind: str = "quiet",
        size: str = "normal",
        symbol: str = "",
        keys: str = "",
        bind: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(without_mnemonic(text), parent)
        self.setProperty("kind", kind)
        self.setProperty("scale", size)  # "size" is a property of every widget
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if symbol:
            self.setIcon(icon(symbol, Tone.ON_ACCENT if kind == "primary" else Tone.QUIET))
        self._badge: KeyBadge | None = None
        if keys:
            self._badge = KeyBadge(keys, on_accent=kind == "primary", parent=self)
            self.setProperty("hinted", True)
        if keys and bind is not None:
            shortcut = QtGui.QShortcut(QtGui.QKeySequence(keys), bind)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.click)
        if on_click is not None:
            self.clicked.connect(lambda: on_click())

    def set_text(self, text: str) -> None:
        """Change the words, also for a screen reader."""
        self.setText(without_mnemonic(text))
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._badge is not None:
            hint.setWidth(hint.width() + self._badge.sizeHint().width() + Space.S)
        return hint

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses the button that has the focus, as people expect; Qt knows only the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _HELD:
            self.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._badge is not None:
            badge = self._badge.sizeHint()
            self._badge.resize(badge)
            self._badge.move(self.width() - badge.width() - Space.M, (self.height() - badge.height()) // 2)


class PrimaryButton(Button):
    """The one thing a page is for."""

    def __init__(
        self,
        text: str,
        on_click: Callable[[], None] | None = None,
        *,
        size: str = "normal",
        symbol: str = "",
        keys: str = "",
        bind: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            text, on_click, kind="primary", size=size, symbol=symbol, keys=keys, bind=bind, parent=parent
        )


class QuietButton(Button):
    """Anything else one may press. ``size`` is normal, small or large."""


class LinkButton(Button):
    """Words that can be pressed."""

    def __init__(
        self,
        text: str,
        on_click: Callable[[], None] | None = None,
        *,
        size: str = "normal",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, on_click, kind="link", size=size, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """With room for the ring of the focus, which the style leaves out."""
        return super().sizeHint() + QSize(Space.S, 0)


class IconButton(Button):
    """A picture that can be pressed; ``name`` is what a screen reader and the tooltip say."""

    def __init__(
        self,
        symbol: str,
        name: str,
        on_click: Callable[[], None] | None = None,
        *,
        tone: Tone = Tone.QUIET,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", on_click, kind="icon", parent=parent)
        self.setIcon(icon(symbol, tone))
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
