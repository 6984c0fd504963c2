"""Files among the backups that are not counted as backups, in the panel: their names, by what is the matter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.backups import BackupOverview, WhyStranger
from counsellor_desk.desk.kit.card import empty
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet, Section
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.desk.space import Space


class StrangersPanel(Page[None]):
    """Only reads; what to do with them is the counsellor's to say."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._held = PlainLabel(
            self.tr(
                "If one of them is an old backup of yours, what you destroyed may still be in it. If you do not need "
                "it, delete it yourself."
            ),
            wrap=True,
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.XS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(
            PlainLabel(
                self.tr(
                    "These are named like backups of this vault, but the desk cannot vouch for them. They are not "
                    "counted and push no backup out."
                ),
                wrap=True,
            )
        )
        column.addWidget(self._held)
        column.addLayout(self._list)
        column.addStretch(1)
        self._held.hide()

    def shown(self, about: None = None) -> None:
        self.context.operations.chore(lambda backups: backups.overview(), self._show)

    def _show(self, overview: BackupOverview) -> None:
        empty(self._list)
        self._held.setVisible(any(one.why.may_hold_more for one in overview.strangers))
        for folder in dict.fromkeys(one.folder for one in overview.strangers):
            self._list.addWidget(Quiet(folder))
            here = [one for one in overview.strangers if one.folder == folder]
            for why in WhyStranger:
                if names := [one.name for one in here if one.why is why]:
                    self._list.addWidget(Section(self._words_for(why)))
                    label = PlainLabel("\n".join(names), wrap=True)
                    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                    self._list.addWidget(label)

    def _words_for(self, why: WhyStranger) -> str:
        return {
            WhyStranger.NO_FILE: self.tr("Not an ordinary file"),
            WhyStranger.EMPTY: self.tr("Empty"),
            WhyStranger.NAMED_OTHERWISE: self.tr("A backup under a name the desk did not give"),
            WhyStranger.UNREADABLE: self.tr("Cannot be read"),
            WhyStranger.EARLIER_KEY: self.tr("Under an earlier key of this vault"),
            WhyStranger.OTHER: self.tr("Does not open with the key of this vault"),
            WhyStranger.DAMAGED: self.tr("Damaged"),
        }[why]
