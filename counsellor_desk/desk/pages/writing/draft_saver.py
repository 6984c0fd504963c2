"""Keeping what is on a form in the vault while it is being written, and making a record of it.

Nothing typed is lost on the way. Saving takes what stands on the form and empties it at once; what is typed from
there is the next draft. Words that come back, out of their slot or refused by the vault, stand in front of what was
typed meanwhile; where both cannot be on one form, such as talks of two clients, the older ones wait their turn.
A lock drops answers, so what is left in a slot is settled on the vault's thread, by the job itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from counsellor_desk.casework.drafting import MOST_DRAFTS, Draft, drafts_in, joined, keep_drafts
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.desk.autosave import Autosave
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.errors import DeskError
from counsellor_desk.office import Office

D = TypeVar("D", bound=Draft)
R = TypeVar("R")


class VaultSaver(Autosave):
    """Autosave into the vault. What the vault refuses, for want of room, stays on the form and is tried again."""

    def __init__(self, context: DeskContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def hand_over(self, job: Callable[[Office], None]) -> None:
        """Run ``job``, which keeps the form."""
        frame, now = self._context.frame, self._context.now()

        def kept(_none: None) -> None:
            if isValid(frame):
                frame.notify_saved(now)

        def refused(error: DeskError) -> None:
            if isValid(self):
                self.try_again()
            frame.show_error(error)

        self._context.operations.write(job, (), kept, refused)


class Form(Protocol[D]):
    """What is written on. ``slot`` is "" while the form belongs nowhere yet; ``blank`` is the form as it stands
    before anything was written on it; showing is silent and leaves alone what already stands there."""

    def slot(self) -> str: ...
    def blank(self) -> D: ...
    def draft(self) -> D: ...
    def show_draft(self, draft: D) -> None: ...


class _Away(Generic[D]):
    """Words of a slot that are not on its form. ``words`` is written once, by the job, on the vault's thread."""

    def __init__(self, words: tuple[D, ...] = (), *, expected: bool = True, sent: bool = False) -> None:
        self.words = words
        self.expected = expected  # an answer is still to come
        self.sent = sent  # to become a record


class DraftSaver(VaultSaver, Generic[D]):
    """Keeps the draft of one form, whose record is of the kinds ``records``. ``worth`` says which drafts are kept;
    without it all but a blank one."""

    def __init__(
        self,
        context: DeskContext,
        form: Form[D],
        records: Collection[Records],
        parent: QObject | None = None,
        worth: Callable[[D], bool] = lambda _draft: True,
    ) -> None:
        super().__init__(context, parent)
        self._form = form
        self._records = records
        self._worth = worth
        self._away: dict[str, list[_Away[D]]] = {}
        self._owed: dict[str, tuple[D, ...]] = {}  # of the vault's thread: what a slot should hold and does not yet
        self.save_requested.connect(self._keep)

    @property
    def busy(self) -> bool:
        """Whether words of this form are on their way to become a record."""
        return any(away.sent for away in self._away.get(self._form.slot(), ()))

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written on the form."""
        return self._form.draft() == self._form.blank()

    def flush(self) -> None:
        """Hand over now what is on the form, and once more what the vault may be refusing at this moment."""
        if self.pending or self.busy or self._owed:
            self._hand_over()

    def begin(self) -> None:
        """Empty the form and show what was left in its slot."""
        self._form.show_draft(self._form.blank())
        self._read(self._form.slot())

    def reopen(self) -> None:
        """Show what was left, the first time; afterwards what has been waiting for the form to be empty."""
        slot = self._form.slot()
        if slot not in self._away:
            self._read(slot)
        self._bring_waiting(slot)

    def _read(self, slot: str) -> None:
        """Fetch what was left in the slot, in front of what is on the form by then."""
        blank, away = self._form.blank(), _Away[D]()
        self._away[slot] = [away]  # it comes after all that is under way to this slot, and finds it there

        def read(office: Office) -> None:
            away.words = self._owed[slot] if slot in self._owed else drafts_in(office.book, slot, type(blank))

        def done(_none: None) -> None:
            if isValid(self):
                self._come_back(slot, away)

        def failed(error: DeskError) -> None:
            self._away.pop(slot, None)
            self._context.frame.show_error(error)

        self._context.operations.write(read, (), done, failed)  # never cancelled: its words are owed to the form

    def send(
        self,
        draft: D,
        record: Callable[[Casebook], R],
        done: Callable[[R], None],
        failed: Callable[[DeskError], None],
    ) -> None:
        """Make a record of ``draft``, which is on the form, and empty the form for the next.

        ``done`` with the record; ``failed`` with the named state once the words are back on the form.
        """
        slot, now = self._form.slot(), self._context.now()
        ahead = tuple(self._away.get(slot, ()))
        if len(ahead) >= MOST_DRAFTS - 1:
            return  # the vault has not answered for long; the words stay
        mine, blank = _Away[D](sent=True), self._form.blank()
        self._away[slot] = [*ahead, mine]
        self.forget()
        self._form.show_draft(blank)

        def job(office: Office) -> R:
            try:
                with office.book.transaction():
                    kept = record(office.book)
                    self._put(office, slot, _words(ahead), blank, now)
            except BaseException:  # also one that nobody expected
                mine.words = (draft,)
                with suppress(DeskError):  # told in a moment; until then the words are owed
                    self._put(office, slot, (*_words(ahead), draft), blank, now)
                raise
            return kept

        def answered(kept: R) -> None:
            self._context.frame.notify_saved(now)
            if isValid(self):
                self._drop(slot, mine)
                self._bring_waiting(slot)
                done(kept)

        def refused(error: DeskError) -> None:
            back = isValid(self) and self._come_back(slot, mine)
            if isValid(self):
                self.touch()
            if back:
                failed(error)
            else:
                kept = self.tr("Your words are kept as a draft and come back where you wrote them.")
                self._context.frame.show_banner(f"{message_for(error).text()} {kept}")

        self._context.operations.write(job, self._records, answered, refused)

    def give_back(self, draft: D) -> None:
        """Show words that were taken away, in front of what is there now."""
        away = _Away((draft,), expected=False)
        self._away.setdefault(self._form.slot(), []).append(away)
        self._come_back(self._form.slot(), away)
        self.touch()

    def _keep(self) -> None:
        slot, blank, draft, now = self._form.slot(), self._form.blank(), self._form.draft(), self._context.now()
        own = (draft,) if draft != blank and self._worth(draft) else ()
        away = tuple(self._away.get(slot, ()))

        def keep(office: Office) -> None:
            if slot:
                self._put(office, slot, (*_words(away), *own), blank, now)
            for owed, words in tuple(self._owed.items()):
                self._put(office, owed, words, blank, now)

        if slot or self._owed:
            self.hand_over(keep)

    def _put(self, office: Office, slot: str, words: tuple[D, ...], blank: D, now: datetime) -> None:
        """Keep exactly these in the slot, on the vault's thread."""
        self._owed[slot] = words
        keep_drafts(office.book, slot, joined(words, blank), now)
        del self._owed[slot]

    def _come_back(self, slot: str, away: _Away[D]) -> bool:
        """Whether the words of ``away`` are on the form now."""
        if not self._drop(slot, away) or slot != self._form.slot():
            return False  # they are in their slot, and whoever reads it has them
        draft, blank = self._form.draft(), self._form.blank()
        own = () if draft == blank else (draft,)
        found = joined((*away.words, *own), blank)
        place = -1 if own else 0
        waiting = tuple(one for one in found if one is not found[place]) if found else ()
        if waiting:
            self._away[slot].insert(0, _Away(waiting, expected=False))
        if found and found[place] != draft:
            self._form.show_draft(found[place])
            if own:
                self.touch()
        return not waiting or not own

    def _bring_waiting(self, slot: str) -> None:
        waiting = next((away for away in self._away.get(slot, ()) if away.words and not away.expected), None)
        if waiting is not None and slot == self._form.slot() and self.is_blank:
            self._come_back(slot, waiting)

    def _drop(self, slot: str, away: _Away[D]) -> bool:
        """Whether it was still expected here; another reading of the slot may have it meanwhile."""
        known = away in self._away.get(slot, ())
        if known:
            self._away[slot].remove(away)
        return known


def _words(away: Iterable[_Away[Any]]) -> tuple[Any, ...]:
    """What has come to lie there, the oldest first."""
    return tuple(words for one in away for words in one.words)
