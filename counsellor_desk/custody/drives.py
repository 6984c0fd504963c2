"""On what kind of drive a folder lies, as each system tells it: a disk of this machine, or another machine's.

Each reader takes a folder that exists. It gives the name of the network file system; empty is a disk of this machine.
"""

from __future__ import annotations

import ctypes
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path

# Source: the types as Linux and its FUSE file systems name them in mountinfo. The shares of virtual machines are
# among them: there too the other side may write, and locks do not reach it.
_REMOTE = frozenset(
    (
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "ncpfs",
        "afs",
        "ceph",
        "glusterfs",
        "lustre",
        "gfs2",
        "ocfs2",
        "9p",
        "virtiofs",
        "vboxsf",
        "prl_fs",
        "davfs",
        "coda",
    )
)
_REMOTE_FUSE = frozenset(
    (
        "sshfs",
        "rclone",
        "gvfsd-fuse",
        "davfs2",
        "glusterfs",
        "s3fs",
        "onedriver",
        "google-drive-ocamlfuse",
        "vmhgfs-fuse",
        "curlftpfs",
        "mfs",
        "kio-fuse",
        "pcloud.fs",
        "gcsfuse",
        "ceph-fuse",
    )
)
_ESCAPE = re.compile(r"\\([0-7]{3})")
_WINDOWS_REMOTE = 4  # DRIVE_REMOTE. Source: Windows API, GetDriveTypeW
_MAC_LOCAL = 0x1000  # MNT_LOCAL. Source: macOS, sys/mount.h


def of_linux(folder: Path, mounts: Path = Path("/proc/self/mountinfo")) -> str:
    """By the mount the folder lies under. Source: proc(5), mountinfo; a system without it tells nothing."""
    if not mounts.exists():
        return ""
    kinds: dict[Path, str] = {}
    for line in mounts.read_text("utf-8", "surrogateescape").splitlines():
        before, _, after = line.partition(" - ")
        fields, kind = before.split(" "), after.split(" ")[0]
        if len(fields) > 4 and kind:
            kinds[Path(_unescaped(fields[4]))] = kind  # of two mounts at one place the later one is seen
    kind = next((kinds[place] for place in (folder, *folder.parents) if place in kinds), "")
    remote = kind in _REMOTE or (kind.startswith("fuse.") and kind.removeprefix("fuse.") in _REMOTE_FUSE)
    return kind.removeprefix("fuse.") if remote else ""


def of_windows(folder: Path) -> str:
    """By its name (a share has no drive letter), then by what Windows says about the drive."""
    if str(folder).startswith("\\\\"):
        return "UNC"
    kernel = vars(ctypes)["windll"].kernel32  # there on Windows only
    return "SMB" if kernel.GetDriveTypeW(folder.anchor) == _WINDOWS_REMOTE else ""


class _StatFs(ctypes.Structure):
    """What macOS tells about the file system of a path. Source: macOS, statfs(2), with 64-bit inodes."""

    _fields_ = (
        ("sizes", ctypes.c_uint32 * 2),
        ("counts", ctypes.c_uint64 * 5),
        ("id_and_owner", ctypes.c_uint32 * 3),
        ("type", ctypes.c_uint32),
        ("flags", ctypes.c_uint32),
        ("subtype", ctypes.c_uint32),
        ("name", ctypes.c_char * 16),
        ("mounted_on", ctypes.c_char * 1024),
        ("mounted_from", ctypes.c_char * 1024),
        ("reserved", ctypes.c_uint32 * 8),
    )


def of_macos(folder: Path) -> str:
    """By the flag that macOS sets on every file system of this machine; what it does not tell is taken as local."""
    library = ctypes.CDLL(None)
    ask = getattr(library, "statfs$INODE64", None) or library.statfs
    answer = _StatFs()
    if ask(os.fsencode(folder), ctypes.byref(answer)) != 0 or answer.flags & _MAC_LOCAL:
        return ""
    return str(answer.name.decode("ascii", "replace"))


def _unescaped(path: str) -> str:
    """Spaces and the like stand as three octal digits."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 8)), path)


READERS: Mapping[str, Callable[[Path], str]] = {"win32": of_windows, "darwin": of_macos}
