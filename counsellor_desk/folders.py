"""Folders and names that survive a power cut."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def private_folder(folder: Path) -> None:
    """Make sure ``folder`` is there. One that is new is its owner's only, whatever the umask says."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True)
        folder.chmod(0o700)


def keep_names(folder: Path) -> None:
    """Make new names in ``folder`` survive a power cut; Windows keeps them by itself and cannot open a folder."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
