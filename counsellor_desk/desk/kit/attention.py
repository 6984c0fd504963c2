"""Where the keyboard's attention goes when what had it goes away.

The one rule: to what one writes or reads next. After opening to the first field, or behind the words that were left
there; after saving to where the next words are written; after closing back to what one wrote or read before. A panel
that closes itself, once it was saved, leaves it with what one reads: words still on their way are about what was in
the panel. Never onto a control that changes a record: a key that is pressed once too often must do nothing.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


def has_attention(part: QWidget) -> bool:
    """Whether the keyboard goes to it, or to something in it."""
    focus = QApplication.focusWidget()
    return focus is not None and (focus is part or part.isAncestorOf(focus))


def give_attention(to: QWidget) -> None:
    """The keyboard goes to it from now on."""
    to.setFocus(Qt.FocusReason.OtherFocusReason)


def put_away(part: QWidget, then: QWidget) -> None:
    """Hide ``part``; who was in it goes on at ``then``."""
    was_here = has_attention(part)
    part.hide()
    if was_here:
        give_attention(then)


def written_or_read_in(page: QWidget) -> QWidget | None:
    """What one wrote or read last in ``page``."""
    last = page.focusWidget()
    return None if last is page or isinstance(last, QAbstractButton) else last
