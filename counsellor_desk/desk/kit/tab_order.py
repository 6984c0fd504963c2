"""The order Tab follows, kept as the eye reads: Qt appends whatever is made later to the very end."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_in_order(root: QWidget) -> None:
    """Make Tab follow the tree below ``root``: a chip that was made later stands where its group stands."""
    window = root.window()
    reachable = [
        widget
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy() and widget.window() is window
    ]
    for before, after in pairwise(reachable):
        if before.nextInFocusChain() is not after:
            QWidget.setTabOrder(before, after)
