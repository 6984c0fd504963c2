"""The steps that concern the key: its passphrase, its sheet, and the sheet typed back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QCheckBox, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from counsellor_desk.desk.kit.buttons import QuietButton
from counsellor_desk.desk.kit.card import row
from counsellor_desk.desk.kit.form import Field
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet, Remark
from counsellor_desk.desk.kit.privacy import SECRET
from counsellor_desk.desk.setup.sheet import SheetFields, SheetGrid
from counsellor_desk.desk.setup.step import WizardStep
from counsellor_desk.desk.space import Space
from counsellor_desk.office import Door, SetUp

LEAST_CHARACTERS = 10
_COMFORTABLE_CHARACTERS = 24


class PassphraseStep(WizardStep):
    """The passphrase, or the choice to do without it unless it is ``required``: a tick, never an empty field.

    ``without``: that was chosen before, and stays so unless she chooses otherwise.
    """

    has_secret = True

    def __init__(self, *, required: bool, without: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(
            self.tr("Choose a passphrase"),
            self.tr(
                "You type it each time you open the desk. Without it nobody opens your vault, not even somebody "
                "who can use your computer. Only its length counts: four or five words are good."
            ),
        )
        self._first = self._secret(self.tr("Passphrase"))
        self._second = self._secret(self.tr("The same once more"))
        self._length = QProgressBar()
        self._length.setRange(0, _COMFORTABLE_CHARACTERS)
        self._length.setTextVisible(False)
        self._length.setAccessibleName(self.tr("Length of the passphrase"))
        self._words = Quiet()
        self._without = QCheckBox(self.tr("Without a passphrase: the keyring of this computer alone"))
        self._price = PlainLabel(
            self.tr(
                "What you give up: whoever uses your computer while you are logged in can open your vault. "
                "A stolen computer that is switched off stays closed."
            ),
            "attention",
            wrap=True,
        )
        self._price.hide()
        self._without.setHidden(required)
        self._without.setChecked(without and not required)
        self._without.toggled.connect(self._on_edited)
        self.body.addWidget(Field(self.tr("Passphrase"), self._first))
        self.body.addWidget(self._length)
        self.body.addWidget(Field(self.tr("The same once more"), self._second))
        self.body.addWidget(self._words)
        self.body.addWidget(self._without)
        self.body.addWidget(self._price)
        self.body.addStretch(1)
        self.setFocusProxy(self._first)
        self._on_edited()

    def passphrase(self) -> str | None:
        """The passphrase; None for the keyring alone."""
        return None if self._without.isChecked() else self._first.text()

    def is_ready(self) -> bool:
        """Long enough and twice the same, or knowingly without."""
        words = self._first.text()
        return self._without.isChecked() or (len(words) >= LEAST_CHARACTERS and words == self._second.text())

    def clear(self) -> None:
        """Forget what was typed."""
        self._first.clear()
        self._second.clear()

    def _secret(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setInputMethodHints(SECRET)
        field.setAccessibleName(name)
        field.textEdited.connect(self._on_edited)
        return field

    def _on_edited(self) -> None:
        without = self._without.isChecked()
        self._price.setVisible(without)
        for field in (self._first, self._second):
            field.setEnabled(not without)
        length = len(self._first.text())
        self._length.setValue(min(length, _COMFORTABLE_CHARACTERS))
        self._words.setText("" if without else self._about(length))
        self.changed.emit()

    def _about(self, length: int) -> str:
        if length == 0:
            return ""
        if length < LEAST_CHARACTERS:
            return self.tr("%n more character(s) at least.", "", LEAST_CHARACTERS - length)
        if self._second.text() and self._second.text() != self._first.text():
            return self.tr("The two are not the same yet.")
        return self.tr("Long enough.") if length < _COMFORTABLE_CHARACTERS else self.tr("Long and good.")


class SheetStep(WizardStep):
    """Shows the recovery sheet, to print or to write down."""

    has_secret = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(
            self.tr("Your recovery sheet"),
            self.tr(
                "This is the key of your vault on paper. It opens the vault when the passphrase is forgotten or the "
                "computer is lost. Keep it apart from the computer, in a locked place. Nobody can replace it."
            ),
        )
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        self._about = Quiet()
        self.body.addWidget(self._about)
        self.body.addWidget(
            Quiet(
                self.tr(
                    "Move the mouse now and then while you write: a desk that is left alone locks itself, and you "
                    "begin again with a new sheet."
                )
            )
        )
        self._print = QuietButton(self.tr("Print"), self._on_print, symbol="print")
        self._written = QCheckBox(self.tr("I have printed it or written it down"))
        self._written.toggled.connect(self.changed)
        self.body.addLayout(row(self._print, self._written, None, spacing=Space.L))
        self._said = Remark("small")
        self.body.addWidget(self._said)
        self.body.addStretch(1)
        self._set_up: SetUp | None = None
        self._day = date.min
        self.setFocusProxy(self._print)

    def show_sheet(self, set_up: SetUp, day: date) -> None:
        """Show the groups of a key."""
        self._set_up, self._day = set_up, day
        self._place.addWidget(SheetGrid(set_up.groups))
        words = self.tr("Fingerprint %1 · made on %2")
        self._about.setText(words.replace("%1", set_up.fingerprint).replace("%2", f"{day:%d-%m-%Y}"))

    def is_ready(self) -> bool:
        """Whether she has said that the sheet is on paper."""
        return self._written.isChecked()

    def _on_print(self) -> None:
        """Only she knows whether the paper can be read: the tick is hers."""
        from counsellor_desk.desk.setup.printing import Printed, print_sheet  # loaded when it is used

        if self._set_up is None:
            return
        words = {
            Printed.SENT: self.tr(
                "It was sent to the printer. Can every group be read on the paper? Then tick the box."
            ),
            Printed.NO_PRINTER: self.tr(
                "No printer with paper was found. Write the groups down by hand, each with its number, and tick the "
                "box."
            ),
            Printed.NO_PAPER: self.tr(
                "That would make a file, which is no safe place for a key. Choose a printer with paper, or write the "
                "groups down by hand."
            ),
            Printed.FAILED: self.tr(
                "The printer did not take it. Try again, or write the groups down by hand, each with its number."
            ),
        }
        self._said.setText(words.get(print_sheet(self, self._set_up, self._day), ""))


class TypingStep(WizardStep):
    """The groups of a sheet, typed from the paper."""

    has_secret = True

    def __init__(self, title: str, explanation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.say(title, explanation)
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        self._words = Remark("small")
        self.body.addWidget(self._words)
        self.body.addStretch(1)
        self._fields: SheetFields | None = None

    def expect(self, count: int, length: int, check: Callable[[int, str], bool] | None) -> None:
        """Show a field for each group; ``check`` as of ``SheetFields``."""
        self._fields = SheetFields(count, length, check)
        self._fields.changed.connect(self._on_changed)
        self._place.addWidget(self._fields)
        self.setFocusProxy(self._fields)

    def typed(self) -> tuple[str, ...]:
        """The typed groups."""
        return self._fields.typed() if self._fields is not None else ()

    def mark(self, number: int) -> None:
        """Lead to group ``number`` (from 1)."""
        if self._fields is not None:
            self._fields.mark(number)

    def clear(self) -> None:
        """Forget what was typed."""
        if self._fields is not None:
            self._fields.clear()

    def is_ready(self) -> bool:
        """Whether the whole sheet stands there."""
        return self._fields is not None and self._fields.is_full() and not self._fields.wrong()

    def _on_changed(self) -> None:
        trouble = self._fields.trouble() if self._fields is not None else ""
        self._words.setText(trouble or (self.tr("All groups are right.") if self.is_ready() else ""))
        self.changed.emit()


class TypeBackStep(TypingStep):
    """The sheet typed back, group by group, so that it is known to be readable."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Type the sheet back"),
            self.tr("Type the groups from the paper. So you know that it can be read when you need it."),
            parent,
        )

    def expect_sheet(self, set_up: SetUp, door: Door) -> None:
        """Show a field for each group of this sheet."""
        self.expect(
            len(set_up.groups),
            len(set_up.groups[0]),
            lambda number, typed: door.check_group(set_up, number, typed),
        )
