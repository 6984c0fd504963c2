"""Settings: language, look, locking, the vault, and the organisations one works for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from counsellor_desk.desk.capture import CaptureShield, CaptureState
from counsellor_desk.desk.keys import Keys
from counsellor_desk.desk.kit.attention import give_attention
from counsellor_desk.desk.kit.buttons import QuietButton
from counsellor_desk.desk.kit.card import Card, Scroll, row
from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet, Section, Title
from counsellor_desk.desk.model import place
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.desk.pages.organisations.organisations import Organisations
from counsellor_desk.desk.pages.organisations.rules import OrganisationRules
from counsellor_desk.desk.pages.settings.backups import BackupsCard
from counsellor_desk.desk.preferences import Preferences
from counsellor_desk.desk.space import Space
from counsellor_desk.desk.theme import Look
from counsellor_desk.office import SheetMark

_READING_WIDTH = 720


@dataclass(frozen=True, slots=True)
class Choices:
    """What the settings page may change outside the vault."""

    preferences: Preferences
    switch_language: Callable[[str], None]
    lock_after_seconds: Callable[[int], None]
    capture: CaptureShield
    vault_place: str
    sheet: SheetMark | None = None
    keys: Keys | None = None


class SettingsPage(Page[place.Settings]):
    """Every choice takes effect at once; there is nothing to confirm."""

    records = frozenset({Records.ORGANISATIONS, Records.BACKUPS})

    def __init__(self, context: DeskContext, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._choices = choices
        self._scroll = scroll = Scroll()
        scroll.setAccessibleName(self.tr("Settings"))
        inside = QWidget()
        inside.setMaximumWidth(_READING_WIDTH)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._column.addWidget(Title(self.tr("Settings")))
        self._organisations = Organisations(context)
        self._add(self.tr("Organisations"), self._organisations)
        self._add(self.tr("Look and language"), self._look_and_language())
        self._add(self.tr("Locking"), self._locking())
        self._add(self.tr("Vault"), self._vault())
        self._backups = (
            None if context.practice else BackupsCard(context, choices.keys.change_key if choices.keys else None)
        )
        if self._backups is not None:
            self._add(self.tr("Backups"), self._backups)
        rules = OrganisationRules(choices.preferences.policy)
        if not rules.is_empty:
            self._add(self.tr("Set by your organisation"), rules)
        self._column.addStretch(1)
        scroll.body.setContentsMargins(Space.XL, Space.L + Space.XS, Space.XL, Space.XL)
        scroll.body.addWidget(inside, alignment=Qt.AlignmentFlag.AlignTop)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(scroll)

    def shown(self, where: place.Settings | None = None) -> None:
        self.refresh()

    def flush(self) -> None:
        self._organisations.flush()

    def come_to(self) -> None:
        give_attention(self._scroll)

    def refresh(self) -> None:
        self._organisations.read()
        if self._backups is not None:
            self._backups.read()

    def _add(self, name: str, content: QWidget) -> None:
        self._column.addSpacing(Space.S)
        self._column.addWidget(Section(name))
        self._column.addWidget(content)

    def _look_and_language(self) -> Card:
        language = ChipGroup(self.tr("Language"), (("nl", "Nederlands"), ("en", "English")))
        language.choose(self.context.language)
        language.changed.connect(lambda: self._choices.switch_language(language.value() or "nl"))
        look = ChipGroup(
            self.tr("Look"),
            (
                (Look.SYSTEM, self.tr("As the system")),
                (Look.LIGHT, self.tr("Light")),
                (Look.DARK, self.tr("Dark")),
            ),
        )
        look.choose(self._choices.preferences.look)
        look.changed.connect(lambda: self._apply_look(Look(look.value() or Look.SYSTEM)))
        return _rows((self.tr("Language"), language), (self.tr("Look"), look))

    def _apply_look(self, look: Look) -> None:
        self._choices.preferences.look = look
        self.context.theme.apply(look)

    def _locking(self) -> Card:
        minutes = ChipGroup(
            self.tr("Lock after"),
            [(str(number), self.tr("%n minute(s)", "", number)) for number in self._choices.preferences.lock_choices],
        )
        minutes.choose(str(self._choices.preferences.lock_minutes))
        minutes.changed.connect(lambda: self._lock_after(int(minutes.value() or 5)))
        card = _rows((self.tr("Lock after"), minutes), (self.tr("Screen sharing"), self._capture()))
        card.body.addWidget(
            Quiet(
                self.tr(
                    "Ctrl+L locks at once. Esc twice hides the desk behind a page of house rules and locks it; "
                    "what is open over the page, a card or a list, takes an Esc of its own first. "
                    "Esc twice on the house rules brings back the passphrase."
                )
            )
        )
        return card

    def _capture(self) -> QWidget:
        """The switch, where the system has one, and how it stands."""
        shield, said = self._choices.capture, Quiet(small=False)
        states = {
            CaptureState.KEPT_OUT: self.tr("The desk does not appear in screen sharing and screenshots."),
            CaptureState.SWITCHED_OFF: self.tr("Whoever you share your screen with sees the desk."),
            CaptureState.SCREEN_READER: self.tr("Visible: a screen reader is in use and may need the picture."),
            CaptureState.NOT_HERE: self.tr(
                "This system lets no program keep out of screen sharing. Lock the desk before you share your screen."
            ),
        }
        said.setText(states[shield.state])
        if shield.state is CaptureState.NOT_HERE or self._choices.preferences.policy.keep_out_of_capture:
            return said
        switch = ChipGroup(self.tr("Screen sharing"), (("out", self.tr("Keep out")), ("in", self.tr("May be seen"))))
        switch.choose("out" if self._choices.preferences.keeps_out_of_capture else "in")

        def choose() -> None:
            keeps = switch.value() != "in"
            self._choices.preferences.keeps_out_of_capture = keeps
            shield.want(keeps)
            said.setText(states[shield.state])

        switch.changed.connect(choose)
        both = QWidget()
        stack = QVBoxLayout(both)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(switch)
        stack.addWidget(said)
        return both

    def _lock_after(self, minutes: int) -> None:
        self._choices.preferences.lock_minutes = minutes
        self._choices.lock_after_seconds(minutes * 60)

    def _vault(self) -> Card:
        place = PlainLabel(self._choices.vault_place or self.tr("A folder of its own, for practice"), wrap=True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        mark = self._choices.sheet
        rows: list[tuple[str, QWidget]] = [(self.tr("Kept in"), place)]
        if mark is not None:
            words = self.tr("Fingerprint %1 · made on %2").replace("%1", mark.fingerprint)
            rows.append((self.tr("Recovery sheet"), PlainLabel(words.replace("%2", f"{mark.made_on:%d-%m-%Y}"))))
        card = _rows(*rows)
        if self.context.practice:
            words = self.tr(
                "This is a practice vault: its cases are invented, and it is gone when you close the desk."
            )
        else:
            words = self.tr(
                "One encrypted file. Its key is in the keyring of this computer and on your recovery sheet."
            )
        card.body.addWidget(Quiet(words))
        keys = self._choices.keys
        if keys is not None and not self.context.practice:
            card.body.addLayout(
                row(
                    QuietButton(self.tr("Change the passphrase"), keys.change_passphrase),
                    QuietButton(self.tr("Change the key"), keys.change_key, symbol="key"),
                    None,
                )
            )
        return card


def _rows(*rows: tuple[str, QWidget]) -> Card:
    """Names on the left, choices on the right."""
    card = Card()
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.L)
    grid.setVerticalSpacing(Space.M)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, 120)
    for number, (name, widget) in enumerate(rows):
        words = PlainLabel(name, "quiet")
        words.setContentsMargins(0, Space.XS, 0, 0)
        grid.addWidget(words, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(widget, number, 1)
    card.body.addLayout(grid)
    return card
