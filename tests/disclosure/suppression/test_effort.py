"""How often the solver is asked: most of what makes a table slow, and the same on every machine."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from counsellor_desk.disclosure.suppression.master import Master
from counsellor_desk.disclosure.suppression.pattern import Limits
from counsellor_desk.disclosure.suppression.polytope import Polytope
from counsellor_desk.disclosure.suppression.suppress import suppress
from tests.bench._tables import instances

TABLES = {one.name: one for one in instances()}


@pytest.mark.parametrize(
    ("name", "readers", "patterns"),
    [
        ("z1", 8, 1),
        ("z2", 20, 10),
        ("8x8", 18, 1),
        ("10x6, 10x8, 10x12 linked", 79, 6),
        ("5x5x6", 156, 6),
    ],
)
def test_readers_and_patterns_are_looked_for_no_more_often_than_that(
    name: str, readers: int, patterns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Counter[str]()
    for room, question in ((Polytope, "highest"), (Master, "_run")):
        monkeypatch.setattr(room, question, _counted(getattr(room, question), asked))
    table = TABLES[name]

    done = suppress(table.plan, table.leaves, 5)

    assert done.optimal
    assert asked["highest"] <= readers
    assert asked["_run"] <= patterns


def test_where_no_tree_may_be_searched_the_pattern_may_be_heavier() -> None:
    table = TABLES["z2"]

    done = suppress(table.plan, table.leaves, 5, limits=Limits(nodes=0))

    assert not done.optimal
    assert done.proof.wide >= 9


def _counted(question: Any, asked: Counter[str]) -> Any:
    def ask(*arguments: Any) -> Any:
        asked[question.__name__] += 1
        return question(*arguments)

    return ask
