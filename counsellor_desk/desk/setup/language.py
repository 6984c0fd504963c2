"""The first step of the first run: the language."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from counsellor_desk.desk.kit.buttons import LinkButton
from counsellor_desk.desk.kit.card import Card
from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.labels import PlainLabel
from counsellor_desk.desk.setup.step import WizardStep


class LanguageStep(WizardStep):
    """Welcome, and the language. Says its title in both languages, since none is chosen yet.

    Signals: bring_back_requested() by somebody who has a vault already, on a stick or on paper.
    """

    bring_back_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say("Welkom · Welcome", "In welke taal werkt u? / Which language do you work in?")
        self._chips = ChipGroup("Taal, language", (("nl", "Nederlands"), ("en", "English")), wide=True)
        self._chips.choose(language)
        self.body.addWidget(self._chips)
        card = Card()
        for text in (
            self.tr("Your notes stay on this computer, encrypted. Nothing is sent anywhere."),
            self.tr("You choose a passphrase and get a recovery sheet. Together they take about ten minutes."),
            self.tr("Nothing is made until you have finished. You can close this window at any time."),
        ):
            card.body.addWidget(PlainLabel(text, wrap=True))
        self.body.addWidget(card)
        words = self.tr("I have a backup or a vault file, and my recovery sheet")
        bring_back = LinkButton(words, self.bring_back_requested.emit)
        self.body.addWidget(bring_back, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.setFocusProxy(self._chips)

    def language(self) -> str:
        """The chosen language."""
        return self._chips.value() or "nl"
