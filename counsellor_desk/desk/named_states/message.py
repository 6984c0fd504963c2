"""A named state in words: what is the case, and one safe next step."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
"""A day as errors carry it; people read it as it stands on the recovery sheet."""


class NextStep(Enum):
    """What the one button beside a state does."""

    NONE = "none"
    TRY_AGAIN = "try_again"
    USE_SHEET = "use_sheet"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Message:
    """The words of a state, in English as they stand in the catalogue; ``{name}`` is a parameter of the error.

    ``anyway`` is how the link is called that opens the vault in this state all the same; empty where that cannot be.
    """

    case: str
    next_step: str
    step: NextStep = NextStep.NONE
    params: Mapping[str, str | int] | None = None
    anyway: str = ""

    def sentence(self) -> str:
        """What is the case, in the language of the desk."""
        return self.filled(_translated(self.case))

    def advice(self) -> str:
        """The next step, in the language of the desk."""
        return self.filled(_translated(self.next_step))

    def anyway_words(self) -> str:
        """The link that opens the vault all the same, in the language of the desk; empty for none."""
        return _translated(self.anyway) if self.anyway else ""

    def text(self) -> str:
        """Both, as one line."""
        return f"{self.sentence()} {self.advice()}"

    def filled(self, words: str) -> str:
        """``words`` with the parameters of the error in their places."""
        for name, value in (self.params or {}).items():
            words = words.replace("{" + name + "}", _ISO_DAY.sub(r"\3-\2-\1", str(value)))
        return words


def _translated(words: str) -> str:
    """``words`` in the language of the desk. Qt is loaded only where there is a window: the command line has none."""
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication.translate("Messages", words)
