"""A vault that is brought to this computer: its file, its recovery sheet, what is in it, a new passphrase."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counsellor_desk.casework.backups import Contents
from counsellor_desk.desk.kit.buttons import QuietButton
from counsellor_desk.desk.kit.card import Card, row
from counsellor_desk.desk.kit.folder import ask_for_file
from counsellor_desk.desk.kit.labels import Heading, PlainLabel, Quiet
from counsellor_desk.desk.kit.meter import Meter
from counsellor_desk.desk.kit.states import Progress
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.named_states.arriving import ARRIVING
from counsellor_desk.desk.pages.words.days import Days
from counsellor_desk.desk.setup.flow import StepScreen
from counsellor_desk.desk.setup.sheet import GROUP_LENGTH, SHEET_GROUPS
from counsellor_desk.desk.setup.step import WizardStep
from counsellor_desk.desk.setup.steps import PassphraseStep, TypingStep
from counsellor_desk.desk.tasks import VaultThread
from counsellor_desk.errors import DeskError
from counsellor_desk.office import Arrival, Office

_FILE, _SHEET, _CONTENTS, _PASSPHRASE = range(4)


class FileStep(WizardStep):
    """Asks for the file. Signals: chosen(str) with its path."""

    chosen = Signal(str)

    def __init__(self, backups: str, parent: QWidget | None = None) -> None:
        """``backups`` is the folder to begin with; empty for none."""
        super().__init__(parent)
        self._folder = backups
        self.say(
            self.tr("Which file is it?"),
            self.tr(
                "A backup has the day it was made in its name and ends in .backup; take the newest. The vault of "
                "another computer is called desk.vault. The file itself is only read."
            ),
        )
        if backups:
            words = self.tr("Backups of this computer lie in %1, unless another folder was chosen in the settings.")
            self.body.addWidget(Quiet(words.replace("%1", backups)))
        self._found = Card(tone="sunk")
        self._name = Heading()
        self._when = PlainLabel(wrap=True)
        self._found.body.addWidget(self._name)
        self._found.body.addWidget(self._when)
        self._found.hide()
        self.body.addWidget(self._found)
        choose = QuietButton(self.tr("Choose the file"), self._ask)
        self.body.addLayout(row(choose, None))
        self.body.addStretch(1)
        self.setFocusProxy(choose)

    def show_file(self, name: str, made: str) -> None:
        """Show the chosen file: its name and when it was made."""
        self._name.setText(name)
        self._when.setText(made)
        self._found.show()
        self.changed.emit()

    def is_ready(self) -> bool:
        """Whether a file was chosen that can be a vault."""
        return not self._found.isHidden()

    def _ask(self) -> None:
        kinds = (self.tr("Backups and vaults (*.backup *.vault)"), self.tr("All files (*)"))
        ask_for_file(self, self.chosen.emit, self.tr("Choose the file"), kinds, self._folder)


class ContentsStep(WizardStep):
    """What is in the file, before anything is made of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(
            self.tr("This is in it"),
            self.tr("Every page was looked at, and all of it can be read."),
        )
        self._when = Heading()
        self._words = PlainLabel(wrap=True)
        card = Card(tone="sunk")
        card.body.addWidget(self._when)
        card.body.addWidget(self._words)
        self.body.addWidget(card)
        self.body.addWidget(
            PlainLabel(
                self.tr(
                    "What you wrote or destroyed after this moment is not in it. Is there a newer file? Then go back "
                    "and take that one."
                ),
                wrap=True,
            )
        )
        self.body.addWidget(
            Quiet(
                self.tr(
                    "Destroy again what you destroyed since. If a report was published since, publish nothing more "
                    "over that year: this vault does not know what it told."
                )
            )
        )
        self.body.addStretch(1)

    def show_contents(self, made: str, found: Contents, days: Days) -> None:
        """Show what is in the file, in numbers."""
        self._when.setText(made)
        words = [self.tr("%n case(s)", "", found.cases), self.tr("%n note(s)", "", found.notes)]
        words.append(self.tr("%n published report(s)", "", found.reports))
        if found.last_on is not None:
            words.append(self.tr("last written on %1").replace("%1", days.long(found.last_on)))
        self._words.setText(" · ".join(words))


class BringBackScreen(StepScreen):
    """Nothing is made before the last step. Signals: cancelled(); finished(Office) with the open vault."""

    cancelled = Signal()
    finished = Signal(object)

    def __init__(
        self,
        arrival: Arrival,
        tasks: VaultThread,
        language: str,
        now: Callable[[], datetime],
        *,
        passphrase_required: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._arrival = arrival
        self._tasks = tasks
        self._days = Days(language, now().date())
        self._path = self._made = ""
        self._file = FileStep(arrival.backups())
        self._sheet = TypingStep(
            self.tr("Type the recovery sheet"),
            self.tr("Type the groups as they stand on the sheet. Capitals do not matter."),
        )
        self._sheet.expect(SHEET_GROUPS, GROUP_LENGTH, arrival.group_may_be)
        self._contents = ContentsStep()
        self._passphrase = PassphraseStep(required=passphrase_required)
        self._work = Progress()
        self.column.insertWidget(self.column.count() - 1, self._work)
        self._file.chosen.connect(self._on_chosen)
        self.take(
            (lambda: self._file, lambda: self._sheet, lambda: self._contents, lambda: self._passphrase),
            self.tr("Open the desk"),
        )

    def leaves_at_first(self) -> bool:
        """To the set-up of a new vault."""
        return True

    def go_back(self) -> None:
        """One step back."""
        if self.number == _FILE:
            self.cancelled.emit()
        else:
            super().go_back()

    def go_on(self) -> None:
        """To the next step, when what is behind this one is done."""
        path, typed = self._path, self._sheet.typed()
        if self.number == _SHEET:
            self.wait()
            meter = Meter(self._work, self.tr("Looking at every page of the file"))
            self._tasks.run_free(
                lambda: self._arrival.contents(path, typed, meter), self._on_contents, self._on_failed
            )
        elif self.number == _PASSPHRASE:
            passphrase = self._passphrase.passphrase()
            self.wait()
            meter = Meter(self._work, self.tr("Bringing the vault to this computer"))
            self._tasks.run_free(
                lambda: self._arrival.bring(path, typed, passphrase, meter), self._on_open, self._on_failed
            )
        else:
            super().go_on()

    def _on_chosen(self, path: str) -> None:
        self.say("")
        self._tasks.run_free(
            lambda: self._arrival.written_at(path), lambda made: self._on_found(path, made), self._on_failed
        )

    def _on_found(self, path: str, made: datetime) -> None:
        self._path = path
        self._made = self.tr("Of %1").replace("%1", f"{self._days.long(made.date())}, {made:%H:%M}")
        self._file.show_file(path.replace("\\", "/").rpartition("/")[2], self._made)
        self._next.setFocus()

    def _on_contents(self, found: Contents) -> None:
        self._work.end()
        self._contents.show_contents(self._made, found, self._days)
        self.show_step(_CONTENTS)

    def _on_open(self, office: Office) -> None:
        self._work.end()
        self._sheet.clear()
        self._passphrase.clear()
        self.finished.emit(office)

    def _on_failed(self, error: DeskError) -> None:
        """Everything typed stays; the sentence says what to do."""
        self._work.end()
        self.show_step(self.number)
        self.say((ARRIVING.get(error.code) or message_for(error)).text())
