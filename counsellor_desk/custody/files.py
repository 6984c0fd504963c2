"""Small files beside the vault: read, and written whole or not at all."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from pathlib import Path

from counsellor_desk import folders
from counsellor_desk.custody.errors import FolderFailed

_MOST = 4096  # bytes; ours are far smaller, and a foreign file must not fill the memory


def is_there(path: Path) -> bool:
    """Whether anything has this name, even a link to a drive that is not mounted.

    Raises: FolderFailed when the folder does not let us look: not knowing is not the same as "nothing there".
    """
    with _folder_trouble():
        try:
            path.lstat()
        except FileNotFoundError:
            return False
        return True


def read_text(path: Path) -> str | None:
    """The text of a small file, or None if there is none. What is not UTF-8 comes back as replacement characters.

    Raises: FolderFailed.
    """
    with _folder_trouble():
        try:
            with path.open("rb") as file:
                return file.read(_MOST).decode(errors="replace")
        except FileNotFoundError:
            return None


def write_text(path: Path, text: str) -> None:
    """Put ``text`` at ``path`` for the owner only: after a power cut either the old or the new text is there. What is
    refused is not in force, also where only the keeping of the name failed.

    Raises: FolderFailed.
    """
    temporary = path.with_name(path.name + ".new")
    with _folder_trouble():
        temporary.unlink(missing_ok=True)
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        with _or_as_it_was(path):
            temporary.replace(path)
            folders.keep_names(path.parent)


@contextlib.contextmanager
def _or_as_it_was(path: Path) -> Iterator[None]:
    """The file at ``path`` has a second name meanwhile, from which it comes back without a byte to be written."""
    former = path.with_name(path.name + ".old")
    former.unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # there is none yet, or the file system has no second names
        os.link(path, former)
    try:
        yield
    except OSError:
        with contextlib.suppress(OSError):
            former.replace(path)
        raise
    finally:
        with contextlib.suppress(OSError):
            former.unlink(missing_ok=True)


def remove(path: Path) -> None:
    """Make sure nothing has this name.

    Raises: FolderFailed.
    """
    with _folder_trouble():
        path.unlink(missing_ok=True)


def set_aside(path: Path) -> None:
    """Rename a file that cannot be understood, so that nothing is lost when a new one takes its place.

    Raises: FolderFailed.
    """
    with _folder_trouble():
        number = 1
        while is_there(aside := path.with_name(f"{path.name}.damaged-{number}")):
            number += 1
        path.rename(aside)


def private_folder(path: Path) -> None:
    """Make sure the folder is there, for its owner only if it is new.

    Raises: FolderFailed.
    """
    with _folder_trouble():
        folders.private_folder(path)


def read_object(text: str) -> dict[str, object]:
    """The fields of a JSON object.

    Raises: ValueError for anything else.
    """
    try:
        fields: object = json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(fields, dict):
        raise ValueError("not an object")
    return fields


@contextlib.contextmanager
def _folder_trouble() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FolderFailed(errno=error.errno or 0) from error
