"""What the organisation has set for this computer, in Settings: to be read, not to be changed."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from counsellor_desk.desk.kit.card import Card
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet
from counsellor_desk.policy import OWN, Policy


class OrganisationRules(Card):
    """One sentence for each rule that is stricter than the desk's own; ``is_empty`` where there is none."""

    def __init__(self, policy: Policy, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        lines = tuple(self._lines(policy))
        self.is_empty = not lines
        for words in lines:
            self.body.addWidget(PlainLabel(words, wrap=True))
        self.body.addWidget(
            Quiet(
                self.tr(
                    "Such rules can only make the desk stricter. Nobody can open or read anything of yours with them."
                )
            )
        )

    def _lines(self, policy: Policy) -> Iterator[str]:
        if policy.idle_seconds < OWN.idle_seconds:
            yield self.tr("The desk locks after %n idle minute(s) at most.", "", policy.idle_seconds // 60)
        if policy.keep_out_of_capture:
            yield self.tr("The desk keeps out of screen sharing wherever the system lets it.")
        if policy.require_passphrase:
            yield self.tr("The desk is opened by a passphrase; the keyring alone cannot be chosen.")
        if policy.base != OWN.base:
            words = self.tr(
                "Figures are multiples of %1. A vault that has published reports keeps the number it began with."
            )
            yield words.replace("%1", str(policy.base))
        if policy.purge_days < OWN.purge_days:
            yield self.tr(
                "A backup that cannot be cleared of what you destroyed goes after %n day(s).", "", policy.purge_days
            )
