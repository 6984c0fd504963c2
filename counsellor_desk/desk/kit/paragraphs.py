"""Very long paragraphs in pieces, as a field holds them: it lays out a whole paragraph anew at every key.

A piece ends with ``SEAM``, a line break behind a sign that nobody sees. It comes and goes like any other text, with
every cut, paste and undo, and is taken out wherever words leave the field; so the text stays what was written.
"""

from __future__ import annotations

from itertools import pairwise
from unicodedata import combining

PIECE = 5_000
"""Characters. In a paragraph of 200,000 letters one key takes seconds, in one of twice this a few milliseconds; a
page of a book has two to three thousand."""
_MARK = "\N{VARIATION SELECTOR-256}"  # invisible, one step for the cursor with the letter before it; no text has it
SEAM = f"{_MARK}\n"


def with_seams(text: str, most: int = PIECE) -> str:
    """``text`` as a field holds it: no paragraph is longer than ``most`` characters and the mark of a seam."""
    if len(text) <= most:
        return text
    return "\n".join(_in_pieces(paragraph, most) for paragraph in text.split("\n"))


def without_seams(held: str) -> str:
    """The text that ``held`` stands for, also after somebody has worked at its seams."""
    return held.replace(SEAM, "").replace(_MARK, "") if _MARK in held else held


def breaks(text: str, most: int = PIECE, behind: str = " ") -> list[int]:
    """Where ``text`` is broken so that no piece is longer than ``most``: behind the first sign of ``behind``
    that is there, or else anywhere, but never between a letter and its accent."""
    found: list[int] = []
    start = 0
    while len(text) - start > most:
        full = start + most
        end = next((end for sign in behind if (end := text.rfind(sign, start, full) + 1) > start), full)
        while end > start + 1 and combining(text[end]):
            end -= 1
        found.append(end)
        start = end
    return found


def _in_pieces(paragraph: str, most: int) -> str:
    return SEAM.join(paragraph[start:end] for start, end in pairwise((0, *breaks(paragraph, most), len(paragraph))))
