"""The first run: four calm steps. Nothing is made before the last one, so closing loses nothing.

The first step is the first picture of the window; the others are loaded when they are shown.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.setup.flow import StepScreen
from counsellor_desk.desk.setup.language import LanguageStep
from counsellor_desk.errors import DeskError

if TYPE_CHECKING:
    from counsellor_desk.desk.setup.steps import PassphraseStep, SheetStep, TypeBackStep
    from counsellor_desk.desk.tasks import VaultThread
    from counsellor_desk.office import Door, Office, SetUp

_LANGUAGE, _PASSPHRASE, _SHEET, _TYPE_BACK = range(4)


class SetUpScreen(StepScreen):
    """Language, passphrase, recovery sheet, sheet typed back.

    Signals: language_chosen(str) when another language was chosen; refused(DeskError) when no vault can be kept here,
    told before anything was typed; finished(Office) with the new, open vault; bring_back_requested(str) by somebody
    who has a vault already, with the language that is chosen. ``again`` after one that was cut short.
    """

    bring_back_requested = Signal(str)
    language_chosen = Signal(str)
    refused = Signal(object)
    finished = Signal(object)

    def __init__(
        self,
        door: Door,
        tasks: VaultThread,
        language: str,
        now: Callable[[], datetime],
        *,
        again: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._languages = LanguageStep(language)
        self._door = door
        self._tasks = tasks
        self._now = now
        self._language = language
        self._set_up: SetUp | None = None
        self._languages.bring_back_requested.connect(
            lambda: self.bring_back_requested.emit(self._languages.language())
        )
        self.take(
            (lambda: self._languages, lambda: self._passphrase, lambda: self._sheet, lambda: self._type_back),
            self.tr("Open the desk"),
        )
        if again:
            self.say(
                self.tr(
                    "The set-up was not finished, and nothing was made. Begin again. A sheet that was shown to you "
                    "here opens nothing, so destroy it; keep the sheet of a vault you already have."
                )
            )

    @cached_property
    def _passphrase(self) -> PassphraseStep:
        from counsellor_desk.desk.setup.steps import PassphraseStep

        return PassphraseStep(required=self._door.passphrase_required)

    @cached_property
    def _sheet(self) -> SheetStep:
        from counsellor_desk.desk.setup.steps import SheetStep

        return SheetStep()

    @cached_property
    def _type_back(self) -> TypeBackStep:
        from counsellor_desk.desk.setup.steps import TypeBackStep

        return TypeBackStep()

    def go_on(self) -> None:
        """To the next step, when what is behind this one is done."""
        if self.number == _LANGUAGE:
            self._next.setEnabled(False)
            self._tasks.run_free(self._door.prepare_set_up, self._on_prepared, self.refused.emit)
        elif self.number == _PASSPHRASE:
            self._draw_sheet()
        elif self.number == _TYPE_BACK:
            self._finish()
        else:
            super().go_on()

    def _on_prepared(self, _nothing: None) -> None:
        if self._languages.language() != self._language:
            self.language_chosen.emit(self._languages.language())
        else:
            self.show_step(_PASSPHRASE)

    def _draw_sheet(self) -> None:
        """A key is drawn once; going back and forth keeps the same sheet."""
        if self._set_up is not None:
            self.show_step(_SHEET)
            return
        self._next.setEnabled(False)
        self._tasks.run_free(self._door.begin_set_up, self._on_drawn, self._on_failed)

    def _on_drawn(self, set_up: SetUp) -> None:
        self._set_up = set_up
        self._sheet.show_sheet(set_up, self._now().date())
        self._type_back.expect_sheet(set_up, self._door)
        self.show_step(_SHEET)

    def _finish(self) -> None:
        set_up = self._set_up
        if set_up is None:
            return
        passphrase, typed = self._passphrase.passphrase(), self._type_back.typed()
        self.wait()
        self._tasks.run_free(
            lambda: self._door.finish_set_up(set_up, passphrase, typed), self._on_made, self._on_failed
        )

    def _on_made(self, office: Office) -> None:
        self._type_back.clear()
        self._passphrase.clear()
        self.finished.emit(office)

    def _on_failed(self, error: DeskError) -> None:
        """Everything typed stays; the sentence says what to do."""
        self.show_step(_PASSPHRASE if error.code.startswith("custody.passphrase") else self.number)
        self.say(message_for(error).text())
