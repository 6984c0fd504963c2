"""A connection as the stores use it: statements with bound values, one transaction at a time, errors translated."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from counsellor_desk.errors import DeskError
from counsellor_desk.vault.connection import refuse_unsealed
from counsellor_desk.vault.faults import translated
from counsellor_desk.vault.guard import IMPATIENT, PATIENT

Values = Sequence[object] | Mapping[str, object]


class Session:
    """Belongs to the thread it was made on, as SQLite connections do."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self.after_commit: Callable[[], None] = lambda: None  # of a whole transaction

    def rows(self, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """All rows of a query, each from pages that are as they were written."""
        with self._naming_damage():
            found = list(self._run(sql, values).fetchall())
            refuse_unsealed(self._connection)
        return found

    def row(self, sql: str, values: Values = ()) -> tuple[Any, ...] | None:
        """The first row, or None."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def value(self, sql: str, values: Values = ()) -> Any:
        """The first column of the first row, or None."""
        found = self.row(sql, values)
        return None if found is None else found[0]

    def add(self, sql: str, values: Values) -> int:
        """Runs an INSERT and gives the new id."""
        with self._naming_damage():
            return int(self._run(sql, values).lastrowid)

    def change(self, sql: str, values: Values) -> int:
        """Runs a statement and gives the number of rows it changed."""
        with self._naming_damage():
            return int(self._run(sql, values).rowcount)

    def change_each(self, sql: str, values: Sequence[Values]) -> None:
        """Runs a statement once for each of ``values``."""
        with self._naming_damage():
            self._connection.executemany(sql, values)

    def empty_journal(self) -> None:
        """Write the journal into the file and empty it, unless somebody reads the vault: that is not waited for."""
        with translated():
            self._connection.execute(IMPATIENT).fetchall()
            try:
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                self._connection.execute(PATIENT).fetchall()

    @property
    def changes(self) -> int:
        """How many rows this connection has changed since it was opened."""
        return int(self._connection.total_changes)

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, and on disk when left without an exception. A transaction inside one joins it."""
        if self._connection.in_transaction:
            yield
            return
        with self._naming_damage():
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            with self._naming_damage():
                self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:  # a full disk has already rolled back
                with translated():
                    self._connection.execute("ROLLBACK")
            raise
        self.after_commit()

    @contextlib.contextmanager
    def _naming_damage(self) -> Iterator[None]:
        """As ``translated``; whatever does not work on a connection that met a damaged page is damage."""
        try:
            with translated():
                yield
        except DeskError:
            with contextlib.suppress(
                sqlcipher.Error, MemoryError
            ):  # whatever it was is told, if this cannot be asked
                refuse_unsealed(self._connection)
            raise

    def _run(self, sql: str, values: Values) -> Any:
        try:
            return self._connection.execute(sql, values)
        except UnicodeEncodeError:  # half a character, as a broken paste leaves it
            return self._connection.execute(sql, _whole(values))

    def close(self) -> None:
        """Close the connection."""
        with translated():
            self._connection.close()


def _whole(values: Values) -> Values:
    """The values with each half of a character replaced by the sign for "unreadable", U+FFFD."""
    if isinstance(values, Mapping):
        return {name: _whole_text(value) for name, value in values.items()}
    return [_whole_text(value) for value in values]


def _whole_text(value: object) -> object:
    if not isinstance(value, str):
        return value
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
