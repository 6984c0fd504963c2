"""The file of the organisation is obeyed only where nobody but its administrator can have written it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from counsellor_desk.policy import NONE, OWN, PolicyReading, PolicyRemark, WhyIgnored
from counsellor_desk.policy.model import UNREADABLE
from counsellor_desk.policy_file import PLACES, read_policy

ME = os.getuid()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A protected file that sets two minutes."""
    file = tmp_path / "counsellor-desk" / "policy.toml"
    file.parent.mkdir(mode=0o755)
    file.write_text("idle_seconds = 120\n", "utf-8")
    file.chmod(0o644)
    return file


def read(place: Path) -> PolicyReading:
    return read_policy(place, owner=ME, platform="linux")


def test_a_protected_file_is_obeyed(place: Path) -> None:
    assert read(place).policy.idle_seconds == 120


def test_without_a_file_the_desk_keeps_its_own_rules(tmp_path: Path) -> None:
    assert read(tmp_path / "policy.toml") == NONE


def _by_its_group(place: Path) -> None:
    place.chmod(0o664)


def _by_everybody(place: Path) -> None:
    place.chmod(0o646)


def _in_a_folder_of_everybody(place: Path) -> None:
    place.parent.chmod(0o777)


def _behind_a_link(place: Path) -> None:
    place.rename(place.with_name("elsewhere.toml"))
    place.symlink_to(place.with_name("elsewhere.toml"))


def _in_a_folder_of_its_name(place: Path) -> None:
    place.unlink()
    place.mkdir()


@pytest.mark.parametrize(
    "spoil", [_by_its_group, _by_everybody, _in_a_folder_of_everybody, _behind_a_link, _in_a_folder_of_its_name]
)
def test_a_file_that_others_may_have_written_is_left_aside_and_named(
    place: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(place)

    reading = read(place)

    assert (reading.policy, reading.remarks, reading.there) == (OWN, (PolicyRemark(WhyIgnored.NOT_PROTECTED),), True)


def test_a_file_of_another_user_is_left_aside(place: Path) -> None:
    os.chown(place, ME + 1, -1) if ME == 0 else None

    reading = read_policy(place, owner=ME if ME == 0 else ME + 1, platform="linux")

    assert reading.remarks == (PolicyRemark(WhyIgnored.NOT_PROTECTED),)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"idle_seconds", b"#" * 70_000])
def test_a_file_that_cannot_be_read_makes_the_desk_strict(place: Path, content: bytes) -> None:
    place.write_bytes(content)

    assert (read(place).policy, read(place).remarks) == (UNREADABLE, (PolicyRemark(WhyIgnored.UNREADABLE),))


def test_on_windows_a_file_that_this_user_may_write_is_left_aside(place: Path) -> None:
    assert read_policy(place, platform="win32").remarks == (PolicyRemark(WhyIgnored.NOT_PROTECTED),)
    assert read_policy(place.with_name("none.toml"), platform="win32") == NONE


def test_every_system_has_its_place_and_none_is_the_users() -> None:
    assert set(PLACES) == {"linux", "darwin", "win32"}
    assert not any(Path.home() in place.parents for place in PLACES.values())
    assert read_policy(platform="plan9") == NONE
