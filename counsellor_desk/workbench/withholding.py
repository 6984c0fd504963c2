"""Releases in which small counts are withheld, and everything said about the same cases before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counsellor_desk.disclosure.errors import NotProven
from counsellor_desk.disclosure.plan import Plan
from counsellor_desk.disclosure.suppression.audit import audit
from counsellor_desk.disclosure.suppression.grid import Statement
from counsellor_desk.disclosure.suppression.suppress import suppress
from counsellor_desk.disclosure.table import Row
from counsellor_desk.packet.envelope import Withholding
from counsellor_desk.workbench.cases import refuse_other_properties
from counsellor_desk.workbench.counts import Counts
from counsellor_desk.workbench.errors import CountsChanged, PlanChanged
from counsellor_desk.workbench.release import Method, PlanRelease


def withhold(plan: Plan, counts: Counts, releases: Sequence[PlanRelease]) -> tuple[PlanRelease, Withholding]:
    """The counts of ``plan`` with the small ones withheld, safe together with ``releases``.

    Raises: NotProven, NotLinkable, PlanChanged, CountsChanged.
    """
    refuse_lost_dimensions([*(release.plan for release in releases), plan])
    try:
        made = suppress(plan, counts, plan.base, told(releases))
    except NotProven as error:
        if error.params["why"] == "history":
            raise CountsChanged(reason="exact") from error
        raise
    said: dict[Row, Statement] = {one.row: one for one in made.withheld}
    said |= {one.row: one for one in made.published}
    cells = plan.cells()
    release = PlanRelease(plan, cells, tuple(said[cell.row] for cell in cells), Method.SUPPRESSION)
    proof = made.proof
    return release, Withholding(plan.base, proof.wide, proof.narrow, len(made.published), len(releases) + 1)


def told(releases: Iterable[PlanRelease]) -> tuple[Statement, ...]:
    """All that was ever said, with the intervals that everybody can compute from it.

    Raises: NotProven, NotLinkable.
    """
    found: tuple[Statement, ...] = ()
    for release in releases:
        withheld, _ = audit(release.plan, release.promises, release.plan.base, found)
        found = (*found, *release.promises, *withheld)
    return found


def refuse_lost_dimensions(plans: Sequence[Plan]) -> None:
    """A later plan has every dimension of the earlier ones, so that all they said can be held against it.

    Raises: PlanChanged.
    """
    refuse_other_properties(plans)
    there: set[str] = set()
    for plan in plans:
        names = {dimension.name for dimension in plan.dimensions}
        if lost := there - names:
            raise PlanChanged(reason="dimension", subject=min(lost))
        there |= names
