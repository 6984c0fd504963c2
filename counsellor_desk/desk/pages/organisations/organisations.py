"""The organisations a counsellor works for: a list, and a small form to add or change one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.activities import keep_organisation
from counsellor_desk.casework.drafts import OrganisationDraft
from counsellor_desk.casework.model import Organisation, OrganisationId
from counsellor_desk.codebook.finder import Finder
from counsellor_desk.desk.form_of import form_of
from counsellor_desk.desk.kit.attention import put_away
from counsellor_desk.desk.kit.buttons import Button, PrimaryButton, QuietButton
from counsellor_desk.desk.kit.card import Card, row
from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.code_field import CodeField
from counsellor_desk.desk.kit.fields import LineField
from counsellor_desk.desk.kit.fitting import bring_into_view
from counsellor_desk.desk.kit.form import Field, show_unclear, unclear_in
from counsellor_desk.desk.kit.labels import Quiet, Remark
from counsellor_desk.desk.kit.rows.row import RowKind
from counsellor_desk.desk.kit.rows.row_list import RowList
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.organisations.rows import OrganisationRow, OrganisationWidget, row_height
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError

_NEW = OrganisationId(0)


_MOST_SEEN = 9
"""Rows at once; of more one finds them by their name, or scrolls."""


class Organisations(QWidget):
    """The list; below it the form, when one is being added or changed."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._all: tuple[Organisation, ...] = ()
        self._finder = Finder((), codes=False)
        self._wanted = LineField(self.tr("Find an organisation"), self.tr("Find an organisation"))
        self._wanted.textChanged.connect(lambda _words: self._show_rows(afresh=True))
        self._wanted.hide()
        self._rows = RowList(
            self.tr("Organisations"), {OrganisationRow: RowKind(lambda: OrganisationWidget(self._edit))}, edge=1
        )
        self._none = Quiet()
        self._none.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        card = Card(padded=False)
        card.body.addWidget(self._rows)
        card.body.addWidget(self._none)
        self._form = OrganisationForm(context)
        self._form.hide()
        self._form.left.connect(self._on_left)
        self._add = QuietButton(self.tr("Add an organisation"), self.add, symbol="plus", size="small")
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(Space.S)
        for part in (self._wanted, card, self._form):
            stack.addWidget(part)
        stack.addLayout(row(self._add, None))
        self._show_rows()

    def add(self) -> None:
        """Open an empty form."""
        self._edit(None)

    def flush(self) -> None:
        """Keep the draft now."""
        self._form.flush()

    def read(self) -> None:
        """Read the list again."""
        self._context.operations.read(lambda office: office.book.organisations(), self._show)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _show(self, organisations: tuple[Organisation, ...]) -> None:
        self._all = organisations
        self._finder = Finder(((str(one.id), (one.name,)) for one in organisations), codes=False)
        self._wanted.setVisible(len(organisations) > _MOST_SEEN)
        self._show_rows()

    def _show_rows(self, *, afresh: bool = False) -> None:
        """Those that are wanted, by their names."""
        found = {key for _rank, key in self._finder.hits(self._wanted.text())}
        shown = [one for one in self._all if self._wanted.isHidden() or str(one.id) in found]
        self._rows.show_rows(
            [OrganisationRow(one, self._about(one), one is shown[0]) for one in shown], afresh=afresh
        )
        self._fit()
        self._rows.setVisible(bool(shown))
        self._none.setVisible(not shown)
        nothing = self.tr("None yet. A case belongs to an organisation; add the first one here.")
        self._none.setText(self.tr("No organisation is called so.") if self._all else nothing)

    def _about(self, organisation: Organisation) -> str:
        chain, size = self._context.label(organisation.chain), self._context.label(organisation.size_band)
        return f"{chain} · {size}"

    def _fit(self) -> None:
        """As high as the rows, up to so many."""
        self._rows.setFixedHeight(row_height(self._rows) * min(len(self._rows.rows), _MOST_SEEN))

    def _edit(self, organisation: Organisation | None) -> None:
        self._form.edit(organisation)
        self._form.show()
        self._add.hide()
        self._form.setFocus()
        bring_into_view(self._form)

    def _on_left(self) -> None:
        self._add.show()
        put_away(self._form, self._add)


class OrganisationForm(Card):
    """Name, link in the chain and size. ``inside`` another form it leaves Ctrl+Enter to that one. What was typed and
    not saved waits as a draft under the name of the ``place``, for a new organisation or for the one it was of.

    Signals: kept(Organisation) when it is in the vault; left() when there is nothing more to do here, also when
    nothing was changed.
    """

    kept = Signal(object)
    left = Signal()

    def __init__(
        self,
        context: DeskContext,
        place: str = "organisation",
        *,
        inside: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tone="focus", parent=parent)
        self._context = context
        self._place = self._slot = place
        self._before: Organisation | None = None
        self._base = OrganisationDraft()  # what the words on the form are a change of
        self._again = False
        self._name = LineField(self.tr("Name"))
        self._chain = CodeField(self.tr("Link in the chain"), context.codebook, ("CHAIN_LINK",), context.language)
        self._chain_field = Field(self.tr("Link in the chain"), self._chain)
        sizes = [(code.code, code.label(context.language)) for code in context.codebook.codes("SIZE_BAND")]
        self._size = ChipGroup(self.tr("People working there"), sizes)
        self._active = ChipGroup(self.tr("Contract"), (("yes", self.tr("Running")), ("no", self.tr("Ended"))))
        self._active_field = Field(self.tr("Contract"), self._active)
        self._words = Remark()
        self.body.setSpacing(Space.M)
        self.body.addWidget(Field(self.tr("Name"), self._name))
        self.body.addWidget(self._chain_field)
        self.body.addWidget(
            Field(
                self.tr("People working there"),
                self._size,
                self.tr("Decides what may ever be published about this organisation alone."),
            )
        )
        self.body.addWidget(self._active_field)
        self.body.addWidget(self._words)
        cancel = QuietButton(self.tr("Cancel"), self._cancel)
        if inside:
            save: Button = QuietButton(self.tr("Add this organisation"), self.save)
        else:
            save = PrimaryButton(self.tr("Save"), self.save, keys="Ctrl+Return", bind=self)
        self.body.addLayout(row(cancel, None, save))
        self.setFocusProxy(self._name)
        self._form = form_of(context, self, (Records.ORGANISATIONS,), self)
        self._name.textEdited.connect(lambda _words: self._form.touch())
        for changed in (self._chain.changed, self._chain.typed, self._size.changed, self._active.changed):
            changed.connect(self._form.touch)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written on it."""
        return not (self._name.text().strip() or self._chain.code() or self._chain.unclear() or self._size.value())

    def edit(self, organisation: Organisation | None) -> None:
        """Fill in an organisation, or nothing for a new one; then what was left of it."""
        self.flush()
        self._before = organisation
        self._slot = f"{self._place} {organisation.id}" if organisation else self._place
        self._base = _draft_of(organisation) if organisation else OrganisationDraft()
        self._active_field.setVisible(organisation is not None)
        self._form.begin()

    def flush(self) -> None:
        """Keep the draft now."""
        self._form.flush()

    def slot(self) -> str:
        """Where its draft is kept."""
        return self._slot

    def blank(self) -> OrganisationDraft:
        """The organisation as it is, or will be once the vault has answered."""
        return self._base

    def draft(self) -> OrganisationDraft:
        """What is on the form."""
        return OrganisationDraft(
            self._name.text(),
            self._chain.code(),
            self._size.value(),
            self._active.value() != "no",
            unclear_in({"chain": self._chain_field}),
        )

    def show_draft(self, draft: OrganisationDraft) -> None:
        """Show it, silently."""
        self.say("")
        if draft.name != self._name.text():  # where somebody is typing, the cursor stays
            self._name.setText(draft.name)
        self._chain.set_codes([draft.chain])
        self._chain_field.remark("")
        show_unclear({"chain": self._chain_field}, draft.typed)
        self._size.choose(draft.size_band)
        self._active.choose("yes" if draft.active else "no")

    def say(self, words: str) -> None:
        """Say what is to be looked at."""
        self._words.setText(words)
        self._words.setVisible(bool(words))

    def save(self) -> None:
        """Keep it, once; asked again before the vault has answered, what was changed since follows."""
        if not self._chain_field.check():
            self._chain.setFocus()
            return
        wanted = self._written()
        if wanted is None:
            self.say(self.tr("Name, link in the chain and size are all needed."))
            self._first_missing().setFocus()
            return
        if self._form.busy:
            self._again = True
            return
        slot, before, codebook = self._slot, self._base, self._context.codebook
        self._base, self._again = self.draft(), False

        def kept(organisation: Organisation) -> None:
            self.kept.emit(organisation)
            if self._slot == slot:
                self._on_kept(organisation)

        def failed(error: DeskError) -> None:
            self._base = before
            self.say(message_for(error).text())

        self._form.send(self._base, lambda book: keep_organisation(book, codebook, wanted), kept, failed)

    def _written(self) -> Organisation | None:
        name, chain, size = self._name.text().strip(), self._chain.code(), self._size.value()
        if not (name and chain and size):
            return None
        before = self._before or Organisation(_NEW, name, chain, size)
        return replace(before, name=name, chain=chain, size_band=size, active=self._active.value() != "no")

    def _first_missing(self) -> QWidget:
        if not self._name.text().strip():
            return self._name
        return self._chain if not self._chain.code() else self._size

    def _on_kept(self, kept: Organisation) -> None:
        """What was typed since stays, as the next change of the same organisation."""
        self._before = kept
        self.say("")
        if self._form.is_blank:
            self.left.emit()
        elif self._again:
            self.save()

    def _cancel(self) -> None:
        self.show_draft(self._base)
        self._form.touch()
        self._form.flush()
        self.left.emit()


def _draft_of(organisation: Organisation) -> OrganisationDraft:
    return OrganisationDraft(organisation.name, organisation.chain, organisation.size_band, organisation.active)
