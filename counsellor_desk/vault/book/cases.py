"""Organisations, cases and the persons in them."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import replace

from counsellor_desk.casework.errors import RecordMissing, StaleRecord
from counsellor_desk.casework.model import (
    CaseFile,
    CaseId,
    CasePerson,
    Identity,
    Organisation,
    OrganisationId,
    PersonId,
)
from counsellor_desk.vault.records import Table
from counsellor_desk.vault.session import Session
from counsellor_desk.vault.timekeeping import VaultTimekeeper

ORGANISATION = Table(Organisation, "organisation")
CASE = Table(
    CaseFile,
    "case_file",
    apart=("natures", "grounds", "production"),
    fixed=("number", "registered_on"),
    more=("production_id",),
)
CASE_PERSON = Table(CasePerson, "case_person")
IDENTITY = Table(Identity, "identity")

_CODES = """
SELECT 0 AS list, position, code FROM case_nature WHERE case_id = :case
UNION ALL
SELECT 1, position, code FROM case_ground WHERE case_id = :case
ORDER BY list, position
"""
_LAST_NUMBER = """
SELECT max(sequence) FROM (
  SELECT CAST(substr(number, 4) AS INTEGER) AS sequence FROM case_file WHERE number >= :from AND number < :before
  UNION ALL
  SELECT CAST(substr(case_number, 4) AS INTEGER) FROM destruction WHERE case_number >= :from AND case_number < :before
)
"""
_KEEP_IDENTITY = """
INSERT INTO identity (person_id, name, reach, safe_contact) VALUES (:person_id, :name, :reach, :safe_contact)
ON CONFLICT (person_id) DO UPDATE
SET name = excluded.name, reach = excluded.reach, safe_contact = excluded.safe_contact
"""


class BookRecords:
    """What every part of the book has: the session it writes through, and the vault's sense of time."""

    def __init__(self, session: Session, clock: VaultTimekeeper) -> None:
        self._session = session
        self.clock = clock

    def transaction(self) -> AbstractContextManager[None]:
        """All or nothing, safe from power loss once left; inside another one it joins."""
        return self._session.transaction()

    def _must_change(self, sql: str, values: Mapping[str, object], **params: str | int) -> None:
        if self._session.change(sql, values) == 0:
            raise RecordMissing(**params)


class CaseRecords(BookRecords):
    """Organisations, cases and persons."""

    def organisations(self, *, active_only: bool = False) -> tuple[Organisation, ...]:
        """By name; ``active_only`` leaves out those no longer served."""
        found = self._session.rows(ORGANISATION.select + " ORDER BY name COLLATE NOCASE, id")
        read = (ORGANISATION.read(row) for row in found)
        return tuple(organisation for organisation in read if organisation.active or not active_only)

    def add_organisation(self, organisation: Organisation) -> Organisation:
        """The organisation as stored."""
        added = self._session.add(ORGANISATION.insert, ORGANISATION.values(organisation))
        return replace(organisation, id=OrganisationId(added))

    def save_organisation(self, organisation: Organisation) -> None:
        """Raises: RecordMissing."""
        sql = ORGANISATION.update + " WHERE id = :id"
        self._must_change(sql, ORGANISATION.values(organisation), organisation=organisation.id)

    def next_case_number(self, year: int) -> str:
        """The next number of ``year``: "26-001" to "26-999", then "26-1000". A destroyed case keeps its number."""
        prefix = format(year % 100, "02d")
        last = self._session.value(_LAST_NUMBER, {"from": prefix + "-", "before": prefix + "."})
        return prefix + "-" + format((last or 0) + 1, "03d")

    def add_person(self) -> PersonId:
        """A new person, nameless."""
        return PersonId(self._session.add("INSERT INTO person DEFAULT VALUES", ()))

    def add_case(self, case: CaseFile) -> CaseFile:
        """The case as stored, at revision 0."""
        with self.transaction():
            values = CASE.values(case) | {"revision": 0, "production_id": self._production(case)}
            added = replace(case, id=CaseId(self._session.add(CASE.insert, values)), revision=0)
            self._write_codes(added)
        return added

    def case(self, case: CaseId) -> CaseFile:
        """Raises: RecordMissing."""
        found = self._find("WHERE case_file.id = :wanted", case)
        if found is None:
            raise RecordMissing(case=case)
        return found

    def case_by_number(self, number: str) -> CaseFile | None:
        """The case of this very number."""
        return self._find("WHERE number = :wanted", number)

    def save_case(self, case: CaseFile) -> CaseFile:
        """The case as stored, one revision on. Its number and its day of registration stay as they were.

        Raises: StaleRecord, RecordMissing.
        """
        with self.transaction():
            values = CASE.values(case) | {"production_id": self._production(case)}
            sql = CASE.update + ", revision = revision + 1 WHERE id = :id AND revision = :revision"
            if self._session.change(sql, values) == 0:
                stored = self.case(case.id)
                raise StaleRecord(case=case.id, revision=stored.revision)
            self._session.change("DELETE FROM case_nature WHERE case_id = :id", {"id": case.id})
            self._session.change("DELETE FROM case_ground WHERE case_id = :id", {"id": case.id})
            self._write_codes(case)
        return replace(case, revision=case.revision + 1)

    def add_case_person(self, person: CasePerson) -> None:
        """Raises: RecordMissing when the case or the person is not there."""
        self._session.change(CASE_PERSON.insert, CASE_PERSON.values(person))

    def identity(self, person: PersonId) -> Identity | None:
        """The identity block, if anything was ever written into it."""
        row = self._session.row(IDENTITY.select + " WHERE person_id = :person", {"person": person})
        return None if row is None else IDENTITY.read(row)

    def save_identity(self, identity: Identity) -> None:
        """Raises: RecordMissing when the person is not there."""
        self._session.change(_KEEP_IDENTITY, IDENTITY.values(identity))

    def _find(self, where: str, wanted: object) -> CaseFile | None:
        sql = " ".join(
            ("SELECT", CASE.columns, ", production.label FROM case_file LEFT JOIN production",
             "ON production.id = case_file.production_id", where)
        )  # fmt: skip
        row = self._session.row(sql, {"wanted": wanted})
        if row is None:
            return None
        codes = self._session.rows(_CODES, {"case": row[0]})
        return CASE.read(
            row,
            production=row[-1],
            natures=tuple(code for code_list, _, code in codes if code_list == 0),
            grounds=tuple(code for code_list, _, code in codes if code_list == 1),
        )

    def _write_codes(self, case: CaseFile) -> None:
        self._session.change_each(
            "INSERT INTO case_nature (case_id, position, code) VALUES (?, ?, ?)",
            [(case.id, position, code) for position, code in enumerate(case.natures)],
        )
        self._session.change_each(
            "INSERT INTO case_ground (case_id, position, code) VALUES (?, ?, ?)",
            [(case.id, position, code) for position, code in enumerate(case.grounds)],
        )

    def _production(self, case: CaseFile) -> int | None:
        if case.production is None:
            return None
        values = {"organisation": case.organisation, "label": case.production}
        found = self._session.value(
            "SELECT id FROM production WHERE organisation_id = :organisation AND label = :label", values
        )
        if found is not None:
            return int(found)
        return self._session.add(
            "INSERT INTO production (organisation_id, label) VALUES (:organisation, :label)", values
        )
