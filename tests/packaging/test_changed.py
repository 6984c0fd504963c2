"""The quick loop runs the tests of what changed and of all that stands on it, and never fewer."""

from __future__ import annotations

from pathlib import Path

import pytest
from devtools import changed
from devtools.places import ToolError

ROOT = Path(__file__).parents[2]
STANDING_ON = {
    "codebook": {"casework", "vault", "desk"},
    "casework": {"vault", "desk"},
    "vault": set(),
    "desk": set(),
}


def test_a_change_asks_for_its_own_room_and_for_those_above_it() -> None:
    wanted = changed.tests_for(["counsellor_desk/casework/closing.py"], STANDING_ON)

    assert {"tests/casework", "tests/vault", "tests/desk"} <= set(wanted)
    assert "tests/codebook" not in wanted


def test_a_room_that_nothing_stands_on_asks_for_itself_and_the_rules_of_the_house() -> None:
    assert changed.tests_for(["counsellor_desk/vault/book/search.py"], STANDING_ON) == [changed.ALWAYS, "tests/vault"]


def test_a_changed_test_is_run_and_a_changed_help_of_tests_runs_all_beside_it() -> None:
    assert "tests/vault/book/test_search.py" in changed.tests_for(["tests/vault/book/test_search.py"], STANDING_ON)
    assert "tests/vault" in changed.tests_for(
        ["tests/vault/conftest.py", "tests/vault/book/test_search.py"], STANDING_ON
    )


def test_nothing_is_asked_for_twice() -> None:
    wanted = changed.tests_for(
        ["tests/vault/book/test_search.py", "counsellor_desk/vault/book/search.py"], STANDING_ON
    )

    assert wanted == [changed.ALWAYS, "tests/vault"]


@pytest.mark.parametrize("file", ["pyproject.toml", "tests/conftest.py", "resources/codebook/nature.csv"])
def test_what_reaches_everywhere_asks_for_everything(file: str) -> None:
    assert changed.tests_for([file], STANDING_ON) == []


def test_a_text_asks_for_nothing_but_the_rules_of_the_house() -> None:
    assert changed.tests_for(["resources/docs/methodology.md"], STANDING_ON) == [changed.ALWAYS]


def test_every_room_of_the_package_is_known_with_what_stands_on_it() -> None:
    standing_on = changed.rooms_standing_on()

    assert {"desk", "vault", "casework", "disclosure", "cli"} <= standing_on.keys()
    assert {"figures", "desk", "verifier"} <= standing_on["disclosure"]
    assert "disclosure" not in standing_on["desk"]


def test_a_commit_that_is_not_there_is_named() -> None:
    with pytest.raises(ToolError, match="could not compare"):
        changed.changed_files("no-such-commit")
