"""Words on the screen. Every label shows plain text, so nothing a person typed is ever read as markup."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from counsellor_desk.desk.folds import READABLE
from counsellor_desk.desk.kit.announcing import announce


class PlainLabel(QLabel):
    """A label that never interprets its text. ``role`` chooses its look in the style sheet. Where it breaks into
    lines they are never too long to read, however wide it is."""

    def __init__(self, text: str = "", role: str = "", *, wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beyond = 0  # px of its margins, because it is wider than a line may be
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        if role:
            self.setProperty("role", role)
        self.setText(text)

    def set_role(self, role: str) -> None:
        """Change the look."""
        self.setProperty("role", role)
        self.style().unpolish(self)
        self.style().polish(self)

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width - self._beyond_at(width) + self._beyond)

    def sizeHint(self) -> QSize:
        return super().sizeHint() - QSize(self._beyond, 0)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() - QSize(self._beyond, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_lines_short()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._keep_lines_short()

    def _beyond_at(self, width: int) -> int:
        """What is left over of ``width``."""
        if not self.wordWrap():
            return 0
        margins = self.contentsMargins()
        own = margins.left() + margins.right() - self._beyond
        return max(width - own - READABLE * self.fontMetrics().averageCharWidth(), 0)

    def _keep_lines_short(self) -> None:
        beyond = self._beyond_at(self.width())
        before, self._beyond = self._beyond, beyond
        if (more := beyond - before) != 0:
            left = more // 2 if self.alignment() & Qt.AlignmentFlag.AlignHCenter else 0
            self.setContentsMargins(self.contentsMargins() + QMargins(left, 0, more - left, 0))


class Remark(PlainLabel):
    """A sentence that comes and goes while one works, such as what is to be looked at once more. A screen reader says
    it when it comes or changes."""

    def __init__(self, role: str = "attention", parent: QWidget | None = None) -> None:
        super().__init__("", role, wrap=True, parent=parent)

    def setText(self, text: str) -> None:
        is_new = bool(text) and (self.isHidden() or text != self.text())
        super().setText(text)
        if is_new:
            announce(self, text, urgent=self.property("role") == "attention")

    def count_down(self, text: str) -> None:
        """Change the sentence without a word: it changes every second."""
        super().setText(text)


class Title(PlainLabel):
    """The name of a page."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "title", parent=parent)


class Heading(PlainLabel):
    """The name of a card."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "heading", parent=parent)


class Section(PlainLabel):
    """A small quiet heading above a group."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "section", parent=parent)


class Quiet(PlainLabel):
    """A word that may be overlooked."""

    def __init__(
        self, text: str = "", *, small: bool = True, wrap: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, "small" if small else "quiet", wrap=wrap, parent=parent)


class KeyBadge(PlainLabel):
    """A shortcut, shown where the thing is. ``text`` is a portable key sequence: "Ctrl+N"."""

    def __init__(self, keys: str, *, on_accent: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(_spoken(keys), "badge", parent=parent)
        self.setProperty("on", "accent" if on_accent else "ground")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class Divider(QFrame):
    """A hair line between rows."""

    def __init__(self, *, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("divider", True)
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


def _spoken(keys: str) -> str:
    """A key sequence as people read it: "Ctrl N", "Ctrl ↵"."""
    return keys.replace("Return", "↵").replace("+", " ")
