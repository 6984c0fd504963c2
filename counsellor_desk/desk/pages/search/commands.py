"""Things the search field can do besides finding: opening a page, locking, showing a period's figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from counsellor_desk.codebook.finder import bare_words, fold


@dataclass(frozen=True, slots=True)
class Command:
    """Something to do. ``words`` are further names for it, in any language; they are matched, never shown."""

    title: str
    icon: str
    run: Callable[[], None]
    words: str = ""
    shortcut: str = ""


def matching(commands: Iterable[Command], typed: str, limit: int = 5) -> tuple[Command, ...]:
    """The commands of which a word starts with each word typed; those whose title begins so come first."""
    asked = bare_words(fold(typed)).split()
    if not asked:
        return ()
    found = [command for command in commands if all(f" {word}" in _names(command) for word in asked)]
    start = " ".join(asked)
    found.sort(key=lambda command: not bare_words(fold(command.title)).startswith(start))
    return tuple(found[:limit])


def means_one(found: Iterable[Command], typed: str) -> bool:
    """Whether the first word typed is a whole word of one of these, so that doing comes before finding."""
    first = bare_words(fold(typed)).partition(" ")[0]
    return bool(first) and any(f" {first} " in f"{_names(command)} " for command in found)


def _names(command: Command) -> str:
    return " " + bare_words(fold(f"{command.title} {command.words}"))
