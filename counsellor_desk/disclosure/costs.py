"""Chance without dice: every option of every row has one random number, fixed by the vault's secret."""

from __future__ import annotations

import hmac
import math
from dataclasses import dataclass, field

from counsellor_desk.disclosure.table import Wanted

_BITS = 53  # what a float holds exactly
_WHOLE = 2.0**_BITS
OUTSIDE = 0.01  # weight of a multiple one step beyond the two nearest: the chance that a true 0 is shown as a base


@dataclass(frozen=True, slots=True)
class Draw:
    """The random costs of one plan. ``secret`` never leaves the vault; without it the numbers are uniform."""

    secret: bytes
    plan: str
    _keyed: hmac.HMAC = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_keyed", hmac.new(self.secret, f"{self.plan}|".encode(), "sha256"))

    def gumbel(self, row_name: str, figure: int) -> float:
        """The standard Gumbel number of showing ``figure`` for a row: always the same, so that looking twice
        never draws twice. HMAC as a random function: Bellare, CRYPTO 2006."""
        keyed = self._keyed.copy()
        keyed.update(f"{row_name}|{figure}".encode())
        bits = int.from_bytes(keyed.digest()[:8], "big") >> (64 - _BITS)
        uniform = (bits + 0.5) / _WHOLE
        return -math.log(-math.log(uniform))


def costs(draw: Draw, wanted: Wanted, base: int, figures: tuple[int, ...]) -> list[float]:
    """What each of ``figures`` costs a row: -ln(chance) - Gumbel, times its weight. The least of these is a draw with
    exactly these chances (the Gumbel-max trick: Maddison, Tarlow & Minka, A* sampling, NIPS 2014)."""
    name, chances = wanted.row.name, weights(wanted.truth, base * wanted.row.most, figures)
    return [
        wanted.weight * (-math.log(chance) - draw.gumbel(name, figure))
        for chance, figure in zip(chances, figures, strict=True)
    ]


def options(truth: int, base: int, window: int) -> tuple[int, ...]:
    """The multiples of ``base``, none negative, within ``window`` of ``truth``."""
    first = max(-(-(truth - window) // base), 0)
    return tuple(range(base * first, truth + window + 1, base))


def weights(truth: int, base: int, figures: tuple[int, ...]) -> tuple[float, ...]:
    """The chances with which a free row would show each of ``figures``; every one is above 0.

    Unbiased between the two multiples around the truth (Cox, JASA 82 (1987): a chance in proportion to nearness),
    and ``OUTSIDE`` to the power of the steps beyond them, so that whatever lies in the window can happen.
    """
    below = truth // base
    part = truth / base - below
    raw = [_chance(figure // base - below, part) for figure in figures]
    whole = sum(raw)
    return tuple([chance / whole for chance in raw])


def _chance(step: int, part: float) -> float:
    if step == 0:
        return 1 - part
    if step == 1 and part > 0:
        return part
    steps = -step if step < 0 else step - (part > 0)
    return float(OUTSIDE**steps)
