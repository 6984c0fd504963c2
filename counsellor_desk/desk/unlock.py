"""The locked desk: a neutral title and one field."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from counsellor_desk.desk.kit.announcing import announce_screen
from counsellor_desk.desk.kit.buttons import LinkButton, PrimaryButton
from counsellor_desk.desk.kit.labels import Remark, Title
from counsellor_desk.desk.kit.privacy import SECRET
from counsellor_desk.desk.messages import message_for, message_of
from counsellor_desk.desk.screens import Screen
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError

_WIDTH = 320


class LockScreen(Screen):
    """Asks for the passphrase; with ``keyring_only`` there is only a button.

    Signals: open_requested(str) with the passphrase; help_requested() by "Cannot open?".
    """

    opens_vault = True
    open_requested = Signal(str)
    help_requested = Signal()

    def __init__(self, *, keyring_only: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self._keyring_only = keyring_only
        title = Title("Desk")
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setInputMethodHints(SECRET)
        self.passphrase.setPlaceholderText(self.tr("Passphrase"))
        self.passphrase.setAccessibleName(self.tr("Passphrase"))
        self.passphrase.setProperty("scale", "large")
        self.passphrase.returnPressed.connect(self._on_open)
        self.passphrase.textChanged.connect(self._on_typed)
        self._open = PrimaryButton(self.tr("Open"), self._on_open, size="large")
        self._words = Remark()
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._help = LinkButton(self.tr("Cannot open?"), self.help_requested.emit, size="small")
        self._waiting = QTimer(self)
        self._waiting.setInterval(1000)
        self._waiting.timeout.connect(self._on_second)
        self._seconds = 0
        self._code = ""
        self.column.addWidget(title)
        self.column.addSpacing(Space.XS)
        for widget in (self.passphrase, self._open, self._words):
            self.column.addWidget(widget)
        self.passphrase.setVisible(not keyring_only)
        self.column.addWidget(self._help, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.setFocusProxy(self._open if keyring_only else self.passphrase)

    def say(self, error: DeskError) -> None:
        """The passphrase was not right, or it is too early for the next try."""
        self.set_busy(False)
        self.passphrase.clear()
        self._words.setText(message_for(error).text())
        self.passphrase.setFocus()
        self._code, self._seconds = error.code, int(error.params.get("seconds", 0))
        if self._seconds > 0:
            self._open.setEnabled(False)
            self._waiting.start()

    def set_busy(self, busy: bool) -> None:
        """While the vault is being opened nothing can be pressed twice."""
        self._open.setEnabled(not busy)
        self.passphrase.setEnabled(not busy)
        self._open.set_text(self.tr("Opening…") if busy else self.tr("Open"))
        if busy:
            self._words.clear()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not event.spontaneous():
            announce_screen(self, self.tr("The desk is locked."))

    def _on_typed(self) -> None:
        self.has_secret = True

    def _on_open(self) -> None:
        words = self.passphrase.text()
        if not self._open.isEnabled() or not (words or self._keyring_only):
            return
        self.set_busy(True)
        self.passphrase.clear()
        self.open_requested.emit(words)

    def _on_second(self) -> None:
        self._seconds -= 1
        if self._seconds > 0:
            self._words.count_down(message_of(self._code, {"seconds": self._seconds}).text())
            return
        self._waiting.stop()
        self._open.setEnabled(True)
        self._words.clear()
