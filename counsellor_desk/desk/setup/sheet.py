"""The recovery sheet on the screen: its groups to read, to print, and to type."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from counsellor_desk.desk.kit.card import Card
from counsellor_desk.desk.kit.fields import LineField
from counsellor_desk.desk.kit.labels import PlainLabel
from counsellor_desk.desk.kit.privacy import PRIVATE
from counsellor_desk.desk.space import Space

SHEET_GROUPS, GROUP_LENGTH = 13, 5
_COLUMNS = 5


class SheetGrid(QWidget):
    """The groups, large, each under its number."""

    def __init__(self, groups: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Space.S)
        for position, group in enumerate(groups):
            cell = Card(tone="sunk", padded=False)
            cell.body.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
            cell.body.setSpacing(0)
            number = PlainLabel(str(position + 1), "small")
            words = PlainLabel(group, "group")
            words.setAccessibleName(f"{position + 1}: {' '.join(group)}")
            cell.body.addWidget(number)
            cell.body.addWidget(words)
            grid.addWidget(cell, position // _COLUMNS, position % _COLUMNS)


class SheetFields(QWidget):
    """A field for each group. A full group moves on to the next; a whole sheet may be pasted into any field.

    ``check(number, typed)``, the first is 1, tells whether a group is right; without it nothing is checked.
    Signals: changed() when something was typed.
    """

    changed = Signal()

    def __init__(
        self,
        count: int,
        group_length: int,
        check: Callable[[int, str], bool] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._length = group_length
        self._check = check
        self._fields: list[LineField] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Space.S)
        for position in range(count):
            field = LineField(self.tr("Group %1").replace("%1", str(position + 1)), str(position + 1))
            field.setInputMethodHints(PRIVATE)
            field.setProperty("role", "group-field")
            field.textEdited.connect(lambda words, position=position: self._on_typed(position, words))
            self._fields.append(field)
            grid.addWidget(field, position // _COLUMNS, position % _COLUMNS)
        self.setFocusProxy(self._fields[0])

    def typed(self) -> tuple[str, ...]:
        """What stands in the fields."""
        return tuple(field.text().strip() for field in self._fields)

    def is_full(self) -> bool:
        """Whether every field holds a whole group."""
        return all(len(_bare(words)) >= self._length for words in self.typed())

    def wrong(self) -> tuple[int, ...]:
        """The numbers (from 1) of whole groups that are not right."""
        return tuple(
            position + 1
            for position, words in enumerate(self.typed())
            if self._check is not None and len(_bare(words)) >= self._length and not self._check(position + 1, words)
        )

    def trouble(self) -> str:
        """Which group to look at once more, in a sentence; empty when none is wrong."""
        words = self.tr("Group %1 is not as on the sheet. Look at it once more.")
        return next((words.replace("%1", str(number)) for number in self.wrong()), "")

    def mark(self, number: int) -> None:
        """Lead to group ``number`` (from 1)."""
        if 1 <= number <= len(self._fields):
            self._fields[number - 1].mark_wrong(True)
            self._fields[number - 1].setFocus()

    def clear(self) -> None:
        """Empty all fields."""
        for field in self._fields:
            field.clear()
            field.mark_wrong(False)

    def _on_typed(self, position: int, words: str) -> None:
        if len(_bare(words)) > self._length:
            self._spread(position, _bare(words))
        wrong = self.wrong()
        for number, field in enumerate(self._fields, start=1):
            field.mark_wrong(number in wrong)
        here = self._fields[position]
        if len(_bare(here.text())) == self._length and position + 1 not in wrong and here.hasFocus():
            following = self._fields[min(position + 1, len(self._fields) - 1)]
            following.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def _spread(self, position: int, words: str) -> None:
        """A long paste fills this field and the ones after it."""
        for field in self._fields[position:]:
            part, words = words[: self._length], words[self._length :]
            if part:
                field.setText(part)


def _bare(words: str) -> str:
    """Without spaces and dashes."""
    return "".join(sign for sign in words if sign.isalnum())
