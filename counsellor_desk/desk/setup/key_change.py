"""Another passphrase, or another key: a few calm steps over the open desk. Nothing changes before the last one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from counsellor_desk.desk.kit.form import Field
from counsellor_desk.desk.kit.labels import PlainLabel
from counsellor_desk.desk.kit.privacy import SECRET
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.setup.flow import StepScreen
from counsellor_desk.desk.setup.step import WizardStep
from counsellor_desk.desk.setup.steps import PassphraseStep, SheetStep, TypeBackStep
from counsellor_desk.desk.tasks import VaultThread
from counsellor_desk.errors import DeskError
from counsellor_desk.office import Door, SetUp, Situation


class ConfirmStep(WizardStep):
    """What is going to happen, and the passphrase of today; a vault without one has a button only."""

    has_secret = True

    def __init__(self, title: str, explanation: tuple[str, ...], *, keyring_only: bool) -> None:
        super().__init__()
        self._keyring_only = keyring_only
        self._field = QLineEdit()
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setInputMethodHints(SECRET)
        self._field.textEdited.connect(self.changed)
        self.say(title, explanation[0])
        for words in explanation[1:]:
            self.body.addWidget(PlainLabel(words, wrap=True))
        field = Field(self.tr("Your passphrase of today"), self._field)
        field.setVisible(not keyring_only)
        self.body.addWidget(field)
        self.body.addStretch(1)
        self.setFocusProxy(self._field)

    def passphrase(self) -> str | None:
        """What was typed; None where there is no passphrase."""
        return None if self._keyring_only else self._field.text()

    def is_ready(self) -> bool:
        """Whether something was typed, or nothing has to be."""
        return self._keyring_only or bool(self._field.text())

    def clear(self) -> None:
        """Forget what was typed."""
        self._field.clear()


class _ChangeScreen(StepScreen):
    """Begins with the passphrase of today; going back from there leaves everything as it was.

    Signals: cancelled().
    """

    cancelled = Signal()

    def leaves_at_first(self) -> bool:
        """Back to the desk."""
        return True

    def go_back(self) -> None:
        """One step back; from the first one to the desk."""
        if self.number == 0:
            self.cancelled.emit()
        else:
            super().go_back()

    def _say_why(self, error: DeskError, step: int) -> None:
        self.show_step(step)
        self.say(message_for(error).text())


class PassphraseScreen(_ChangeScreen):
    """The passphrase of today, then the new one.

    Signals: changed() when the new one is in force.
    """

    changed = Signal()

    def __init__(self, door: Door, tasks: VaultThread, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        keyring_only = door.situation() is Situation.KEYRING_ONLY
        self._today = ConfirmStep(
            self.tr("Another passphrase"),
            (self.tr("The old one opens the vault until the new one is in force."),),
            keyring_only=keyring_only,
        )
        self._new = PassphraseStep(required=door.passphrase_required)
        self._door = door
        self._tasks = tasks
        self.take((lambda: self._today, lambda: self._new), self.tr("Change the passphrase"))

    def go_on(self) -> None:
        """The passphrase of today is checked before a new one is asked for; at the second step the change is made."""
        old, new = self._today.passphrase(), self._new.passphrase()
        self.wait()
        if self.number == 0:
            self._tasks.run_aside(
                lambda: self._door.check_passphrase(old), self._on_known, lambda error: self._say_why(error, 0)
            )
        else:
            self._tasks.run_aside(lambda: self._door.change_passphrase(old, new), self._on_done, self._on_failed)

    def _on_known(self, _nothing: None) -> None:
        self.show_step(1)

    def _on_done(self, _nothing: None) -> None:
        self._today.clear()
        self._new.clear()
        self.changed.emit()

    def _on_failed(self, error: DeskError) -> None:
        self._say_why(error, 1 if error.code == "custody.passphrase_too_short" else 0)


class KeyScreen(_ChangeScreen):
    """The passphrase of today, the sheet of the new key, the sheet typed back. Once the sheet was seen, going back
    to the desk goes by way of the lock.

    Signals: confirmed(SetUp, passphrase or None, tuple of groups): now the key may change.
    """

    confirmed = Signal(object, object, tuple)

    def __init__(
        self,
        door: Door,
        tasks: VaultThread,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        keyring_only = door.situation() is Situation.KEYRING_ONLY
        self._confirm = ConfirmStep(
            self.tr("A new key"),
            (
                self.tr("Useful when somebody else may have seen your recovery sheet, or once every few years."),
                self.tr(
                    "You get a new recovery sheet. The old one no longer opens the vault; keep it with the backups "
                    "from before today, they still need it."
                ),
                self.tr("At the end the desk locks itself, and you open it as always."),
            ),
            keyring_only=keyring_only,
        )
        self._sheet = SheetStep()
        self._type_back = TypeBackStep()
        self._set_up: SetUp | None = None
        self._door = door
        self._tasks = tasks
        self._now = now
        self.take((lambda: self._confirm, lambda: self._sheet, lambda: self._type_back), self.tr("Change the key"))

    @property
    def has_shown_sheet(self) -> bool:
        """Whether the groups of the new key were seen."""
        return self._set_up is not None

    def show_step(self, number: int) -> None:
        """Go to a step (from 0)."""
        super().show_step(number)
        locks = number == 0 and self.has_shown_sheet
        self._back.set_text(self.tr("Stop and lock") if locks else self.tr("Back"))

    def go_on(self) -> None:
        """To the next step; the passphrase is checked before a sheet is shown."""
        passphrase = self._confirm.passphrase()
        if self.number == 0 and self._set_up is None:
            self.wait()
            self._tasks.run_aside(
                lambda: self._door.begin_key_change(passphrase),
                self._on_drawn,
                lambda error: self._say_why(error, 0),
            )
        elif self.number == 2:
            self.wait()
            self.confirmed.emit(self._set_up, passphrase, self._type_back.typed())
        else:
            super().go_on()

    def _on_drawn(self, set_up: SetUp) -> None:
        self._set_up = set_up
        self._sheet.show_sheet(set_up, self._now().date())
        self._type_back.expect_sheet(set_up, self._door)
        self.show_step(1)
