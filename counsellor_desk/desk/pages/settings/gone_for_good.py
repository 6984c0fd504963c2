"""A backup that is gone for good, in the panel: what that means, said plainly, and what closes it all the same."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.desk.kit.buttons import PrimaryButton, QuietButton
from counsellor_desk.desk.kit.card import Card, row
from counsellor_desk.desk.kit.labels import Heading, PlainLabel, Section
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.desk.space import Space


class GoneForGoodPanel(Page[str]):
    """``change_key`` is offered where a key can be changed. Signals: given_up() once it is kept in the vault."""

    given_up = Signal()

    def __init__(
        self, context: DeskContext, change_key: Callable[[], None] | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, parent)
        self._folder = ""
        self._name = Heading()
        self._name.setWordWrap(True)
        what = Card(tone="sunk")
        for words in (
            self.tr(
                "What you destroyed is still in the backups there, and the desk cannot take it out any more. "
                "Whoever has them and their key can read it."
            ),
            self.tr(
                "Without the key nobody can. It stands on your recovery sheet, and lies in the keyring of this "
                "computer."
            ),
        ):
            what.body.addWidget(PlainLabel(words, wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self._name)
        column.addWidget(what)
        column.addWidget(
            PlainLabel(
                self.tr("You are not asked for this place again. Should it turn up, connect it: then it is cleared."),
                wrap=True,
            )
        )
        self._go = PrimaryButton(self.tr("It is gone for good"), self._give_up, size="small")
        column.addLayout(row(self._go, None))
        if change_key is not None:
            column.addWidget(Section(self.tr("To close it all the same")))
            column.addWidget(
                PlainLabel(
                    self.tr(
                        "Change the key, and tear up the old sheet once there is a new backup. Then the key of these "
                        "backups is nowhere any more. Other backups from before that day cannot be opened either."
                    ),
                    wrap=True,
                )
            )
            column.addLayout(
                row(QuietButton(self.tr("Change the key"), change_key, symbol="key", size="small"), None)
            )
        column.addStretch(1)
        self.setFocusProxy(self._go)

    def shown(self, folder: str | None = None) -> None:
        """``folder`` is the one that is gone."""
        self._folder = folder or ""
        self._name.setText(self._folder)
        self._go.setEnabled(True)

    def _give_up(self) -> None:
        self._go.setEnabled(False)
        folder = self._folder
        self.context.operations.chore(
            lambda backups: backups.give_up(folder), self._on_given_up, changes=(Records.BACKUPS,)
        )

    def _on_given_up(self, _nothing: None) -> None:
        self.given_up.emit()
        self.context.frame.close_panel()
