"""Name and safe contact: the one block that says who somebody is; most often left empty."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.model import Identity, PersonId
from counsellor_desk.desk.kit.buttons import PrimaryButton
from counsellor_desk.desk.kit.card import row
from counsellor_desk.desk.kit.fields import LineField
from counsellor_desk.desk.kit.form import Field
from counsellor_desk.desk.kit.labels import Quiet
from counsellor_desk.desk.kit.text_area import TextArea
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.desk.pages.fitting import grow_with_text
from counsellor_desk.desk.ports import Office
from counsellor_desk.desk.space import Space


class IdentityFields(QWidget):
    """Name, reach and the rules for reaching her.

    Signals: changed() when the person changed something.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = LineField(self.tr("Name"))
        self._reach = LineField(self.tr("Telephone or address"))
        self._safe = TextArea(self.tr("Safe contact"), self.tr("Only mobile, after 18:00, no voicemail"), lines=2)
        grow_with_text(self._safe, 2, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(Quiet(self.tr("Why do you need this? Without a name there is nothing to find or to leak.")))
        column.addWidget(Field(self.tr("Name"), self._name))
        column.addWidget(Field(self.tr("Telephone or address"), self._reach))
        column.addWidget(Field(self.tr("Safe contact"), self._safe))
        for field in (self._name, self._reach):
            field.textEdited.connect(lambda _words: self.changed.emit())
        self._safe.changed.connect(self.changed)
        self.setFocusProxy(self._name)

    def show_values(self, name: str, reach: str, safe_contact: str) -> None:
        """Show these, silently."""
        self._name.setText(name)
        self._reach.setText(reach)
        if safe_contact != self._safe.text().strip():  # where somebody is typing, the cursor stays
            self._safe.set_text(safe_contact)

    def values(self) -> tuple[str, str, str]:
        """Name, reach, safe contact."""
        return self._name.text().strip(), self._reach.text().strip(), self._safe.text().strip()


class IdentityForm(Page):
    """Changing them, in the panel.

    Signals: kept() when they are in the vault.
    """

    kept = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._person: PersonId | None = None
        self._fields = IdentityFields()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addWidget(self._fields)
        column.addLayout(row(PrimaryButton(self.tr("Save"), self.save, keys="Ctrl+Return", bind=self), None))
        column.addStretch(1)

    def shown(self, **place: object) -> None:
        person = place.get("person")
        if isinstance(person, int):
            self._person = PersonId(person)
            self.context.tasks.run(lambda office: office.book.identity(PersonId(person)), self._show)

    def save(self) -> None:
        """Keep what is there now."""
        if self._person is None:
            return
        identity, now = Identity(self._person, *self._fields.values()), self.context.now()

        def keep(office: Office) -> None:
            with office.book.transaction():
                office.book.save_identity(identity)

        def done(_nothing: None) -> None:
            self.context.frame.notify_saved(now)
            self.kept.emit()
            if identity == Identity(identity.person, *self._fields.values()):
                self.close_requested.emit()  # what was typed since stays, to be saved too

        self.context.tasks.run(keep, done)

    def _show(self, identity: Identity | None) -> None:
        kept = identity or Identity(PersonId(0))
        self._fields.show_values(kept.name, kept.reach, kept.safe_contact)
