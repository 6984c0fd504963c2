"""The book of cases: everything casework asks for, kept in the vault."""

from __future__ import annotations

from counsellor_desk.vault.book.desk import DeskRecords
from counsellor_desk.vault.book.destroying import DestroyingRecords
from counsellor_desk.vault.book.pages import PageRecords
from counsellor_desk.vault.book.search import SearchRecords
from counsellor_desk.vault.book.timeline import TimelineRecords


class Book(PageRecords, TimelineRecords, DeskRecords, SearchRecords, DestroyingRecords):
    """Satisfies ``casework.ports.Casebook``, the sum of all its ports."""
