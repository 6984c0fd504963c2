"""What lies in the folder of a vault, before anything of its key is asked."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from counsellor_desk.custody import files, header
from counsellor_desk.custody.errors import HeaderDamaged, HeaderMissing, HeaderTooNew
from counsellor_desk.custody.header import Mode

VAULT_FILE = "desk.vault"
HEADER_FILE = "desk.json"


class Presence(StrEnum):
    """What lies in the folder. Decided by files alone: a keyring without a key never means "first run"."""

    NONE = "none"
    SEALED = "sealed"
    KEYRING_ONLY = "keyring_only"
    VAULT_WITHOUT_HEADER = "vault_without_header"
    HEADER_WITHOUT_VAULT = "header_without_vault"
    HEADER_DAMAGED = "header_damaged"
    HEADER_TOO_NEW = "header_too_new"


def presence_in(folder: Path) -> Presence:
    """What lies in ``folder``. The trace of a set-up that never made its vault is nothing.

    Raises: FolderFailed when the folder does not let us look.
    """
    vault = files.is_there(folder / VAULT_FILE)
    try:
        found = header.read(folder / HEADER_FILE)
    except HeaderMissing:
        return Presence.VAULT_WITHOUT_HEADER if vault else Presence.NONE
    except HeaderDamaged:
        return Presence.HEADER_DAMAGED
    except HeaderTooNew:
        return Presence.HEADER_TOO_NEW
    if not vault:
        return Presence.HEADER_WITHOUT_VAULT if found.settled else Presence.NONE
    return Presence.SEALED if found.mode is Mode.PASSPHRASE else Presence.KEYRING_ONLY
