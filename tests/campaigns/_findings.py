"""What attacks reached: counted, and each breach of the promise in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Findings:
    """``attacks`` and other ``events`` by kind; ``narrowest``: cases a reader knows -> fewest counts left."""

    attacks: Counter[str] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)
    too_few: int = 0
    presence: int = 0
    untrue: int = 0
    narrowest: dict[int, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def add(self, other: Findings) -> None:
        """Takes in what another search found."""
        self.attacks += other.attacks
        self.events += other.events
        self.too_few += other.too_few
        self.presence += other.presence
        self.untrue += other.untrue
        self.wrong += other.wrong
        for known, counts in other.narrowest.items():
            self.narrowest[known] = min(counts, self.narrowest.get(known, counts))

    def see(self, known: int, bounds: tuple[int, int], rho: int, truth: int, where: str) -> None:
        """A reader who knows ``known`` cases found ``bounds``; the promise is rho - known + 1 counts, the truth one
        of them."""
        least, most = bounds
        counts = most - least + 1
        self.narrowest[known] = min(counts, self.narrowest.get(known, counts))
        if counts < rho - known + 1:
            self.too_few += 1
            self.wrong.append(f"too few counts: {where}, {known} known: {least} to {most}")
        if not least <= truth <= most:
            self.untrue += 1
            self.wrong.append(f"the truth {truth} is ruled out: {where}, {known} known: {least} to {most}")

    def prove_presence(self, where: str) -> None:
        """A case besides the known ones is shown to exist."""
        self.presence += 1
        self.wrong.append(f"a case is proven to exist: {where}")
