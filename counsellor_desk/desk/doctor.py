"""The key doctor: says in one sentence why the vault is not open, and offers one safe step."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from counsellor_desk.desk.icons import Tone
from counsellor_desk.desk.kit.buttons import LinkButton, PrimaryButton
from counsellor_desk.desk.kit.card import Card
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet, Title
from counsellor_desk.desk.kit.states import Symbol
from counsellor_desk.desk.messages import Step, message_of
from counsellor_desk.desk.screens import Screen
from counsellor_desk.desk.space import Space

_WIDTH = 460


class DoctorScreen(Screen):
    """One state (by its code), one step; the other ways on are small below it. Without a code: "cannot open?".

    Signals: try_again_requested(); sheet_requested(); back_requested() to the passphrase.
    """

    try_again_requested = Signal()
    sheet_requested = Signal()
    back_requested = Signal()

    def __init__(
        self, code: str = "", params: Mapping[str, str | int] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(_WIDTH, parent)
        message = message_of(code, params) if code else None
        sentence = message.sentence() if message else self.tr("Forgotten the passphrase, or is this a new computer?")
        advice = message.advice() if message else self.tr("The recovery sheet opens your vault. It is unharmed.")
        step = message.step if message else Step.USE_SHEET
        card = Card()
        card.body.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        card.body.addWidget(Symbol("key", Tone.ACCENT, 28))
        words = Title(sentence)
        words.setWordWrap(True)
        card.body.addWidget(words)
        card.body.addWidget(PlainLabel(advice, wrap=True))
        card.body.addSpacing(Space.S)
        if step is not Step.NONE:
            card.body.addWidget(self._main(step), alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(card)
        if step is not Step.USE_SHEET:
            self._add_link(self.tr("Open with the recovery sheet"), self.sheet_requested.emit)
        if step is not Step.TRY_AGAIN and code:
            self._add_link(self.tr("Try again"), self.try_again_requested.emit)
        self._add_link(self.tr("Back to the passphrase"), self.back_requested.emit)
        if code:
            helpdesk = Quiet(self.tr("For your helpdesk: %1").replace("%1", code))
            helpdesk.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.column.addWidget(helpdesk)

    def _main(self, step: Step) -> PrimaryButton:
        if step is Step.USE_SHEET:
            button = PrimaryButton(self.tr("Open with the recovery sheet"), self.sheet_requested.emit)
        else:
            button = PrimaryButton(self.tr("Try again"), self.try_again_requested.emit)
        self.setFocusProxy(button)
        return button

    def _add_link(self, text: str, ask: Callable[[], None]) -> None:
        link = LinkButton(text, ask, size="small")
        self.column.addWidget(link, alignment=Qt.AlignmentFlag.AlignHCenter)
