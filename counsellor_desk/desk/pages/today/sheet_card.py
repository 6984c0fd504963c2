"""Once a quarter the Today page asks, quietly, for two groups of the recovery sheet: is it there, and legible?"""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counsellor_desk.desk.kit.buttons import LinkButton
from counsellor_desk.desk.kit.card import Card, row
from counsellor_desk.desk.kit.fields import LineField
from counsellor_desk.desk.kit.labels import Heading, PlainLabel, Quiet, Remark
from counsellor_desk.office import SheetCheck

EVERY = timedelta(days=91)
SETTING = "sheet_checked"
_GROUPS, _LENGTH = 13, 5
_STRIDES = (5, 6)  # quarter by quarter every group has its turn: 5 and 13 have no common divisor


def is_due(made_on: date, checked_on: date | None, today: date) -> bool:
    """Whether a quarter has gone by since the sheet was made or last looked at; a day to come tells nothing."""
    age = today - max(made_on, checked_on or made_on)
    return not timedelta(0) <= age < EVERY


def groups_of(today: date) -> tuple[int, int]:
    """The two groups that are asked in the quarter of ``today``; always two different ones."""
    quarter = today.year * 4 + (today.month - 1) // 3
    first = quarter * _STRIDES[0] % _GROUPS
    return first + 1, (first + _STRIDES[1]) % _GROUPS + 1


class SheetCard(Card):
    """Two fields and a way out. Hidden until ``consider`` finds that it is time.

    Signals: checked() when both groups were right.
    """

    checked = Signal()

    def __init__(self, check: SheetCheck | None, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._check = check
        self._today = today
        self._over = False
        self._numbers = groups_of(today)
        first, second = (str(number) for number in self._numbers)
        self.body.addWidget(Heading(self.tr("Is your recovery sheet at hand?")))
        words = self.tr("Type groups %1 and %2 as they stand on it.").replace("%1", first).replace("%2", second)
        self._asked = Quiet(words)
        self.body.addWidget(self._asked)
        self._fields = tuple(
            LineField(self.tr("Group %1").replace("%1", number), number) for number in (first, second)
        )
        for field in self._fields:
            field.setMaxLength(2 * _LENGTH)
            field.setProperty("role", "group-field")
            field.textEdited.connect(self._on_typed)
        self.body.addLayout(row(*self._fields))
        self._said = Remark()
        self._said.hide()
        self.body.addWidget(self._said)
        self._thanks = PlainLabel(self.tr("Both are right. You will be asked again in three months."), wrap=True)
        self._thanks.hide()
        self.body.addWidget(self._thanks)
        self._later = LinkButton(self.tr("Not now"), self._on_later, size="small")
        self.body.addLayout(row(self._later, None))
        self.hide()

    def consider(self, checked_on: str | None) -> None:
        """Show the card when it is time; ``checked_on`` is the day the vault remembers, if any."""
        day = date.fromisoformat(checked_on) if checked_on else None
        if self._check is not None and not self._over and is_due(self._check.made_on, day, self._today):
            self.show()

    def _on_later(self) -> None:
        """Until the desk is opened again."""
        self._over = True
        self.hide()

    def _on_typed(self) -> None:
        if self._check is None:
            return
        wrong = []
        for number, field in zip(self._numbers, self._fields, strict=True):
            right = self._check.is_right(number, field.text())
            field.mark_wrong(len(field.text().strip()) >= _LENGTH and not right)
            wrong += [] if right else [number]
        if not wrong:
            self._thank()
        elif all(len(field.text().strip()) >= _LENGTH for field in self._fields):
            words = self.tr("Group %1 is not as on the sheet. If it cannot be found, get a new one in Settings.")
            self._say(words.replace("%1", str(wrong[0])))

    def _thank(self) -> None:
        for field in self._fields:
            field.clear()
            field.hide()
        self._asked.hide()
        self._later.hide()
        self._said.hide()
        self._over = True
        self._thanks.show()
        self.checked.emit()

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.show()
