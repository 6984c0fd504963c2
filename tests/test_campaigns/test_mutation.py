"""That the campaign of changed code tells tests that notice from tests that do not, and counts honestly."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.campaigns import mutation
from tests.campaigns.mutation import Room

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="only on Linux and macOS: the tool forks"),
    pytest.mark.timeout(900),  # it gives way to everything else on the machine
]

ROOT = Path(__file__).resolve().parents[2]
_FILE = ("counsellor_desk/custody/spot.py",)
_TESTS = "tests/custody/test_spot.py"


def test_changes_that_no_test_would_miss_are_noticed() -> None:
    assert mutation.is_reached("spot", Room(_FILE, (_TESTS,), goal=0.5), count=4, seed=1)


def test_tests_that_look_at_little_are_found_out(capsys: pytest.CaptureFixture[str]) -> None:
    weak = f"{_TESTS}::test_the_key_is_not_kept"

    assert not mutation.is_reached("spot", Room(_FILE, (weak,), goal=0.9), count=6, seed=1)
    assert "+    " in capsys.readouterr().out  # the change that nobody noticed, to be read


def test_tests_keep_their_names_for_the_change_after_the_first(tmp_path: Path) -> None:
    (tmp_path / "test_names.py").write_text(
        'import pytest\n\n\n@pytest.mark.parametrize("sign", ["é"], ids=ascii)\ndef test_sign(sign): ...\n'
    )
    words = ["--collect-only", "-q", "-p", "tests.conftest", "-p", "tests.campaigns._mutant_tests", str(tmp_path)]
    twice = f"import pytest; [pytest.main({words}) for _ in range(2)]"

    told = subprocess.run([sys.executable, "-c", twice], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    first, second = (line for line in told.splitlines() if "::test_sign" in line)
    assert first == second


def test_the_same_seed_draws_the_same_changes_and_another_seed_others() -> None:
    changes = [f"change {number}" for number in range(100)]

    assert mutation.drawn(changes, 10, 1) == mutation.drawn(changes[::-1], 10, 1)
    assert mutation.drawn(changes, 10, 1) != mutation.drawn(changes, 10, 2)


def test_more_than_there_are_is_all() -> None:
    assert mutation.drawn(["b", "a"], 10, 1) == ["a", "b"]


def test_a_change_that_no_test_runs_counts_as_not_noticed() -> None:
    assert mutation.share_noticed({"a": "killed", "b": "no tests", "c": "survived", "d": "timeout"}) == 0.5


def test_the_interval_is_the_published_one() -> None:
    verdicts = {str(number): "killed" if number < 81 else "survived" for number in range(263)}

    # The worked example of R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3: 81 of 263.
    assert mutation.interval(verdicts) == pytest.approx((0.2553, 0.3662), abs=5e-5)


@given(st.integers(1, 400).flatmap(lambda tried: st.tuples(st.integers(0, tried), st.just(tried))))
def test_the_interval_holds_the_share_and_stays_a_share(counts: tuple[int, int]) -> None:
    noticed, tried = counts
    verdicts = {str(number): "killed" if number < noticed else "survived" for number in range(tried)}

    low, high = mutation.interval(verdicts)

    assert 0 <= low <= mutation.share_noticed(verdicts) + 1e-12
    assert mutation.share_noticed(verdicts) - 1e-12 <= high <= 1
