"""The vault opened with the recovery sheet alone, and a passphrase for this computer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.setup.flow import StepScreen
from counsellor_desk.desk.setup.sheet import GROUP_LENGTH, SHEET_GROUPS
from counsellor_desk.desk.setup.steps import PassphraseStep, TypingStep
from counsellor_desk.errors import DeskError

_SHEET, _PASSPHRASE = range(2)


class SheetScreen(StepScreen):
    """The groups, then the passphrase: without one only for who knowingly chooses so, now or before (``without``).

    Signals: open_requested(tuple of groups, passphrase or None); back_requested().
    """

    open_requested = Signal(tuple, object)
    back_requested = Signal()

    def __init__(
        self,
        check: Callable[[int, str], bool] | None,
        *,
        passphrase_required: bool,
        without: bool,
        parent: QWidget | None = None,
    ) -> None:
        """``check``: as of ``SheetFields``."""
        super().__init__(parent)
        self._sheet = TypingStep(
            self.tr("Open with the recovery sheet"),
            self.tr("Type the groups as they stand on the sheet. Capitals do not matter."),
        )
        self._sheet.expect(SHEET_GROUPS, GROUP_LENGTH, check)
        self._passphrase = PassphraseStep(required=passphrase_required, without=without)
        self.take((lambda: self._sheet, lambda: self._passphrase), self.tr("Open"))

    def leaves_at_first(self) -> bool:
        """To the passphrase."""
        return True

    def go_back(self) -> None:
        """One step back."""
        if self.number == _SHEET:
            self.back_requested.emit()
        else:
            super().go_back()

    def go_on(self) -> None:
        """To the passphrase, then to the vault."""
        if self.number == _SHEET:
            super().go_on()
        else:
            self.wait()
            self.open_requested.emit(self._sheet.typed(), self._passphrase.passphrase())

    def refuse(self, error: DeskError) -> None:
        """The vault was not opened; everything typed stays."""
        is_of_sheet = error.code.startswith("custody.sheet")
        self.show_step(_SHEET if is_of_sheet else self.number)
        self.say(message_for(error).text())
        if is_of_sheet:
            self._sheet.mark(int(error.params.get("group", 0)))
