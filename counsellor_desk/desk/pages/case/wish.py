"""The wish of the client, in a line of "at a glance"."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from counsellor_desk.casework.drafts import WishDraft
from counsellor_desk.casework.intake import revise_case
from counsellor_desk.casework.model import CaseFile, CaseId
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.desk.form_of import form_of
from counsellor_desk.desk.kit.fields import LineField
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.case.glance_field import GlanceField
from counsellor_desk.errors import DeskError


class WishLine(GlanceField):
    """A few own words. Enter keeps them, and so does going elsewhere; what is left with Escape waits as a draft."""

    def __init__(self, context: DeskContext, name: str, parent: QWidget | None = None) -> None:
        self._field = LineField(name)
        super().__init__(name, self._field, parent)
        self._context = context
        self._case: CaseId | None = None
        self._base = WishDraft()  # what the words in the field are a change of
        self._form = form_of(context, self, (Records.CASES,), self)
        self._field.textEdited.connect(lambda _words: self._form.touch())
        self._field.editingFinished.connect(self._on_finished)

    def show_case(self, case: CaseFile) -> None:
        """The wish of this case; what is being typed stays."""
        untouched, self._base = self._form.is_blank, WishDraft(case.wish or "")
        self.show_words(self._base.text)
        if case.id != self._case:
            self._case = case.id
            self._form.begin()
        elif untouched:
            self.show_draft(self._base)

    def leave(self) -> None:
        self._on_finished()
        self.flush()
        super().leave()
        self._case = None

    def flush(self) -> None:
        """Keep the draft now."""
        self._form.flush()

    def slot(self) -> str:
        """Where its draft is kept."""
        return f"wish:{self._case}" if self._case is not None else ""

    def blank(self) -> WishDraft:
        """The wish as it is, or will be once the vault has answered."""
        return self._base

    def draft(self) -> WishDraft:
        """The words in the field."""
        return WishDraft(self._field.text())

    def show_draft(self, draft: WishDraft) -> None:
        """Show it, silently."""
        if draft.text != self._field.text():
            self._field.setText(draft.text)
        if draft != self._base:
            self._field.show()

    def _on_finished(self) -> None:
        if self._case is None or self._form.is_blank or not self._field.isVisible():
            return
        case, draft, before = self._case, self.draft(), self._base
        codebook, today = self._context.codebook, self._context.today()
        self.close_editor()
        self._base = draft

        def revise(book: Casebook) -> CaseFile:
            return revise_case(book, codebook, replace(book.case(case), wish=draft.text.strip() or None), today)

        def failed(error: DeskError) -> None:
            self._base = before
            self._field.show()
            self._context.frame.show_error(error)

        if not self._form.send(draft, revise, lambda _case: None, failed):
            self._base = before
            self._field.show()
