"""Files that appear whole or not at all, under names that tell nothing."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import count, islice
from pathlib import Path
from typing import Final

from counsellor_desk.figures.release import Release
from counsellor_desk.folders import keep_names
from counsellor_desk.reports.errors import ExportFailed

_MOST_COPIES: Final = 99
_NO_SPACE: Final = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_NOT_WRITABLE: Final = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_FOLDER: Final = {errno.ENOENT, errno.ENOTDIR}

FilesOf = Callable[[str], Mapping[str, bytes]]


def stem(release: Release) -> str:
    """The common part of the file names: period and audience, an organisation by its number only; a correction by
    its own number, so that nobody takes it for the report it replaces."""
    correction = f"-correction-{release.number}" if release.corrections.replaces else ""
    return f"figures-{release.period}-{release.audience.key.replace(':', '-')}{correction}"


def make_ready(folder: Path) -> None:
    """Make ``folder``, with those around it, and try whether a file can be written there. Raises: ExportFailed."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write_passing(b"", folder).unlink()
    except OSError as fault:
        raise ExportFailed(reason=_reason(fault)) from fault


def export(release: Release, files_of: FilesOf, folder: Path) -> tuple[Path, ...]:
    """Write the files of a published release; gives their paths.

    ``files_of`` gives name -> bytes for a stem. Files that are there already and equal are left as they are; if
    another file has one of the names, all get a number ("figures-2026Q3-sector_2.pdf"): nothing is overwritten.

    Raises: ExportFailed; then no file of this export is there, not even in part.
    """
    if release.published_on is None:
        raise ExportFailed(reason="not_published")
    try:
        files = _free(files_of, stem(release), folder)
        _write_missing({name: data for name, data in files.items() if not (folder / name).exists()}, folder)
    except OSError as fault:
        raise ExportFailed(reason=_reason(fault)) from fault
    return tuple(folder / name for name in files)


def overwrite(files: Mapping[str, bytes], folder: Path) -> tuple[Path, ...]:
    """Put ``files`` (name -> bytes) into ``folder``, each for its owner only; gives their paths.

    A file of the same name is replaced: each name holds the old or the new file whole, whenever the power goes.
    Raises: ExportFailed.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any((folder / name).is_dir() for name in files):
            raise ExportFailed(reason="names_taken")
        passing: dict[str, Path] = {}
        try:
            for name, data in files.items():
                passing[name] = _write_passing(data, folder)
            for name, path in passing.items():
                path.replace(folder / name)
        finally:
            for path in passing.values():
                path.unlink(missing_ok=True)
        keep_names(folder)
    except OSError as fault:
        raise ExportFailed(reason=_reason(fault)) from fault
    return tuple(folder / name for name in files)


def _free(files_of: FilesOf, name: str, folder: Path) -> Mapping[str, bytes]:
    """The files under the first numbered name that no different file has."""
    for number in islice(count(1), _MOST_COPIES):
        files = files_of(name if number == 1 else f"{name}_{number}")
        if all(_is_free(folder / file, data) for file, data in files.items()):
            return files
    raise ExportFailed(reason="names_taken")


def _is_free(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except FileNotFoundError:
        return True
    except IsADirectoryError:
        return False


def _write_missing(files: Mapping[str, bytes], folder: Path) -> None:
    """First every file whole under a passing name, then all the renames."""
    passing: dict[str, Path] = {}
    placed: list[Path] = []
    try:
        for name, data in files.items():
            passing[name] = _write_passing(data, folder)
        for name, path in passing.items():
            path.rename(folder / name)
            placed.append(folder / name)
        keep_names(folder)
    except BaseException:
        for path in (*passing.values(), *placed):
            with suppress(OSError):
                path.unlink(missing_ok=True)
        raise


def _write_passing(data: bytes, folder: Path) -> Path:
    """A new file in ``folder`` that only its owner can read, on the disk when this returns."""
    handle, name = tempfile.mkstemp(prefix=".figures-", suffix=".part", dir=folder)
    path = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise
    return path


def _reason(fault: OSError) -> str:
    for reason, numbers in (("no_space", _NO_SPACE), ("not_writable", _NOT_WRITABLE), ("no_folder", _NO_FOLDER)):
        if fault.errno in numbers:
            return reason
    return "io"
