"""Fields for one line: words, a number of minutes, a day, a time. What is typed is never learned by the system.

What a field does not understand stays in it: ``unclear`` gives the words, for a draft, and ``complaint`` says with an
example what is understood. ``kit.form.Field`` shows it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from counsellor_desk.casework.checks import LONGEST_CONTACT
from counsellor_desk.desk.amounts import parse_minutes
from counsellor_desk.desk.dayparser import parse_day, parse_time
from counsellor_desk.desk.kit.buttons import IconButton
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet
from counsellor_desk.desk.kit.privacy import PRIVATE
from counsellor_desk.desk.space import Space

MINUTE_STEP = 5
_MINUTE_LETTERS = 24  # room for "1 hour and 30 minutes"; nothing typed is cut off unseen


class LineField(QLineEdit):
    """A single line. ``name`` is what a screen reader says."""

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setInputMethodHints(PRIVATE)
        self.setDragEnabled(False)

    def setText(self, text: str | None) -> None:
        """The same words again leave the cursor where somebody is typing."""
        if text != self.text():
            super().setText(text or "")

    @property
    def is_marked(self) -> bool:
        """Whether the border says: look here."""
        return bool(self.property("wrong"))

    def mark_wrong(self, wrong: bool) -> None:
        """Show or drop the border that says: look here."""
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)


class MinuteStepper(QWidget):
    """Minutes, in steps of five: type them ("45", "1:30", "1,5 uur"), press the buttons, or use arrow up and down.

    Signals: changed() when the person changed them; finished() when the field was left.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, name: str, minutes: int = 15, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._field = LineField(name)
        self._field.setMaxLength(_MINUTE_LETTERS)
        self._field.setFixedWidth(self._field.fontMetrics().horizontalAdvance("000000") + 28)
        self._field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._field.textEdited.connect(lambda _words: self._on_edited())
        self._field.editingFinished.connect(self._on_finished)
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

    def minutes(self) -> int | None:
        """The minutes typed, 1 to 1440, or None when the words name none."""
        return parse_minutes(self._field.text())

    def unclear(self) -> str | None:
        """The words that name no minutes; None when all is clear."""
        return None if self.minutes() is not None else self._field.text()

    def complaint(self) -> str:
        """What to type instead."""
        return self.tr("How many minutes, from 1 to 1440? For example 45, 1:30 or 1.5 hours.")

    def mark_wrong(self, wrong: bool) -> None:
        """Show or drop the border that says: look here."""
        self._field.mark_wrong(wrong)

    def words(self) -> str:
        """What is typed, for a draft."""
        return self._field.text()

    def set_words(self, words: str) -> None:
        """Show typed words again, silently."""
        self._field.setText(words)

    def set_minutes(self, minutes: int) -> None:
        """Show ``minutes``, silently; words that name them already stay."""
        if self.minutes() != minutes:
            self._field.setText(str(minutes))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: MINUTE_STEP, Qt.Key.Key_Down: -MINUTE_STEP}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._step(step)

    def _on_edited(self) -> None:
        self._field.mark_wrong(False)
        self.changed.emit()

    def _on_finished(self) -> None:
        """What was understood is written out as minutes; the rest stays."""
        if (minutes := self.minutes()) is not None:
            self._field.setText(str(minutes))
        self.finished.emit()

    def _step(self, by: int) -> None:
        now = self.minutes()
        if now is None:
            self.finished.emit()
            return
        rounded = now // MINUTE_STEP * MINUTE_STEP if by > 0 else -(-now // MINUTE_STEP) * MINUTE_STEP
        self._field.setText(str(min(max(rounded + by, MINUTE_STEP), LONGEST_CONTACT)))
        self.changed.emit()


class DateField(QWidget):
    """A day in the person's own words ("over 2 weken"); below it stands what was understood.

    ``past``: days without a year lie behind us (when did it happen) rather than ahead (when to call).
    Signals: changed() when the person changed the words; finished() when the field was left.
    """

    changed = Signal()
    finished = Signal()

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
        self._field.editingFinished.connect(self.finished)
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

    def unclear(self) -> str | None:
        """The words that name no day; None when all is clear."""
        return None if self.is_understood() else self._field.text()

    def complaint(self) -> str:
        """What to type instead."""
        if self._past:
            return self.tr("Date not recognised. For example 23-11, 23-11-2026 or yesterday.")
        return self.tr("Date not recognised. For example 23-11, 23-11-2026 or in 2 weeks.")

    def mark_wrong(self, wrong: bool) -> None:
        """Show or drop the border that says: look here."""
        self._field.mark_wrong(wrong)
        self._show_understood()

    def words(self) -> str:
        """What is typed, for a draft; a day that was understood is written out and means the same tomorrow."""
        day = self.day()
        return self._field.text() if day is None else _written(day)

    def set_words(self, words: str) -> None:
        """Show typed words again, silently."""
        self._field.setText(words)
        self._field.mark_wrong(False)
        self._show_understood()

    def set_day(self, day: date | None) -> None:
        """Show a day, silently; words that name it already stay."""
        if day is None or day != self.day():
            self.set_words("" if day is None else _written(day))

    def _on_edited(self) -> None:
        self._field.mark_wrong(False)
        self._show_understood()
        self.changed.emit()

    def _show_understood(self) -> None:
        day = self.day()
        if day is not None:
            self._understood.setText(self._locale.toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy"))
        elif self._field.text().strip() and not self._field.is_marked:
            self._understood.setText(self.tr("Date not recognised"))
        else:
            self._understood.setText("")


class TimeField(LineField):
    """A time of day: "14:30", "1430", "9", "2 pm".

    Signals: finished() when the field was left.
    """

    finished = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "14:30", parent)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("00:00") + 40)
        self.textEdited.connect(lambda _words: self.mark_wrong(False))
        self.editingFinished.connect(self._on_finished)

    def at(self) -> time | None:
        """The time, or None when nothing (understandable) is typed."""
        return parse_time(self.text())

    def unclear(self) -> str | None:
        """The words that name no time; None when all is clear."""
        return None if not self.text().strip() or self.at() is not None else self.text()

    def complaint(self) -> str:
        """What to type instead."""
        return self.tr("Time not recognised. For example 14:30 or 9:00.")

    def set_words(self, words: str) -> None:
        """Show typed words again, silently."""
        self.setText(words)

    def set_time(self, at: time | None) -> None:
        """Show a time; words that name it already stay."""
        if at is None or at != self.at():
            self.setText("" if at is None else _clock(at))

    def _on_finished(self) -> None:
        """What was understood is written out; the rest stays."""
        if (at := self.at()) is not None:
            self.setText(_clock(at))
        self.finished.emit()


def _written(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"


def _clock(at: time) -> str:
    return f"{at.hour:02}:{at.minute:02}"
