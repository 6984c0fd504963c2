"""The comparison of methods: its tables, its judge, and that it fails without the programs it compares with."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from devtools import benchmarks
from devtools.places import ToolError

from counsellor_desk.disclosure.plan import TOTAL
from counsellor_desk.disclosure.table import Promise
from tests.bench import _judge, _peer, bench_disclosure
from tests.bench._judge import PEERS, ROUNDING, SUPPRESSION, Outcome, Score, peer, rounding, score, suppression
from tests.bench._tables import Instance, instances

SAFE = Score(0.1, 10, 0, 0, 12, 40, 0.0)


@pytest.fixture(scope="module")
def table() -> Instance:
    return next(one for one in instances() if one.name == "8x8")


def exactly(table: Instance, *crosses: tuple[str, ...]) -> Outcome:
    """Everything shown but ``crosses``."""
    figures = {cell.where: None if cell.where in crosses else table.truth[cell.where] for cell in table.plan.cells()}
    sure = [Promise(cell.row, table.truth[cell.where], 0) for cell in table.plan.cells() if cell.where not in crosses]
    return Outcome(0.0, figures, tuple(sure))


def answering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: object) -> None:
    """A peer that always says the same."""
    program = tmp_path / "peer.py"
    program.write_text(f"print('noise\\nANSWER ' + {json.dumps(answer)!r}); print('more noise')", "utf-8")
    monkeypatch.setattr(_judge, "_PEER", program)


def test_every_cell_of_every_table_is_the_sum_of_the_cells_below_it() -> None:
    for one in instances()[:-1]:
        assert one.truth[(TOTAL,) * len(one.plan.dimensions)] == sum(one.leaves.values())
        for cell in list(one.plan.cells())[::7]:
            names = [dimension.name for dimension in one.plan.dimensions]
            where = dict(cell.row.where)
            inside = (
                count
                for codes, count in one.leaves.items()
                if all(code in where[name] for name, code in zip(names, codes, strict=True) if name in where)
            )
            assert one.truth[cell.where] == sum(inside)


def test_ours_give_nothing_away_on_a_table(table: Instance) -> None:
    for outcome in (rounding(table), suppression(table)):
        found = score(table, outcome)
        assert found.judged
        assert not found.narrowed + found.present


def test_the_judge_sees_what_a_lone_cross_hides(table: Instance) -> None:
    small = next(where for where, count in table.truth.items() if count == 2)

    found = score(table, exactly(table, small))

    assert found.narrowed == found.present == found.judged
    assert (found.crosses, found.weight) == (1, 3)


def test_a_cell_given_away_fails_the_benchmark() -> None:
    ratios = bench_disclosure._ratios("8x8", {ROUNDING: SAFE, SUPPRESSION: replace(SAFE, present=1)})

    assert [one.verdict for one in ratios] == ["good", "good", "TOO SLOW"]


def test_a_peer_that_is_safe_and_lighter_fails_the_benchmark() -> None:
    scores = {ROUNDING: SAFE, SUPPRESSION: SAFE, "pytauargus OPT": replace(SAFE, weight=39)}

    assert bench_disclosure._ratios("8x8", scores)[-1].verdict == "TOO SLOW"


def test_what_a_peer_shows_in_one_of_two_tables_is_shown(
    table: Instance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = [[["A000", TOTAL], 22], [["A000", "B000"], None]]
    answering(tmp_path, monkeypatch, {"seconds": 1.5, "base": 5, "tables": [cells]})

    outcome = peer(Path(sys.executable), "pytauargus OPT", table)

    assert isinstance(outcome, Outcome)
    assert outcome.figures == {("A000", TOTAL): 22, ("A000", "B000"): None}
    assert {promise.figure for promise in outcome.sure} == {22, 0}


def test_a_peer_gets_codes_of_one_length_and_none_twice() -> None:
    numbers = _peer._numbers(["Iceland", "Portugal", "Spain"], {"Iceland": "nonEU", "Portugal": "EU", "Spain": "EU"})

    assert set(numbers) == {"Iceland", "Portugal", "Spain", "nonEU", "EU"}
    assert len({len(number) for number in numbers.values()}) == 1
    assert len(set(numbers.values())) == 5


def test_a_peer_that_cannot_says_why(table: Instance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answering(tmp_path, monkeypatch, {"error": "ValueError: no hierarchies"})

    for name in PEERS:
        assert peer(Path(sys.executable), name, table) == "ValueError: no hierarchies"


def test_a_peer_that_falls_over_stops_nothing(
    table: Instance, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "peer.py").write_text("import sys; sys.exit(3)", "utf-8")
    monkeypatch.setattr(_judge, "_PEER", tmp_path / "peer.py")

    assert peer(Path(sys.executable), "CtrlRound", table) == "fell over, code 3"


def test_without_its_peers_the_benchmark_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(bench_disclosure, "_PYTHON", tmp_path / "python")

    with pytest.raises(RuntimeError, match="peers are missing"):
        bench_disclosure.run()


def test_peers_that_cannot_be_installed_fail_their_benchmark_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fail() -> Path:
        raise ToolError("no registry")

    monkeypatch.setattr(benchmarks, "ensure_peers", fail)

    assert benchmarks._measure(tmp_path, "disclosure") is None
    assert "cannot be installed here, so disclosure fails. no registry" in capsys.readouterr().out
