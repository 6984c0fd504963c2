"""A vault lies on a disk of this machine, in a folder that no other program copies; otherwise the reason is said."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from counsellor_desk.custody import drives
from counsellor_desk.custody.errors import (
    FolderFailed,
    FolderRemote,
    FolderSynced,
    KeyringFailed,
    KeyringForgets,
)
from counsellor_desk.custody.place import refuse_shared
from tests.custody.conftest import TROUBLES, Desk


def local(_folder: Path) -> str:
    """A disk of this machine."""
    return ""


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Omroep Noord", "OneDrive"),
        ("Dropbox (Personal)", "Dropbox"),
        ("Nextcloud", "Nextcloud"),
        ("ownCloud", "ownCloud"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive-iemand@example.org", "Google Drive"),
        ("iCloudDrive", "iCloud"),
        ("com~apple~CloudDocs", "iCloud"),
        ("CloudStorage", "CloudStorage"),
        ("Syncthing", "Syncthing"),
        ("MEGAsync", "MEGA"),
    ],
)
@pytest.mark.parametrize("below", ["", "werk/desk"])
def test_the_folder_of_a_service_is_known_by_its_name(tmp_path: Path, name: str, service: str, below: str) -> None:
    with pytest.raises(FolderSynced) as refusal:
        refuse_shared(tmp_path / name / below, kind_of_drive=local)

    assert refusal.value.params == {"service": service}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["desk", "onedriven", "my nextcloud notes", "dropboxes", "stack", "Box"])
def test_a_name_that_only_resembles_is_an_ordinary_folder(tmp_path: Path, name: str) -> None:
    refuse_shared(tmp_path / name, kind_of_drive=local)


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".dropbox", "Dropbox"),
        (".sync_9f2c31a07d11.db", "Nextcloud"),
        ("._sync_9f2c31a07d11.db", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".stfolder", "Syncthing"),
        (".tmp.drivedownload", "Google Drive"),
    ],
)
def test_the_folder_of_a_service_is_known_by_what_lies_in_it(tmp_path: Path, mark: str, service: str) -> None:
    (tmp_path / mark).touch()

    with pytest.raises(FolderSynced) as refusal:
        refuse_shared(tmp_path / "werk" / "desk", kind_of_drive=local)

    assert refusal.value.params == {"service": service}


def test_the_settings_of_a_service_in_a_home_mark_nothing(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()

    refuse_shared(tmp_path / "desk", kind_of_drive=local)


def test_a_link_into_a_synced_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "desk").mkdir(parents=True)
    (tmp_path / "desk").symlink_to(tmp_path / "Dropbox" / "desk")

    with pytest.raises(FolderSynced):
        refuse_shared(tmp_path / "desk", kind_of_drive=local)


def test_links_that_lead_in_a_circle_are_a_folder_that_fails(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")

    with pytest.raises(FolderFailed):
        refuse_shared(tmp_path / "a", kind_of_drive=local)


def test_a_folder_that_may_not_be_listed_has_no_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)

    refuse_shared(tmp_path, kind_of_drive=local)


def test_a_drive_that_does_not_answer_is_a_folder_that_fails(tmp_path: Path) -> None:
    def gone(_folder: Path) -> str:
        raise OSError(5, "no answer")

    with pytest.raises(FolderFailed) as refusal:
        refuse_shared(tmp_path, kind_of_drive=gone)

    assert refusal.value.params == {"errno": 5}


def test_a_network_share_is_refused_with_its_kind(tmp_path: Path) -> None:
    with pytest.raises(FolderRemote) as refusal:
        refuse_shared(tmp_path / "not there yet", kind_of_drive=lambda folder: "cifs" if folder == tmp_path else "")

    assert refusal.value.params == {"kind": "cifs"}


def test_the_disk_of_this_machine_is_fine(tmp_path: Path) -> None:
    refuse_shared(tmp_path, platform="linux")


@pytest.mark.parametrize("variable", ["OneDrive", "OneDriveCommercial", "APPDATA"])
def test_windows_tells_where_its_services_are(tmp_path: Path, variable: str) -> None:
    moved = {variable: str(tmp_path / "moved")}

    with pytest.raises(FolderSynced):
        refuse_shared(tmp_path / "moved" / "desk", platform="win32", environment=moved, kind_of_drive=local)
    refuse_shared(tmp_path / "desk", platform="win32", environment=moved, kind_of_drive=local)
    refuse_shared(tmp_path / "moved" / "desk", platform="linux", environment=moved, kind_of_drive=local)


MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /home/mi\\040a/share rw shared:2 - cifs //server/share rw
31 22 0:41 / /mnt/far rw - fuse.sshfs somebody@far: rw
32 22 0:42 / /mnt/near rw - fuse.gocryptfs inner rw
33 22 0:43 / /mnt/over rw - nfs4 server:/x rw
34 22 8:2 / /mnt/over rw - ext4 /dev/sdb1 rw
a line of another kind
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/mi a/share/desk", "cifs"),
        ("/home/mi a", ""),
        ("/mnt/far", "sshfs"),
        ("/mnt/near/x", ""),
        ("/mnt/over/x", ""),
        ("/srv", ""),
    ],
)
def test_linux_is_asked_by_its_table_of_mounts(tmp_path: Path, folder: str, kind: str) -> None:
    table = tmp_path / "mountinfo"
    table.write_text(MOUNTS)

    assert drives.of_linux(Path(folder), table) == kind


def test_a_system_without_a_table_of_mounts_tells_nothing(tmp_path: Path) -> None:
    assert drives.of_linux(tmp_path, tmp_path / "none") == ""


def test_a_folder_under_no_mount_that_is_told_counts_as_local(tmp_path: Path) -> None:
    table = tmp_path / "mountinfo"
    table.write_text("36 35 0:32 / /elsewhere rw - nfs server:/share rw\n")

    assert drives.of_linux(Path("/home/noor"), table) == ""


class Kernel:
    """The Windows API: the drive Z: is a share."""

    @property
    def kernel32(self) -> Kernel:
        return self

    def GetDriveTypeW(self, root: str) -> int:
        return 4 if root == "Z:\\" else 3


class DriveLetter:
    """A path as Windows has them."""

    def __init__(self, text: str, anchor: str) -> None:
        self.text, self.anchor = text, anchor

    def __str__(self) -> str:
        return self.text


@pytest.mark.parametrize(
    ("text", "anchor", "kind"),
    [
        ("\\\\server\\share\\desk", "\\\\server\\share\\", "UNC"),
        ("Z:\\desk", "Z:\\", "SMB"),
        ("C:\\desk", "C:\\", ""),
    ],
)
def test_windows_is_asked_by_the_drive(monkeypatch: pytest.MonkeyPatch, text: str, anchor: str, kind: str) -> None:
    monkeypatch.setattr(ctypes, "windll", Kernel(), raising=False)
    ask: Callable[[object], str] = drives.of_windows

    assert ask(DriveLetter(text, anchor)) == kind


class Library:
    """The C library of macOS: says one file system, or refuses."""

    def __init__(self, flags: int, answer: int = 0) -> None:
        self._flags, self._answer = flags, answer

    def statfs(self, path: bytes, into: Any) -> int:
        structure = into._obj
        structure.flags, structure.name = self._flags, b"smbfs"
        return self._answer


@pytest.mark.parametrize(
    ("library", "kind"), [(Library(0x1000), ""), (Library(0), "smbfs"), (Library(0, answer=-1), "")]
)
def test_macos_is_asked_by_the_file_system(monkeypatch: pytest.MonkeyPatch, library: Library, kind: str) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _: library)

    assert drives.of_macos(Path("/Volumes/share")) == kind


def test_the_answer_of_macos_has_the_size_its_headers_say() -> None:
    assert ctypes.sizeof(drives._StatFs) == 2168


def test_nothing_is_made_and_no_key_is_put_where_a_vault_may_not_lie(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "Dropbox" / "desk")

    with pytest.raises(FolderSynced):
        desk.custodian().try_out()

    assert desk.store.calls == []
    assert not desk.folder.exists()


def test_a_keyring_is_tried_out_and_left_as_it_was(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    desk.store.secrets["other"] = "kept"

    desk.custodian().try_out()

    assert desk.store.secrets == {"other": "kept"}
    assert not desk.folder.exists()


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_keyring_in_trouble_is_named_before_anything_is_made(tmp_path: Path, trouble: type[KeyringFailed]) -> None:
    desk = Desk(tmp_path / "desk")
    desk.store.trouble = trouble

    with pytest.raises(trouble):
        desk.custodian().try_out()

    assert not desk.folder.exists()


def _drops(desk: Desk) -> None:
    desk.store.forgets = True


def _says_something_else(desk: Desk) -> None:
    desk.store.echo = "something else"


@pytest.mark.parametrize("fault", [_drops, _says_something_else])
def test_a_keyring_that_forgets_is_not_relied_upon(tmp_path: Path, fault: Callable[[Desk], None]) -> None:
    desk = Desk(tmp_path / "desk")
    fault(desk)

    with pytest.raises(KeyringForgets):
        desk.custodian().try_out()
