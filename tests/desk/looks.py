"""What a look at a screen finds: controls without a name, words that do not fit."""

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

from counsellor_desk.desk.kit.rows.row_list import RowList

CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QComboBox,
    QAbstractItemView,
    QAbstractSlider,
)
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
