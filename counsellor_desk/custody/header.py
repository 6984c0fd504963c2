"""The small file beside the vault that says where its key is. It holds nothing of any case, and no secret."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from counsellor_desk.custody.errors import HeaderDamaged, HeaderMissing, HeaderTooNew
from counsellor_desk.custody.files import read_object, read_text, write_text

FORMAT = 1

_VAULT_ID = re.compile(r"[0-9a-f]{32}")
_FINGERPRINT = re.compile(r"[0-9A-HJKMNP-TV-Z]{8}")


class Mode(StrEnum):
    """What opens the vault besides an unlocked session."""

    PASSPHRASE = "passphrase"
    KEYRING = "keyring"


class Slot(StrEnum):
    """The two names a key can have in the keyring, so that a new one is proved before the old one goes."""

    A = "a"
    B = "b"

    @property
    def other(self) -> Slot:
        """The one not in use."""
        return Slot.B if self is Slot.A else Slot.A


@dataclass(frozen=True, slots=True)
class KeySheet:
    """A recovery sheet: the fingerprint of the key on it, and the local day it was made."""

    fingerprint: str
    made_on: date


@dataclass(frozen=True, slots=True)
class Header:
    """Where the key of one vault is.

    While the key is being changed ``coming`` is the sheet of the new one, whose item lies proven in the other slot;
    whether the vault has it already is for the vault to say. ``former`` are the sheets of keys it had, newest first.

    ``sheet_date`` is the local day the recovery sheet was made. ``retire`` says that the other slot may hold an item
    that is not relied upon, older or unfinished, to be deleted when the keyring lets us. ``settled`` turns true once
    the vault file itself was made: before that the header is the trace of an unfinished set-up.
    """

    vault_id: str
    backend: str
    mode: Mode
    slot: Slot
    fingerprint: str
    sheet_date: date
    retire: bool = False
    settled: bool = False
    coming: KeySheet | None = None
    former: tuple[KeySheet, ...] = ()

    @property
    def sheet(self) -> KeySheet:
        """The sheet of the key in the slot."""
        return KeySheet(self.fingerprint, self.sheet_date)


def read(path: Path) -> Header:
    """The header in the file.

    Raises: HeaderMissing, HeaderDamaged, HeaderTooNew, FolderFailed.
    """
    text = read_text(path)
    if text is None:
        raise HeaderMissing()
    try:
        return _parse(read_object(text))
    except (KeyError, TypeError, ValueError) as error:
        raise HeaderDamaged() from error


def write(path: Path, header: Header) -> None:
    """Put the header in place of what is there, whole.

    Raises: FolderFailed.
    """
    fields = {"format": FORMAT, **asdict(header)}
    write_text(path, json.dumps(fields, indent=1, default=date.isoformat) + "\n")


def _parse(fields: dict[str, object]) -> Header:
    number = fields["format"]
    if isinstance(number, int) and number > FORMAT:
        raise HeaderTooNew()
    if number != FORMAT:
        raise ValueError("no format of ours")
    return Header(
        vault_id=_matching(_VAULT_ID, fields["vault_id"]),
        backend=_text(fields["backend"]),
        mode=Mode(_text(fields["mode"])),
        slot=Slot(_text(fields["slot"])),
        fingerprint=_matching(_FINGERPRINT, fields["fingerprint"]),
        sheet_date=date.fromisoformat(_text(fields["sheet_date"])),
        retire=_flag(fields["retire"]),
        settled=_flag(fields["settled"]),
        coming=_sheet(fields["coming"]) if fields.get("coming") is not None else None,
        former=tuple(_sheet(sheet) for sheet in _list(fields.get("former", []))),
    )


def _sheet(value: object) -> KeySheet:
    if not isinstance(value, dict):
        raise TypeError("not a sheet")
    return KeySheet(_matching(_FINGERPRINT, value["fingerprint"]), date.fromisoformat(_text(value["made_on"])))


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError("not a list")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _matching(pattern: re.Pattern[str], value: object) -> str:
    text = _text(value)
    if pattern.fullmatch(text) is None:
        raise ValueError("not the form it should have")
    return text


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("not yes or no")
    return value
