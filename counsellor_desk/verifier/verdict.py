"""What was proven."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """Publications 1 to ``last`` of the office with public key ``office`` are whole and proven together.

    ``rows`` figures about cases, each at most ``window`` from the true number; ``rho`` as in the certificate.
    ``ladder`` is the widest step any of them needed. ``same_witness``: the set of cases found here is the one the
    office found; that it is another (by another solver) takes nothing from the proof.
    """

    office: str
    last: int
    base: int
    rho: int
    rows: int
    window: int
    ladder: int
    practice: bool
    same_witness: bool

    def possible_counts(self, known: int) -> int:
        """How many counts of any group at least remain possible to somebody who knows ``known`` cases."""
        return max(self.rho - known + 1, 1)
