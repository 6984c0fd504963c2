"""Releases about the same cases: those whose plans have the same name. They are linked and proven together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counsellor_desk.disclosure.plan import Plan
from counsellor_desk.disclosure.revision import supersede
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Crossing, Dimension, Promise
from counsellor_desk.workbench.errors import PlanChanged
from counsellor_desk.workbench.release import PlanRelease


def link(plans: Sequence[Plan]) -> System:
    """The linked system of all tables of ``plans``.

    Raises: PlanChanged, NotLinkable.
    """
    dimensions = refuse_other_properties(plans)
    tables = dict.fromkeys(table for plan in plans for table in plan.tables)
    return System(dimensions, [Crossing(table) for table in tables])


def refuse_other_properties(plans: Sequence[Plan]) -> tuple[Dimension, ...]:
    """The dimensions of ``plans``, each once: one name is one property of a case. They have one base.

    Raises: PlanChanged.
    """
    dimensions: dict[str, Dimension] = {}
    for plan in plans:
        if plan.base != plans[0].base:
            raise PlanChanged(reason="base", subject=str(plan.base))
        for one in plan.dimensions:
            known = dimensions.setdefault(one.name, Dimension(one.name, one.codes))
            if set(known.codes) != set(one.codes):
                raise PlanChanged(reason="codes", subject=one.name)
    return tuple(dimensions.values())


def history(system: System, releases: Iterable[PlanRelease]) -> tuple[Promise, ...]:
    """Everything ever promised; where a revision took the place of a promise, the promise says so."""
    promises: tuple[Promise, ...] = ()
    for release in releases:
        if release.corrected:
            promises = supersede(system, promises, (one.row for one in release.promises), release.corrected)
        promises = tuple(dict.fromkeys((*promises, *release.promises)))
    return promises
