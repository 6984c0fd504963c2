"""A code and the book of all code lists. Codes never change; their labels may."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from counsellor_desk.codebook.errors import CodeUnknown
from counsellor_desk.codebook.finder import Finder

LANGUAGES = ("nl", "en")


@dataclass(frozen=True, slots=True)
class Code:
    """One entry of a code list. ``valid_from`` and ``valid_to`` are inclusive; None = until further notice.

    ``parent`` orders the choices on screen; ``rollup`` is the public category it is counted in, itself for a
    category. ``crosswalks`` maps the short name of another classification to its code there, alternatives
    separated by "|"; classifications without a counterpart are absent.
    """

    list: str
    code: str
    parent: str | None
    rollup: str
    valid_from: date
    valid_to: date | None
    labels: Mapping[str, str] = field(hash=False)
    crosswalks: Mapping[str, str] = field(hash=False)
    source: str

    def label(self, language: str) -> str:
        """What it is called in ``language``, "nl" or "en"."""
        return self.labels[language]

    def is_valid(self, on: date) -> bool:
        """Whether it may be chosen on that day. A closed code stays readable for ever."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


class Codebook:
    """All code lists of one version; never changes once made. ``codebook.load`` makes one and proves it sound."""

    def __init__(self, version: str, lists: Mapping[str, Iterable[Code]]) -> None:
        self._version = version
        self._lists = {name: tuple(codes) for name, codes in lists.items()}
        self._codes = {code.code: code for codes in self._lists.values() for code in codes}
        self._finders = {
            name: Finder((c.code, tuple(c.labels.values())) for c in codes) for name, codes in lists.items()
        }

    @property
    def version(self) -> str:
        """The edition, "2026.1": year and number within it."""
        return self._version

    def list_names(self) -> tuple[str, ...]:
        """The names of all lists, in alphabetical order."""
        return tuple(sorted(self._lists))

    def codes(self, list_name: str, on: date | None = None) -> tuple[Code, ...]:
        """A list in file order: all of it, or what may be chosen on a day."""
        return tuple(code for code in self._lists[list_name] if on is None or code.is_valid(on))

    def code(self, code: str) -> Code:
        """The entry of any list.

        Raises: CodeUnknown.
        """
        try:
            return self._codes[code]
        except KeyError:
            raise CodeUnknown(code) from None

    def has(self, list_name: str, code: str) -> bool:
        """Whether the list holds the code, still valid or not."""
        entry = self._codes.get(code)
        return entry is not None and entry.list == list_name

    def label(self, code: str, language: str) -> str:
        """What a code is called in ``language``, "nl" or "en".

        Raises: CodeUnknown.
        """
        return self.code(code).label(language)

    def rollup(self, code: str) -> str:
        """The public category that a code is counted in; a category is counted in itself.

        Raises: CodeUnknown.
        """
        return self.code(code).rollup

    def rollups(self, list_name: str) -> tuple[str, ...]:
        """The public categories of a list, in file order."""
        return tuple(code.code for code in self._lists[list_name] if code.rollup == code.code)

    def find(self, list_names: Sequence[str], words: str, limit: int = 8, on: date | None = None) -> tuple[Code, ...]:
        """The codes meant by what is being typed, best first: in either language, accents and capitals aside.

        Every word must match: a whole label before the start of a code, that before the start of a label, of a
        word in it, and of any part of it; equals keep list and file order. Nothing typed finds the first codes of
        the lists.
        """
        ranked = [hit for name in dict.fromkeys(list_names) for hit in self._finders[name].hits(words)]
        ranked.sort(key=lambda hit: hit[0])
        found = (self._codes[code] for _rank, code in ranked)
        return tuple(code for code in found if on is None or code.is_valid(on))[:limit]
