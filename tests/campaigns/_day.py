"""A day at the desk, by keyboard: talks, notes, search, clipboard, figures, files, hide, lock, settings, the end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from counsellor_desk.figures.period import PeriodKind, last_full
from tests.journeys.furnished import unlock
from tests.journeys.harness import Program


def live(desk: Program, words: Sequence[str], out: Path, *, whole: bool) -> None:
    """The day; all of ``words`` are typed, and reports go to ``out``. Not ``whole``: only in and out again."""
    unlock(desk)
    if whole:
        _log_a_talk(desk, words[:8])
        _search_and_copy(desk, words[0])
        _publish(desk, out)
        _lock_with_a_draft(desk, words[8:14])
        _hide(desk)
        _look_around(desk, words[14:])
    desk.press("alt+F4")
    desk.wait_for_the_end()


def _log_a_talk(desk: Program, words: Sequence[str]) -> None:
    desk.press("ctrl+n")
    desk.wait_until_it_shows("Dossier")
    desk.type(_number())
    desk.press("Return", "Tab")
    desk.type(" ".join(words))
    desk.press("ctrl+a", "ctrl+c", "End")
    desk.press("ctrl+Return")


def _search_and_copy(desk: Program, word: str) -> None:
    desk.press("ctrl+k")
    desk.type(word)
    desk.wait_until_it_shows(f"{_number()}: ")
    desk.press("ctrl+a", "ctrl+x")
    desk.type(_number())
    desk.press("Return")
    desk.wait_until_it_shows("In het kort")


def _publish(desk: Program, out: Path) -> None:
    desk.press("ctrl+3")
    desk.wait_until_it_shows("Publiceer")
    desk.tab_to("Publiceer")
    desk.press("Return")
    desk.tab_to("Publiceer nu")
    desk.press("Return")
    desk.wait_until_it_shows("Exporteer bestanden")
    desk.tab_to("Exporteer bestanden")
    desk.press("Return")
    desk.wait_for(lambda: len(desk.windows()) > 1, what="the question for a folder")
    desk.type(str(out))
    desk.press("Return")
    desk.wait_for(lambda: any(out.iterdir()), what="the reports")


def _lock_with_a_draft(desk: Program, words: Sequence[str]) -> None:
    desk.focus()
    desk.press("ctrl+n")
    desk.wait_until_it_shows("Dossier")
    desk.press("Tab")
    desk.type(" ".join(words))
    desk.press("ctrl+l")
    unlock(desk)


def _hide(desk: Program) -> None:
    desk.press("Escape", "Escape")
    desk.wait_until_it_shows("onze huisregels")
    desk.focus()
    desk.press("Escape", "Escape")
    unlock(desk)


def _look_around(desk: Program, words: Sequence[str]) -> None:
    for page in "12345":
        desk.press(f"ctrl+{page}")
    desk.wait_until_it_shows("Instellingen")
    desk.press("ctrl+k")
    desk.type(" ".join(words))


def _number() -> str:
    return f"{last_full(PeriodKind.QUARTER, date.today()).last_day:%y}-001"
