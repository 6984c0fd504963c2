"""Bringing a backup back, in the panel: look into one, restore it to a new file, and perhaps go on with that one."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.backups import BackupOverview, Contents, Copy
from counsellor_desk.desk.kit.buttons import PrimaryButton, QuietButton
from counsellor_desk.desk.kit.card import Card, empty, row
from counsellor_desk.desk.kit.labels import Heading, PlainLabel, Quiet, Remark, Section
from counsellor_desk.desk.kit.meter import Meter
from counsellor_desk.desk.kit.states import Progress
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.desk.pages.words.phrases import phrases_of
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError

_PATIENCE_MS = 500  # a look into a backup that takes longer is said, and can be stopped


class RestorePanel(Page[None]):
    """Nothing here touches the vault one works in, until the desk is locked on purpose."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._copy: Copy | None = None
        self._restored = ""
        self._preview = Card(tone="sunk")
        self._when = Heading()
        self._contents = PlainLabel(wrap=True)
        self._go = PrimaryButton(self.tr("Restore to a new file"), self._restore, size="small")
        self._preview.body.addWidget(self._when)
        self._preview.body.addWidget(self._contents)
        self._preview.body.addLayout(row(self._go, None))
        self._progress = Progress()
        self._said = Remark()
        self._ready = Card()
        self._ready.body.addWidget(
            PlainLabel(
                self.tr("A restored vault lies beside yours. You still work with the vault you had."), wrap=True
            )
        )
        self._ready.body.addWidget(
            Quiet(
                self.tr(
                    "If you go on with it, the desk locks, and it takes the place of your vault, which is kept under "
                    "another name. What you wrote since is then in the kept one. What you destroyed or published "
                    "since stays destroyed and published."
                )
            )
        )
        self._ready.body.addLayout(
            row(QuietButton(self.tr("Lock and go on with it"), self._go_on, size="small"), None)
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.XS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(Quiet(self.tr("A backup is always restored to a new file. Your vault stays as it is.")))
        for part in (self._ready, self._preview, self._progress, self._said):
            column.addWidget(part)
            part.hide()
        column.addWidget(Section(self.tr("Backups")))
        column.addLayout(self._list)
        column.addStretch(1)

    def shown(self, about: None = None) -> None:
        self._preview.hide()
        self._said.hide()
        self.refresh()

    def refresh(self) -> None:
        self.context.operations.chore(lambda backups: backups.overview(), self._show)

    def _show(self, overview: BackupOverview) -> None:
        self._restored = overview.restored[-1] if overview.restored else ""
        self._ready.setVisible(bool(self._restored))
        empty(self._list)
        copies = (*overview.copies, *overview.unchecked)
        folders = tuple(dict.fromkeys(copy.folder for copy in copies))
        for folder in folders:
            if len(folders) > 1:
                self._list.addWidget(Quiet(folder))
            for copy in copies:
                if copy.folder == folder:
                    name = self._name(copy)
                    if copy in overview.unchecked:
                        name = self.tr("%1 (not checked yet)").replace("%1", name)
                    button = QuietButton(name, partial(self._look, copy), size="small")
                    self._list.addLayout(row(button, None))
        if not copies:
            self._list.addWidget(Quiet(self.tr("There is none within reach. Connect the drive they are on.")))

    def _name(self, copy: Copy) -> str:
        day = phrases_of(self.context).days.long(copy.at.date())
        return f"{day}, {copy.at:%H:%M}"

    def _look(self, copy: Copy) -> None:
        self._said.hide()
        self._copy = copy
        meter = Meter(self._progress, self.tr("Looking into the backup"), measured=False, patience=_PATIENCE_MS)
        progress = self.context.operations.cancellable(meter)
        self.context.operations.chore(
            lambda backups: backups.contents(copy, progress),
            lambda found: self._show_contents(copy, found),
            self._on_failed,
        )

    def _show_contents(self, copy: Copy, found: Contents) -> None:
        self._progress.end()
        self._when.setText(self._name(copy))
        words = [self.tr("%n case(s)", "", found.cases), self.tr("%n note(s)", "", found.notes)]
        if found.last_on is not None:
            day = phrases_of(self.context).days.long(found.last_on)
            words.append(self.tr("last written on %1").replace("%1", day))
        self._contents.setText(" · ".join(words))
        self._preview.show()
        self._go.setFocus()

    def _restore(self) -> None:
        copy = self._copy
        if copy is None:
            return
        self._go.setEnabled(False)
        progress = self.context.operations.cancellable(Meter(self._progress, self.tr("Restoring")))
        self.context.operations.chore(
            lambda backups: backups.restore(copy, progress), self._on_restored, self._on_failed
        )

    def _on_restored(self, _name: str) -> None:
        self._progress.end()
        self.setFocus()  # what has it goes, and it would wander off to the rail
        self._go.setEnabled(True)
        self._preview.hide()
        self.refresh()

    def _go_on(self) -> None:
        restored = self._restored
        self.context.operations.chore(
            lambda backups: backups.work_with(restored),
            lambda _none: self.context.frame.lock(),
            self._on_failed,
        )

    def _on_failed(self, error: DeskError) -> None:
        self._progress.end()
        self._go.setEnabled(True)
        self._said.setText(message_for(error).text())
        self._said.show()
