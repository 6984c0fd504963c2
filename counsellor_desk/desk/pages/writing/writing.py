"""What every way of writing in a case has in common."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counsellor_desk.casework.model import CaseFile
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.space import Space


class Writing(QWidget):
    """One tab of the composer. ``foot`` holds its small choices beside the Save button.

    Signals: kept() when what was written became a record.
    """

    kept = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.case: CaseFile | None = None
        self.foot = QWidget()
        self.foot_line = QHBoxLayout(self.foot)
        self.foot_line.setContentsMargins(0, 0, 0, 0)
        self.foot_line.setSpacing(Space.XS + 2)

    def show_case(self, case: CaseFile, *, afresh: bool) -> None:
        """Write in this case. ``afresh``: another case than before."""
        if afresh:
            self.flush()
        self.case = case
        if afresh:
            self.begin(case)

    def leave(self) -> None:
        """Keep the draft in its case, and belong to none."""
        self.flush()
        self.case = None

    def begin(self, case: CaseFile) -> None:
        """Empty the form for ``case``, then show its draft, if one was left."""

    def focus_first(self) -> None:
        """Put the cursor where one writes."""

    def save(self) -> None:
        """Make a record of it."""

    def flush(self) -> None:
        """Keep the draft now."""
