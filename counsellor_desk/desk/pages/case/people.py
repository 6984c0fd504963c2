"""How the client may safely be reached, and her name: out of sight until asked for, and soon again."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counsellor_desk.casework.model import CaseId, Identity, PersonId
from counsellor_desk.casework.views import CaseView
from counsellor_desk.desk.kit.buttons import LinkButton
from counsellor_desk.desk.kit.card import Card
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet
from counsellor_desk.desk.late_page import LatePage
from counsellor_desk.desk.model.operation import LatestRead
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.writing.identity import IdentityForm
from counsellor_desk.desk.space import Space

SHOWN_FOR = 30_000
"""Milliseconds a name stays in sight."""


class People(QWidget):
    """Safe-contact rules in the open, name and number behind "Show"."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._case: CaseId | None = None
        self._person: PersonId | None = None
        self._asked = LatestRead[Identity | None](context.operations)
        self.form = LatePage(self, lambda: IdentityForm(context))
        self._safe = PlainLabel("", wrap=True)
        self._safe_card = _small_card(self._safe)
        self._state = Quiet()
        self._name = PlainLabel("", "heading", wrap=True)
        self._reach = PlainLabel("", wrap=True)
        self._show = LinkButton(self.tr("Show"), self._on_show, size="small")
        self._edit = LinkButton(self.tr("Change"), self._on_edit, size="small")
        line = QHBoxLayout()
        line.addStrut(26)
        line.addWidget(self._state, 1)
        line.addWidget(self._show)
        line.addWidget(self._edit)
        card = _small_card(self._name, self._reach)
        card.body.insertLayout(0, line)
        self._hide_again = QTimer(self)
        self._hide_again.setSingleShot(True)
        self._hide_again.setInterval(SHOWN_FOR)
        self._hide_again.timeout.connect(self.hide_names)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._safe_card)
        column.addWidget(card)
        self.hide_names()

    @property
    def names_shown(self) -> bool:
        """Whether a name is in sight."""
        return self._hide_again.isActive()

    def show_case(self, view: CaseView) -> None:
        """The people of this case; a name in sight stays so while the case does."""
        self._case, self._person = view.case.id, view.case.person
        self._safe.setText(view.safe_contact)
        self._safe_card.setVisible(bool(view.safe_contact))
        self._show.setVisible(view.has_identity)
        self._edit.set_text(self.tr("Change") if view.has_identity else self.tr("Add"))
        if not self.names_shown:
            self._state.setText(self.tr("Name hidden") if view.has_identity else self.tr("No name kept"))

    def leave(self) -> None:
        """Belong to nobody."""
        self.form.close()
        self.hide_names()
        self._case = self._person = None
        self._safe.clear()

    def hide_names(self) -> None:
        """Out of sight, at once; a name that was asked for and is not there yet stays so."""
        self._asked.cancel()
        self._hide_again.stop()
        for label in (self._name, self._reach):
            label.clear()
            label.hide()
        self._show.set_text(self.tr("Show"))

    def _on_show(self) -> None:
        if self.names_shown:
            self.hide_names()
            return
        if (person := self._person) is not None:
            self._asked.ask(lambda office: office.book.identity(person), self._reveal)

    def _reveal(self, identity: Identity | None) -> None:
        if identity is None or identity.person != self._person:
            return
        for label, words in ((self._name, identity.name), (self._reach, identity.reach)):
            label.setText(words)
            label.setVisible(bool(words))
        self._state.setText(self.tr("Hides after 30 seconds"))
        self._show.set_text(self.tr("Hide"))
        self._hide_again.start()

    def _on_edit(self) -> None:
        self.hide_names()
        self._context.frame.open_panel(self.tr("Name and safe contact"), self.form(), self._case)


def _small_card(*widgets: QWidget) -> Card:
    card = Card(padded=False)
    card.body.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
    card.body.setSpacing(Space.XS)
    for widget in widgets:
        card.body.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
    return card
