"""The frame of the benchmarks says plainly what is good, what is not, and hands it on whole."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.bench import frame
from tests.bench.frame import Ratio, median_ms, paired_medians_ms


@pytest.mark.parametrize(
    ("ours", "base", "verdict"),
    [(3, 2, "good"), (3.9, 2, "within limit"), (4.1, 2, "TOO SLOW"), (1, 0, "TOO SLOW")],
)
def test_a_ratio_is_judged_by_its_aim_and_its_limit(ours: float, base: float, verdict: str) -> None:
    assert Ratio("start", ours, base, "ms", aim=1.5, limit=2).verdict == verdict


def test_work_is_warmed_up_once_and_then_counted() -> None:
    calls: list[str] = []
    median_ms(lambda: calls.append("a"), times=3)
    paired_medians_ms(lambda: calls.append("b"), lambda: calls.append("c"), times=2)

    assert calls == ["a"] * 4 + ["b", "c"] * 3


def test_a_benchmark_leaves_its_ratios_as_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bench = SimpleNamespace(run=lambda: [Ratio("start", 3, 2, "ms", 1.5, 2)])
    monkeypatch.setitem(sys.modules, "tests.bench.bench_made_up", bench)

    frame.main("made_up", str(tmp_path / "answer.json"))

    row = json.loads((tmp_path / "answer.json").read_text("utf-8"))[0]
    assert row == {
        "name": "start", "ours": 3, "base": 2, "unit": "ms", "aim": 1.5, "limit": 2, "ratio": 1.5, "verdict": "good",
    }  # fmt: skip
