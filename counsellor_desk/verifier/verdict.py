"""What was proven."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """Publications 1 to ``last`` of the office with public key ``office`` are whole and proven together.

    The numbers are those of the newest publication and all before it about the same cases; ``alone``: there are no
    others.

    ``rows`` figures about cases, each at most ``window`` from the true number. ``rho`` holds for all publications
    together; ``claimed`` is the greatest that any of them stated of those up to itself, which is right as well.
    ``ladder`` is the widest step any of them needed. ``corrected`` > 0: some were replaced by others, because up to
    so many cases were corrected at a time. ``persons``: some count persons, whose second case presupposes a first.
    ``same_witness``: the set of cases found here is the one the office found; that it is another (by another solver)
    takes nothing from the proof.
    """

    office: str
    last: int
    base: int
    rho: int
    claimed: int
    rows: int
    window: int
    ladder: int
    corrected: int
    alone: bool
    practice: bool
    persons: bool
    same_witness: bool

    def possible_counts(self, known: int) -> int:
        """How many counts of any group at least remain possible to somebody who knows ``known`` cases."""
        return max(self.rho - known + 1, 1)


@dataclass(frozen=True, slots=True)
class WithheldVerdict:
    """The same where small counts are withheld: ``rows`` counts are published, exact. Of ``wide`` withheld cells
    anything from 0 to ``base`` is possible, of ``narrow`` ones less, but none is shown to be small."""

    office: str
    last: int
    base: int
    rows: int
    wide: int
    narrow: int
    alone: bool
