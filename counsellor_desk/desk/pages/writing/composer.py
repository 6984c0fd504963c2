"""Writing in a case, on top of its timeline: a contact, a note, an action or a referral."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

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
        self._context = context
        self._case: CaseFile | None = None
        self._ways: dict[str, Writing] = {}
        written, feet = QWidget(self), QWidget(self)  # they keep the places, by which Tab goes, of what is made later
        self._written, self._feet = QVBoxLayout(written), QHBoxLayout(feet)
        for layout in (self._written, self._feet):
            layout.setContentsMargins(0, 0, 0, 0)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(Space.M, Space.M, Space.M, Space.XS)
        tabs.addWidget(self._tabs, 1)
        self.body.addLayout(tabs)
        self._save = PrimaryButton(self.tr("Save"), self.save, size="small", keys="Ctrl+Return", bind=self)
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        foot.setSpacing(Space.S)
        foot.addWidget(feet, 1)
        foot.addWidget(self._save)
        self.body.addWidget(written)
        self.body.addSpacing(Space.XS)
        self.body.addWidget(Divider())
        self.body.addLayout(foot)
        self._made("contact")
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    @property
    def _way(self) -> Writing:
        return self._made(self._tabs.value() or "contact")

    def _made(self, name: str) -> Writing:
        """The way of writing that is called so, made when somebody first wants to write so."""
        if name not in self._ways:
            way = self._ways[name] = self._make(name)
            self._written.addWidget(way)
            self._feet.addWidget(way.foot)
            way.kept.connect(self.kept)
            if self._case is not None:
                way.show_case(self._case, afresh=True)
        return self._ways[name]

    def _make(self, name: str) -> Writing:
        parent = self._written.parentWidget()
        match name:
            case "note":
                return NoteWriting(self._context, parent)
            case "action":
                return StepWriting(self._context, StepKind.ACTION, parent)
            case "referral":
                return StepWriting(self._context, StepKind.REFERRAL, parent)
            case _:
                return ContactWriting(self._context, parent)

    def show_case(self, case: CaseFile, *, afresh: bool) -> None:
        """Write in this case; ``afresh`` when it is another one than before, whose drafts then come back."""
        self._case = case
        for way in self._ways.values():
            way.show_case(case, afresh=afresh)

    def leave(self) -> None:
        """Keep the drafts in their case, and write in none."""
        self._case = None
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

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        tone = "focus" if now is not None and self.isAncestorOf(now) else "plain"
        if self.property("card") != tone:
            self.set_tone(tone)

    def _on_tab(self) -> None:
        shown = self._way
        for way in self._ways.values():
            way.setVisible(way is shown)
            way.foot.setVisible(way is shown)
        shown.focus_first()
