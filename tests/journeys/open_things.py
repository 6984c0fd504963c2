"""The real program with a half-written talk on its contact card and one more thing open: ``open_things.py THING``.

Prints "open" once the thing is there. After a lock the ordinary program stands in its place.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Event

from PySide6.QtCore import QCoreApplication, QMimeData, Qt, QTimer
from PySide6.QtGui import QDrag
from PySide6.QtPrintSupport import QPrintDialog, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QInputDialog,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QPushButton,
)

from counsellor_desk.desk.kit.folder import ask_for_folder
from counsellor_desk.desk.model import place
from counsellor_desk.desk.setup.key_change import PassphraseScreen
from counsellor_desk.desk.window import DeskWindow
from counsellor_desk.doors.real import RealDoor
from counsellor_desk.figures import publishing
from counsellor_desk.vault.backups import copying
from tests import inside

WORDS = "halverwege een gesprek"


def dialog(window: DeskWindow) -> None:
    QDialog(window).exec()


def message(window: DeskWindow) -> None:
    QMessageBox(window).exec()


def question(window: DeskWindow) -> None:
    QInputDialog(window).exec()


def file_dialog(window: DeskWindow) -> None:
    made = QFileDialog(window)
    made.setOption(QFileDialog.Option.DontUseNativeDialog)
    made.exec()


def folder(window: DeskWindow) -> None:
    ask_for_folder(window, lambda _folder: None)


def print_dialog(window: DeskWindow) -> None:
    QPrintDialog(window).exec()


def print_preview(window: DeskWindow) -> None:
    QPrintPreviewDialog(window).exec()


def progress(window: DeskWindow) -> None:
    made = QProgressDialog("", "", 0, 100, window)
    made.setWindowModality(Qt.WindowModality.ApplicationModal)
    made.setMinimumDuration(0)
    made.setValue(40)
    made.exec()


def menu(window: DeskWindow) -> None:
    made = QMenu(window)
    made.addMenu("more").addAction("an action")
    made.exec(window.mapToGlobal(window.rect().center()))


def text_menu(window: DeskWindow) -> None:
    made = _paper(window).createStandardContextMenu()
    made.exec(window.mapToGlobal(window.rect().center()))


def popup(window: DeskWindow) -> None:
    made = QComboBox(window)
    made.addItems(["one", "two"])
    made.show()
    made.showPopup()


def drag(window: DeskWindow) -> None:
    made, carried = QDrag(window), QMimeData()
    carried.setText("something")
    made.setMimeData(carried)
    made.exec()


def backup(window: DeskWindow) -> None:
    """One that is made onto a drive which does not answer, in the settings' own way."""
    vars(copying)["write"] = _hang
    assert window.shell is not None
    progress = window.tasks.cancellable(window.shell.show_work("A backup"))
    window.tasks.run_chore(lambda backups: backups.make(progress))


def figures(window: DeskWindow) -> None:
    """Figures that are worked out for ever; the page asks for them as soon as it is shown."""
    vars(publishing)["preview"] = _hang
    assert window.shell is not None
    window.shell.navigate(place.Figures())


def passphrase(window: DeskWindow) -> None:
    """Another passphrase, while the keyring does not answer when it is asked whether this is the old one."""
    type.__setattr__(RealDoor, "check_passphrase", _hang)
    assert window.shell is not None
    window.shell.navigate(place.Settings())
    words = QCoreApplication.translate("SettingsPage", "Change the passphrase")
    next(button for button in window.findChildren(QPushButton) if button.text() == words).click()
    window.findChildren(PassphraseScreen)[0].go_on()


def _hang(*_anything: object) -> None:
    _hanging.set()
    Event().wait(600)


_hanging = Event()

THINGS: dict[str, Callable[[DeskWindow], None]] = {
    thing.__name__: thing
    for thing in (
        dialog,
        message,
        question,
        file_dialog,
        folder,
        print_dialog,
        print_preview,
        progress,
        menu,
        text_menu,
        popup,
        drag,
        backup,
        figures,
        passphrase,
    )
}
_AT_WORK = (backup, figures, passphrase)


def main(thing: str, arguments: list[str]) -> int:
    """The exit code of the program."""

    def act(window: DeskWindow) -> None:
        assert window.shell is not None
        window.shell.open_contact_card()
        _once(window, lambda: not window.tasks.busy, lambda: write(window))

    def write(window: DeskWindow) -> None:
        _paper(window).insertPlainText(WORDS)
        there = _hanging.is_set if THINGS[thing] in _AT_WORK else _something_is_open
        there = there if THINGS[thing] is not drag else lambda: True
        QTimer.singleShot(0, window, lambda: _once(window, there, lambda: print("open", flush=True)))
        QTimer.singleShot(0, window, lambda: THINGS[thing](window))

    return inside.run(act, *arguments)


def _something_is_open() -> bool:
    return bool(QApplication.activeModalWidget() or QApplication.activePopupWidget())


def _paper(window: DeskWindow) -> QPlainTextEdit:
    return next(paper for paper in window.findChildren(QPlainTextEdit) if paper.isVisible())


def _once(window: DeskWindow, true: Callable[[], bool], then: Callable[[], None]) -> None:
    """``then``, as soon as something is true; looked at from within whatever event loop runs."""
    timer = QTimer(window)

    def look() -> None:
        if true():
            timer.stop()
            then()

    timer.timeout.connect(look)
    timer.start(20)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
