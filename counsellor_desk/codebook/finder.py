"""Type-ahead over one list of names, with or without codes: folded once, so that a key stroke costs a walk over short
strings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

_LONGEST_QUESTION = 60  # characters; no label is longer
_NOT_A_WORD = re.compile(r"[\W_]+")

_NO_ACCENT = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
"""Letters people type plainly although Unicode does not take them apart."""

EXACT, CODE_START, LABEL_START, WORD_START, ANYWHERE = range(5)


def fold(text: str) -> str:
    """``text`` without accents and capitals."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).translate(_NO_ACCENT)


def bare_words(folded: str) -> str:
    """The bare words of folded text, with one space between them."""
    return _NOT_A_WORD.sub(" ", folded).strip()


class Finder:
    """Finds entries of one list. ``entries`` are a key with its labels, in the order of the list; a key is a code
    that people type too, unless ``codes`` is False."""

    def __init__(self, entries: Iterable[tuple[str, tuple[str, ...]]], *, codes: bool = True) -> None:
        self._entries = tuple(
            _Entry(key, fold(key) if codes else "", tuple(bare_words(fold(label)) for label in labels))
            for key, labels in entries
        )

    def hits(self, words: str) -> Iterator[tuple[int, str]]:
        """Rank (EXACT is best) and key of every entry that all ``words`` match, in the order of the list."""
        folded = fold(words[:_LONGEST_QUESTION])
        asked = [(word, bare_words(word)) for word in folded.split()]
        whole = bare_words(folded)
        for entry in self._entries:
            rank = entry.rank(asked)
            if rank is None:
                continue
            if whole in entry.labels:
                rank = EXACT
            elif rank > CODE_START and any(label.startswith(whole) for label in entry.labels):
                rank = LABEL_START
            yield rank, entry.key


class _Entry:
    """One entry, folded."""

    __slots__ = ("_code", "_text", "key", "labels")

    def __init__(self, key: str, code: str, labels: tuple[str, ...]) -> None:
        self.key = key
        self.labels = labels
        self._code = code
        self._text = "".join(f" {label}" for label in labels)

    def rank(self, asked: list[tuple[str, str]]) -> int | None:
        """How well the worst of the words matches: CODE_START, WORD_START or ANYWHERE; None when one does not."""
        rank = CODE_START
        for typed, word in asked:
            if self._code.startswith(typed):
                continue
            if not word or word not in self._text:
                return None
            rank = max(rank, WORD_START if f" {word}" in self._text else ANYWHERE)
        return rank
