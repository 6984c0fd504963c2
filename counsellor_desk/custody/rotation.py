"""How the header changes when a vault gets another key. Pure: what is written where, and when, is the custodian's.

The order of a change, so that a kill at any moment leaves a vault that opens:
1. the new key's item is put into the other slot, read back and opened;
2. the header announces it;
3. a whole copy of the vault under the new key takes the place of the file, by one rename;
4. the header names the other slot, and remembers the old sheet;
5. the old item goes.
Between 2 and 4 the file itself says which of the two keys it has.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from counsellor_desk.custody.header import Header, KeySheet

MOST_FORMER = 20  # the header stays well below what is read of a small file


def announced(found: Header, fingerprint: str, today: date) -> Header:
    """The other slot holds the key the vault is about to have."""
    return replace(found, coming=KeySheet(fingerprint, today), retire=False)


def completed(found: Header) -> Header:
    """The vault has the key that was coming; the other item may go. Without one coming nothing changes."""
    if found.coming is None:
        return found
    return replace(owned_by(found, found.coming), slot=found.slot.other, retire=True)


def withdrawn(found: Header) -> Header:
    """The vault has the key it had; the item of the one that was coming may go."""
    return found if found.coming is None else replace(found, coming=None, retire=True)


def known(found: Header, fingerprint: str) -> KeySheet | None:
    """The sheet with this fingerprint: that of the key in use, of the one coming, or of one before."""
    sheets = (found.sheet, *((found.coming,) if found.coming else ()), *found.former)
    return next((sheet for sheet in sheets if sheet.fingerprint == fingerprint), None)


def given_up_on(found: Header, sheet: KeySheet) -> date:
    """The day the key of ``sheet`` was followed by another: backups from before it still need that sheet."""
    in_turn: list[KeySheet] = [*((found.coming,) if found.coming else ()), found.sheet, *found.former]
    return in_turn[in_turn.index(sheet) - 1].made_on


def owned_by(found: Header, sheet: KeySheet) -> Header:
    """The vault has the key of ``sheet``, and those it had are former ones."""
    if sheet == found.sheet:
        return found
    former = (found.sheet, *(one for one in found.former if one != sheet))
    return replace(
        found, fingerprint=sheet.fingerprint, sheet_date=sheet.made_on, coming=None, former=former[:MOST_FORMER]
    )
