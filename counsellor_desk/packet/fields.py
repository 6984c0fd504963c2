"""The members of a JSON object, each asked for as what it must be."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from counsellor_desk.packet.canonical import Unexpected

MOST_CHARACTERS = 200  # of one text: names and codes, not prose
E = TypeVar("E", bound=StrEnum)


class Fields:
    """An object with exactly the members ``names``; every question raises Unexpected when the answer has another
    type. A truth value is no number."""

    def __init__(self, value: object, *names: str) -> None:
        """Raises: Unexpected."""
        if not isinstance(value, dict) or value.keys() != set(names):
            raise Unexpected()
        self._members: dict[str, object] = value

    def text(self, name: str) -> str:
        """A text of at most ``MOST_CHARACTERS``."""
        value = self._members[name]
        if not isinstance(value, str) or len(value) > MOST_CHARACTERS:
            raise Unexpected()
        return value

    def choice(self, name: str, kinds: type[E]) -> E:
        """One of the values of an enumeration."""
        try:
            return kinds(self.text(name))
        except ValueError as error:
            raise Unexpected() from error

    def number(self, name: str, least: int | None = 0) -> int:
        """A whole number, not below ``least``."""
        value = self._members[name]
        if type(value) is not int or (least is not None and value < least):
            raise Unexpected()
        return value

    def flag(self, name: str) -> bool:
        """The member ``name``, which must be true or false. Raises: Unexpected."""
        value = self._members[name]
        if not isinstance(value, bool):
            raise Unexpected()
        return value

    def part(self, name: str) -> object:
        """Whatever is there, to be read further; None when it is null."""
        return self._members[name]

    def parts(self, name: str) -> list[object]:
        """The items of an array."""
        value = self._members[name]
        if not isinstance(value, list):
            raise Unexpected()
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """The items of an array of texts."""
        return texts(self._members[name])

    def digest(self, name: str, digits: int = 64) -> str:
        """A number of exactly so many hexadecimal digits, in small letters."""
        value = self.text(name)
        if len(value) != digits or not set(value) <= set("0123456789abcdef"):
            raise Unexpected()
        return value


def texts(value: object) -> tuple[str, ...]:
    """The items of an array of texts. Raises: Unexpected."""
    if not isinstance(value, list) or not all(isinstance(one, str) and len(one) <= MOST_CHARACTERS for one in value):
        raise Unexpected()
    return tuple(value)
