"""Writing in a case, on top of its timeline: a contact, a note, an action or a referral."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from counsellor_desk.casework.model import CaseFile, StepKind
from counsellor_desk.desk.kit.buttons import PrimaryButton
from counsellor_desk.desk.kit.card import Card
from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.labels import Divider
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.writing.contact import ContactWriting
from counsellor_desk.desk.pages.writing.note import NoteWriting
from counsellor_desk.desk.pages.writing.step import StepWriting
from counsellor_desk.desk.pages.writing.writing import Writing
from counsellor_desk.desk.space import Space


class Composer(Card):
    """Four ways of writing, one at a time; Ctrl+Enter keeps it.

    Signals: saving() when somebody presses Save; kept() when something became a record.
    """

    saving = Signal()
    kept = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(padded=False, parent=parent)
        self._tabs = ChipGroup(
            self.tr("What to write"),
            [
                ("contact", self.tr("Contact")),
                ("note", self.tr("Note")),
                ("action", self.tr("Action")),
                ("referral", self.tr("Referral")),
            ],
        )
        self._tabs.choose("contact")
        self._tabs.changed.connect(self._on_tab)
        self._ways: dict[str, Writing] = {
            "contact": ContactWriting(context),
            "note": NoteWriting(context),
            "action": StepWriting(context, StepKind.ACTION),
            "referral": StepWriting(context, StepKind.REFERRAL),
        }
        tabs = QHBoxLayout()
        tabs.setContentsMargins(Space.M, Space.M, Space.M, Space.XS)
        tabs.addWidget(self._tabs, 1)
        self.body.addLayout(tabs)
        self._feet = QHBoxLayout()
        self._feet.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        self._feet.setSpacing(Space.S)
        for name, way in self._ways.items():
            self.body.addWidget(way)
            self._feet.addWidget(way.foot, 1)
            way.kept.connect(self.kept)
            if name != "contact":
                way.hide()
                way.foot.hide()
        self._save = PrimaryButton(self.tr("Save"), self.save, size="small", keys="Ctrl+Return", bind=self)
        self._feet.addWidget(self._save)
        self.body.addSpacing(Space.XS)
        self.body.addWidget(Divider())
        self.body.addLayout(self._feet)
        for inner in self.findChildren(QWidget):
            inner.installEventFilter(self)

    @property
    def _way(self) -> Writing:
        return self._ways[self._tabs.value() or "contact"]

    def show_case(self, case: CaseFile, *, afresh: bool) -> None:
        """Write in this case; ``afresh`` when it is another one than before, whose drafts then come back."""
        for way in self._ways.values():
            way.show_case(case, afresh=afresh)

    def leave(self) -> None:
        """Keep the drafts in their case, and write in none."""
        for way in self._ways.values():
            way.leave()

    def focus_first(self) -> None:
        """Put the cursor where one writes."""
        self._way.focus_first()

    def write(self, what: str = "contact") -> None:
        """Go and write: "contact", "note", "action" or "referral"."""
        self._tabs.choose(what)
        self._on_tab()

    def save(self) -> None:
        """Keep what is being written."""
        self._way.save()
        self.saving.emit()

    def flush(self) -> None:
        """Keep the drafts now."""
        for way in self._ways.values():
            way.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            focus = QApplication.focusWidget()
            tone = "focus" if focus is not None and self.isAncestorOf(focus) else "plain"
            if self.property("card") != tone:
                self.set_tone(tone)
        return super().eventFilter(watched, event)

    def _on_tab(self) -> None:
        for way in self._ways.values():
            way.setVisible(way is self._way)
            way.foot.setVisible(way is self._way)
        self._way.focus_first()
