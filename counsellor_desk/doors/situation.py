"""What the desk finds when it starts, told by what lies in the folder."""

from __future__ import annotations

from pathlib import Path

from counsellor_desk.custody.presence import Presence, presence_in
from counsellor_desk.office import Situation

_SITUATIONS = {
    Presence.NONE: Situation.FIRST_RUN,
    Presence.SEALED: Situation.NEEDS_PASSPHRASE,
    Presence.KEYRING_ONLY: Situation.KEYRING_ONLY,
    Presence.VAULT_WITHOUT_HEADER: Situation.NEEDS_SHEET,
    Presence.HEADER_DAMAGED: Situation.HEADER_DAMAGED,
    Presence.HEADER_TOO_NEW: Situation.HEADER_TOO_NEW,
    Presence.HEADER_WITHOUT_VAULT: Situation.VAULT_GONE,
}


def situation_in(folder: Path) -> Situation:
    """What lies in ``folder``, by its files alone. Raises: FolderFailed when it does not let us look."""
    return _SITUATIONS[presence_in(folder)]
