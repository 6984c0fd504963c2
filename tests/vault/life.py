"""An office from day to day: the desk is opened, worked in and closed, at the hours its clock says."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from counsellor_desk.casework.activities import keep_organisation
from counsellor_desk.casework.destroying import expire_memory_aids
from counsellor_desk.casework.drafts import CaseStart, NoteDraft
from counsellor_desk.casework.intake import open_case
from counsellor_desk.casework.model import Answer, CaseFile, Note, NoteClass, Organisation, OrganisationId
from counsellor_desk.casework.notes import write_note
from counsellor_desk.codebook import Codebook
from counsellor_desk.custody.office_key import OfficeKey
from counsellor_desk.errors import DeskError
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import SECTOR
from counsellor_desk.vault.backups.backups import VaultBackups
from counsellor_desk.vault.vault import BackupPlan, OpenVault, create_vault, open_vault
from tests.figures.published import publish
from tests.support import FakeClock
from tests.vault.backups.conftest import keeper_of, write


class Life:
    """``vault`` is open, but for the nights between the days of ``work``."""

    def __init__(self, folder: Path, key: bytes, clock: FakeClock, codebook: Codebook) -> None:
        self.home = folder / "backups"
        self.clock = clock
        self.path = folder / "desk.vault"
        self._codebook = codebook
        self._key = key
        self._plan = BackupPlan(self.home, clock.now)
        self.vault = create_vault(
            self.path, key, practice=False, today=clock.today(), office_key=OfficeKey, backup_plan=self._plan
        )
        keep_organisation(self.vault.book, codebook, Organisation(OrganisationId(0), "Omroep", "K.OMR", "W.250"))

    @property
    def keeper(self) -> VaultBackups:
        """Who keeps the backups."""
        return keeper_of(self.vault)

    def reopen(self, moment: datetime | None = None) -> OpenVault:
        """Lock, and open again when the clock says ``moment``, with all that the desk does by itself then."""
        self.vault.close()
        if moment is not None:
            self.clock.set(moment)
        self.vault = open_vault(self.path, self._key, practice=False, office_key=OfficeKey, backup_plan=self._plan)
        with suppress(DeskError):
            expire_memory_aids(self.vault.book, self.clock.today())
        while self.keeper.chore() is not None:
            pass
        return self.vault

    def work(self, days: int, each: Callable[[], object] = lambda: None) -> None:
        """So many working days: open, write, do ``each``, and lock."""
        for _ in range(days):
            self.reopen()
            write(self.vault, f"words of {self.clock.now()}")
            each()
            self.vault.close()
            self.clock.advance(days=3 if self.clock.today().weekday() == 4 else 1)

    def start_case(self, **fields: object) -> CaseFile:
        """A case that came in today and may be counted."""
        start = replace(CaseStart(consent_to_count=Answer.YES), **fields)
        return open_case(self.vault.book, self._codebook, start, self.clock.today())

    def jot(self, case: CaseFile) -> Note:
        """A memory aid."""
        return write_note(self.vault.book, case.id, NoteDraft("even onthouden", NoteClass.AID), self.clock.now())

    def publish(self, period: str | Period) -> None:
        """Publish ``period`` for the sector, today."""
        vault, asked = self.vault, period if isinstance(period, Period) else Period.parse(period)
        publish(vault.facts, vault.ledger, self._codebook, asked, SECTOR, self.clock.today())

    def aids(self) -> set[int]:
        """The memory aids that are there."""
        return {row[0] for row in self.vault.session.rows("SELECT id FROM note WHERE note_class = 'AID'")}

    def days_backed_up(self) -> set[str]:
        """The days the names of all backups within reach speak of."""
        return {copy.at.date().isoformat() for copy in self.keeper.overview().copies}
