"""What happened in a case, newest first, with a mark for every month; above it, where one writes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from counsellor_desk.casework.model import NoteId
from counsellor_desk.casework.views import StepEntry, TimelineEntry
from counsellor_desk.desk.kit.rows.holder import Holder
from counsellor_desk.desk.kit.rows.row import RowKind
from counsellor_desk.desk.kit.rows.row_list import RowList
from counsellor_desk.desk.late_page import LatePage
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.case.note_editor import NoteEditor
from counsellor_desk.desk.pages.case.note_history import NoteHistory
from counsellor_desk.desk.pages.case.timeline_rows import (
    Amending,
    End,
    Entry,
    Month,
    Part,
    Writing,
    key_of,
    note_of,
    rows_of,
)
from counsellor_desk.desk.pages.case.timeline_widgets import (
    EDGE,
    AmendingWidget,
    EndWidget,
    EntryWidget,
    MonthWidget,
    PartWidget,
)
from counsellor_desk.desk.pages.words.phrases import Phrases, phrases_of
from counsellor_desk.desk.space import Space
from counsellor_desk.desk.upkeep import Upkeep

_ROLE = QAccessible.Role


class Timeline(RowList):
    """The entries of one case below ``writing``, in which one writes. A note is amended where it stands."""

    def __init__(self, context: DeskContext, writing: QWidget, parent: QWidget | None = None) -> None:
        kinds = {
            Writing: RowKind(
                lambda: Holder(writing, edge=EDGE, parent=self.viewport()), _ROLE.Grouping, is_stop=False, lasts=True
            ),
            Month: RowKind(lambda: MonthWidget(self._words), _ROLE.Heading, is_stop=False),
            Entry: RowKind(self._entry_widget),
            Part: RowKind(lambda: PartWidget(self._words)),
            Amending: RowKind(lambda: AmendingWidget(self._editor), _ROLE.Grouping, is_stop=False, lasts=True),
            End: RowKind(EndWidget, _ROLE.StaticText, is_stop=False),
        }
        super().__init__(self.tr("Timeline"), kinds, edge=Space.XL - EDGE, parent=parent)
        self._context = context
        self._phrases = phrases_of(context)
        self._entries: tuple[TimelineEntry, ...] = ()
        self._editor: NoteEditor | None = None
        self._parting: list[NoteEditor] = []  # out of sight, until their last words are kept
        self.history = LatePage(self, lambda: NoteHistory(context))
        self._upkeep = Upkeep(context.operations, context.today, context.frame.show_work, self)
        self._upkeep.told.connect(context.frame.show_error)
        self.leave()

    def show_entries(self, entries: tuple[TimelineEntry, ...], *, afresh: bool, at: NoteId | None = None) -> None:
        """These entries, ``afresh`` for another case. Otherwise what is in sight and what is edited stays as it is,
        unless the note ``at`` is looked for: that one is brought into sight and stands out."""
        if afresh:
            self.leave()
        if afresh or entries != self._entries:
            self._entries = entries
            self._phrases = phrases_of(self._context)
            if self._editor is not None and self._entry_of(self._editor.note) is None:
                self._stop_editing()
            self.show_rows(self._rows(), afresh=afresh)
        if at is not None and (entry := self._entry_of(at)) is not None:
            self.reveal(key_of(entry))

    def leave(self) -> None:
        """Show nothing; the draft of an open editor is kept."""
        self.history.close()
        self._stop_editing()
        self._entries = ()
        self.show_rows((Writing(),), afresh=True)

    def flush(self) -> None:
        """Keep the draft of the open editor now, and what was refused before."""
        for editor in (*self._parting, *((self._editor,) if self._editor is not None else ())):
            editor.flush()

    def go_to_note(self, note: NoteId) -> bool:
        """Give the entry of ``note`` the focus. False if it is not here."""
        entry = self._entry_of(note)
        if entry is not None:
            self.go_to(key_of(entry))
        return entry is not None

    def _rows(self) -> tuple[Writing | Month | Entry | Part | Amending | End, ...]:
        return rows_of(self._entries, self._editor.note if self._editor is not None else None)

    def _words(self) -> Phrases:
        return self._phrases

    def _entry_of(self, note: NoteId) -> TimelineEntry | None:
        return next((entry for entry in self._entries if note_of(entry) == note), None)

    def _entry_widget(self) -> EntryWidget:
        widget = EntryWidget(self._words)
        widget.edit_wanted.connect(self._edit)
        widget.history_wanted.connect(self._show_history)
        return widget

    # amending

    def _edit(self, note: NoteId) -> None:
        self._stop_editing()
        entry = self._entry_of(note)
        if entry is None or isinstance(entry, StepEntry):
            return
        refused = next((one for one in self._parting if one.note == note and one.is_refused), None)
        if refused is not None:
            self._parting.remove(refused)
        editor = self._editor = refused or self._new_editor(note, entry.revision, entry.text)
        self.show_rows(self._rows())
        self.bring_into_sight(editor)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_editor(self, note: NoteId, revision: int, text: str) -> NoteEditor:
        editor = NoteEditor(self._context, note, revision, text)
        editor.kept.connect(lambda: self._on_kept(editor))
        editor.left.connect(self._stop_editing)
        editor.deleted.connect(lambda: self._on_deleted(editor))
        return editor

    def _stop_editing(self) -> None:
        """Show the words again; who was in the editor is at the entry now."""
        editor, self._editor = self._editor, None
        if editor is None:
            return
        editor.flush()
        if editor.isAncestorOf(self.window().focusWidget()):
            self.go_to_note(editor.note)
        editor.hide()
        editor.setParent(self)
        self._parting.append(editor)
        self.show_rows(self._rows())
        self._context.operations.read(lambda _office: None, lambda _none: self._let_go(editor))

    def _let_go(self, editor: NoteEditor) -> None:
        """After it has heard what became of its last words. Those that were refused stay with it, which tries again,
        until the note is amended again."""
        if editor in self._parting and not editor.is_refused:
            self._parting.remove(editor)
            editor.deleteLater()

    def _on_kept(self, editor: NoteEditor) -> None:
        if self._editor is editor:
            self._stop_editing()

    def _on_deleted(self, editor: NoteEditor) -> None:
        self._on_kept(editor)
        self._upkeep.work_off()

    def _show_history(self, note: NoteId) -> None:
        self._context.frame.open_panel(self.tr("Earlier versions"), self.history(), note)
