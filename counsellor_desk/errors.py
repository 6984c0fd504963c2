"""What can go wrong and be met by the user; everything else is a bug."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar


class DeskError(Exception):
    """A failure the user can meet: a named state with one safe next step.

    ``code`` names the state and is the key of the sentence shown (``desk/messages.py``); a test holds that
    every code has a sentence in every language. ``params`` hold ids, numbers and codes; never case text.
    """

    code: ClassVar[str] = "desk.error"

    def __init__(self, **params: str | int) -> None:
        super().__init__(self.code)
        self.params: Mapping[str, str | int] = MappingProxyType(params)
