"""Choices one can see at once: a row of chips, by mouse, arrow keys or number keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from counsellor_desk.desk.kit.buttons import without_mnemonic
from counsellor_desk.desk.kit.digits import digit_of
from counsellor_desk.desk.kit.flow import FlowLayout

_LEAST_WIDTH = 200  # px; a chip with more words may be narrower than they are
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ChipGroup(QWidget):
    """Chips for ``(key, label)`` choices. Exclusive groups hold one choice (or none, when ``optional``).

    Arrow keys walk, Space chooses, 1 to 9 choose directly. The group is one stop of the Tab key.

    Signals: changed() when the person changed the choice; setting it from the program is silent.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[str, str]] = (),
        *,
        multiple: bool = False,
        optional: bool = False,
        wide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._multiple = multiple
        self._optional = optional
        self._wide = wide
        self._chips: dict[str, _Chip] = {}
        self._flow = FlowLayout(self)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Replace the chips; what was chosen stays chosen where it still exists."""
        before = self.chosen()
        had_focus = self._has_focus()
        self._flow.clear()
        self._chips = {}
        for number, (key, label) in enumerate(choices, start=1):
            chip = _Chip(label, str(number) if number <= 9 else "", self)
            chip.setProperty("wide", self._wide)
            chip.setAccessibleName(f"{self.accessibleName()}: {label}")
            chip.clicked.connect(lambda _checked=False, key=key: self._on_clicked(key))
            chip.installEventFilter(self)
            self._chips[key] = chip
            self._flow.addWidget(chip)
        self.choose(*before)
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_label(self, key: str, label: str) -> None:
        """Change the words on one chip ("Open 12")."""
        self._chips[key].set_label(label)
        self._chips[key].setAccessibleName(f"{self.accessibleName()}: {label}")

    def chosen(self) -> tuple[str, ...]:
        """The chosen keys, in the order of the chips."""
        return tuple(key for key, chip in self._chips.items() if chip.isChecked())

    def value(self) -> str | None:
        """The one chosen key of an exclusive group."""
        return next(iter(self.chosen()), None)

    def choose(self, *keys: str | None) -> None:
        """Choose exactly these, silently; unknown keys and None are left out."""
        before = self.chosen()
        for key, chip in self._chips.items():
            chip.setChecked(key in keys)
        self._one_tab_stop()
        if self._has_focus() and self.chosen() != before:
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # on the choice that holds, not beside it

    def _has_focus(self) -> bool:
        return self.hasFocus() or any(chip.hasFocus() for chip in self._chips.values())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            chips = list(self._chips.values())
            here = next((number for number, chip in enumerate(chips) if chip is watched), None)
            key = Qt.Key(event.key())
            if here is not None and key in _STEPS:
                chips[(here + _STEPS[key]) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if (number := digit_of(event)) is not None:
                if number <= len(chips):
                    chips[number - 1].setFocus(Qt.FocusReason.TabFocusReason)
                    chips[number - 1].click()
                return True
        return super().eventFilter(watched, event)

    def _on_clicked(self, key: str) -> None:
        if not self._multiple:
            stays = self._chips[key].isChecked() or not self._optional
            for other, chip in self._chips.items():
                chip.setChecked(other == key and stays)
        self._one_tab_stop()
        self.changed.emit()

    def _one_tab_stop(self) -> None:
        """Tab reaches the first chosen chip (or the first one); the arrows reach the rest."""
        stop = next((chip for chip in self._chips.values() if chip.isChecked()), None)
        stop = stop or next(iter(self._chips.values()), None)
        for chip in self._chips.values():
            if chip is stop:
                self.setFocusProxy(chip)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chip is stop else Qt.FocusPolicy.ClickFocus)


class _Chip(QPushButton):
    """One choice. A name too long for the group ends in dots and is whole in the tooltip; otherwise that tells
    the key that chooses it."""

    def __init__(self, label: str, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = key
        self._label = ""
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed
        )  # it may be narrower than its words
        self.set_label(label)

    def set_label(self, label: str) -> None:
        """Other words on it."""
        self._label = label
        self.setText(without_mnemonic(label))
        self._tell()

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(whole.width(), _LEAST_WIDTH), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        lacking = self.sizeHint().width() - self.width()
        if lacking <= 0:
            super().paintEvent(event)
            return
        option = QtWidgets.QStyleOptionButton()
        self.initStyleOption(option)
        room = self.fontMetrics().horizontalAdvance(self._label) - lacking
        option.text = without_mnemonic(self.fontMetrics().elidedText(self._label, Qt.TextElideMode.ElideRight, room))
        QtWidgets.QStylePainter(self).drawControl(QtWidgets.QStyle.ControlElement.CE_PushButton, option)

    def _tell(self) -> None:
        self.setToolTip(self._label if self.width() < self.sizeHint().width() else self._key)
