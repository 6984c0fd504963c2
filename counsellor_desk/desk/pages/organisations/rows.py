"""One organisation in the list of all: its name, what it is, and a button to change it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from counsellor_desk.casework.model import Organisation
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet
from counsellor_desk.desk.kit.rows.button import RowButton
from counsellor_desk.desk.kit.rows.row import RowWidget
from counsellor_desk.desk.space import ROW_HEIGHT, Space


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation, and in words what it is. ``is_first``: no line above it."""

    organisation: Organisation
    about: str
    is_first: bool

    @property
    def key(self) -> int:
        """Its id."""
        return self.organisation.id

    @property
    def characters(self) -> int:
        """None: every row has one height."""
        return 0


class OrganisationWidget(RowWidget[OrganisationRow]):
    """Name and what it is in one line. What has no room ends in dots and is whole in the tooltip, and to a screen
    reader."""

    def __init__(self, change: Callable[[Organisation], None]) -> None:
        super().__init__()
        self._row: OrganisationRow | None = None
        self._change = change
        self._name = PlainLabel(parent=self)
        self._about = Quiet(wrap=False, parent=self)
        self._button = RowButton(self.tr("Change"), self)
        self._button.clicked.connect(self._on_change)

    def show_row(self, row: OrganisationRow) -> str:
        self._row = row
        name = row.organisation.name
        self._name.set_role("heading" if row.organisation.active else "quiet")
        self._button.setAccessibleName(self.tr("Change %1").replace("%1", name))
        self.setToolTip(f"{name}\n{row.about}")
        return f"{name}, {row.about}"

    def blank(self) -> None:
        self._row = None
        self.setToolTip("")
        for label in (self._name, self._about):
            label.setText("")

    def lay_out(self, width: int) -> int:
        if self._row is None:
            return 0
        high, button = row_height(self), self._button.sizeHint()
        right = width - Space.M - button.width()
        self._button.setGeometry(right, (high - button.height()) // 2, button.width(), button.height())
        left = int(Space.L)
        for label, words in ((self._name, self._row.organisation.name), (self._about, self._row.about)):
            left += _place(label, words, left, right - Space.M, high) + Space.M
        return high

    def controls(self) -> Sequence[QWidget]:
        return (self._button,)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._row is not None and not self._row.is_first:
            QPainter(self).fillRect(0, 0, self.width(), 1, self.palette().color(QPalette.ColorRole.Mid))

    def _on_change(self) -> None:
        if self._row is not None:
            self._change(self._row.organisation)


def row_height(widget: QWidget) -> int:
    """How high a row is in the font of ``widget``, in pixels."""
    return max(ROW_HEIGHT, widget.fontMetrics().height() + Space.L) + 1


def _place(label: PlainLabel, words: str, left: int, right: int, high: int) -> int:
    """Show ``words`` between ``left`` and ``right``, or as much of them as there is room for; the width they take."""
    font = QFont(label.font())
    shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, max(right - left - 2, 0))
    label.setText(shown)
    width = min(label.sizeHint().width(), max(right - left, 0))
    label.setGeometry(left, 0, width, high)
    return width
