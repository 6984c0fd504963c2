"""A few steps, one after the other, on a screen of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from counsellor_desk.desk.kit.buttons import LinkButton, PrimaryButton
from counsellor_desk.desk.kit.card import row
from counsellor_desk.desk.kit.labels import Remark, Section
from counsellor_desk.desk.screens import Screen

if TYPE_CHECKING:
    from counsellor_desk.desk.setup.step import WizardStep

_WIDTH = 600


class StepScreen(Screen):
    """Shows the steps that ``take`` was given in turn. Override ``go_on`` and, if need be, ``go_back``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self._make: tuple[Callable[[], WizardStep], ...] = ()
        self._steps: list[WizardStep] = []
        self._finish_words = ""
        self._progress = Section()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._stack = QStackedWidget()
        self._words = Remark()
        self._back = LinkButton(self.tr("Back"), self.go_back)
        self._next = self.go = PrimaryButton(self.tr("Next"), self.go_on)
        self.column.addWidget(self._progress)
        self.column.addWidget(self._bar)
        self.column.addWidget(self._stack)
        self.column.addWidget(self._words)
        self.column.addLayout(row(self._back, None, self._next))

    def take(self, steps: Sequence[Callable[[], WizardStep]], finish: str) -> None:
        """These give the steps, each when it is first shown, and this is what the button of the last one says. Shows
        the first."""
        self._make, self._finish_words = tuple(steps), finish
        self._bar.setRange(0, len(self._make))
        self.show_step(0)

    @property
    def number(self) -> int:
        """Which step one sees (from 0)."""
        return self._stack.currentIndex()

    def show_step(self, number: int) -> None:
        """Go to a step (from 0)."""
        for make in self._make[len(self._steps) : number + 1]:
            step = make()
            step.changed.connect(self._on_changed)
            self._stack.addWidget(step)
            self._steps.append(step)
        self._stack.setCurrentIndex(number)
        total = len(self._make)
        self._progress.setText(self.tr("Step %1 of %2").replace("%1", str(number + 1)).replace("%2", str(total)))
        self._bar.setValue(number + 1)
        self._bar.setAccessibleName(self._progress.text())
        self._back.setVisible(number > 0 or self.leaves_at_first())
        self._next.set_text(self._finish_words if number == total - 1 else self.tr("Next"))
        self._words.clear()
        self._on_changed()
        begins = self._steps[number] if self._steps[number].focusProxy() is not None else self._next
        self.setFocusProxy(begins)  # a screen that is not seen yet hands the focus on when it is
        begins.setFocus()
        self.has_secret = self.has_secret or self._steps[number].has_secret

    def leaves_at_first(self) -> bool:
        """Whether one can go back from the first step."""
        return False

    def go_on(self) -> None:
        """The button was pressed."""
        self.show_step(self.number + 1)

    def go_back(self) -> None:
        """Back was pressed."""
        self.show_step(self.number - 1)

    def wait(self) -> None:
        """Something is being done; nothing can be pressed twice."""
        self._next.setEnabled(False)
        self._next.set_text(self.tr("One moment…"))

    def say(self, words: str) -> None:
        """A sentence below the step; what was typed stays."""
        self._words.setText(words)

    def _on_changed(self) -> None:
        self._next.setEnabled(self._steps[self.number].is_ready())
