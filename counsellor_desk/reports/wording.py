"""The sentences of a report in one language, read from ``resources/report``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Formatter

from counsellor_desk.figures.period import Period
from counsellor_desk.reports.errors import WordingDamaged

LANGUAGES = ("nl", "en")

_PLACEHOLDER = re.compile(r"{\w+}")
_MINUS = "\u2212"
_TYPED = re.compile(
    r"[1-9]|\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|twee|drie|vier|vijf"
    r"|zes|zeven|acht|negen|tien|elf|twaalf|dozijn|tientallen|honderd|honderden|duizend|duizenden)\b",
    re.IGNORECASE,
)

Entries = Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Wording:
    """All sentences of one language. Keys are dotted: ``report.title``."""

    language: str
    entries: Entries

    def has(self, key: str) -> bool:
        """Whether there is one sentence with this key."""
        return isinstance(self.entries.get(key), str)

    def say(self, key: str, **params: str | int) -> str:
        """The sentence ``key``, its placeholders filled; numbers are written the way the language writes them."""
        sentence = self.entries[key]
        if not isinstance(sentence, str):
            raise TypeError(key)
        return sentence.format(**{name: self._filled(value) for name, value in params.items()})

    def lines(self, key: str, **params: str | int) -> tuple[str, ...]:
        """The list of sentences ``key``, placeholders filled."""
        filled = {name: self._filled(value) for name, value in params.items()}
        return tuple(sentence.format(**filled) for sentence in self.entries[key])

    def number(self, value: int) -> str:
        """A whole number with groups of three digits and a true minus sign."""
        digits = f"{abs(value):,}".replace(",", self.say("number.group"))
        return f"{_MINUS}{digits}" if value < 0 else digits

    def day(self, day: date) -> str:
        """A date in words."""
        month = self.lines("date.months")[day.month - 1]
        return self.say("date.day", day=str(day.day), month=month, year=str(day.year))

    def period(self, period: Period) -> str:
        """A period in words, without a capital."""
        return self.say(f"period.{period.kind}{period.index}", year=str(period.year))

    def _filled(self, value: str | int) -> str:
        return self.number(value) if isinstance(value, int) else value


def load(folder: Path) -> Mapping[str, Wording]:
    """Every language of ``folder``, by language.

    A number in a report comes from the release: a sentence with one of its own, in digits (but 0) or in words, is
    refused. "One" is a word as well as a number, and is let through.

    Raises: WordingDamaged, with the ``language`` that cannot be read, has a number or does not match the first.
    """
    wordings = {language: Wording(language, _read(folder, language)) for language in LANGUAGES}
    first = _shape(wordings[LANGUAGES[0]].entries)
    for language, wording in wordings.items():
        if _shape(wording.entries) != first:
            raise WordingDamaged(language=language)
    return wordings


def _read(folder: Path, language: str) -> Entries:
    try:
        tables = tomllib.loads((folder / f"{language}.toml").read_text(encoding="utf-8"))
        entries = dict(_flat(tables, ""))
        _shape(entries)  # a brace that is not closed is found here, not on the page
        _refuse_numbers(entries)
    except (OSError, ValueError) as fault:
        raise WordingDamaged(language=language) from fault
    return entries


def _flat(value: object, key: str) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _flat(inner, f"{key}.{name}" if key else name)
    elif isinstance(value, list) and all(isinstance(line, str) for line in value):
        yield key, tuple(value)
    elif isinstance(value, str):
        yield key, value
    else:
        raise ValueError(key)


def _refuse_numbers(entries: Entries) -> None:
    for key, entry in entries.items():
        for sentence in (entry,) if isinstance(entry, str) else entry:
            if _TYPED.search(_PLACEHOLDER.sub(" ", sentence)):
                raise ValueError(key)


def _shape(entries: Entries) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Per key the placeholders of each of its sentences: what two languages must have in common."""
    return {
        key: tuple(_placeholders(line) for line in ((entry,) if isinstance(entry, str) else entry))
        for key, entry in entries.items()
    }


def _placeholders(sentence: str) -> tuple[str, ...]:
    return tuple(sorted(name for _, name, _, _ in Formatter().parse(sentence) if name is not None))
