"""Name and safe contact: the one block that says who somebody is; most often left empty."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.model import Identity, PersonId
from counsellor_desk.desk.kit.buttons import PrimaryButton
from counsellor_desk.desk.kit.card import row
from counsellor_desk.desk.kit.fields import LineField
from counsellor_desk.desk.kit.fitting import grow_with_text
from counsellor_desk.desk.kit.form import Field
from counsellor_desk.desk.kit.labels import Quiet
from counsellor_desk.desk.kit.text_area import TextArea
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.model.subject import Ready, State, Subject, Unavailable
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.desk.space import Space
from counsellor_desk.office import Office


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
    """Changing them, in the panel. What was typed for somebody and not saved waits until the form is opened for her
    again, or the desk is locked."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._open: Subject[PersonId, Identity] = Subject(context.operations, _identity_of, self._on_state)
        self._kept: Identity | None = None  # None until it is read
        self._unsaved: dict[PersonId, Identity] = {}
        self._fields = IdentityFields()
        self._go = PrimaryButton(self.tr("Save"), self.save, keys="Ctrl+Return", bind=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addWidget(self._fields)
        column.addLayout(row(self._go, None))
        column.addStretch(1)

    def shown(self, **place: object) -> None:
        self.flush()
        self._open.close()
        if isinstance(person := place.get("person"), int):
            self._open.open(PersonId(person))

    def flush(self) -> None:
        """What is typed waits for whom it is about."""
        if self._kept is None:
            return
        typed = self._typed(self._kept.person)
        self._unsaved.pop(typed.person, None)
        if typed != self._kept:
            self._unsaved[typed.person] = typed

    def save(self) -> None:
        """Keep what is there now."""
        if self._kept is None:
            return
        identity, now, opened = self._typed(self._kept.person), self.context.now(), self._open.state
        self._unsaved[identity.person] = identity  # until it is known to be saved

        def keep(office: Office) -> None:
            with office.book.transaction():
                office.book.save_identity(identity)

        def done(_nothing: None) -> None:
            if self._unsaved.get(identity.person) == identity:
                del self._unsaved[identity.person]
            self.context.frame.notify_saved(now)
            if self._open.state is opened:
                self._kept = identity
                if identity == self._typed(identity.person):
                    self.close_requested.emit()  # what was typed since stays, to be saved too

        self.context.operations.write(keep, (Records.PEOPLE,), done)

    def _on_state(self, state: State[PersonId, Identity]) -> None:
        match state:
            case Ready(value=identity):
                self._show(identity)
            case Unavailable(error=error):
                self.context.frame.show_error(error)
            case _:
                self._kept = None
                self._fields.show_values("", "", "")
                self._let_change(False)

    def _show(self, kept: Identity) -> None:
        self._kept = kept
        shown = self._unsaved.get(kept.person, kept)
        self._fields.show_values(shown.name, shown.reach, shown.safe_contact)
        self._let_change(True)
        if self.hasFocus():
            self._fields.setFocus()

    def _let_change(self, may: bool) -> None:
        for part in (self._fields, self._go):
            part.setEnabled(may)

    def _typed(self, person: PersonId) -> Identity:
        return Identity(person, *self._fields.values())


def _identity_of(office: Office, person: PersonId) -> Identity:
    return office.book.identity(person) or Identity(person)
