"""What a look at a screen finds: controls without a name, words that do not fit, lines that are too long to read."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from counsellor_desk.desk.kit.reading import ReadingText
from counsellor_desk.desk.kit.rows.row_list import RowList

CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QComboBox,
    QAbstractItemView,
    QAbstractSlider,
)
READABLE = 100  # letters in a line; some 90, a few more of narrow ones
BEARING = 2  # pixels of air a font leaves beside its last letter


def controls(root: QWidget) -> Iterator[QWidget]:
    """Every visible control that a person can use."""
    for kind in CONTROLS:
        for widget in root.findChildren(kind):
            if widget.isVisibleTo(root) and widget.isEnabled() and not isinstance(widget, QScrollBar):
                yield widget


def nameless(root: QWidget) -> list[str]:
    """Controls a screen reader has no word for."""
    found = []
    for widget in controls(root):
        reader = QAccessible.queryAccessibleInterface(widget)
        if not reader.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


def scrolled(widget: QWidget, root: QWidget) -> bool:
    """Whether ``widget`` lies in something that can be scrolled to it."""
    parent = widget.parentWidget()
    while parent is not None and parent is not root:
        if isinstance(parent, QScrollArea | QAbstractItemView | RowList):
            return True
        parent = parent.parentWidget()
    return False


def clipped(root: QWidget) -> list[str]:
    """Words that do not fit in their place, and controls that stand outside the window."""
    found = []
    for widget in (*root.findChildren(QLabel), *root.findChildren(QPushButton)):
        if not widget.isVisibleTo(root) or not widget.text():
            continue
        wanted = widget.minimumSizeHint() if isinstance(widget, QLabel) and widget.wordWrap() else widget.sizeHint()
        height = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else wanted.height()
        ignored = widget.sizePolicy().horizontalPolicy() == widget.sizePolicy().Policy.Ignored
        too_narrow = widget.width() < wanted.width() - BEARING and not ignored and "…" not in widget.text()
        if too_narrow or widget.height() < height - 1:
            found.append(f"{widget.text()!r}: {widget.width()}x{widget.height()}, wants {wanted.width()}x{height}")
        place = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())
        if not scrolled(widget, root) and not root.rect().contains(place):
            found.append(f"{widget.text()!r} stands outside")
    return found


def cut_off(root: QWidget) -> list[str]:
    """Controls of which a part can be neither seen nor scrolled to, and what is wider than the part that shows it."""
    hidden = [
        f"{type(widget).__name__} {widget.accessibleName()!r}: {widget.visibleRegion().boundingRect()}"
        for widget in controls(root)
        if not scrolled(widget, root) and widget.visibleRegion().boundingRect() != widget.rect()
    ]
    wide = [
        f"{type(area.widget()).__name__}: {area.widget().width()} in {area.viewport().width()}"
        for area in root.findChildren(QScrollArea)
        if area.isVisible() and area.widget() and area.widget().width() > area.viewport().width()
    ]
    return hidden + wide


def too_long(root: QWidget) -> list[str]:
    """Texts of which a line has more letters than can be read well."""
    found = []
    for widget in (*root.findChildren(QLabel), *root.findChildren(ReadingText)):
        words = widget.text() if isinstance(widget, QLabel) else widget.toPlainText()
        breaks = isinstance(widget, ReadingText) or widget.wordWrap()
        if breaks and words and widget.isVisibleTo(root):
            longest = max(words.splitlines(), key=len)
            whole = widget.fontMetrics().horizontalAdvance(longest)
            letters = len(longest) * min(widget.contentsRect().width() / whole, 1)
            if letters > READABLE:
                found.append(f"{round(letters)} letters in a line of {longest!r}")
    return found
