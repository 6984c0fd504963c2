"""The invented sentences of the practice vault."""

from __future__ import annotations

import tomllib
from pathlib import Path
from random import Random

_ENGLISH = 0.15  # share of talks noted in English


class Words:
    """Sentences by language and moment; the same chance gives the same sentence."""

    def __init__(self, file: Path) -> None:
        self._lists: dict[str, dict[str, dict[str, list[str]]]] = tomllib.loads(file.read_text("utf-8"))

    def say(self, chance: Random, moment: str, category: str = "any") -> str:
        """A sentence for ``moment`` ("first", "next", "aid", "follow_up", "wish", "safe"), fit for ``category``."""
        language = "en" if chance.random() < _ENGLISH and moment in self._lists["en"] else "nl"
        by_category = self._lists[language][moment]
        sentences = by_category.get(category, []) + by_category["any"]
        return chance.choice(sentences)

    def nth(self, moment: str, place: int) -> str:
        """The Dutch sentences for ``moment`` in turn."""
        sentences = self._lists["nl"][moment]["any"]
        return sentences[place % len(sentences)]
