"""The door into the practice vault, whose key is in memory only."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from counsellor_desk.bundle import resource
from counsellor_desk.codebook import Codebook
from counsellor_desk.custody import sheet
from counsellor_desk.custody.office_key import OfficeKey
from counsellor_desk.custody.presence import VAULT_FILE
from counsellor_desk.custody.sheet import KEY_BYTES
from counsellor_desk.errors import DeskError
from counsellor_desk.office import Arrival, Office, SetUp, SheetCheck, SheetMark, Situation


class PracticeDoor:
    """The door to a practice vault: made afresh each time, its key in memory only, its folder gone at the end."""

    def __init__(
        self,
        folder: Path,
        codebook: Callable[[], Codebook],
        today: Callable[[], date],
        situation: Situation = Situation.PRACTICE,
        *,
        prepare: Callable[[Office], None] | None = None,
    ) -> None:
        self._folder = folder
        self._codebook = codebook
        self._today = today
        self._situation = situation
        self._prepare = prepare
        self._mine: Path | None = None

    @property
    def passphrase_required(self) -> bool:
        """False: nothing of a practice is kept, so nothing has to be protected."""
        return False

    def situation(self) -> Situation:
        """As it was made with: practice, which opens at once, or a locked desk."""
        return self._situation

    def unlock(self, passphrase: str = "", accepted: str = "") -> Office:
        """A new practice vault, filled; no passphrase is asked."""
        del passphrase, accepted
        return self._fresh()

    def prepare_set_up(self) -> None:
        """A practice vault can be kept anywhere."""

    def begin_set_up(self) -> SetUp:
        """A sheet to practise with; it opens nothing."""
        key = secrets.token_bytes(KEY_BYTES)
        return SetUp(sheet.encode(key), sheet.fingerprint(key), token=key)

    def check_group(self, set_up: SetUp, number: int, typed: str) -> bool:
        """Whether ``typed`` is group ``number`` (the first is 1) of this sheet."""
        return sheet.normalised(typed) == set_up.groups[number - 1]

    def finish_set_up(self, set_up: SetUp, passphrase: str | None, typed: Sequence[str]) -> Office:
        """A new practice vault; what was typed opens nothing."""
        del set_up, passphrase, typed
        return self._fresh()

    def check_passphrase(self, passphrase: str | None) -> None:
        """Accept any: a practice has no passphrase."""

    def change_passphrase(self, old: str | None, new: str | None) -> None:
        """Change nothing: a practice has no passphrase."""

    def begin_key_change(self, passphrase: str | None) -> SetUp:
        """A sheet to practise with; it opens nothing."""
        del passphrase
        return self.begin_set_up()

    def change_key(self, office: Office, set_up: SetUp, passphrase: str | None, typed: Sequence[str]) -> None:
        """The next practice vault has another key in any case."""
        del set_up, passphrase, typed
        office.close()

    def arrival(self) -> Arrival | None:
        """None: a practice begins with its own cases."""
        return None

    def open_with_sheet(self, typed: Sequence[str], passphrase: str | None) -> Office:
        """A new practice vault; what was typed opens nothing."""
        del passphrase, typed
        return self._fresh()

    def remark(self) -> DeskError | None:
        """None: the opening of a practice leaves nothing to say."""
        return None

    def sheet_check(self) -> SheetCheck | None:
        """None: its key is on no paper."""
        return None

    def sheet_mark(self) -> SheetMark | None:
        """None: its key is on no paper."""
        return None

    def leave(self) -> None:
        """Remove what this process made; the key dies with the process."""
        if self._mine is not None:
            shutil.rmtree(self._mine, ignore_errors=True)

    def _fresh(self) -> Office:
        from counsellor_desk.practice.fill import fill
        from counsellor_desk.vault.vault import create_vault

        for left in self._folder.glob("practice-*"):
            _remove_if_forsaken(left)
        self._mine = self._folder / f"practice-{secrets.token_hex(8)}"
        office = create_vault(
            self._mine / VAULT_FILE,
            secrets.token_bytes(KEY_BYTES),
            practice=True,
            today=self._today(),
            office_key=OfficeKey,
        )
        fill(office.book, self._codebook(), resource("practice", "notes.toml"), self._today())
        if self._prepare is not None:
            self._prepare(office)
        return office


def _remove_if_forsaken(folder: Path) -> None:
    """Remove a practice vault that nobody holds open: its key died with its process, it is only noise."""
    from counsellor_desk.vault.faults import VaultBusy
    from counsellor_desk.vault.vault import open_vault

    try:
        open_vault(folder / VAULT_FILE, secrets.token_bytes(KEY_BYTES), practice=True).close()
    except VaultBusy:
        return
    except DeskError:
        shutil.rmtree(folder, ignore_errors=True)
