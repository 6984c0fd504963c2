"""The rail on the left: the pages of the desk, folded to icons when the window is narrow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from counsellor_desk.desk.icons import icon
from counsellor_desk.desk.kit.buttons import Button, without_mnemonic
from counsellor_desk.desk.kit.labels import PlainLabel
from counsellor_desk.desk.space import FOLDED_RAIL_WIDTH, RAIL_WIDTH, Space


class _RailButton(Button):
    """One entry; its words disappear when the rail is folded, its accessible name stays."""

    def __init__(self, title: str, symbol: str, keys: str) -> None:
        super().__init__(title, kind="rail", keys=keys)
        self._title = title
        self._keys = keys
        self.setIcon(icon(symbol))
        self.setIconSize(QSize(18, 18))

    def fold(self, folded: bool) -> None:
        self.setText("" if folded else f" {without_mnemonic(self._title)}")
        self.setToolTip(f"{self._title} {self._keys}".strip() if folded else "")
        if self._badge is not None:
            self._badge.setVisible(not folded)


class SideRail(QFrame):
    """Entries above, entries at the foot. Signals: chosen(key) when the person pressed a page."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self._entries: dict[str, _RailButton] = {}
        self._all: list[_RailButton] = []
        self._brand = PlainLabel(name, "section")
        self._brand.setContentsMargins(Space.S, Space.XS, 0, Space.L)
        self._upper = QVBoxLayout()
        self._upper.setSpacing(2)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(2)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(Space.S + 2, Space.L, Space.S + 2, Space.L)
        stack.addWidget(self._brand)
        stack.addLayout(self._upper)
        stack.addStretch(1)
        stack.addLayout(self._foot)
        self.fold(False)

    def add_page(self, key: str, title: str, symbol: str, *, at_foot: bool = False) -> None:
        """Add a page."""
        entry = _RailButton(title, symbol, "")
        entry.setCheckable(True)
        entry.clicked.connect(lambda: self.chosen.emit(key))
        self._entries[key] = entry
        self._place(entry, at_foot)

    def add_action(self, title: str, symbol: str, keys: str, on_click: Callable[[], None]) -> None:
        """Add something to do, at the foot."""
        entry = _RailButton(title, symbol, keys)
        entry.clicked.connect(lambda: on_click())
        self._place(entry, at_foot=True)

    def mark(self, key: str) -> None:
        """Show which page is in front."""
        for name, entry in self._entries.items():
            entry.setChecked(name == key)

    def fold(self, folded: bool) -> None:
        """Fold to icons, or unfold."""
        self.setFixedWidth(FOLDED_RAIL_WIDTH if folded else self._unfolded())
        self._brand.setVisible(not folded)
        for entry in self._all:
            entry.fold(folded)

    def _unfolded(self) -> int:
        widest = max((entry.sizeHint().width() for entry in self._all), default=0)
        return max(RAIL_WIDTH, widest + 2 * (Space.S + 2))

    def _place(self, entry: _RailButton, at_foot: bool) -> None:
        entry.fold(False)
        entry.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._all.append(entry)
        (self._foot if at_foot else self._upper).addWidget(entry)
        self.setFixedWidth(self._unfolded())
