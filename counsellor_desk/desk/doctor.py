"""The key doctor: says in one sentence why the vault is not open, and offers one safe step."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from counsellor_desk.desk.icons import Tone
from counsellor_desk.desk.kit.announcing import announce_screen
from counsellor_desk.desk.kit.buttons import LinkButton, PrimaryButton
from counsellor_desk.desk.kit.card import Card
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet, Title
from counsellor_desk.desk.kit.states import Symbol
from counsellor_desk.desk.messages import message_of
from counsellor_desk.desk.named_states.message import NextStep
from counsellor_desk.desk.screens import Screen
from counsellor_desk.desk.space import Space

_WIDTH = 460
_LOST = ("vault.missing", "vault.damaged")


class DoctorScreen(Screen):
    """One state (by its code), one step; the other ways on are small below it. Without a code: "cannot open?".

    On the ``first_run`` there is no vault yet: one step, and no other way.
    Signals: try_again_requested(); sheet_requested(); close_requested(); back_requested() to the passphrase;
    anyway_requested() to open the vault in this state all the same; bring_back_requested() where the vault is gone or
    damaged.
    """

    try_again_requested = Signal()
    sheet_requested = Signal()
    close_requested = Signal()
    back_requested = Signal()
    anyway_requested = Signal()
    bring_back_requested = Signal()

    def __init__(
        self,
        code: str = "",
        params: Mapping[str, str | int] | None = None,
        *,
        first_run: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_WIDTH, parent)
        message = message_of(code, params, first_run=first_run) if code else None
        sentence = message.sentence() if message else self.tr("Forgotten the passphrase, or is this a new computer?")
        advice = message.advice() if message else self.tr("The recovery sheet opens your vault. It is unharmed.")
        step = message.step if message else NextStep.USE_SHEET
        self._said = f"{sentence} {advice}"
        card = Card()
        card.body.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        card.body.addWidget(Symbol("key", Tone.ACCENT, 28))
        words = Title(sentence)
        words.setWordWrap(True)
        card.body.addWidget(words)
        card.body.addWidget(PlainLabel(advice, wrap=True))
        card.body.addSpacing(Space.S)
        if step is not NextStep.NONE:
            card.body.addWidget(self._main(step), alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(card)
        if not first_run:
            self._add_other_ways(code, message.anyway_words() if message else "", step)
        if code:
            helpdesk = Quiet(self.tr("For your helpdesk: %1").replace("%1", code))
            helpdesk.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.column.addWidget(helpdesk)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            announce_screen(self, self._said)

    def _add_other_ways(self, code: str, anyway: str, step: NextStep) -> None:
        if anyway:
            self._add_link(anyway, self.anyway_requested.emit)
        if code in _LOST:
            self._add_link(self.tr("I have a backup or a vault file"), self.bring_back_requested.emit)
        elif step not in (NextStep.USE_SHEET, NextStep.CLOSE):
            self._add_link(self.tr("Open with the recovery sheet"), self.sheet_requested.emit)
        if not code:
            self._add_link(self.tr("Back"), self.back_requested.emit)
        elif step is not NextStep.TRY_AGAIN:
            self._add_link(self.tr("Try again"), self.try_again_requested.emit)

    def _main(self, step: NextStep) -> PrimaryButton:
        if step is NextStep.USE_SHEET:
            button = PrimaryButton(self.tr("Open with the recovery sheet"), self.sheet_requested.emit)
        elif step is NextStep.CLOSE:
            button = PrimaryButton(self.tr("Close the desk"), self.close_requested.emit)
        else:
            button = PrimaryButton(self.tr("Try again"), self.try_again_requested.emit)
        self.setFocusProxy(button)
        return button

    def _add_link(self, text: str, ask: Callable[[], None]) -> None:
        link = LinkButton(text, ask, size="small")
        self.column.addWidget(link, alignment=Qt.AlignmentFlag.AlignHCenter)
