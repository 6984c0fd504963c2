"""Somebody at the desk who knows which case was asked for last, and writes only where the cursor is seen to stand."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.campaigns._walk_desk import SlowDisk, Words
from tests.campaigns._walk_eyes import Eyes, Look, Thing
from tests.campaigns._walk_judge import Word
from tests.journeys.furnished import PASSPHRASE
from tests.journeys.harness import Program

NUMBER = re.compile(r"\d\d-\d{3,}")
_PATIENCE = 90  # seconds for what surely comes, on a slow disk and a busy machine
_SOON = 5  # seconds for what needs no disk
_PAUSE = 0.1  # seconds between two looks


class Hands:
    """What one does at the desk, and what is remembered of it: ``words`` typed, ``diary`` of steps, ``strayed``, a
    line for every time when another case was shown than the one asked for last."""

    def __init__(
        self, desk: Program, eyes: Eyes, disk: SlowDisk, dice: Random, words: Words, diary: list[str]
    ) -> None:
        self.desk = desk
        self.eyes = eyes
        self.dice = dice
        self.diary = diary
        self.words: list[Word] = []
        self.strayed: list[str] = []
        self.asked: str | None = None  # the case asked for last; None: none since the desk was opened
        self._new = words.new
        self._disk = disk
        self._escaped = 0.0

    # looking

    def await_(self, look: Callable[[Look], Thing | None], what: str) -> Thing:
        """The first thing that ``look`` finds. Raises: AssertionError when it does not come."""
        return self.desk.wait_for(lambda: look(self.eyes.look()), _PATIENCE, what)

    def soon(self, look: Callable[[Look], Thing | None]) -> Thing | None:
        """What ``look`` finds as soon as the window has done what was asked of it; None when it does not come."""
        deadline = time.monotonic() + _SOON
        while (found := look(self.eyes.look())) is None and time.monotonic() < deadline:
            time.sleep(_PAUSE)
        return found

    def unless_at_rest(self, look: Callable[[Look], Thing | None]) -> Thing | None:
        """What ``look`` finds; None once nothing is under way any more and it did not come."""
        self._disk.disturb()
        deadline = time.monotonic() + _PATIENCE
        while (found := look(self.eyes.look())) is None:
            if self._disk.is_at_rest() or time.monotonic() > deadline:
                return None
            time.sleep(_PAUSE)
        return found

    def settle(self) -> None:
        """Wait until the case asked for is shown; when another stands there although nothing is under way, that is
        noted, and it is the one gone on with."""
        if self.asked is None:
            header = self.unless_at_rest(header_of)
            self.asked = header.name if header else None
        elif self.unless_at_rest(lambda look: header_of(look, self.asked)) is None:
            look = self.eyes.look()
            if header_of(look) is None and named(look, "list", "Dossiers") and named(look, "push button", "Sluit; "):
                self.asked = None  # beside a panel the list stands in the place of the case
            else:
                self._stray(header_of(look))

    def is_where_asked(self) -> bool:
        """Whether the case that is shown is still the one that was asked for."""
        asked, header = self.asked, header_of(self.eyes.look())
        if header is None:
            self.settle()
        elif header.name != asked:
            self._stray(header)
        return self.asked == asked

    def _stray(self, header: Thing | None) -> None:
        shown = header.name if header else None
        self.note_strayed(f"{shown} is shown", self.asked)
        self.asked = shown

    def note_strayed(self, seen: str, asked: str | None) -> None:
        """Something else is seen than what was asked for."""
        self.strayed.append(f"{seen}, {asked} was asked for, in step {len(self.diary)}, {self.diary[-1]}")

    # doing

    def asks_for(self, number: str) -> None:
        """From now on ``number`` is the case asked for."""
        self.asked = number
        self._disk.disturb()

    def press(self, thing: Thing) -> None:
        """Press it as a screen reader does."""
        self.eyes.press(thing)

    def put_cursor(self, find: Callable[[Look], Thing | None]) -> bool:
        """Whether the cursor stands in the field that ``find`` gives; put there if need be."""
        field = self.soon(find)
        if field is not None and not field.focused:
            self.eyes.focus(field)
            field = self.soon(lambda look: _if(find(look), lambda one: one.focused))
        return field is not None

    def word(self, how: str, *, case: str | None = None, sure: bool = True, loose: bool = False) -> str:
        """The next word, meant for the case asked for unless another is named."""
        meant = case or self.asked
        assert meant is not None
        self.words.append(Word(self._new(), meant, how, sure, loose))
        return self.words[-1].text

    def saw_taken(self, word: str) -> None:
        """It stood on the screen, so it must be kept."""
        self.words = [replace(one, sure=one.sure or one.text == word) for one in self.words]

    def type_at_once(self, how: str) -> None:
        """A word right after a case was asked for, whatever stands on the screen; saved or not. If it is taken, it is
        for that case."""
        field = named(self.eyes.look(), "text", self.dice.choice(("Notitie", "Contact")))
        if field is not None and self.dice.random() < 0.7:
            self.eyes.focus(field)
        self.desk.type(self.word(how, sure=False))
        if self.dice.random() < 0.5:
            self.desk.press("ctrl+Return")

    def escape(self, times: int = 1) -> None:
        """So many, and none of them is the second of two that one did not mean."""
        time.sleep(max(0.0, self._escaped + 1 - time.monotonic()))
        self.desk.press(*["Escape"] * times)
        self._escaped = time.monotonic()

    def unlock(self) -> None:
        """The passphrase, and the open desk."""
        self.await_(lambda look: named(look, "text", "Wachtzin"), "the lock screen")
        self.desk.focus()
        self.desk.type(PASSPHRASE)
        self.desk.press("Return")
        self.await_(lambda look: named(look, "check box", "Vandaag"), "the open desk")
        self.asked = None


def named(look: Look, role: str, start: str) -> Thing | None:
    """The first thing of this role whose name begins so."""
    return next((thing for thing in look if thing.role == role and thing.name.startswith(start)), None)


def every(look: Look, role: str, start: str) -> list[Thing]:
    """All things of this role whose names begin so."""
    return [thing for thing in look if thing.role == role and thing.name.startswith(start)]


def cases_page(look: Look) -> Thing | None:
    """What is there when the page of cases is in front: its list or, where there is room for one of them only, the
    way back to it."""
    return named(look, "list", "Dossiers") or named(look, "push button", "Alle dossiers")


def header_of(look: Look, number: str | None = None) -> Thing | None:
    """The number at the head of the case that is shown, if it is ``number`` or none is named."""
    if cases_page(look) is None:
        return None
    header = next((thing for thing in look if thing.role == "label" and NUMBER.fullmatch(thing.name)), None)
    return header if header is not None and number in (None, header.name) else None


def in_case(look: Look) -> Look:
    """What stands before the column beside the case."""
    column = named(look, "label", "In het kort")
    return look[: look.index(column)] if column else ()


def in_glance(look: Look) -> Look:
    """What stands in the column beside the case; a panel may stand over it, and comes after it."""
    column, panel = named(look, "label", "In het kort"), named(look, "push button", "Sluit; ")
    return look[look.index(column) : look.index(panel) if panel else None] if column else ()


def _if(thing: Thing | None, wanted: Callable[[Thing], bool]) -> Thing | None:
    return thing if thing is not None and wanted(thing) else None
