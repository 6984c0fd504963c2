"""The recovery sheet on paper. It goes to a printer, never into a file of ours."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from counsellor_desk.desk.i18n import QT_TRANSLATE_NOOP
from counsellor_desk.office import SetUp

_COLUMNS = 3
_POINTS_PER_INCH = 72
_TITLE = QT_TRANSLATE_NOOP("PrintedSheet", "Recovery sheet")
_ADVICE = QT_TRANSLATE_NOOP(
    "PrintedSheet", "Keep this sheet in a locked place, apart from the computer. Whoever has both can open the vault."
)
_ABOUT = QT_TRANSLATE_NOOP("PrintedSheet", "Fingerprint %1 · made on %2")


_FILES = re.compile("pdf|xps|onenote|image writer|print to file|fax", re.IGNORECASE)
"""What printers that leave no paper are called. A name is all a system tells of them."""


class Printed(Enum):
    """What became of a wish to print."""

    SENT = "sent"
    CANCELLED = "cancelled"
    NO_PRINTER = "no printer"
    NO_PAPER = "no paper"  # what was chosen makes a file
    FAILED = "failed"


def print_sheet(parent: QWidget, set_up: SetUp, day: date) -> Printed:
    """Ask for a printer and print. A file is no printer: it would hold the key, for everybody to read."""
    if not (printers := _with_paper()):
        return Printed.NO_PRINTER
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Sheet")
    if printer.printerName() not in printers:
        printer.setPrinterName(printers[0])
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return Printed.CANCELLED
    is_native = printer.outputFormat() is QPrinter.OutputFormat.NativeFormat
    if not is_native or printer.outputFileName() or printer.printerName() not in _with_paper():
        return Printed.NO_PAPER
    painter = QPainter(printer)
    if not painter.isActive():
        return Printed.FAILED
    scale = printer.resolution() / _POINTS_PER_INCH
    painter.scale(scale, scale)
    draw_sheet(painter, QRectF(QPointF(0, 0), painter.viewport().size().toSizeF() / scale), set_up, day)
    return Printed.SENT if painter.end() else Printed.FAILED


def _with_paper() -> list[str]:
    """The names of the printers that print on paper."""
    return [
        one.printerName()
        for one in QPrinterInfo.availablePrinters()
        if not _FILES.search(f"{one.printerName()} {one.description()} {one.makeAndModel()}")
    ]


def draw_sheet(painter: QPainter, page: QRectF, set_up: SetUp, day: date) -> None:
    """Draw the sheet into ``page``, in points."""
    painter.setPen(Qt.GlobalColor.black)
    painter.setFont(_font(16, bold=True))
    painter.drawText(QRectF(0, 0, page.width(), 30), _words(_TITLE))
    painter.setFont(_font(10))
    painter.drawText(
        QRectF(0, 34, page.width(), 60),
        Qt.TextFlag.TextWordWrap,
        _words(_ADVICE),
    )
    about = _words(_ABOUT).replace("%1", set_up.fingerprint)
    painter.drawText(QRectF(0, 90, page.width(), 20), about.replace("%2", f"{day:%d-%m-%Y}"))
    for position, group in enumerate(set_up.groups):
        left = position % _COLUMNS * page.width() / _COLUMNS
        top = 130 + position // _COLUMNS * 56
        painter.setFont(_font(8))
        painter.drawText(QPointF(left, top), str(position + 1))
        painter.setFont(_font(20, bold=True))
        painter.drawText(QPointF(left + 16, top + 16), group)


def _words(text: str) -> str:
    return QCoreApplication.translate("PrintedSheet", text)


def _font(points: int, *, bold: bool = False) -> QFont:
    """The painter is scaled to points, so a font's pixel is a point."""
    font = QFont()
    font.setPixelSize(points)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
