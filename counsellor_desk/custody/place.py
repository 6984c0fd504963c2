"""Where a vault may not lie: in a folder that another program copies elsewhere, or on a network share.

A vault in use is three files that belong together (the file, its journal, its index). A program that copies them one
by one to other machines takes halves of it, and puts halves back; and over a network neither the lock nor the write
that a journal relies upon is what it is on a disk.
Source: SQLite, "How To Corrupt An SQLite Database File" (sections 2.1 and 2.3) and "Write-Ahead Logging" (all
processes on the same host).
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from counsellor_desk.custody import drives
from counsellor_desk.custody.errors import FolderFailed, FolderRemote, FolderSynced

# How the folders of these services are called, alone or followed by a space, a dash, a dot or a bracket and more
# ("OneDrive - Omroep Noord", "Dropbox (Personal)", "GoogleDrive-name@example.org").
_NAMES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud": "iCloud",
    "iclouddrive": "iCloud",
    "icloud drive": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "cloudstorage": "CloudStorage",
    "pclouddrive": "pCloud",
    "pcloud drive": "pCloud",
    "megasync": "MEGA",
    "box sync": "Box",
    "syncthing": "Syncthing",
    "seafile": "Seafile",
    "proton drive": "Proton Drive",
    "tresorit": "Tresorit",
    "stackdrive": "STACK",
}
# What these services leave in the folder they copy, however it is called.
_MARKS: tuple[tuple[str, str], ...] = (
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".sync_*.db", "Nextcloud"),
    ("._sync_*.db", "Nextcloud"),
    (".stfolder", "Syncthing"),
    (".tmp.drivedownload", "Google Drive"),
    (".tmp.driveupload", "Google Drive"),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
)
# Where Windows tells the folder of a service, and its own roaming profile, which travels to the server at log-off.
_VARIABLES = {
    "OneDrive": "OneDrive",
    "OneDriveCommercial": "OneDrive",
    "OneDriveConsumer": "OneDrive",
    "APPDATA": "Windows roaming profile",
}
_SERVICE = re.compile("(" + "|".join(sorted(map(re.escape, _NAMES), key=len, reverse=True)) + r")(?:[ \-._(].*)?")


def refuse_shared(
    folder: Path,
    *,
    platform: str = sys.platform,
    environment: Mapping[str, str] = os.environ,
    kind_of_drive: Callable[[Path], str] | None = None,
) -> None:
    """Accept a folder on a disk of this machine, or say why not. Links are followed; nothing is written.

    ``kind_of_drive`` names the network file system a folder lies on, empty for a disk of this machine.

    Raises: FolderSynced, FolderRemote, FolderFailed when the folder does not let us look.
    """
    try:
        real = folder.resolve()
        there = next(place for place in (real, *real.parents) if place.exists())
        service = _service(real, there, environment if platform == "win32" else {})
        drive = (kind_of_drive or drives.READERS.get(platform, drives.of_linux))(there)
    except (OSError, RuntimeError) as error:  # RuntimeError: links that lead in a circle
        raise FolderFailed(errno=getattr(error, "errno", None) or 0) from error
    if service:
        raise FolderSynced(service=service)
    if drive:
        raise FolderRemote(kind=drive)


def _service(real: Path, there: Path, environment: Mapping[str, str]) -> str:
    """The service that copies the folder, or empty."""
    return next(chain(_by_name(real), _by_variable(real, environment), _by_mark(there)), "")


def _by_name(real: Path) -> Iterator[str]:
    for part in real.parts:
        found = _SERVICE.fullmatch(part.casefold())
        if found is not None:
            yield _NAMES[found[1]]


def _by_variable(real: Path, environment: Mapping[str, str]) -> Iterator[str]:
    for name, service in _VARIABLES.items():
        root = environment.get(name)
        if root and real.is_relative_to(Path(root).resolve()):
            yield service


def _by_mark(there: Path) -> Iterator[str]:
    for place in (there, *there.parents):
        for mark, service in _MARKS:
            if os.access(place, os.R_OK) and any(_is_mark(found) for found in place.glob(mark)):
                yield service


def _is_mark(found: Path) -> bool:
    """The folder .dropbox in somebody's home is where that program keeps its settings, and marks nothing."""
    return found.name != ".dropbox" or found.is_file()
