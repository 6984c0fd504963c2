"""What happened in a case, newest first, with a mark for every month."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from counsellor_desk.casework.model import NoteId
from counsellor_desk.casework.views import ContactEntry, StepEntry, TimelineEntry
from counsellor_desk.desk.kit.buttons import LinkButton
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
    """The entries of one case. ``AT_ONCE`` are shown, the newest or those around a note that is looked for; later and
    earlier ones when asked for.

    Signals: changed() when a note was amended or deleted here; sight_wanted(QWidget) for a row to be scrolled to.
    """

    changed = Signal()
    sight_wanted = Signal(object)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._entries: tuple[TimelineEntry, ...] = ()
        self._window = range(0)  # the places of the entries that have a row
        self.rows: list[EntryRow] = []
        self._months: list[Section] = []
        self._editor: NoteEditor | None = None
        self.history = NoteHistory(context)
        self.destroyed.connect(self.history.deleteLater)  # the panel has it only while it is open
        self._upkeep = Upkeep(context.tasks, context.today, context.frame.show_work, self)
        self._upkeep.told.connect(context.frame.show_error)
        self._later = LinkButton("", self._show_later)
        self._earlier = LinkButton("", self._show_earlier)
        self._nothing = Quiet(self.tr("Nothing is recorded yet. Write the first contact above."))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_entries(self, entries: tuple[TimelineEntry, ...], *, afresh: bool, at: NoteId | None = None) -> None:
        """These entries, ``afresh`` for another case. Otherwise what is shown and what is edited stays as it is;
        only if the note ``at`` is not among it, those around that note are shown."""
        if afresh:
            self.leave()
        elif entries == self._entries and (at is None or self._place(at) in self._window):
            return
        window = self._window_of(entries)
        self._entries = entries
        place = self._place(at)
        self._lay_out(_around(place) if place is not None and place not in window else window)

    def leave(self) -> None:
        """Show nothing; the draft of an open editor is kept."""
        self._stop_editing()
        self._entries = ()
        self._lay_out(range(AT_ONCE))

    def show_newest(self) -> None:
        """Go back to the newest entries, where something was written."""
        if self._window.start:
            self._lay_out(range(AT_ONCE))

    def row_of(self, note: NoteId) -> EntryRow | None:
        """The row of ``note``, if it is shown."""
        return next((row for row in self.rows if row.note == note), None)

    def flush(self) -> None:
        """Keep the draft of the open editor now."""
        if self._editor is not None:
            self._editor.flush()

    def _place(self, note: NoteId | None) -> int | None:
        places = (place for place, entry in enumerate(self._entries) if note and _note_of(entry) == note)
        return next(places, None)

    def _window_of(self, entries: tuple[TimelineEntry, ...]) -> range:
        """The places in ``entries`` of what is shown now."""
        start, first = self._window.start, self.rows[0].entry if self.rows else None
        if start:
            start = entries.index(first) if first in entries else max(min(start, len(entries) - AT_ONCE), 0)
        return range(start, start + max(len(self._window), AT_ONCE))

    def _lay_out(self, window: range) -> None:
        """Show the entries of ``window``. Rows that are there already are used again."""
        with self._out_of_sight():
            kept = {row.entry: row for row in self.rows}
            self._window = range(len(self._entries))[window.start : window.stop]
            shown = [self._entries[place] for place in self._window]
            self.rows = [kept.pop(entry) if entry in kept else self._row(entry) for entry in shown]
            self._put_editor_back()
            for gone in (*kept.values(), *self._months):
                gone.setParent(None)
                gone.deleteLater()
            self._fill()

    @contextmanager
    def _out_of_sight(self) -> Iterator[None]:
        """While rows come and go nothing is laid out: each one alone would have all of them measured again."""
        focus = QApplication.focusWidget()
        self.hide()
        yield
        self.show()
        if focus is not None and self.isAncestorOf(focus):
            focus.setFocus()

    def _fill(self) -> None:
        while self._column.takeAt(0) is not None:
            pass
        phrases, month = phrases_of(self._context), ""
        self._months = []
        self._offer(self._later, self.tr("Show %n later", "", self._window.start), self._window.start)
        self._column.addSpacing(Space.S if self._window.start else 0)
        for row in self.rows:
            row.set_last(row is self.rows[-1])
            if (name := phrases.days.month(row.entry.on)) != month:
                self._column.addSpacing(Space.M if month else 0)
                month = name
                self._months.append(Section(name))
                self._column.addWidget(self._months[-1])
            self._column.addWidget(row)
        left = len(self._entries) - self._window.stop
        self._offer(self._earlier, self.tr("Show %n earlier", "", left), left)
        self._column.addWidget(self._nothing)
        self._nothing.setVisible(not self._entries)

    def _offer(self, link: LinkButton, words: str, number: int) -> None:
        self._column.addWidget(link)
        link.set_text(words)
        link.setVisible(number > 0)

    def _row(self, entry: TimelineEntry) -> EntryRow:
        row = EntryRow(entry, phrases_of(self._context))
        row.edit_wanted.connect(lambda: self._edit(row))
        row.history_wanted.connect(lambda: self._show_history(row))
        return row

    def _show_earlier(self) -> None:
        self._lay_out(range(self._window.start, self._window.stop + AT_ONCE))

    def _show_later(self) -> None:
        first = self.rows[0]
        self._lay_out(range(max(self._window.start - AT_ONCE, 0), self._window.stop))
        self.sight_wanted.emit(first)

    def _put_editor_back(self) -> None:
        """Into the row of its note, which may be another one than before."""
        if self._editor is None:
            return
        if (row := self.row_of(self._editor.note)) is None:
            self._stop_editing()
        elif not row.isAncestorOf(self._editor):
            row.take_editor(self._editor)

    def _edit(self, row: EntryRow) -> None:
        self._stop_editing()
        note, entry = row.note, row.entry
        if note is None or isinstance(entry, StepEntry):
            return
        editor = self._editor = NoteEditor(self._context, note, entry.revision, entry.text)
        editor.kept.connect(lambda: self._on_kept(editor))
        editor.left.connect(self._stop_editing)
        editor.deleted.connect(lambda: self._on_deleted(editor))
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
        editor.setParent(self)
        self._context.tasks.run(lambda _office: None, lambda _none: self._let_go(editor))

    def _let_go(self, editor: NoteEditor) -> None:
        """After it has heard what became of its last words."""
        editor.deleteLater()

    def _on_kept(self, editor: NoteEditor) -> None:
        if self._editor is editor:
            self._stop_editing()
        self.changed.emit()

    def _on_deleted(self, editor: NoteEditor) -> None:
        self._on_kept(editor)
        self._upkeep.work_off()

    def _show_history(self, row: EntryRow) -> None:
        if row.note is not None:
            self._context.frame.open_panel(self.tr("Earlier versions"), self.history, note=row.note)


def _around(place: int) -> range:
    """Places with ``place`` in the middle, as many as are shown at once."""
    start = max(place - AT_ONCE // 2, 0)
    return range(start, start + AT_ONCE)


def _note_of(entry: TimelineEntry) -> NoteId | None:
    if isinstance(entry, StepEntry):
        return None
    return entry.note if isinstance(entry, ContactEntry) else entry.id
