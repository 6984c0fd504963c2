"""A small file is there whole or not at all, and trouble with its folder has a name."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from counsellor_desk import folders
from counsellor_desk.custody import files
from counsellor_desk.custody.errors import FolderFailed


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077], ids=oct)
def test_a_file_is_for_the_owner_whatever_the_mask(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        files.private_folder(tmp_path / "a" / "b")
        files.write_text(tmp_path / "small", "text")
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "small").stat().st_mode) & ~0o600 == 0
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) & ~0o700 == 0


def test_what_a_crash_left_half_written_is_not_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "small.new").write_text("half of")

    files.write_text(tmp_path / "small", "text")

    assert files.read_text(tmp_path / "small") == "text"
    assert [path.name for path in tmp_path.iterdir()] == ["small"]


def test_a_name_that_leads_elsewhere_is_replaced_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("theirs")
    (tmp_path / "small").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "small.new").symlink_to(tmp_path / "elsewhere")

    files.write_text(tmp_path / "small", "ours")

    assert (tmp_path / "elsewhere").read_text() == "theirs"
    assert files.read_text(tmp_path / "small") == "ours"


def test_where_folders_cannot_be_opened_a_file_is_still_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", flushed.append)
    monkeypatch.setattr(sys, "platform", "win32")

    files.write_text(tmp_path / "small", "text")

    assert files.read_text(tmp_path / "small") == "text"
    assert len(flushed) == 1


def test_a_disk_that_is_full_keeps_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files.write_text(tmp_path / "small", "old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FolderFailed) as caught:
        files.write_text(tmp_path / "small", "new")

    assert caught.value.params == {"errno": 28}
    assert files.read_text(tmp_path / "small") == "old"


@pytest.mark.parametrize("work", [files.is_there, files.read_text, files.remove, files.private_folder])
def test_trouble_with_the_folder_is_a_named_state(tmp_path: Path, work: Callable[[Path], object]) -> None:
    (tmp_path / "file").write_text("no folder")

    with pytest.raises(FolderFailed) as caught:
        work(tmp_path / "file" / "small")

    assert caught.value.params["errno"]


def _never_kept(_folder: Path) -> None:
    raise OSError(errno.EIO, "no name is kept on this disk")


def test_what_is_refused_is_not_in_force_where_only_its_name_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.write_text(tmp_path / "small", "old")
    monkeypatch.setattr(folders, "keep_names", _never_kept)

    with pytest.raises(FolderFailed):
        files.write_text(tmp_path / "small", "new")

    assert files.read_text(tmp_path / "small") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["small"]


def test_a_file_system_without_second_names_keeps_one_of_the_two_texts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_names: Path) -> None:
        raise OSError(errno.EPERM, "one name each")

    monkeypatch.setattr(os, "link", refuse)
    files.write_text(tmp_path / "small", "old")
    files.write_text(tmp_path / "small", "newer")
    assert files.read_text(tmp_path / "small") == "newer"
    monkeypatch.setattr(folders, "keep_names", _never_kept)

    with pytest.raises(FolderFailed):
        files.write_text(tmp_path / "small", "newest")

    assert files.read_text(tmp_path / "small") in ("newer", "newest")
