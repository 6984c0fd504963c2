"""What every campaign shares: its arguments, its table of figures and its verdict."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Length:
    """How long a campaign is: ``count`` tries, all of them following from ``seed``."""

    count: int
    seed: int


def length(about: str | None, arguments: Sequence[str], *, short: int, long: int) -> Length:
    """What the command line asks for; ``--count`` overrules both lengths."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help=f"{short} tries in place of {long}")
    parser.add_argument("--count", type=int, help="this many tries")
    parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same tries (default 1)")
    asked = parser.parse_args(list(arguments))
    return Length(asked.count or (short if asked.short else long), asked.seed)


@dataclass
class Report:
    """Figures, and what was found wrong. ``wrong`` lines say how to see the same again."""

    name: str
    figures: dict[str, object] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    _begun: float = field(default_factory=time.monotonic)

    def count(self, name: str, by: int = 1) -> None:
        """Adds to a figure."""
        before = self.figures.get(name, 0)
        assert isinstance(before, int)
        self.figures[name] = before + by

    def finish(self) -> int:
        """Prints the table. The exit code: 0 when nothing was found wrong."""
        self.figures["seconds"] = round(time.monotonic() - self._begun, 1)
        width = max(map(len, self.figures))
        print(f"\ncampaign {self.name}")
        for name, figure in self.figures.items():
            print(f"  {name:<{width}}  {figure}")
        for line in self.wrong[:20]:
            print(f"  WRONG  {line}")
        print(f"  {'nothing was found wrong' if not self.wrong else f'{len(self.wrong)} found wrong'}", flush=True)
        return 1 if self.wrong else 0
