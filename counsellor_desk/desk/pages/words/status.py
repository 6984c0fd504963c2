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


class Tint(StrEnum):
    """The tint of a pill."""

    OPEN = "open"
    WAIT = "wait"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class StatusLook:
    """Tint and shape of a status."""

    tint: Tint
    shape: Shape

    def colours(self, tokens: Tokens) -> tuple[str, str]:
        """Ink and ground."""
        if self.tint is Tint.OPEN:
            return tokens.accent, tokens.accent_soft
        if self.tint is Tint.WAIT:
            return tokens.attention, tokens.attention_soft
        return tokens.quiet, tokens.sunk


def status_look(status: str) -> StatusLook:
    """How ``status`` (STATUS) looks."""
    if status in WAITING:
        return StatusLook(Tint.WAIT, Shape.SQUARE)
    if status in AFTERCARE:
        return StatusLook(Tint.OPEN, Shape.RING)
    if status in RUNNING:
        return StatusLook(Tint.OPEN, Shape.DOT)
    return StatusLook(Tint.QUIET, Shape.SQUARE)
