"""Work besides cases, organisations and professional hours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from counsellor_desk.casework.checks import check_code, check_minutes, check_not_in_future
from counsellor_desk.casework.errors import OrganisationNeeded
from counsellor_desk.casework.model import Activity, ActivityId, Organisation, OrganisationId, ProfessionalHours
from counsellor_desk.casework.ports import ActivityStore, HoursStore, OrganisationStore
from counsellor_desk.codebook import Codebook


def log_activity(book: ActivityStore, codebook: Codebook, activity: Activity, today: date) -> Activity:
    """The activity kept.

    Raises: UnknownCode, MinutesOutOfRange, DateInFuture.
    """
    check_code(codebook, activity.code, "ACTIVITY")
    check_code(codebook, activity.reach_band, "REACH_BAND")
    check_minutes(activity.minutes)
    check_not_in_future(activity.on, book.clock.latest(today))
    with book.transaction():
        return book.add_activity(activity)


def remove_activity(book: ActivityStore, activity: ActivityId) -> None:
    """Take the activity away. Raises: RecordMissing."""
    with book.transaction():
        book.remove_activity(activity)


def put_back_activity(book: ActivityStore, activity: Activity) -> Activity:
    """The activity that was removed, under a new id."""
    with book.transaction():
        return book.add_activity(replace(activity, id=ActivityId(0)))


def log_hours(book: HoursStore, codebook: Codebook, hours: ProfessionalHours, today: date) -> ProfessionalHours:
    """The professional hours kept.

    Raises: UnknownCode, MinutesOutOfRange, DateInFuture.
    """
    check_code(codebook, hours.code, "HOURS")
    check_minutes(hours.minutes)
    check_not_in_future(hours.on, book.clock.latest(today))
    with book.transaction():
        return book.add_hours(hours)


def keep_organisation(book: OrganisationStore, codebook: Codebook, organisation: Organisation) -> Organisation:
    """The organisation, added when its id is 0, changed otherwise.

    Raises: OrganisationNeeded when it has no name, UnknownCode.
    """
    named = replace(organisation, name=" ".join(organisation.name.split()))
    if not named.name:
        raise OrganisationNeeded()
    check_code(codebook, named.chain, "CHAIN_LINK")
    check_code(codebook, named.size_band, "SIZE_BAND")
    with book.transaction():
        if named.id == OrganisationId(0):
            return book.add_organisation(named)
        book.save_organisation(named)
    return named
