"""Type-ahead over one code list: folded once, so that a key stroke costs a walk over short strings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

_LONGEST_QUESTION = 60  # characters; no label is longer
_NOT_A_WORD = re.compile(r"[\W_]+")

CODE_START, WORD_START, ANYWHERE = range(3)


def fold(text: str) -> str:
    """``text`` without accents and capitals."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def bare_words(folded: str) -> str:
    """The bare words of folded text, with one space between them."""
    return _NOT_A_WORD.sub(" ", folded).strip()


class Finder:
    """Finds codes of one list. ``entries`` are a code with its labels, in file order."""

    def __init__(self, entries: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        self._entries = tuple(
            (code, fold(code), "".join(f" {bare_words(fold(label))}" for label in labels)) for code, labels in entries
        )

    def hits(self, words: str) -> Iterator[tuple[int, str]]:
        """Rank (CODE_START is best) and code of every entry that all ``words`` match, in file order."""
        asked = [(word, bare_words(word)) for word in fold(words[:_LONGEST_QUESTION]).split()]
        for code, folded_code, text in self._entries:
            rank = CODE_START
            for typed, word in asked:
                if folded_code.startswith(typed):
                    continue
                if not word or word not in text:
                    break
                rank = max(rank, WORD_START if f" {word}" in text else ANYWHERE)
            else:
                yield rank, code
