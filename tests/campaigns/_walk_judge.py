"""Where each word that was typed ended up: the vault read by SQLCipher alone, without any code of the desk."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

STEM = 7  # letters: no two words of a walk begin with the same ones, so that a torn word is known too
_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'note\\_text%' ESCAPE '\\'"
_CASES = "SELECT id, person_id, number FROM case_file"
_NOTES = "SELECT id, case_id FROM note"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of its own and the number of the case it was meant for. ``sure``: it was typed where the cursor was
    seen to stand, so it must be kept. ``loose``: typed on the contact card, whose draft may have no case yet."""

    text: str
    case: str
    how: str
    sure: bool = True
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A text in the vault. ``case`` is the number it belongs to, or None for the draft of no case; the wordings of
    one note and the draft that amends it have the same ``home``."""

    case: str | None
    home: str
    text: str


@dataclass(slots=True)
class Judgement:
    """What was found wrong, a line each; ``not_taken`` are words typed while nobody could see where."""

    lost: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    not_taken: int = 0


def judge(words: Sequence[Word], places: Sequence[Place]) -> Judgement:
    """Each word in one place, once, and that in its own case."""
    judgement = Judgement()
    for word in words:
        at_home = {word.case, None} if word.loose else {word.case}
        begun = [place for place in places if word.text[:STEM] in place.text]
        whole = [place for place in begun if word.text in place.text]
        said = f"{word.text} ({word.how}, {word.case})"
        for place in begun:
            if place.case not in at_home:
                judgement.elsewhere.append(f"{said} stands in {place.home} of {place.case}")
        if len({place.home for place in whole}) > 1 or any(place.text.count(word.text) > 1 for place in whole):
            judgement.twice.append(f"{said} stands in {', '.join(sorted({place.home for place in whole}))}")
        if not whole:
            if word.sure:
                judgement.lost.append(f"{said} is {'torn' if begun else 'nowhere'}")
            else:
                judgement.not_taken += 1
    return judgement


def places(vault: Path, key: bytes) -> tuple[Place, ...]:
    """Every text in every table of the vault, but for the index of its search."""
    with contextlib.closing(sqlcipher.connect(str(vault))) as connection:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        return tuple(_places(connection))


def _places(connection: Any) -> Iterator[Place]:
    cases = {case: number for case, _person, number in connection.execute(_CASES)}
    people = {person: number for _case, person, number in connection.execute(_CASES)}
    notes = {note: cases[case] for note, case in connection.execute(_NOTES)}
    for (table,) in connection.execute(_TABLES).fetchall():
        cursor = connection.execute(f'SELECT * FROM "{table}"')
        columns = [column[0] for column in cursor.description]
        for number, values in enumerate(cursor.fetchall()):
            row = dict(zip(columns, values, strict=True))
            text = "\n".join(value for value in values if isinstance(value, str))
            if table == "draft":
                yield _draft(row["slot"], row["payload"], cases, notes)
            elif table in ("note", "note_revision"):
                note = row["id"] if table == "note" else row["note_id"]
                yield Place(notes[note], f"note {note}", text)
            elif table == "case_file":
                yield Place(row["number"], f"case {row['number']}", text)
            elif row.get("case_id") in cases:
                yield Place(cases[row["case_id"]], f"{table} {row.get('id', number)}", text)
            elif row.get("person_id") in people:
                yield Place(people[row["person_id"]], f"{table} {row['person_id']}", text)
            else:
                yield Place(f"no case at all ({table})", f"{table} {number}", text)


def _draft(slot: str, payload: str, cases: dict[int, str], notes: dict[int, str]) -> Place:
    kind, _, number = slot.rpartition("/")[2].partition(":")  # "1/contact": one more that waits in the same slot
    if kind == "amend":
        return Place(notes.get(int(number)), f"note {number}", payload)
    case = int(number) if number else json.loads(payload).get("case")
    return Place(cases.get(case) if case is not None else None, f"draft {slot}", payload)
