"""The recovery sheet goes onto paper: no printer is no printer, a file is none, and the tick is the person's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.setup import printing
from counsellor_desk.desk.setup.steps import SheetStep
from counsellor_desk.office import SetUp
from tests.desk.fakes import GROUPS


@dataclass(frozen=True)
class Known:
    """A printer the system knows."""

    name: str
    model: str = "LaserJet 4"

    def printerName(self) -> str:
        return self.name

    def description(self) -> str:
        return ""

    def makeAndModel(self) -> str:
        return self.model


class AtPrinter:
    """Somebody at the step that shows the sheet, in a folder of her own."""

    def __init__(self, step: SheetStep, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._step = step
        self._folder = folder
        self._monkeypatch = monkeypatch

    def knows(self, *printers: Known) -> None:
        """These are the printers of the system."""
        self._monkeypatch.setattr(QPrinterInfo, "availablePrinters", lambda: list(printers))

    def print(self) -> str:
        """Press the button, accept every dialog that comes; what is said then."""
        timer = QTimer(self._step)
        timer.timeout.connect(self._accept)
        timer.start(20)
        next(button for button in self._step.findChildren(QPushButton) if button.text() == "Print").click()
        timer.stop()
        return " ".join(label.text() for label in self._step.findChildren(QLabel) if label.isVisible())

    @property
    def ticked(self) -> bool:
        return self._step.findChildren(QCheckBox)[0].isChecked()

    @property
    def files(self) -> list[str]:
        return [path.name for path in self._folder.iterdir()]

    def _accept(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.accept()


@pytest.fixture
def visitor(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AtPrinter:
    step = SheetStep()
    qtbot.addWidget(step)
    step.show_sheet(SetUp(GROUPS, "7Y815RH8", None), date(2026, 11, 23))
    step.show()
    monkeypatch.chdir(tmp_path)
    return AtPrinter(step, tmp_path, monkeypatch)


class Dialog:
    """A dialog in which somebody has chosen; ``file`` is what she wants it printed to."""

    PrintDialogOption = QPrintDialog.PrintDialogOption
    file = ""
    options: dict[QPrintDialog.PrintDialogOption, bool]

    def __init__(self, printer: QPrinter, parent: QWidget) -> None:
        type(self).options = {}
        if self.file:
            printer.setOutputFileName(self.file)

    def setOption(self, option: QPrintDialog.PrintDialogOption, on: bool = True) -> None:
        self.options[option] = on

    def exec(self) -> QDialog.DialogCode:
        return QDialog.DialogCode.Accepted


class Paper(QPrinter):
    """A printer with paper, as far as one can ask it; what it prints lands in a file all the same."""

    def __init__(self, mode: QPrinter.PrinterMode) -> None:
        super().__init__(mode)
        super().setOutputFileName("paper")

    def printerName(self) -> str:
        return "Office"

    def outputFormat(self) -> QPrinter.OutputFormat:
        return QPrinter.OutputFormat.NativeFormat

    def outputFileName(self) -> str:
        return ""


def test_without_a_printer_no_file_is_made_and_nothing_is_ticked(visitor: AtPrinter) -> None:
    visitor.knows()

    said = visitor.print()

    assert visitor.files == []
    assert not visitor.ticked
    assert "Write the groups down by hand" in said


@pytest.mark.parametrize(
    "only",
    [
        Known("Microsoft Print to PDF", "Microsoft"),
        Known("PDF", "Generic CUPS-PDF Printer"),
        Known("Microsoft XPS Document Writer"),
        Known("Send to OneNote"),
        Known("Office", "Fax"),
    ],
    ids=lambda one: one.name,
)
def test_a_printer_that_leaves_no_paper_is_none(visitor: AtPrinter, only: Known) -> None:
    visitor.knows(only)

    assert "No printer with paper was found" in visitor.print()
    assert visitor.files == []


def test_the_dialog_offers_no_file(visitor: AtPrinter, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor.knows(Known("Office"))
    monkeypatch.setattr(printing, "QPrintDialog", Dialog)

    visitor.print()

    assert Dialog.options == {QPrintDialog.PrintDialogOption.PrintToFile: False}


def test_a_file_that_was_chosen_all_the_same_is_not_made(
    visitor: AtPrinter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.knows(Known("Office"))
    monkeypatch.setattr(Dialog, "file", str(tmp_path / "Sheet.pdf"))
    monkeypatch.setattr(printing, "QPrintDialog", Dialog)

    said = visitor.print()

    assert visitor.files == []
    assert not visitor.ticked
    assert "That would make a file" in said


def test_what_was_sent_to_a_printer_is_ticked_by_the_person(
    visitor: AtPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor.knows(Known("Office"))
    monkeypatch.setattr(printing, "QPrintDialog", Dialog)
    monkeypatch.setattr(printing, "QPrinter", Paper)

    said = visitor.print()

    assert visitor.files == ["paper"]
    assert "It was sent to the printer" in said
    assert not visitor.ticked
