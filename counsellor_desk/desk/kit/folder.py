"""Asking for a folder or a file without blocking anything: locking the desk closes the question."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

_QT = "QtProject"
_GROUP = "FileDialog"


def ask_for_folder(parent: QWidget, done: Callable[[str], None], question: str = "") -> QFileDialog:
    """Ask with the system's own dialog; ``done`` gets the folder, or is never called."""
    question = question or QCoreApplication.translate("Figures", "Where shall the files go?")
    dialog = _dialog(parent, done, question)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _opened(dialog)


def ask_for_file(
    parent: QWidget, done: Callable[[str], None], question: str, kinds: tuple[str, ...], folder: str = ""
) -> QFileDialog:
    """The same for a file that is there, at first in ``folder``; ``kinds`` is what is shown, such as "All (*)"."""
    dialog = _dialog(parent, done, question)
    if folder:
        dialog.setDirectory(folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(kinds)
    return _opened(dialog)


def _dialog(parent: QWidget, done: Callable[[str], None], question: str) -> QFileDialog:
    """Qt writes the folders it showed into a settings file of the user when the dialog goes; that is taken back."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, question, documents)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    before = _remembered()
    dialog.destroyed.connect(lambda: _remember(before))
    dialog.fileSelected.connect(done)
    return dialog


def _opened(dialog: QFileDialog) -> QFileDialog:
    """Opens it. Where the system has none of its own, Qt's proposals while one types are dressed as ours are."""
    dialog.open()
    for field in dialog.findChildren(QLineEdit):
        completer = field.completer()
        if completer and (proposals := completer.popup()):
            proposals.setProperty("popup", True)
    return dialog


def _remembered() -> Mapping[str, object]:
    settings = QSettings(QSettings.Scope.UserScope, _QT)
    settings.beginGroup(_GROUP)
    return {key: settings.value(key) for key in settings.allKeys()}


def _remember(before: Mapping[str, object]) -> None:
    settings = QSettings(QSettings.Scope.UserScope, _QT)
    settings.remove(_GROUP)
    for key, value in before.items():
        settings.setValue(f"{_GROUP}/{key}", value)
    settings.sync()
