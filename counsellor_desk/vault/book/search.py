"""Search as you type, over case numbers and the words of notes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from counsellor_desk.casework.views import SearchHit
from counsellor_desk.vault.book.cases import BookRecords

_AROUND = 60  # characters of context on each side
_TOKENS = 24
_START, _END = "\ufdd0", "\ufdd1"  # noncharacters: no text that means anything holds them
_MOST_WORDS = 12

_NUMBERS = """
SELECT id, number, NULL, coalesce(last_contact_on, first_contact_on), '' FROM case_file
WHERE substr(number, 1, length(:number)) = :number
ORDER BY substr(number, 1, 2) DESC, length(number) DESC, number DESC LIMIT :limit
"""
# newest first: ordering by relevance would have to weigh every note that holds a common word
WORDS = """
SELECT case_file.id, case_file.number, note.id, note.written_at, found.context
FROM (
  SELECT rowid AS note, snippet(note_text, 0, :start, :end, '…', :tokens) AS context
  FROM note_text WHERE note_text MATCH :words ORDER BY rowid DESC LIMIT :limit
) AS found
JOIN note ON note.id = found.note JOIN case_file ON case_file.id = note.case_id
ORDER BY note.id DESC
"""


class SearchRecords(BookRecords):
    """The one search of the desk."""

    def search(self, words: str, limit: int = 30) -> tuple[SearchHit, ...]:
        """Cases whose number begins with ``words``, then notes that hold all the words (each may be unfinished),
        newest first. Any input is a search; one without a letter or digit finds nothing."""
        hits: list[SearchHit] = []
        number = words.strip()
        if number[:1].isdigit():
            hits += self._hits(_NUMBERS, {"number": number, "limit": limit})
        query = _query(words)
        if query and len(hits) < limit:
            marks = {"start": _START, "end": _END, "tokens": _TOKENS}
            hits += self._hits(WORDS, {"words": query, "limit": limit - len(hits), **marks})
        return tuple(hits)

    def _hits(self, sql: str, values: dict[str, object]) -> list[SearchHit]:
        return [_hit(row) for row in self._session.rows(sql, values)]


def _query(words: str) -> str:
    """The words as an FTS5 query: each one quoted, so that no sign has a meaning, and each a prefix."""
    readable = words.encode("utf-8", "ignore").decode().replace("\0", " ").replace('"', " ")
    found = [word for word in readable.split() if any(sign.isalnum() for sign in word)]
    return " ".join('"' + word + '"*' for word in found[:_MOST_WORDS])


def _hit(row: Sequence[Any]) -> SearchHit:
    case, number, note, on, context = row
    before, _, rest = context.partition(_START)
    match, _, after = rest.partition(_END)
    after = after.replace(_START, "").replace(_END, "")
    day = date.fromisoformat(on[:10])
    return SearchHit(case, number, note, day, before[-_AROUND:], match, after[:_AROUND])
