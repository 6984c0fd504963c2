"""Settings of the vault's backups: where they go, when the last was made, and the three things one can do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.backups import BackupOverview, Copy, Health
from counsellor_desk.casework.progress import Cancelled
from counsellor_desk.desk.kit.buttons import LinkButton, QuietButton
from counsellor_desk.desk.kit.card import Card, empty, row
from counsellor_desk.desk.kit.folder import ask_for_folder
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet
from counsellor_desk.desk.kit.meter import Meter
from counsellor_desk.desk.kit.states import Progress
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.settings.gone_for_good import GoneForGoodPanel
from counsellor_desk.desk.pages.settings.restore import RestorePanel
from counsellor_desk.desk.pages.settings.strangers import StrangersPanel
from counsellor_desk.desk.pages.words.phrases import phrases_of
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError


class BackupsCard(Card):
    """Reads in ``read``; every press takes effect at once."""

    def __init__(
        self, context: DeskContext, change_key: Callable[[], None] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._folder = PlainLabel(wrap=True)
        self._folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._hint = Quiet()
        self._last = PlainLabel(wrap=True)
        self._away = QVBoxLayout()
        self._away.setSpacing(Space.S)
        self._given_up = Quiet()
        self._strange = Quiet()
        self._names = LinkButton(self.tr("Show their names"), self._open_names, size="small")
        self._strangers = StrangersPanel(context)
        self._said = PlainLabel(wrap=True)
        self._said.hide()
        self._progress = Progress()
        self._pressed: QWidget | None = None
        self._restore = RestorePanel(context)
        self._gone = GoneForGoodPanel(context, change_key)
        self._gone.given_up.connect(self._on_given_up)
        self._choose = QuietButton(self.tr("Choose a folder"), self._ask, size="small")
        self._beside = QuietButton(self.tr("Keep beside the vault"), lambda: self._use(""), size="small")
        self._acts = (
            QuietButton(self.tr("Back up now"), self._make, size="small"),
            QuietButton(self.tr("Restore a backup"), self._open_restore, size="small"),
            QuietButton(self.tr("Check the vault"), self._check, size="small"),
        )
        self.body.addWidget(self._folder)
        self.body.addWidget(self._hint)
        self.body.addLayout(self._away)
        self.body.addWidget(self._given_up)
        self.body.addLayout(row(self._choose, self._beside, None))
        self.body.addWidget(self._last)
        self.body.addWidget(self._strange)
        self.body.addWidget(self._names, alignment=Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(row(*self._acts, None))
        self.body.addWidget(self._progress)
        self.body.addWidget(self._said)

    def read(self) -> None:
        """How it stands now."""
        self._context.operations.chore(lambda backups: backups.overview(), self._show)

    def _show(self, overview: BackupOverview) -> None:
        days = phrases_of(self._context).days
        self._folder.setText(overview.folder or self.tr("Backups lie beside the vault, on this computer only."))
        self._hint.setText(
            self.tr("While this folder is away, backups are kept beside the vault.")
            if overview.folder
            else self.tr("On a USB stick or a network drive they also survive the loss of this computer.")
        )
        self._beside.setVisible(bool(overview.folder))
        self._show_away(overview)
        self._show_strangers(overview)
        if not overview.copies:
            self._last.setText(self.tr("No backup yet. One is made whenever you lock the desk after writing."))
            return
        words = self.tr("Last backup: %1. There are %n.", "", len(overview.copies))
        words = words.replace("%1", days.moment(overview.copies[0].at.date(), overview.copies[0].at.time()))
        if overview.drilled_on is not None:
            tried = self.tr("Last brought back on trial: %1.").replace("%1", days.near(overview.drilled_on))
            words = f"{words} {tried}"
        self._last.setText(words)

    def _show_away(self, overview: BackupOverview) -> None:
        empty(self._away)
        for folder in overview.away:
            words = self.tr(
                "Backups in %1 still hold what you destroyed. They are cleared as soon as it is connected."
            )
            self._away.addWidget(PlainLabel(words.replace("%1", folder), "attention", wrap=True))
            gone = LinkButton(self.tr("It is gone for good"), partial(self._open_gone, folder), size="small")
            gone.setAccessibleDescription(folder)
            self._away.addWidget(gone, alignment=Qt.AlignmentFlag.AlignLeft)
        days = phrases_of(self._context).days
        lines = [
            self.tr("Given up on %1: %2").replace("%1", days.long(one.on)).replace("%2", one.folder)
            for one in overview.given_up
        ]
        self._given_up.setText("\n".join(lines))
        self._given_up.setVisible(bool(lines))

    def _show_strangers(self, overview: BackupOverview) -> None:
        lines = []
        if waiting := len(overview.unchecked):
            lines.append(self.tr("%n file(s) among the backups will be opened and checked first.", "", waiting))
        if strangers := len(overview.strangers):
            lines.append(
                self.tr(
                    "%n file(s) among the backups are not usable backups of this vault; they were left as they are.",
                    "",
                    strangers,
                )
            )
        self._strange.setText("\n".join(lines))
        self._strange.setVisible(bool(lines))
        self._names.setVisible(bool(overview.strangers))

    def _open_names(self) -> None:
        self._context.frame.open_panel(self.tr("Not counted as backups"), self._strangers)

    def _open_gone(self, folder: str) -> None:
        self._context.frame.open_panel(self.tr("Gone for good"), self._gone, folder)

    def _on_given_up(self) -> None:
        self._end(self.tr("This is kept in the vault. You are not asked for it again."))
        self.read()

    def _ask(self) -> None:
        ask_for_folder(self, self._use, self.tr("Where shall the backups go?"))

    def _use(self, folder: str) -> None:
        self._said.hide()
        self._context.operations.chore(
            lambda backups: backups.choose_folder(folder), lambda _none: self.read(), self._on_failed
        )

    def _make(self) -> None:
        self._begin()
        progress = self._context.operations.cancellable(Meter(self._progress, self.tr("Making a backup")))
        self._context.operations.chore(lambda backups: backups.make(progress), self._on_made, self._on_failed)

    def _on_made(self, copy: Copy) -> None:
        self._end(self.tr("The backup is made and was opened to check it."))
        self.read()

    def _check(self) -> None:
        self._begin()
        meter = Meter(self._progress, self.tr("Looking at every page of the vault"), measured=False)
        progress = self._context.operations.cancellable(meter)
        self._context.operations.chore(lambda backups: backups.check(progress), self._on_checked, self._on_failed)

    def _on_checked(self, health: Health) -> None:
        if health.is_sound:
            self._end(self.tr("Every page of the vault is as it was written."))
        else:
            self._end(self.tr("A part of the vault is damaged. Restore the newest backup; this vault is kept."))

    def _open_restore(self) -> None:
        self._context.frame.open_panel(self.tr("Restore a backup"), self._restore)

    def _begin(self) -> None:
        self._said.hide()
        self._pressed = self.focusWidget()
        for button in (self._choose, self._beside, *self._acts):
            button.setEnabled(False)

    def _end(self, words: str) -> None:
        self._progress.end()
        for button in (self._choose, self._beside, *self._acts):
            button.setEnabled(True)
        if self._pressed is not None:
            self._pressed.setFocus(Qt.FocusReason.OtherFocusReason)
        self._said.setText(words)
        self._said.show()

    def _on_failed(self, error: DeskError) -> None:
        self._end(message_for(error).sentence() if isinstance(error, Cancelled) else message_for(error).text())
