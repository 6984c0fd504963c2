"""The short form of the campaign of changed files, and that it sees what it is there to see."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from tests.campaigns import tamper
from tests.campaigns._report import Length
from tests.campaigns.tamper import KINDS, SHOWN, TOUCHED, UNNAMED, Change, Scene


@pytest.mark.timeout(900)
def test_every_change_is_named_and_no_file_is_touched() -> None:
    assert tamper.main(["--short"]) == 0


def unchanged(scene: Scene, chance: Random) -> Change:
    return Change(scene.closed, scene.marks, scene.said[0])


def older_and_the_keyring_with_it(scene: Scene, chance: Random) -> Change:
    return replace(
        KINDS["an older file"](scene, chance), marks={k: v for k, v in scene.marks.items() if "seen" not in k}
    )


def test_a_change_that_nobody_names_is_found_out() -> None:
    report = tamper.run(Length(1, seed=1), kinds={"unchanged": unchanged})

    assert report.figures[UNNAMED] == 1
    assert report.finish() == 1


def test_wrong_data_that_is_shown_is_found_out() -> None:
    report = tamper.run(Length(1, seed=1), kinds={"older": older_and_the_keyring_with_it})

    assert report.figures[SHOWN] == 1
    assert report.finish() == 1


def test_a_file_that_is_touched_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = tamper.RealDoor.unlock

    def touching(door: tamper.RealDoor, passphrase: str, accepted: str = "") -> object:
        path = door._vault
        path.write_bytes(path.read_bytes()[:-1])
        return opened(door, passphrase, accepted)

    def touched(scene: Scene, chance: Random) -> Change:
        monkeypatch.setattr(tamper.RealDoor, "unlock", touching)
        return KINDS["a flipped bit"](scene, chance)

    report = tamper.run(Length(1, seed=1), kinds={"touched": touched})

    assert report.figures[TOUCHED] == 1
