"""Small checks that several use cases share. Each raises the named state it checks for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from counsellor_desk.casework.errors import (
    CaseDestroyed,
    DateBeforeFirstContact,
    DateInFuture,
    MinutesOutOfRange,
    UnknownCode,
)
from counsellor_desk.casework.model import CaseFile
from counsellor_desk.codebook import Codebook

LONGEST_CONTACT = 24 * 60  # minutes


def check_code(codebook: Codebook, code: str | None, *lists: str) -> None:
    """That ``code`` is empty or stands in one of ``lists``.

    Raises: UnknownCode.
    """
    if code is not None and not any(codebook.has(name, code) for name in lists):
        raise UnknownCode(list=lists[0])


def check_codes(codebook: Codebook, codes: Iterable[str], *lists: str) -> None:
    """That every one of ``codes`` stands in one of ``lists``.

    Raises: UnknownCode.
    """
    for code in codes:
        check_code(codebook, code, *lists)


def check_not_in_future(day: date, today: date) -> None:
    """That ``day`` has come.

    Raises: DateInFuture.
    """
    if day > today:
        raise DateInFuture()


def check_after_first_contact(case: CaseFile, day: date) -> None:
    """That ``day`` is not before the first contact of ``case``.

    Raises: DateBeforeFirstContact.
    """
    if day < case.first_contact_on:
        raise DateBeforeFirstContact(first=case.first_contact_on.isoformat())


def check_not_destroyed(case: CaseFile) -> None:
    """That ``case`` is more than a coded shell.

    Raises: CaseDestroyed.
    """
    if case.destroyed_on is not None:
        raise CaseDestroyed()


def check_minutes(minutes: int) -> None:
    """That ``minutes`` is a whole day at most and a minute at least.

    Raises: MinutesOutOfRange.
    """
    if not 1 <= minutes <= LONGEST_CONTACT:
        raise MinutesOutOfRange()
