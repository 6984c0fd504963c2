"""What figures may read: a connection of their own that sees the coded fact views and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from counsellor_desk.figures.ports import ActivityFact, CaseFact, ContactFact, OrganisationFact, StepFact
from counsellor_desk.vault import guard
from counsellor_desk.vault.connection import connect
from counsellor_desk.vault.faults import translated
from counsellor_desk.vault.session import Session

_CASE = """
SELECT case_id, person_id, organisation_id, registered_on, counted_closed_on, nature, client_role, client_status,
  function_group, relation, same_link, setting, recency, outcome, aftercare, retaliation
FROM v_case_fact
"""
_SPAN_CONTACTS = "SELECT case_id FROM v_contact_fact WHERE registered_on BETWEEN :first AND :last"
_REGISTERED = _CASE + " WHERE registered_on BETWEEN :first AND :last ORDER BY case_id"
_CLOSED = _CASE + " WHERE counted_closed_on BETWEEN :first AND :last ORDER BY case_id"
_WITH_CONTACT = " ".join((_CASE, "WHERE case_id IN (", _SPAN_CONTACTS, ") ORDER BY case_id"))
_STEPS = """
SELECT DISTINCT case_id, code FROM v_step_fact WHERE counted_closed_on BETWEEN :first AND :last ORDER BY case_id, code
"""
_CONTACTS = """
SELECT DISTINCT case_id, registered_on FROM v_contact_fact WHERE registered_on BETWEEN :first AND :last
ORDER BY registered_on, case_id
"""
_ACTIVITIES = """
SELECT organisation_id, code, on_day, minutes, reach_band FROM v_activity_fact
WHERE on_day BETWEEN :first AND :last ORDER BY on_day, code, minutes
"""
_ORGANISATIONS = "SELECT organisation_id, size_band FROM v_organisation_fact ORDER BY organisation_id"


class Facts:
    """Satisfies ``figures.ports.FactSource``. ``first`` and ``last`` are inclusive.

    The connection is made at the first question: no opening of a vault waits for it.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._key = key
        self._opened: Session | None = None

    def close(self) -> None:
        """Nothing can be asked any more."""
        self._key = b""
        if self._opened is not None:
            self._opened.close()

    def cases_registered(self, first: date, last: date) -> tuple[CaseFact, ...]:
        """Cases that entered the desk in the span."""
        return self._cases(_REGISTERED, first, last)

    def cases_closed(self, first: date, last: date) -> tuple[CaseFact, ...]:
        """Cases first closed in the span."""
        return self._cases(_CLOSED, first, last)

    def cases_with_contact(self, first: date, last: date) -> tuple[CaseFact, ...]:
        """Cases with at least one contact logged in the span."""
        return self._cases(_WITH_CONTACT, first, last)

    def steps_of_closed(self, first: date, last: date) -> tuple[StepFact, ...]:
        """What was done in the cases first closed in the span, each code once a case."""
        return tuple(StepFact(*row) for row in self._between(_STEPS, first, last))

    def contacts(self, first: date, last: date) -> tuple[ContactFact, ...]:
        """Days of the span on which a contact was logged, each once a case."""
        found = self._between(_CONTACTS, first, last)
        return tuple(ContactFact(case, date.fromisoformat(day)) for case, day in found)

    def activities(self, first: date, last: date) -> tuple[ActivityFact, ...]:
        """Work besides cases in the span."""
        return tuple(
            ActivityFact(organisation, code, date.fromisoformat(day), minutes, reach)
            for organisation, code, day, minutes, reach in self._between(_ACTIVITIES, first, last)
        )

    def organisations(self) -> tuple[OrganisationFact, ...]:
        """The size band of every organisation."""
        return tuple(OrganisationFact(*row) for row in self._session.rows(_ORGANISATIONS))

    def first_registration(self) -> date | None:
        """The day the first countable case was registered."""
        found = self._session.value("SELECT min(registered_on) FROM v_case_fact")
        return None if found is None else date.fromisoformat(found)

    @property
    def _session(self) -> Session:
        if self._opened is None:
            with translated():
                connection = connect(self._path, self._key, read_only=True)
            connection.set_authorizer(guard.facts_only)
            self._opened = Session(connection)
        return self._opened

    def _cases(self, sql: str, first: date, last: date) -> tuple[CaseFact, ...]:
        return tuple(_case_fact(row) for row in self._between(sql, first, last))

    def _between(self, sql: str, first: date, last: date) -> list[tuple[Any, ...]]:
        return self._session.rows(sql, {"first": first.isoformat(), "last": last.isoformat()})


def _case_fact(row: Sequence[Any]) -> CaseFact:
    case, person, organisation, registered, closed, *codes = row
    return CaseFact(
        case,
        person,
        organisation,
        date.fromisoformat(registered),
        date.fromisoformat(closed) if closed else None,
        *codes,
    )
