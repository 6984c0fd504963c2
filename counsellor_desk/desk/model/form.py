"""A form: what is being written is kept in the vault meanwhile, and made a record of when it is saved.

Nothing typed is lost on the way. Saving takes what stands on the form and empties it at once; what is typed from
there is the next draft. Words that come back, out of their slot or refused by the vault, stand in front of what was
typed meanwhile; where both cannot be on one form, such as talks of two clients, the older ones wait their turn.
A lock drops answers, so what is left in a slot is settled on the vault's thread, by the job itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from counsellor_desk.casework.drafting import MOST_DRAFTS, Draft, drafts_in, joined, keep_drafts
from counsellor_desk.desk.model.operation import Operations, Records
from counsellor_desk.errors import DeskError

if TYPE_CHECKING:
    from counsellor_desk.casework.ports import Casebook
    from counsellor_desk.office import Office

D = TypeVar("D", bound=Draft)
R = TypeVar("R")


class Sheet(Protocol[D]):
    """What is written on. ``slot`` is "" while it belongs nowhere yet; ``blank`` is the sheet as it stands before
    anything was written on it; showing is silent and leaves alone what already stands there."""

    def slot(self) -> str: ...
    def blank(self) -> D: ...
    def draft(self) -> D: ...
    def show_draft(self, draft: D) -> None: ...


class Autosave(Protocol):
    """Says when the form is to be kept: a while after ``touch``, and a longer while after ``try_again``."""

    @property
    def is_there(self) -> bool:
        """Whether the sheet still is; false once its page is gone."""
        ...

    @property
    def pending(self) -> bool:
        """Whether something was typed that was not handed over yet."""
        ...

    def touch(self) -> None: ...
    def try_again(self) -> None: ...
    def forget(self) -> None: ...


class Speaker(Protocol):
    """What a form says to the person beside what stands on it."""

    def say_saved(self, at: datetime) -> None: ...
    def say_refused(self, error: DeskError) -> None: ...
    def say_kept_as_draft(self, error: DeskError) -> None:
        """No record was made of words that are not on the form any more; they are kept where they were written."""
        ...


class _Away(Generic[D]):
    """Words of a slot that are not on its form. ``words`` is written once, by the job, on the vault's thread."""

    def __init__(self, words: tuple[D, ...] = (), *, expected: bool = True, sent: bool = False) -> None:
        self.words = words
        self.expected = expected  # an answer is still to come
        self.sent = sent  # to become a record
        self.unread = False  # they are still to be read out of their slot

    @property
    def lost_sight_of(self) -> bool:
        """Whether they could not be read, and nobody is at it."""
        return self.unread and not self.expected


class Form(Generic[D]):
    """One form, whose record is of the kinds ``records``.

    ``worth`` says which drafts are kept; a blank one never is. ``now`` is the wall clock. It is to be told of what is
    typed (``touch``), and by its ``autosave`` when to ``keep``.
    """

    def __init__(
        self,
        operations: Operations,
        sheet: Sheet[D],
        autosave: Autosave,
        speaker: Speaker,
        now: Callable[[], datetime],
        records: Collection[Records],
        worth: Callable[[D], bool] = lambda _draft: True,
    ) -> None:
        self._operations = operations
        self._sheet = sheet
        self._autosave = autosave
        self._speaker = speaker
        self._now = now
        self._records = records
        self._worth = worth
        self._away: dict[str, list[_Away[D]]] = {}
        self._owed: dict[str, tuple[D, ...]] = {}  # of the vault's thread: what a slot should hold and does not yet

    @property
    def busy(self) -> bool:
        """Whether words of this form are on their way to become a record."""
        return any(away.sent for away in self._away.get(self._sheet.slot(), ()))

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written on the form."""
        return self._sheet.draft() == self._sheet.blank()

    @property
    def pending(self) -> bool:
        """Whether something was typed that was not handed over yet, or was refused."""
        return self._autosave.pending

    # what is written

    def touch(self) -> None:
        """Something was typed."""
        self._autosave.touch()

    def forget(self) -> None:
        """Nothing is to be kept any more (it was saved, or thrown away)."""
        self._autosave.forget()

    def flush(self) -> None:
        """Hand over now what is on the form, and once more what the vault may be refusing at this moment."""
        if self.pending or self.busy or self._owed:
            self.forget()
            self.keep()

    def keep(self) -> None:
        """Hand over what is on the form."""
        sheet, now = self._sheet, self._now()
        slot, blank, draft = sheet.slot(), sheet.blank(), sheet.draft()
        own = (draft,) if draft != blank and self._worth(draft) else ()
        away = tuple(self._away.get(slot, ()))
        if not (slot or self._owed):
            return

        def put(office: Office) -> None:
            if slot:
                self._read_at_last(office, slot, away, blank)
                self._put(office, slot, (*_words(away), *own), blank, now)
            for owed, words in tuple(self._owed.items()):
                self._put(office, owed, words, blank, now)

        def refused(error: DeskError) -> None:
            if self._autosave.is_there:
                self._autosave.try_again()
            self._speaker.say_refused(error)

        self._operations.write(put, (), lambda _none: self._speaker.say_saved(now), refused)

    # what was left in a slot

    def begin(self) -> None:
        """Empty the form and show what was left in its slot."""
        self._sheet.show_draft(self._sheet.blank())
        self._read(self._sheet.slot())

    def reopen(self) -> None:
        """Show what was left, the first time; afterwards what has been waiting for the form to be empty."""
        slot = self._sheet.slot()
        if slot not in self._away or any(one.lost_sight_of for one in self._away[slot]):
            self._read(slot)
        self._bring_waiting(slot)

    def give_back(self, draft: D) -> None:
        """Show words that were taken away, in front of what is there now."""
        slot, away = self._sheet.slot(), _Away((draft,), expected=False)
        self._away.setdefault(slot, []).append(away)
        self._come_back(slot, away)
        self.touch()

    def _read(self, slot: str) -> None:
        """Fetch what was left in the slot, in front of what is on the form by then."""
        blank, away = self._sheet.blank(), _Away[D]()
        self._away[slot] = [away]  # it comes after all that is under way to this slot, and finds it there
        away.unread = True

        def read(office: Office) -> None:
            self._read_at_last(office, slot, (away,), blank)

        def done(_none: None) -> None:
            if self._autosave.is_there:
                self._come_back(slot, away)

        def failed(error: DeskError) -> None:
            away.expected = False  # what is in the slot is read again before anything takes its place
            self._speaker.say_refused(error)

        self._operations.write(read, (), done, failed)  # never cancelled: its words are owed to the form

    # making a record

    def send(
        self,
        draft: D,
        record: Callable[[Casebook], R],
        done: Callable[[R], None],
        failed: Callable[[DeskError], None],
    ) -> bool:
        """Make a record of ``draft``, which is on the form, and empty the form for the next. Whether it was taken:
        not while the vault owes many answers already; then the words stay on the form.

        ``done`` with the record; ``failed`` with the named state once the words are back on the form.
        """
        slot, now, blank = self._sheet.slot(), self._now(), self._sheet.blank()
        ahead = tuple(self._away.get(slot, ()))
        if len(ahead) >= MOST_DRAFTS - 1:
            return False
        mine = _Away[D](sent=True)
        self._away[slot] = [*ahead, mine]
        self.forget()
        self._sheet.show_draft(blank)

        def job(office: Office) -> R:
            try:
                self._read_at_last(office, slot, ahead, blank)
                with office.book.transaction():
                    kept = record(office.book)
                    self._put(office, slot, _words(ahead), blank, now)
            except BaseException:  # also one that nobody expected
                mine.words = (draft,)
                with suppress(DeskError):  # told in a moment; until then the words are owed
                    self._read_at_last(office, slot, ahead, blank)
                    self._put(office, slot, (*_words(ahead), draft), blank, now)
                raise
            return kept

        def answered(kept: R) -> None:
            self._speaker.say_saved(now)
            if self._autosave.is_there:
                self._drop(slot, mine)
                self._bring_waiting(slot)
                done(kept)

        def refused(error: DeskError) -> None:
            back = self._autosave.is_there and self._come_back(slot, mine)
            if self._autosave.is_there:
                self.touch()
            if back:
                failed(error)
            else:
                self._speaker.say_kept_as_draft(error)

        self._operations.write(job, self._records, answered, refused)
        return True

    def _read_at_last(self, office: Office, slot: str, away: Iterable[_Away[D]], blank: D) -> None:
        """What was left in the slot, unless it was read before; on the vault's thread."""
        for one in away:
            if one.unread:
                one.words = self._owed[slot] if slot in self._owed else drafts_in(office.book, slot, type(blank))
                one.unread = False

    def _put(self, office: Office, slot: str, words: tuple[D, ...], blank: D, now: datetime) -> None:
        """Keep exactly these in the slot, on the vault's thread."""
        self._owed[slot] = words
        keep_drafts(office.book, slot, joined(words, blank), now)
        del self._owed[slot]

    def _come_back(self, slot: str, away: _Away[D]) -> bool:
        """Whether the words of ``away`` are on the form now."""
        if not self._drop(slot, away) or slot != self._sheet.slot():
            return False  # they are in their slot, and whoever reads it has them
        draft, blank = self._sheet.draft(), self._sheet.blank()
        own = () if draft == blank else (draft,)
        found = joined((*away.words, *own), blank)
        place = -1 if own else 0
        waiting = tuple(one for one in found if one is not found[place]) if found else ()
        if waiting:
            self._away[slot].insert(0, _Away(waiting, expected=False))
        if found and found[place] != draft:
            self._sheet.show_draft(found[place])
            if own:
                self.touch()
        return not waiting or not own

    def _bring_waiting(self, slot: str) -> None:
        waiting = next((away for away in self._away.get(slot, ()) if away.words and not away.expected), None)
        if waiting is not None and slot == self._sheet.slot() and self.is_blank:
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
