"""What casework asks of whoever keeps the records: a narrow port for each kind, so that a use case names what it can
touch. The vault answers; tests answer with the real vault.

Writes happen inside ``transaction()``. Ids given to ``add_*`` are ignored; the stored value is returned.
Every ``save_*``, ``remove_*`` and look-up by id raises RecordMissing for an unknown id, and StaleRecord when a
revision is not the stored one.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Protocol

from counsellor_desk.casework.clock import Timekeeper
from counsellor_desk.casework.model import (
    Activity,
    ActivityId,
    CaseFile,
    CaseId,
    CasePerson,
    Consent,
    Contact,
    ContactId,
    FollowUp,
    FollowUpId,
    Identity,
    Note,
    NoteId,
    NoteRevision,
    Organisation,
    OrganisationId,
    PersonId,
    ProfessionalHours,
    Signal,
    Step,
    StepId,
)
from counsellor_desk.casework.views import Board, CaseFilter, CaseRow, CaseView, SearchHit, UncountedCase


class UnitOfWork(Protocol):
    """What every part of the book has."""

    @property
    def clock(self) -> Timekeeper:
        """Whether the clock is trusted; asked before anything that cannot be undone."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing; once it is left without an exception, the records survive power loss."""
        ...


class OrganisationStore(UnitOfWork, Protocol):
    """The organisations a counsellor works for."""

    def organisations(self, *, active_only: bool = False) -> tuple[Organisation, ...]: ...
    def add_organisation(self, organisation: Organisation) -> Organisation: ...
    def save_organisation(self, organisation: Organisation) -> None: ...


class CaseStore(UnitOfWork, Protocol):
    """Case files."""

    def next_case_number(self, year: int) -> str: ...
    def add_case(self, case: CaseFile) -> CaseFile: ...
    def case(self, case: CaseId) -> CaseFile: ...
    def case_by_number(self, number: str) -> CaseFile | None: ...
    def save_case(self, case: CaseFile) -> CaseFile: ...


class PersonStore(UnitOfWork, Protocol):
    """Who has a part in a case, and the identity block that is revealed apart."""

    def add_person(self) -> PersonId: ...
    def add_case_person(self, person: CasePerson) -> None: ...
    def identity(self, person: PersonId) -> Identity | None: ...
    def save_identity(self, identity: Identity) -> None: ...


class ContactStore(UnitOfWork, Protocol):
    """Talks and letters."""

    def add_contact(self, contact: Contact) -> Contact: ...
    def contact(self, contact: ContactId) -> Contact: ...


class NoteStore(UnitOfWork, Protocol):
    """Notes with their earlier wordings."""

    def add_note(self, note: Note) -> Note: ...
    def note(self, note: NoteId) -> Note: ...
    def amend_note(self, note: NoteId, revision: int, body: str, at: datetime) -> Note: ...
    def note_history(self, note: NoteId) -> tuple[NoteRevision, ...]: ...


class StepStore(UnitOfWork, Protocol):
    """Actions and referrals."""

    def add_step(self, step: Step) -> Step: ...
    def save_step(self, step: Step) -> None: ...
    def remove_step(self, step: StepId) -> None: ...


class FollowUpStore(UnitOfWork, Protocol):
    """What is to be done on a day."""

    def add_follow_up(self, follow_up: FollowUp) -> FollowUp: ...
    def follow_up(self, follow_up: FollowUpId) -> FollowUp: ...
    def save_follow_up(self, follow_up: FollowUp) -> None: ...
    def remove_follow_up(self, follow_up: FollowUpId) -> None: ...


class ConsentStore(UnitOfWork, Protocol):
    """Agreements with the client."""

    def add_consent(self, consent: Consent) -> Consent: ...


class ActivityStore(UnitOfWork, Protocol):
    """Work besides cases."""

    def activities(self, since: date, until: date) -> tuple[Activity, ...]: ...
    def add_activity(self, activity: Activity) -> Activity: ...
    def remove_activity(self, activity: ActivityId) -> None: ...


class HoursStore(UnitOfWork, Protocol):
    """Professional hours."""

    def hours(self, since: date) -> tuple[ProfessionalHours, ...]: ...
    def add_hours(self, hours: ProfessionalHours) -> ProfessionalHours: ...


class SignalStore(UnitOfWork, Protocol):
    """Points for management."""

    def signals(self) -> tuple[Signal, ...]: ...
    def add_signal(self, signal: Signal) -> Signal: ...


class Destruction(UnitOfWork, Protocol):
    """What takes records out for good; each is also told to every backup."""

    def destroy_case(self, case: CaseId, ground: str, on: date) -> None: ...
    def remove_note(self, note: NoteId, on: date) -> None: ...
    def expired_notes(self, today: date, announced: date) -> tuple[NoteId, ...]: ...
    def settle(self) -> None:
        """Leave nothing in the journal of what was destroyed; outside a transaction."""
        ...


class DraftStore(UnitOfWork, Protocol):
    """JSON of forms, kept inside the vault, one per ``slot`` ("contact", "intake", "note:12")."""

    def draft(self, slot: str) -> str | None: ...
    def save_draft(self, slot: str, payload: str, at: datetime) -> None: ...
    def drop_draft(self, slot: str) -> None: ...


class SettingStore(UnitOfWork, Protocol):
    """Settings that name a person or a case live here, never in a settings file."""

    def setting(self, key: str) -> str | None: ...
    def save_setting(self, key: str, value: str) -> None: ...


class CaseLists(Protocol):
    """Cases in rows, and the search over them."""

    def list_cases(self, wanted: CaseFilter) -> tuple[CaseRow, ...]: ...
    def count_cases(self, wanted: CaseFilter) -> int: ...
    def status_counts(self) -> dict[str, int]: ...
    def recent_cases(self, limit: int = 8) -> tuple[CaseRow, ...]: ...
    def search(self, words: str, limit: int = 30) -> tuple[SearchHit, ...]: ...
    def uncounted_cases(
        self, first: date, last: date, organisation: OrganisationId | None = None
    ) -> tuple[UncountedCase, ...]:
        """The cases registered, first closed or talked about in the span (both ends included) that figures leave
        out. For the counsellor alone: figures read facts, and these are none."""
        ...


class Views(Protocol):
    """A whole page at once."""

    def case_view(self, case: CaseId) -> CaseView: ...
    def board(self, today: date) -> Board: ...


class Casebook(
    OrganisationStore,
    CaseStore,
    PersonStore,
    ContactStore,
    NoteStore,
    StepStore,
    FollowUpStore,
    ConsentStore,
    ActivityStore,
    HoursStore,
    SignalStore,
    Destruction,
    DraftStore,
    SettingStore,
    CaseLists,
    Views,
    Protocol,
):
    """All the records of one practice, as an open vault hands them out. A use case asks for less."""
