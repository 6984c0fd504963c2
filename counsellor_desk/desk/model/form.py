"""What is being written: the words of one sheet, from the first key until they are a record, each exactly once."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from counsellor_desk.desk.model.operation import Change, Done, Failed, Operations
from counsellor_desk.errors import DeskError

if TYPE_CHECKING:
    from counsellor_desk.desk.ports import Office

D = TypeVar("D")
R = TypeVar("R")
Record = Callable[["Office", D, "D | None"], R]
"""``record(office, words, left)``: on the vault's thread makes a record of ``words`` and, in the same transaction,
lets ``left`` be all that the slot still holds (None: nothing)."""


@dataclass(frozen=True, slots=True)
class Sheet(Generic[D]):
    """What distinguishes one kind of form from another.

    ``blank`` is the form before anything is typed; ``merge(older, newer)`` puts words that come back before those
    typed since; ``read`` and ``keep`` reach the slot on the vault's thread, and ``keep`` of None empties it;
    ``after_save(words)`` is what stands there once ``words`` were handed over: ``blank`` for what makes a new
    record, the words themselves for what amends one.
    """

    slot: str
    blank: D
    merge: Callable[[D, D], D]
    read: Callable[[Office, str], D | None]
    keep: Callable[[Office, str, D | None], None]
    after_save: Callable[[D], D]


class Form(Generic[D]):
    """The words on one sheet. ``told`` hears of everything that did not come from the keyboard.

    A form belongs to its slot for as long as the desk is open (see ``Forms``): an answer reaches the form it was
    asked for and no other, so that nobody has to ask whether it is still wanted.

    Words come back to the sheet from two places: the slot, when the form begins, and a save that was refused. The
    vault's thread notes what came back in ``_returned``, in order, before it answers; each later job knows how many
    of these its own words contain already, and puts the others before them. So nothing depends on an answer being
    heard.
    """

    def __init__(self, operations: Operations, sheet: Sheet[D], told: Callable[[], None] = lambda: None) -> None:
        self.told = told
        self.words = sheet.blank
        self.fault: DeskError | None = None
        self._operations = operations
        self._sheet = sheet
        self._base = sheet.blank  # what is not worth keeping: nothing was typed
        self._returned: list[D] = []  # only ever added to, and only on the vault's thread
        self._merged = 0  # so many of them are in ``words``
        self._revision = self._kept = 0
        self._saves = 0  # under way

    def begin(self) -> None:
        """Read what was left in the slot. Whatever is typed meanwhile stays, behind it."""
        sheet, returned = self._sheet, self._returned

        def read(office: Office) -> int:
            left = sheet.read(office, sheet.slot)
            if left is not None:
                returned.append(left)
            return len(returned)

        self._operations.read(read, self._on_returned)

    @property
    def is_touched(self) -> bool:
        """Whether there is anything on the sheet that was typed and is no record yet."""
        return self.words != self._base

    @property
    def is_kept(self) -> bool:
        """Whether all that was typed here is known to be in the vault."""
        return self._kept == self._revision and not self._saves

    def type(self, words: D) -> None:
        """These words stand there now."""
        if words != self.words:
            self.words = words
            self._revision += 1
            self.fault = None

    def keep(self, done: Callable[[], None] | None = None, failed: Failed | None = None) -> None:
        """Leave what is on the sheet in its slot, unless it is known to be there."""
        if self.is_kept:
            return
        sheet, words, revision, whole = self._sheet, self._words_typed(), self._revision, self._whole()

        def kept(_nothing: None) -> None:
            self._kept = max(self._kept, revision)
            if done is not None:
                done()

        self._operations.write(lambda office: sheet.keep(office, sheet.slot, whole(words)), (), kept, failed)

    def save(self, record: Record[D, R], changes: Collection[Change] = (), done: Done[R] | None = None) -> None:
        """Make a record of what is on the sheet, which is empty at once: what is typed from here on is the next.

        Nothing happens when nothing was typed, so that pressing twice records once. What is refused comes back to the
        sheet, before what was typed since, and ``fault`` says why.
        """
        if not self.is_touched:
            return
        sheet, words, base, returned, whole = self._sheet, self.words, self._base, self._returned, self._whole()

        def write(office: Office) -> R:
            try:
                return record(office, words, whole(None))
            except Exception:
                returned.append(words)
                with suppress(DeskError):  # no room even for a draft: the words come back to the screen all the same
                    sheet.keep(office, sheet.slot, whole(None))
                raise

        def recorded(answer: R) -> None:
            self._saves -= 1
            if done is not None:
                done(answer)

        def refused(error: DeskError) -> None:
            self._saves -= 1
            self._base = base
            self._on_returned(len(returned))
            self.fault = error
            self.told()

        self.words = self._base = sheet.after_save(words)
        self._revision += 1
        self._kept = self._revision  # the job leaves the slot as the sheet is now
        self._saves += 1
        self.fault = None
        self._operations.write(write, changes, recorded, refused)
        self.told()

    def discard(self) -> D:
        """Empty the sheet and its slot; what was on it, for whoever offers to undo that."""
        words = self.words
        self.type(self._base)
        self.keep()
        self.told()
        return words

    def _words_typed(self) -> D | None:
        return self.words if self.is_touched else None

    def _whole(self) -> Callable[[D | None], D | None]:
        """On the vault's thread: ``words`` behind all that came back and is not among them yet."""
        returned, merged, merge = self._returned, self._merged, self._sheet.merge

        def whole(words: D | None) -> D | None:
            pieces = [*returned[merged:], *(() if words is None else (words,))]
            return reduce(merge, pieces) if pieces else None

        return whole

    def _on_returned(self, count: int) -> None:
        """The first ``count`` that came back belong on the sheet."""
        back = self._returned[self._merged : count]
        if not back:
            return
        older = reduce(self._sheet.merge, back)
        self.words = self._sheet.merge(older, self.words) if self.is_touched else older
        self._merged = max(self._merged, count)
        self._revision += 1
        self.told()


class Forms:
    """The forms of the open desk, one for each slot: asked for again, the same form is there with all it holds."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations
        self._forms: dict[str, Form[Any]] = {}

    def of(self, sheet: Sheet[D]) -> Form[D]:
        """The form of ``sheet``, begun when it was not there yet."""
        if sheet.slot not in self._forms:
            form = self._forms[sheet.slot] = Form(self._operations, sheet)
            form.begin()
        return self._forms[sheet.slot]

    def keep(self) -> None:
        """Hand over what is on all of them: before a lock, and whenever the person leaves."""
        for form in self._forms.values():
            form.keep()
