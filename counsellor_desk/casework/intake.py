"""Opening a case: six fields are enough, anonymous is the default."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Protocol

from counsellor_desk.casework.checks import check_code, check_codes, check_not_destroyed, check_not_in_future
from counsellor_desk.casework.drafts import CaseStart
from counsellor_desk.casework.errors import OrganisationNeeded
from counsellor_desk.casework.model import (
    Answer,
    CaseFile,
    CaseId,
    CasePerson,
    Consent,
    ConsentId,
    Identity,
    Organisation,
    OrganisationId,
    PersonId,
)
from counsellor_desk.casework.ports import CaseStore, ConsentStore, OrganisationStore, PersonStore
from counsellor_desk.casework.status import Status
from counsellor_desk.codebook import Codebook

ROLE_UNKNOWN = "R.NB"

# field of a case -> the list its code comes from
CODED_FIELDS = {
    "client_role": "CLIENT_ROLE",
    "client_status": "CLIENT_STATUS",
    "channel": "CHANNEL",
    "route": "ROUTE",
    "function_group": "FUNCTION_GROUP",
    "chain_client": "CHAIN_LINK",
    "chain_accused": "CHAIN_LINK",
    "direction": "DIRECTION",
    "relation": "RELATION",
    "same_link": "SAME_LINK",
    "setting": "SETTING",
    "recency": "RECENCY",
    "pattern": "PATTERN",
    "outcome": "OUTCOME",
    "reason_no_formal": "REASON",
    "aftercare": "AFTERCARE",
    "status": "STATUS",
    "gender_band": "GENDER_BAND",
    "age_band": "AGE_BAND",
    "group_size_band": "GROUP_BAND",
}


class CaseConsents(CaseStore, ConsentStore, Protocol):
    """What an answer of the client touches."""


class Intake(CaseConsents, PersonStore, OrganisationStore, Protocol):
    """What opening a case touches."""


def open_case(book: Intake, codebook: Codebook, start: CaseStart, today: date) -> CaseFile:
    """A new case from the intake form, with its client (by pseudonym), identity block and consents.

    Raises: OrganisationNeeded, DateInFuture, UnknownCode, ClockBehind, ClockAhead.
    """
    book.clock.check()
    first = start.first_contact_on or today
    check_not_in_future(first, today)
    for name, code_list in CODED_FIELDS.items():
        check_code(codebook, getattr(start, name, None), code_list)
    check_codes(codebook, start.natures, "NATURE")
    check_codes(codebook, start.grounds, "GROUND")
    with book.transaction():
        organisation = _organisation(book, start.organisation)
        known = book.case(start.known_person_of) if start.known_person_of is not None else None
        person = known.person if known is not None else book.add_person()
        case = book.add_case(_case_file(start, organisation, person, book.next_case_number(today.year), first, today))
        role = start.client_role or ROLE_UNKNOWN
        book.add_case_person(CasePerson(person, case.id, role, pseudonym=case.number, is_client=True))
        if start.name or start.reach or start.safe_contact:
            book.save_identity(Identity(person, start.name, start.reach, start.safe_contact))
        for purpose, answer in (("record", start.consent_to_record), ("count", start.consent_to_count)):
            if answer is not Answer.UNKNOWN:
                book.add_consent(Consent(ConsentId(0), case.id, purpose, answer is Answer.YES, today, how="spoken"))
    return case


def revise_case(book: CaseStore, codebook: Codebook, case: CaseFile, today: date) -> CaseFile:
    """The case with its fields as the user left them. Events that figures count by cannot be changed here.

    Raises: UnknownCode, DateInFuture, CaseDestroyed, StaleRecord.
    """
    for name, code_list in CODED_FIELDS.items():
        check_code(codebook, getattr(case, name), code_list)
    check_codes(codebook, case.natures, "NATURE")
    check_codes(codebook, case.grounds, "GROUND")
    check_not_in_future(case.first_contact_on, book.clock.latest(today))
    with book.transaction():
        stored = book.case(case.id)
        check_not_destroyed(stored)
        kept = replace(case, registered_on=stored.registered_on, counted_closed_on=stored.counted_closed_on)
        return book.save_case(kept)


def keep_identity(book: PersonStore, identity: Identity) -> None:
    """Keep who somebody is and how to reach her, in place of what was kept."""
    with book.transaction():
        book.save_identity(identity)


def answer_consent(
    book: CaseConsents, case_id: CaseId, purpose: str, answer: Answer, today: date, how: str = "spoken"
) -> CaseFile:
    """The case after the client gave, refused or withdrew consent for ``purpose`` ("record" or "count")."""
    with book.transaction():
        case = book.case(case_id)
        book.add_consent(Consent(ConsentId(0), case_id, purpose, answer is Answer.YES, today, how=how))
        if purpose == "record":
            return book.save_case(replace(case, consent_to_record=answer))
        return book.save_case(replace(case, consent_to_count=answer))


def _organisation(book: OrganisationStore, wanted: OrganisationId | None) -> Organisation:
    """The organisation asked for; the only one when none was asked for."""
    active = book.organisations(active_only=True)
    if wanted is None and len(active) == 1:
        return active[0]
    for organisation in active:
        if organisation.id == wanted:
            return organisation
    raise OrganisationNeeded()


def _case_file(
    start: CaseStart, organisation: Organisation, person: PersonId, number: str, first: date, today: date
) -> CaseFile:
    return CaseFile(
        id=CaseId(0),
        number=number,
        organisation=organisation.id,
        status=Status.NEW,
        registered_on=today,
        first_contact_on=first,
        person=person,
        natures=start.natures,
        grounds=start.grounds,
        channel=start.channel,
        route=start.route,
        client_role=start.client_role,
        client_status=start.client_status,
        function_group=start.function_group,
        chain_client=start.chain_client or organisation.chain,
        chain_accused=start.chain_accused,
        direction=start.direction,
        relation=start.relation,
        same_link=start.same_link,
        setting=start.setting,
        recency=start.recency,
        pattern=start.pattern,
        wish=start.wish or None,
        consent_to_record=start.consent_to_record,
        consent_to_count=start.consent_to_count,
        retention_profile=organisation.retention_profile,
    )
