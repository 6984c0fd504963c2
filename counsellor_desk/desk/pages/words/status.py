"""How the status of a case looks: never by colour alone, always a word and a shape."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counsellor_desk.casework.status import AFTERCARE, RUNNING, WAITING
from counsellor_desk.desk.theme import Tokens


class Shape(StrEnum):
    """The mark before the word."""

    DOT = "dot"
    SQUARE = "square"
    RING = "ring"


class Kind(StrEnum):
    """The tint of a pill."""

    OPEN = "open"
    WAIT = "wait"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Standing:
    """Tint and shape of a status."""

    kind: Kind
    shape: Shape

    def colours(self, tokens: Tokens) -> tuple[str, str]:
        """Ink and ground."""
        if self.kind is Kind.OPEN:
            return tokens.accent, tokens.accent_soft
        if self.kind is Kind.WAIT:
            return tokens.attention, tokens.attention_soft
        return tokens.quiet, tokens.sunk


def standing(status: str) -> Standing:
    """How ``status`` (STATUS) looks."""
    if status in WAITING:
        return Standing(Kind.WAIT, Shape.SQUARE)
    if status in AFTERCARE:
        return Standing(Kind.OPEN, Shape.RING)
    if status in RUNNING:
        return Standing(Kind.OPEN, Shape.DOT)
    return Standing(Kind.QUIET, Shape.SQUARE)
