"""A desk for a walk: a real vault with some cases in it, on a disk that takes its time over every sync."""

from __future__ import annotations

import time
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from counsellor_desk.casework.model import FollowUp, FollowUpId
from tests.campaigns._walk_judge import STEM, Word
from tests.journeys.furnished import Furnished, furnish
from tests.journeys.harness import PROGRAM
from tests.vault.conftest import add_case, contact_of, note_of

if TYPE_CHECKING:
    from counsellor_desk.office import Office

CASES = 5
NOTES = 2  # in each case
_SYNCS = "fsync,fdatasync"
_SYLLABLES = ("ba", "do", "fe", "gu", "ha", "jo", "ke", "lu", "ma", "no", "pa", "ru", "si", "to", "vu", "wa", "zo")


class Words:
    """Words that no language has, no two of them with the same stem."""

    def __init__(self, dice: Random) -> None:
        self._dice = dice
        self._stems: set[str] = set()

    def new(self) -> str:
        """The next one."""
        while True:
            word = "q" + "".join(self._dice.choices(_SYLLABLES, k=4))
            if word[:STEM] not in self._stems:
                self._stems.add(word[:STEM])
                return word


class SlowDisk:
    """Makes every sync of a program wait ``delay`` seconds, and knows when the last one was.

    strace holds the thread that called back at the end of the call, the others go on: to the program it is a slow
    disk, whichever library asks, and its successor after a lock has the same one.
    """

    def __init__(self, delay: float, calls: Path) -> None:
        self.delay = delay
        self._calls = calls
        calls.touch()
        self._size, self._since = 0, time.monotonic()

    @property
    def command(self) -> tuple[str, ...]:
        """What starts a program on this disk when it stands before the program's own command."""
        watched = ("strace", "-D", "-f", "--seccomp-bpf", "-qq", "-o", str(self._calls), "-e", f"trace={_SYNCS}")
        held = ("-e", f"inject={_SYNCS}:delay_exit={round(self.delay * 1_000_000)}")
        return (*watched, *(held if self.delay else ()))

    def disturb(self) -> None:
        """Something was asked of the program just now."""
        self._since = time.monotonic()

    def is_at_rest(self) -> bool:
        """Whether nothing was asked or synced for long enough to say that nothing is under way any more."""
        size = self._calls.stat().st_size
        if size != self._size:
            self._size, self._since = size, time.monotonic()
        return time.monotonic() - self._since > 6 + 2 * self.delay


def furnished(home: Path, words: Words) -> tuple[Furnished, list[Word]]:
    """A vault in which each case had its talks today, so that their order in the list stays as it is, and asks to be
    called back; and the words in it."""
    written: list[Word] = []
    today = date.today()
    morning = datetime.combine(today, datetime.min.time().replace(hour=9))

    def more(office: Office) -> None:
        book = office.book
        (organisation,) = book.organisations()
        with book.transaction():
            cases = [book.case(row.id) for row in book.recent_cases()]
            cases += [add_case(book, organisation, first_contact_on=today) for _ in range(CASES - len(cases))]
            for case in cases:
                for _ in range(NOTES):
                    word = Word(words.new(), case.number, "there before")
                    contact = book.add_contact(contact_of(case, on=today))
                    book.add_note(
                        note_of(case, word.text, contact=contact.id, written_at=morning, changed_at=morning)
                    )
                    written.append(word)
                book.add_follow_up(FollowUp(FollowUpId(0), case.id, today, None, "terugbellen"))

    return furnish(home, (), more=more), written


def command_on(disk: SlowDisk, *before: str) -> tuple[str, ...]:
    """The program on ``disk``; ``before`` stands before everything."""
    return (*before, *disk.command, *PROGRAM)
