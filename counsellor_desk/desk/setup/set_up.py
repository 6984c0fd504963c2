"""The first run: four calm steps. Nothing is made before the last one, so closing loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from counsellor_desk.desk.kit.buttons import LinkButton, PrimaryButton
from counsellor_desk.desk.kit.card import row
from counsellor_desk.desk.kit.labels import PlainLabel, Section
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.ports import Doorkeeper, Office, SetUp
from counsellor_desk.desk.screens import Screen
from counsellor_desk.desk.setup.steps import LanguageStep, PassphraseStep, SheetStep, Step, TypeBackStep
from counsellor_desk.desk.tasks import VaultThread
from counsellor_desk.errors import DeskError

_WIDTH = 600


class SetUpScreen(Screen):
    """Language, passphrase, recovery sheet, sheet typed back.

    Signals: language_chosen(str) when another language was chosen; refused(DeskError) when no vault can be kept here,
    told before anything was typed; finished(Office) with the new, open vault.
    """

    language_chosen = Signal(str)
    refused = Signal(object)
    finished = Signal(object)

    def __init__(
        self,
        doorkeeper: Doorkeeper,
        tasks: VaultThread,
        language: str,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_WIDTH, parent)
        self._doorkeeper = doorkeeper
        self._tasks = tasks
        self._now = now
        self._language = language
        self._set_up: SetUp | None = None
        self._languages = LanguageStep(language)
        self._passphrase = PassphraseStep()
        self._sheet = SheetStep()
        self._type_back = TypeBackStep()
        self._steps: tuple[Step, ...] = (self._languages, self._passphrase, self._sheet, self._type_back)
        self._progress = Section()
        self._bar = QProgressBar()
        self._bar.setRange(0, len(self._steps))
        self._bar.setTextVisible(False)
        self._stack = QStackedWidget()
        self._words = PlainLabel("", "attention", wrap=True)
        self._back = LinkButton(self.tr("Back"), self._on_back)
        self._next = self.go = PrimaryButton(self.tr("Next"), self._on_next)
        self.column.addWidget(self._progress)
        self.column.addWidget(self._bar)
        self.column.addWidget(self._stack)
        self.column.addWidget(self._words)
        self.column.addLayout(row(self._back, None, self._next))
        for step in self._steps:
            step.changed.connect(self._on_changed)
            self._stack.addWidget(step)
        self.show_step(0)

    def show_step(self, number: int) -> None:
        """Go to a step (from 0)."""
        self._stack.setCurrentIndex(number)
        total = len(self._steps)
        self._progress.setText(self.tr("Step %1 of %2").replace("%1", str(number + 1)).replace("%2", str(total)))
        self._bar.setValue(number + 1)
        self._bar.setAccessibleName(self._progress.text())
        self._back.setVisible(number > 0)
        self._next.set_text(self.tr("Open the desk") if number == total - 1 else self.tr("Next"))
        self._words.clear()
        self._on_changed()
        self._steps[number].setFocus()

    def _on_changed(self) -> None:
        self._next.setEnabled(self._steps[self._stack.currentIndex()].is_ready())

    def _on_back(self) -> None:
        self.show_step(self._stack.currentIndex() - 1)

    def _on_next(self) -> None:
        here = self._steps[self._stack.currentIndex()]
        if here is self._languages:
            self._next.setEnabled(False)
            self._tasks.run_free(self._doorkeeper.prepare_set_up, self._on_prepared, self.refused.emit)
        elif here is self._passphrase:
            self._draw_sheet()
        elif here is self._type_back:
            self._finish()
        else:
            self.show_step(self._stack.currentIndex() + 1)

    def _on_prepared(self, _nothing: None) -> None:
        if self._languages.language() != self._language:
            self.language_chosen.emit(self._languages.language())
        else:
            self.show_step(1)

    def _draw_sheet(self) -> None:
        """A key is drawn once; going back and forth keeps the same sheet."""
        if self._set_up is not None:
            self.show_step(2)
            return
        self._next.setEnabled(False)
        self._tasks.run_free(self._doorkeeper.begin_set_up, self._on_drawn, self._on_failed)

    def _on_drawn(self, set_up: SetUp) -> None:
        self._set_up = set_up
        self._sheet.show_sheet(set_up, self._now().date())
        self._type_back.expect(
            len(set_up.groups),
            len(set_up.groups[0]),
            lambda number, typed: self._doorkeeper.check_group(set_up, number, typed),
        )
        self.show_step(2)

    def _finish(self) -> None:
        set_up = self._set_up
        if set_up is None:
            return
        passphrase, typed = self._passphrase.passphrase(), self._type_back.typed()
        self._next.setEnabled(False)
        self._next.set_text(self.tr("One moment…"))
        self._tasks.run_free(
            lambda: self._doorkeeper.finish_set_up(set_up, passphrase, typed), self._on_made, self._on_failed
        )

    def _on_made(self, office: Office) -> None:
        self._type_back.clear()
        self._passphrase.clear()
        self.finished.emit(office)

    def _on_failed(self, error: DeskError) -> None:
        """Everything typed stays; the sentence says what to do."""
        self.show_step(1 if error.code.startswith("custody.passphrase") else self._stack.currentIndex())
        self._words.setText(message_for(error).text())
