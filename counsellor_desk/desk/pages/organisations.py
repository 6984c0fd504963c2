"""The organisations a counsellor works for: a list, and a small form to add or change one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.activities import keep_organisation
from counsellor_desk.casework.model import Organisation, OrganisationId
from counsellor_desk.desk.kit.buttons import LinkButton, PrimaryButton, QuietButton
from counsellor_desk.desk.kit.card import Card, row
from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.code_picker import CodePicker
from counsellor_desk.desk.kit.fields import LineField
from counsellor_desk.desk.kit.form import Field
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet, Remark
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.space import Space
from counsellor_desk.errors import DeskError

_NEW = OrganisationId(0)


class Organisations(QWidget):
    """The list; below it the form, when one is being added or changed."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._list = Card(padded=False)
        self._form = OrganisationForm(context)
        self._form.hide()
        self._form.saved = self._on_saved
        self._add = QuietButton(self.tr("Add an organisation"), self.add, symbol="plus", size="small")
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(Space.S)
        stack.addWidget(self._list)
        stack.addWidget(self._form)
        stack.addLayout(row(self._add, None))

    def add(self) -> None:
        """Open an empty form."""
        self._edit(None)

    def read(self) -> None:
        """Read the list again."""
        self._context.tasks.run(lambda office: office.book.organisations(), self._show)

    def _show(self, organisations: tuple[Organisation, ...]) -> None:
        self._list.clear()
        for organisation in organisations:
            line = QWidget()
            words = (
                PlainLabel(organisation.name, "heading" if organisation.active else "quiet"),
                Quiet(
                    f"{self._context.label(organisation.chain)} · {self._context.label(organisation.size_band)}",
                    wrap=False,
                ),
            )
            change = LinkButton(self.tr("Change"), partial(self._edit, organisation), size="small")
            change.setAccessibleName(self.tr("Change %1").replace("%1", organisation.name))
            parts = row(*words, None, change, spacing=Space.M)
            parts.setContentsMargins(Space.L, Space.S, Space.M, Space.S)
            line.setLayout(parts)
            self._list.add_row(line)
        if not organisations:
            empty = Quiet(self.tr("None yet. A case belongs to an organisation; add the first one here."))
            empty.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
            self._list.add_row(empty)

    def _edit(self, organisation: Organisation | None) -> None:
        self._form.edit(organisation)
        self._form.show()
        self._add.hide()
        self._form.setFocus()

    def _on_saved(self) -> None:
        self._form.hide()
        self._add.show()
        self.read()


class OrganisationForm(Card):
    """Name, link in the chain and size. ``saved`` is called when it is done, also when nothing was changed."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(tone="focus", parent=parent)
        self._context = context
        self._before: Organisation | None = None
        self.saved: Callable[[], None] = _nothing
        self._name = LineField(self.tr("Name"))
        self._chain = CodePicker(self.tr("Link in the chain"), context.codebook, ("CHAIN_LINK",), context.language)
        sizes = [(code.code, code.label(context.language)) for code in context.codebook.codes("SIZE_BAND")]
        self._size = ChipGroup(self.tr("People working there"), sizes)
        self._active = ChipGroup(self.tr("Contract"), (("yes", self.tr("Running")), ("no", self.tr("Ended"))))
        self._words = Remark()
        self.body.setSpacing(Space.M)
        self.body.addWidget(Field(self.tr("Name"), self._name))
        self.body.addWidget(Field(self.tr("Link in the chain"), self._chain))
        self.body.addWidget(
            Field(
                self.tr("People working there"),
                self._size,
                self.tr("Decides what may ever be published about this organisation alone."),
            )
        )
        self.body.addWidget(Field(self.tr("Contract"), self._active))
        self.body.addWidget(self._words)
        self._save = PrimaryButton(self.tr("Save"), self._on_save, keys="Ctrl+Return", bind=self)
        self.body.addLayout(row(QuietButton(self.tr("Cancel"), lambda: self.saved()), None, self._save))
        self.setFocusProxy(self._name)

    def edit(self, organisation: Organisation | None) -> None:
        """Fill in an organisation, or nothing for a new one."""
        self._before = organisation
        self._words.clear()
        self._name.setText(organisation.name if organisation else "")
        self._chain.set_codes([organisation.chain] if organisation else [])
        self._size.choose(organisation.size_band if organisation else None)
        self._active.choose("yes" if organisation is None or organisation.active else "no")

    def _on_save(self) -> None:
        name, chain, size = self._name.text().strip(), self._chain.code(), self._size.value()
        if not (name and chain and size):
            self._words.setText(self.tr("Name, link in the chain and size are all needed."))
            return
        before = self._before or Organisation(_NEW, name, chain, size)
        active = self._active.value() != "no"
        wanted = replace(before, name=name, chain=chain, size_band=size, active=active)
        codebook = self._context.codebook
        self._context.tasks.run(
            lambda office: keep_organisation(office.book, codebook, wanted),
            lambda _kept: self._on_kept(),
            self._on_failed,
        )

    def _on_kept(self) -> None:
        self._context.frame.notify_saved(self._context.now())
        self.saved()

    def _on_failed(self, error: DeskError) -> None:
        self._words.setText(message_for(error).text())


def _nothing() -> None:
    """Until somebody wants to know."""
