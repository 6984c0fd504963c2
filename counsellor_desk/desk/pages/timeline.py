"""What happened in a case, newest first, with a mark for every month."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.model import NoteId
from counsellor_desk.casework.views import ContactEntry, StepEntry, TimelineEntry
from counsellor_desk.desk.kit.buttons import LinkButton
from counsellor_desk.desk.kit.card import empty
from counsellor_desk.desk.kit.labels import Quiet, Section
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.entries import EntryRow
from counsellor_desk.desk.pages.note_editor import NoteEditor
from counsellor_desk.desk.pages.note_history import NoteHistory
from counsellor_desk.desk.pages.phrases import phrases_of
from counsellor_desk.desk.space import Space
from counsellor_desk.desk.upkeep import Upkeep

AT_ONCE = 50


class Timeline(QWidget):
    """The entries of one case. The newest ``AT_ONCE`` are shown, earlier ones when asked for.

    Signals: changed() when a note was amended or deleted here.
    """

    changed = Signal()

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._entries: tuple[TimelineEntry, ...] = ()
        self.rows: list[EntryRow] = []
        self._shown = AT_ONCE
        self._editor: NoteEditor | None = None
        self._history = NoteHistory(context)
        self.destroyed.connect(self._history.deleteLater)  # the panel has it only while it is open
        self._upkeep = Upkeep(context.tasks, context.today, context.frame.show_work, self)
        self._upkeep.told.connect(context.frame.show_error)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_entries(self, entries: tuple[TimelineEntry, ...], *, afresh: bool) -> None:
        """These entries; ``afresh`` for another case, otherwise an open editor stays as it is."""
        if afresh:
            self.flush()
            self._editor = None
            self._shown = AT_ONCE
        elif entries == self._entries:
            return
        self._entries = entries
        self._lay_out()

    def reveal(self, note: NoteId) -> QWidget | None:
        """The row of ``note``, so that it can be scrolled to."""
        for place, entry in enumerate(self._entries):
            if place >= self._shown and _note_of(entry) == note:
                self._shown = place + AT_ONCE
                self._lay_out()
        return next((row for row in self.rows if row.note == note), None)

    def flush(self) -> None:
        """Keep the draft of the open editor now."""
        if self._editor is not None:
            self._editor.flush()

    def _lay_out(self) -> None:
        if self._editor is not None:
            self._editor.setParent(None)
        empty(self._column)
        self.rows = []
        phrases = phrases_of(self._context)
        shown = self._entries[: self._shown]
        month = ""
        for place, entry in enumerate(shown):
            if (name := phrases.days.month(entry.on)) != month:
                month = name
                self._column.addSpacing(Space.M if place else 0)
                self._column.addWidget(Section(name))
            row = EntryRow(entry, phrases, last=place == len(shown) - 1)
            row.edit_wanted.connect(lambda row=row: self._edit(row))
            row.history_wanted.connect(lambda row=row: self._show_history(row))
            self.rows.append(row)
            self._column.addWidget(row)
        hidden = len(self._entries) - len(shown)
        if hidden:
            self._column.addWidget(LinkButton(self.tr("Show %n earlier", "", hidden), self._show_more))
        if not self._entries:
            self._column.addWidget(Quiet(self.tr("Nothing is recorded yet. Write the first contact above.")))
        self._put_editor_back()

    def _put_editor_back(self) -> None:
        if self._editor is None:
            return
        row = next((row for row in self.rows if row.note == self._editor.note), None)
        if row is not None:
            row.take_editor(self._editor)

    def _show_more(self) -> None:
        self._shown += AT_ONCE
        self._lay_out()

    def _edit(self, row: EntryRow) -> None:
        if self._editor is not None:
            self._stop_editing()
        entry = row.entry
        note = row.note
        if note is None or isinstance(entry, StepEntry):
            return
        editor = NoteEditor(self._context, note, entry.revision, entry.text)
        editor.kept.connect(self._on_kept)
        editor.left.connect(self._stop_editing)
        editor.deleted.connect(self._on_deleted)
        self._editor = editor
        row.take_editor(editor)
        editor.setFocus()

    def _stop_editing(self) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        editor.flush()
        for row in self.rows:
            row.give_editor_back()
        editor.hide()
        editor.deleteLater()

    def _on_kept(self) -> None:
        self._stop_editing()
        self.changed.emit()

    def _on_deleted(self) -> None:
        self._on_kept()
        self._upkeep.work_off()

    def _show_history(self, row: EntryRow) -> None:
        if row.note is not None:
            self._context.frame.open_panel(self.tr("Earlier versions"), self._history, note=row.note)


def _note_of(entry: TimelineEntry) -> NoteId | None:
    if isinstance(entry, StepEntry):
        return None
    return entry.note if isinstance(entry, ContactEntry) else entry.id
