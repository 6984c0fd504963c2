"""Fields for one line: words, a number of minutes, a day, a time. What is typed is never learned by the system."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from counsellor_desk.desk.dayparser import parse_day, parse_time
from counsellor_desk.desk.kit.buttons import IconButton
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet
from counsellor_desk.desk.kit.privacy import PRIVATE
from counsellor_desk.desk.space import Space

MOST_MINUTES = 1440
MINUTE_STEP = 5


class LineField(QLineEdit):
    """A single line. ``name`` is what a screen reader says."""

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setInputMethodHints(PRIVATE)
        self.setDragEnabled(False)

    def mark_wrong(self, wrong: bool) -> None:
        """Show or drop the border that says: look here."""
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)


class MinuteStepper(QWidget):
    """Minutes, in steps of five: type them, press the buttons, or use arrow up and down.

    Signals: changed() when the person changed them.
    """

    changed = Signal()

    def __init__(self, name: str, minutes: int = 15, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._field = LineField(name)
        self._field.setMaxLength(4)
        self._field.setFixedWidth(self._field.fontMetrics().horizontalAdvance("0000") + 28)
        self._field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._field.textEdited.connect(lambda _words: self.changed.emit())
        self._field.editingFinished.connect(lambda: self.set_minutes(self.minutes()))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.XS)
        less = IconButton("minus", self.tr("Five minutes less"), lambda: self._step(-MINUTE_STEP))
        more = IconButton("plus", self.tr("Five minutes more"), lambda: self._step(MINUTE_STEP))
        for button in (less, more):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in (less, self._field, PlainLabel(self.tr("min"), "quiet"), more):
            line.addWidget(widget)
        line.addStretch(1)
        self.setFocusProxy(self._field)
        self.set_minutes(minutes)

    def minutes(self) -> int:
        """What is typed, between 1 and 1440; 15 when it is no number."""
        words = self._field.text().strip()
        typed = int(words) if words.isascii() and words.isdigit() else 15
        return min(max(typed, 1), MOST_MINUTES)

    def set_minutes(self, minutes: int) -> None:
        """Show ``minutes``, silently."""
        self._field.setText(str(minutes))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: MINUTE_STEP, Qt.Key.Key_Down: -MINUTE_STEP}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._step(step)

    def _step(self, by: int) -> None:
        now = self.minutes()
        rounded = now // MINUTE_STEP * MINUTE_STEP if by > 0 else -(-now // MINUTE_STEP) * MINUTE_STEP
        self.set_minutes(min(max(rounded + by, MINUTE_STEP), MOST_MINUTES))
        self.changed.emit()


class DateField(QWidget):
    """A day in the person's own words ("over 2 weken"); below it stands what was understood.

    ``past``: days without a year lie behind us (when did it happen) rather than ahead (when to call).
    Signals: changed() when the person changed the words.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        today: Callable[[], date],
        locale: QLocale,
        *,
        past: bool = False,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._today = today
        self._locale = locale
        self._past = past
        self._field = LineField(name, placeholder or self.tr("today, 23-11, in 2 weeks"))
        self._understood = Quiet(wrap=False)
        self._understood.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._field.textEdited.connect(self._on_edited)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(2)
        stack.addWidget(self._field)
        stack.addWidget(self._understood)
        self.setFocusProxy(self._field)
        self._show_understood()

    def day(self) -> date | None:
        """The day, or None when nothing (understandable) is typed."""
        return parse_day(self._field.text(), self._today(), past=self._past)

    def is_understood(self) -> bool:
        """Whether the field is empty or names a day."""
        return not self._field.text().strip() or self.day() is not None

    def words(self) -> str:
        """What is typed, for a draft."""
        return self._field.text()

    def set_words(self, words: str) -> None:
        """Show typed words again, silently."""
        self._field.setText(words)
        self._show_understood()

    def set_day(self, day: date | None) -> None:
        """Show a day, silently."""
        self.set_words("" if day is None else f"{day.day}-{day.month}-{day.year}")

    def _on_edited(self) -> None:
        self._show_understood()
        self.changed.emit()

    def _show_understood(self) -> None:
        day = self.day()
        self._field.mark_wrong(False)
        if day is not None:
            self._understood.setText(self._locale.toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy"))
        elif self._field.text().strip():
            self._understood.setText(self.tr("Not a day yet"))
        else:
            self._understood.setText("")


class TimeField(LineField):
    """A time of day: "14:30", "1430", "9"."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "14:30", parent)
        self.setMaxLength(8)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("00:00") + 40)
        self.editingFinished.connect(self._on_finished)

    def at(self) -> time | None:
        """The time, or None when nothing (understandable) is typed."""
        return parse_time(self.text())

    def set_time(self, at: time | None) -> None:
        """Show a time."""
        self.setText("" if at is None else f"{at.hour:02}:{at.minute:02}")

    def _on_finished(self) -> None:
        if (at := self.at()) is not None:
            self.set_time(at)
