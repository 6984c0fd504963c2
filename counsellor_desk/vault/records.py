"""Moves a frozen value into a row of its table and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import Field, fields
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, Generic, TypeVar

from counsellor_desk.casework.model import Answer, NoteClass, StepKind

T = TypeVar("T")

# words of the model that SQL keeps for itself, and references
_COLUMNS = {
    "on": "on_day",
    "at": "at_time",
    "case": "case_id",
    "person": "person_id",
    "organisation": "organisation_id",
    "contact": "contact_id",
    "note": "note_id",
}
_READERS: dict[str, Callable[[Any], object]] = {
    "bool": bool,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "datetime": datetime.fromisoformat,
    "Answer": Answer,
    "NoteClass": NoteClass,
    "StepKind": StepKind,
}


class Table(Generic[T]):
    """One table whose columns are the fields of ``kind``.

    ``apart`` are fields that live elsewhere, ``fixed`` columns that never change, ``more`` columns that are no
    fields: the caller binds them and finds them behind the fields.
    """

    def __init__(
        self,
        kind: type[T],
        name: str,
        *,
        apart: Sequence[str] = (),
        fixed: Sequence[str] = (),
        more: Sequence[str] = (),
    ) -> None:
        self._kind: Any = kind
        own = [field for field in _fields(kind) if field.name not in apart]
        self._names = [field.name for field in own]
        self._readers = [_reader(str(field.type)) for field in own]
        columns = [*(_COLUMNS.get(name, name) for name in self._names), *more]
        self.width = len(columns)
        given = [column for column in columns if column != "id"]
        changing = [column for column in given if column not in {"revision", *fixed}]
        places = ", ".join(":" + column for column in given)
        self.columns = ", ".join(".".join((name, column)) for column in columns)
        self.insert = " ".join(("INSERT INTO", name, "(", ", ".join(given), ") VALUES (", places, ")"))
        self.update = " ".join(("UPDATE", name, "SET", ", ".join(column + " = :" + column for column in changing)))
        self.select = " ".join(("SELECT", self.columns, "FROM", name))

    def values(self, record: T) -> dict[str, object]:
        """The bound values of ``record``, by column."""
        return {_COLUMNS.get(name, name): _plain(getattr(record, name)) for name in self._names}

    def read(self, row: Sequence[Any], **apart: object) -> T:
        """The value in ``row``, which begins with the columns of this table in their order."""
        own = {
            name: value if value is None else read(value)
            for name, read, value in zip(self._names, self._readers, row, strict=False)
        }
        record: T = self._kind(**own, **apart)
        return record


def _fields(kind: Any) -> tuple[Field[Any], ...]:
    return fields(kind)


def _reader(hint: str) -> Callable[[Any], object]:
    return _READERS.get(hint.removesuffix(" | None"), lambda value: value)


def _plain(value: object) -> object:
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    return int(value) if isinstance(value, bool) else value
