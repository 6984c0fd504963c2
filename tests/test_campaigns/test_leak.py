"""The short form of the campaign of leaks, and that it sees a leak."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.campaigns import leak
from tests.campaigns._report import Length
from tests.campaigns._traces import ALLOWED, opened_for_writing, sockets, unexpected

in_a_session = [pytest.mark.x11, pytest.mark.os_keyring, pytest.mark.timeout(900)]


class TestInASession:
    """With the real program in a real window."""

    pytestmark = in_a_session

    def test_a_day_leaves_nothing_outside_the_vault(self) -> None:
        assert leak.main(["--count", "1"]) == 0

    @pytest.mark.parametrize(
        ("fault", "seen"), [("temp", leak.UNEXPECTED), ("report", leak.HITS), ("socket", leak.INTERNET)]
    )
    def test_a_leak_is_found_out(self, fault: str, seen: str) -> None:
        report = leak.run(Length(1, seed=2), fault=fault)

        assert report.figures[seen]
        assert report.figures[leak.BROKEN] == 0
        assert report.finish() == 1


def test_at_most_twelve_kinds_of_files_are_allowed() -> None:
    assert len(ALLOWED) <= 12


@pytest.mark.parametrize(
    "call",
    [
        '7 openat(AT_FDCWD, "/run/x/note", O_WRONLY|O_CREAT|O_TRUNC|O_CLOEXEC, 0666) = 3',
        '7 openat(AT_FDCWD, "/run/x/note", O_RDWR) = 3',
        '7 mkdir("/run/x/note", 0777) = 0',
        '7 rename("/run/x/other", "/run/x/note") = 0',
        '7 renameat2(AT_FDCWD, "/run/x/other", AT_FDCWD, "/run/x/note", 0) = 0',
        '7 symlink("somewhere", "/run/x/note") = 0',
        '7 creat("/run/x/note", 0666) = 3',
    ],
)
def test_a_file_that_is_written_made_or_renamed_is_seen(call: str) -> None:
    assert opened_for_writing(call) == {"/run/x/note"}


@pytest.mark.parametrize(
    "call",
    [
        '7 openat(AT_FDCWD, "/run/x/note", O_RDONLY|O_CLOEXEC) = 3',
        '7 openat(AT_FDCWD, "/run/x/note", O_RDWR|O_CREAT, 0666) = -1 EACCES (Permission denied)',
    ],
)
def test_a_file_that_is_only_read_or_refused_is_none(call: str) -> None:
    assert opened_for_writing(call) == set()


def test_what_is_not_on_the_list_is_a_stranger(tmp_path: Path) -> None:
    kinds, strangers = unexpected(
        [f"{tmp_path}/home/.local/share/counsellor-desk/desk.vault-wal", "/dev/null", f"{tmp_path}/tmp/note.txt"],
        tmp_path,
    )

    assert kinds == {"the vault and its journal"}
    assert strangers == ["tmp/note.txt"]


def test_a_day_in_a_folder_among_devices_is_watched_all_the_same() -> None:
    folder = Path("/dev/shm/desk")

    kinds, strangers = unexpected([f"{folder}/out/report.csv", f"{folder}/tmp/note", "/dev/null"], folder)

    assert (kinds, strangers) == ({"the reports"}, ["tmp/note"])


def test_only_sockets_of_the_internet_are_counted() -> None:
    calls = "7 socket(AF_UNIX, SOCK_STREAM, 0) = 3\n7 socket(AF_INET6, SOCK_DGRAM, 0) = 4"

    assert sockets(calls) == ["socket(AF_INET6, SOCK_DGRAM, 0) = 4"]
