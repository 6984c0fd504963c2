"""What the pages read: the list of cases, one case, the board of the day."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from typing import Any

from counsellor_desk.casework.destroying import ANNOUNCED_DAYS
from counsellor_desk.casework.followups import AHEAD_DAYS
from counsellor_desk.casework.model import CaseFile, CaseId, Organisation, OrganisationId
from counsellor_desk.casework.recertification import first_day_counted
from counsellor_desk.casework.status import QUIET_DAYS, WAITING
from counsellor_desk.casework.views import (
    Board,
    CaseFilter,
    CaseRow,
    CaseSort,
    CaseView,
    ContactEntry,
    DueRow,
    NoteEntry,
    StepEntry,
    TimelineEntry,
    UncountedCase,
    WhyUncounted,
)
from counsellor_desk.figures.period import Period
from counsellor_desk.vault.book.cases import CASE_PERSON, ORGANISATION, CaseRecords
from counsellor_desk.vault.book.timeline import CONSENT, CONTACT, FOLLOW_UP, NOTE, STEP

_ROW = """
SELECT case_file.id, number, status, organisation.name, nature.code, first_contact_on, last_contact_on,
  (SELECT min(due_on) FROM follow_up WHERE case_id = case_file.id AND done_on IS NULL)
FROM case_file JOIN organisation ON organisation.id = case_file.organisation_id
LEFT JOIN case_nature AS nature ON nature.case_id = case_file.id AND nature.position = 0
"""
_COUNT = "SELECT count(*) FROM case_file"
_BY_NAME = "ORDER BY organisation.name COLLATE NOCASE"
_ORDERS = {
    (CaseSort.NUMBER, False): "ORDER BY substr(number, 1, 2), length(number), number",
    (CaseSort.NUMBER, True): "ORDER BY substr(number, 1, 2) DESC, length(number) DESC, number DESC",
    (CaseSort.LAST_CONTACT, False): "ORDER BY last_contact_on, case_file.id",
    (CaseSort.LAST_CONTACT, True): "ORDER BY last_contact_on DESC, case_file.id DESC",
    (CaseSort.STATUS, False): "ORDER BY status, last_contact_on DESC, case_file.id DESC",
    (CaseSort.STATUS, True): "ORDER BY status DESC, last_contact_on DESC, case_file.id DESC",
    (CaseSort.ORGANISATION, False): _BY_NAME + ", last_contact_on DESC, case_file.id DESC",
    (CaseSort.ORGANISATION, True): _BY_NAME + " DESC, last_contact_on DESC, case_file.id DESC",
}
_STATUSES = "status IN (SELECT value FROM json_each(:statuses))"
_ORGANISATIONS = "organisation_id IN (SELECT value FROM json_each(:organisations))"
_NATURES = """EXISTS (
  SELECT 1 FROM case_nature AS any_nature JOIN json_each(:natures) AS wanted
  WHERE any_nature.case_id = case_file.id
    AND (any_nature.code = wanted.value OR any_nature.code GLOB wanted.value || '.*')
)"""
_AMONG = "case_file.id IN (SELECT value FROM json_each(:cases))"
_NUMBER = "substr(number, 1, length(:number)) = :number"

_CONTACTS = " ".join(
    ("SELECT", CONTACT.columns, ",", NOTE.columns, "FROM contact LEFT JOIN note ON note.contact_id = contact.id",
     "WHERE contact.case_id = :case")
)  # fmt: skip
_CONTACT_CODES = """
SELECT contact_id, code FROM contact_code JOIN contact ON contact.id = contact_id
WHERE case_id = :case ORDER BY contact_id, position
"""
_NOTES = NOTE.select + " WHERE case_id = :case AND contact_id IS NULL"
_DUE = " ".join(
    ("SELECT", FOLLOW_UP.columns, ", number",
     "FROM follow_up LEFT JOIN case_file ON case_file.id = follow_up.case_id",
     "WHERE done_on IS NULL AND due_on <= :ahead ORDER BY due_on, due_at, follow_up.id")
)  # fmt: skip
_WAITING = "WHERE " + _STATUSES + " ORDER BY last_contact_on, case_file.id"
_QUIET = """
WHERE closed_on IS NULL AND destroyed_on IS NULL AND coalesce(last_contact_on, first_contact_on) < :quiet
ORDER BY last_contact_on, case_file.id
"""
_COUNTS = """
SELECT
  (SELECT count(*) FROM note WHERE note_class = 'AID' AND expires_on <= :announced),
  (SELECT count(*) FROM case_file
   WHERE registered_on BETWEEN :first AND :last AND is_test = 0 AND duplicate_of IS NULL),
  (SELECT count(*) FROM case_file
   WHERE closed_on IS NULL AND destroyed_on IS NULL AND is_test = 0 AND duplicate_of IS NULL),
  (SELECT count(*) FROM contact WHERE registered_on BETWEEN :first AND :last)
"""
# whatever is no fact, of all that the facts of these days would hold
_UNCOUNTED = """
SELECT id, CASE
  WHEN is_test = 1 OR duplicate_of IS NOT NULL THEN 'no_case'
  WHEN consent_to_count = 'no' THEN 'declined'
  WHEN destroyed_on IS NOT NULL THEN 'gone'
  ELSE 'not_asked' END
FROM case_file
WHERE id NOT IN (SELECT case_id FROM v_case_fact)
  AND (registered_on BETWEEN :first AND :last OR counted_closed_on BETWEEN :first AND :last
    OR id IN (SELECT case_id FROM contact WHERE registered_on BETWEEN :first AND :last))
  AND (:organisation IS NULL OR organisation_id = :organisation)
ORDER BY id
"""


class PageRecords(CaseRecords):
    """Lists, a case with its timeline, and the board."""

    def list_cases(self, wanted: CaseFilter) -> tuple[CaseRow, ...]:
        """One page of the list, filtered and ordered in SQL."""
        where, values = _conditions(wanted)
        order = _ORDERS[wanted.sort, wanted.descending]
        values |= {"limit": wanted.limit, "offset": wanted.offset}
        return self._case_rows(" ".join((where, order, "LIMIT :limit OFFSET :offset")), values)

    def count_cases(self, wanted: CaseFilter) -> int:
        """How many cases the filter finds, on all pages."""
        where, values = _conditions(wanted)
        return int(self._session.value(" ".join((_COUNT, where)), values))

    def status_counts(self) -> dict[str, int]:
        """Status code -> number of cases."""
        return dict(self._session.rows("SELECT status, count(*) FROM case_file GROUP BY status ORDER BY status"))

    def recent_cases(self, limit: int = 8) -> tuple[CaseRow, ...]:
        """The cases last talked about."""
        return self._case_rows(" ".join((_ORDERS[CaseSort.LAST_CONTACT, True], "LIMIT :limit")), {"limit": limit})

    def uncounted_cases(
        self, first: date, last: date, organisation: OrganisationId | None = None
    ) -> tuple[UncountedCase, ...]:
        """Those of the span that figures leave out, oldest first."""
        values = {"first": first.isoformat(), "last": last.isoformat(), "organisation": organisation}
        found = self._session.rows(_UNCOUNTED, values)
        return tuple(UncountedCase(case, WhyUncounted(why)) for case, why in found)

    def case_view(self, case: CaseId) -> CaseView:
        """All the case page shows. Raises: RecordMissing."""
        file = self.case(case)
        wanted = {"case": case}
        identity = self.identity(file.person)
        follow_ups = FOLLOW_UP.select + " WHERE case_id = :case ORDER BY done_on IS NOT NULL, due_on, due_at, id"
        persons = CASE_PERSON.select + " WHERE case_id = :case ORDER BY is_client DESC, person_id"
        consents = CONSENT.select + " WHERE case_id = :case ORDER BY on_day, id"
        return CaseView(
            case=file,
            organisation=self._organisation(file),
            timeline=self._timeline(case),
            follow_ups=tuple(FOLLOW_UP.read(row) for row in self._session.rows(follow_ups, wanted)),
            persons=tuple(CASE_PERSON.read(row) for row in self._session.rows(persons, wanted)),
            consents=tuple(CONSENT.read(row) for row in self._session.rows(consents, wanted)),
            has_identity=identity is not None and bool(identity.name or identity.reach),
            safe_contact=identity.safe_contact if identity else "",
        )

    def board(self, today: date) -> Board:
        """The Today page."""
        quarter = Period.quarter_of(today)
        days = {
            "ahead": (today + timedelta(days=AHEAD_DAYS)).isoformat(),
            "announced": (today + timedelta(days=ANNOUNCED_DAYS)).isoformat(),
            "quiet": (today - timedelta(days=QUIET_DAYS)).isoformat(),
            "since": first_day_counted(today).isoformat(),
            "first": quarter.first_day.isoformat(),
            "last": quarter.last_day.isoformat(),
        }
        expiring, opened, running, contacts = self._session.rows(_COUNTS, days)[0]
        hours = "SELECT code, sum(minutes) FROM professional_hours WHERE on_day >= :since GROUP BY code ORDER BY code"
        return Board(
            today=today,
            due=self._due(days),
            waiting=self._case_rows(_WAITING, {"statuses": json.dumps(WAITING)}),
            to_close=self._case_rows(_QUIET, days),
            expiring_notes=expiring,
            opened_this_quarter=opened,
            running=running,
            contacts_this_quarter=contacts,
            hours=tuple(self._session.rows(hours, days)),
        )

    def _case_rows(self, rest: str, values: Mapping[str, object]) -> tuple[CaseRow, ...]:
        return tuple(_case_row(row) for row in self._session.rows(_ROW + rest, values))

    def _organisation(self, case: CaseFile) -> Organisation:
        (row,) = self._session.rows(ORGANISATION.select + " WHERE id = :id", {"id": case.organisation})
        return ORGANISATION.read(row)

    def _due(self, days: dict[str, str]) -> tuple[DueRow, ...]:
        return tuple(DueRow(FOLLOW_UP.read(row), row[-1]) for row in self._session.rows(_DUE, days))

    def _timeline(self, case: CaseId) -> tuple[TimelineEntry, ...]:
        """Contacts with their notes, notes of their own and steps, newest first."""
        wanted = {"case": case}
        codes: dict[int, list[str]] = {}
        for contact, code in self._session.rows(_CONTACT_CODES, wanted):
            codes.setdefault(contact, []).append(code)
        placed: list[tuple[tuple[date, time, int], TimelineEntry]] = []
        for row in self._session.rows(_CONTACTS, wanted):
            talk = _contact_entry(row, tuple(codes.get(row[0], ())))
            placed.append(((talk.on, talk.at or time.min, talk.id), talk))
        for row in self._session.rows(_NOTES, wanted):
            note = _note_entry(row)
            placed.append(((note.on, note.written_at.time(), note.id), note))
        for row in self._session.rows(STEP.select + " WHERE case_id = :case", wanted):
            step = STEP.read(row)
            placed.append(
                ((step.on, time.min, step.id), StepEntry(step.id, step.on, step.kind, step.code, step.done))
            )
        placed.sort(key=lambda pair: pair[0], reverse=True)
        return tuple(entry for _, entry in placed)


def _contact_entry(row: Sequence[Any], codes: tuple[str, ...]) -> ContactEntry:
    contact = CONTACT.read(row, codes=codes, note=None)
    note = None if row[CONTACT.width] is None else NOTE.read(row[CONTACT.width :])
    return ContactEntry(
        id=contact.id,
        on=contact.on,
        at=contact.at,
        minutes=contact.minutes,
        mode=contact.mode,
        with_whom=contact.with_whom,
        codes=contact.codes,
        note=note.id if note else None,
        note_class=note.note_class if note else None,
        text=note.body if note else "",
        revision=note.revision if note else 0,
        expires_on=note.expires_on if note else None,
    )


def _note_entry(row: Sequence[Any]) -> NoteEntry:
    note = NOTE.read(row)
    return NoteEntry(
        note.id, note.written_at.date(), note.written_at, note.note_class, note.body, note.revision, note.expires_on
    )


def _case_row(row: Sequence[Any]) -> CaseRow:
    case, number, status, organisation, nature, first, last, due = row
    return CaseRow(case, number, status, organisation, nature, date.fromisoformat(first), _day(last), _day(due))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _conditions(wanted: CaseFilter) -> tuple[str, dict[str, object]]:
    """The WHERE clause of a filter and its values."""
    clauses: list[str] = []
    values: dict[str, object] = {}
    for name, chosen, clause in (
        ("statuses", wanted.statuses, _STATUSES),
        ("organisations", wanted.organisations, _ORGANISATIONS),
        ("natures", wanted.natures, _NATURES),
        ("cases", wanted.cases, _AMONG),
    ):
        if chosen:
            clauses.append(clause)
            values[name] = json.dumps(chosen)
    if wanted.number:
        clauses.append(_NUMBER)
        values["number"] = wanted.number
    return ("WHERE " + " AND ".join(clauses) if clauses else ""), values
