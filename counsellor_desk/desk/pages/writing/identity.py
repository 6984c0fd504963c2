"""Name and safe contact: the one block that says who somebody is; most often left empty."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.drafts import IdentityDraft
from counsellor_desk.casework.intake import keep_identity
from counsellor_desk.casework.model import CaseId, Identity
from counsellor_desk.desk.form_of import form_of
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
from counsellor_desk.errors import DeskError
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


class IdentityForm(Page[CaseId]):
    """Changing them, in the panel; ``shown(case)`` for the client of a case. What was typed and not saved waits
    there as a draft."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._open: Subject[CaseId, Identity] = Subject(context.operations, _identity_of, self._on_state)
        self._base = IdentityDraft()  # what the words on the form are a change of
        self._again = False
        self._fields = IdentityFields()
        self._go = PrimaryButton(self.tr("Save"), self.save, keys="Ctrl+Return", bind=self)
        self._form = form_of(context, self, (Records.PEOPLE,), self)
        self._fields.changed.connect(self._form.touch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addWidget(self._fields)
        column.addLayout(row(self._go, None))
        column.addStretch(1)

    def shown(self, case: CaseId | None = None) -> None:
        self.flush()
        self._open.close()
        if case is not None:
            self._open.open(case)

    def flush(self) -> None:
        self._form.flush()

    def save(self) -> None:
        """Keep what is there now; what is typed before the vault answers is the next change."""
        opened = self._open.state
        if not isinstance(opened, Ready):
            return
        if self._form.busy:
            self._again = True  # one after the other: each is a change of the one before it
            return
        draft, before = self.draft(), self._base
        identity = Identity(opened.value.person, draft.name, draft.reach, draft.safe_contact)
        self._base, self._again = draft, False

        def kept(_nothing: None) -> None:
            if self._open.state is not opened:
                return
            if self._form.is_blank:
                self.close_requested.emit()  # what was typed since stays, to be saved too
            elif self._again:
                self.save()

        def failed(error: DeskError) -> None:
            self._base = before
            self.context.frame.show_error(error)

        self._form.send(draft, lambda book: keep_identity(book, identity), kept, failed)

    def slot(self) -> str:
        """Where its draft is kept."""
        opened = self._open.state
        return f"identity:{opened.key}" if isinstance(opened, Ready) else ""

    def blank(self) -> IdentityDraft:
        """Who she is as it is kept, or will be once the vault has answered."""
        return self._base

    def draft(self) -> IdentityDraft:
        """The words on the form."""
        return IdentityDraft(*self._fields.values())

    def show_draft(self, draft: IdentityDraft) -> None:
        """Show them, silently."""
        if draft != self.draft():  # where somebody is typing, the cursor stays
            self._fields.show_values(draft.name, draft.reach, draft.safe_contact)

    def _on_state(self, state: State[CaseId, Identity]) -> None:
        match state:
            case Ready(value=kept):
                self._base = IdentityDraft(kept.name, kept.reach, kept.safe_contact)
                self._form.begin()
                self._let_change(True)
                if self.hasFocus():
                    self._fields.setFocus()
            case Unavailable(error=error):
                self.context.frame.show_error(error)
            case _:
                self._fields.show_values("", "", "")
                self._let_change(False)

    def _let_change(self, may: bool) -> None:
        for part in (self._fields, self._go):
            part.setEnabled(may)


def _identity_of(office: Office, case: CaseId) -> Identity:
    person = office.book.case(case).person
    return office.book.identity(person) or Identity(person)
