"""What can go wrong with a record."""

from __future__ import annotations

from counsellor_desk.errors import DeskError


class StaleRecord(DeskError):
    """Somebody (another window) changed the record since it was read."""

    code = "casework.stale"


class RecordMissing(DeskError):
    """The record does not exist (any more)."""

    code = "casework.missing"


class OrganisationNeeded(DeskError):
    """A case needs an organisation before it can be kept."""

    code = "casework.organisation_needed"


class CaseNeeded(DeskError):
    """A contact needs a case: a number, or "new"."""

    code = "casework.case_needed"


class DateInFuture(DeskError):
    """A talk cannot have taken place tomorrow."""

    code = "casework.date_in_future"


class DateBeforeFirstContact(DeskError):
    """The day lies before the first contact of the case. ``first`` is that day (ISO)."""

    code = "casework.before_first_contact"


class MinutesOutOfRange(DeskError):
    """Minutes are 1 to 1440."""

    code = "casework.minutes"


class TooManyCodes(DeskError):
    """A contact carries at most ``most`` codes."""

    code = "casework.too_many_codes"


class NoteTooLong(DeskError):
    """A note holds at most ``most`` characters; the text stays on the screen."""

    code = "casework.note_too_long"


class UnknownCode(DeskError):
    """A code is not in the list it should come from, or no longer valid."""

    code = "casework.unknown_code"


class CaseClosed(DeskError):
    """The case is closed; reopen it first."""

    code = "casework.closed"


class CaseDestroyed(DeskError):
    """Only the coded shell is left of the case, and it stays as it is."""

    code = "casework.destroyed"


class CaseStillOpen(DeskError):
    """Only a closed case can be destroyed."""

    code = "casework.still_open"


class CaseOnHold(DeskError):
    """A hold forbids destroying anything of the case before the end of ``until`` (ISO)."""

    code = "casework.on_hold"
