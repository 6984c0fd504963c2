"""Search as you type, against the same FTS5 query on an unencrypted database of the same library."""

from __future__ import annotations

import contextlib
import secrets
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from counsellor_desk.casework.model import Organisation, OrganisationId
from counsellor_desk.vault.book import search
from counsellor_desk.vault.vault import OpenVault, create_vault, open_vault
from tests.bench.frame import Ratio, paired_medians_ms
from tests.vault.reader import decrypted

FRAME_MS = 16.0
TODAY = date(2026, 11, 23)
TYPED = ("sfeer op", "montage", "gesprek", "de", "veran", "belo", "zz niets")  # common, middling, rare, none

_STARTS = ["b", "d", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z", "ge", "ver", "be", "ont"]
_MIDDLES = ["a", "e", "i", "o", "u", "aa", "ee", "ij", "oe"]
_CASE = """
INSERT INTO case_file (id, organisation_id, number, status, registered_on, first_contact_on, person_id, ongoing,
  acute_danger, possible_offence, minor_involved, consent_to_record, consent_to_count, is_test, retaliation, absence,
  retention_profile, revision)
VALUES (?, ?, ?, 'B.LOP', ?, ?, ?, 'unknown', 'unknown', 'unknown', 'unknown', 'yes', 'yes', 0, 'unknown', 'unknown',
  'NL-VP', 0)
"""
_NOTE = """
INSERT INTO note (case_id, note_class, body, written_at, changed_at, revision)
VALUES (?, 'FILE', ?, '2026-11-01T10:00:00', '2026-11-01T10:00:00', 0)
"""


@dataclass(frozen=True)
class Pair:
    """The same notes twice: in a vault, and without encryption."""

    vault: OpenVault
    plain: Any


def run() -> list[Ratio]:
    """Median of a key stroke at 20,000 and at 100,000 notes."""
    ratios: list[Ratio] = []
    for notes in (20_000, 100_000):
        with _pair(notes) as pair:
            ours, base = paired_medians_ms(lambda pair=pair: _ours(pair), lambda pair=pair: _base(pair), times=15)
        strokes = len(_strokes())
        size = format(notes, ",d")
        ratios.append(Ratio(f"a key stroke of search, {size} notes", ours / strokes, base / strokes, "ms", 1.5, 3.0))
        ratios.append(Ratio(f"... within one frame, {size} notes", ours / strokes, FRAME_MS, "ms", 1.0, 2.0))
    return ratios


def _strokes() -> list[str]:
    """What stands in the field after each key."""
    return [words[: length + 1] for words in TYPED for length in range(len(words))]


def _ours(pair: Pair) -> None:
    for words in _strokes():
        pair.vault.book.search(words)


def _base(pair: Pair) -> None:
    marks = {"start": "<", "end": ">", "tokens": 24, "limit": 30}
    for words in _strokes():
        quoted = " ".join('"' + word + '"*' for word in words.split())
        pair.plain.execute(search.WORDS, {"words": quoted, **marks}).fetchall()


@contextlib.contextmanager
def _pair(notes: int) -> Iterator[Pair]:
    with tempfile.TemporaryDirectory() as folder:
        path, plain_path, key = Path(folder) / "desk.vault", Path(folder) / "plain.db", secrets.token_bytes(32)
        vault = create_vault(path, key, practice=False, today=TODAY)
        with vault.session.transaction():
            fill(vault, list(bodies(notes)))
        vault.close()
        plain_path.write_bytes(decrypted(path, key))  # page for page the same database
        plain = sqlcipher.connect(str(plain_path), isolation_level=None)
        plain.execute("PRAGMA cache_size=-64000")
        vault = open_vault(path, key, practice=False)
        yield Pair(vault, plain)
        plain.close()
        vault.close()


def bodies(notes: int) -> Iterator[str]:
    """Notes of about 600 characters whose words are as unequal in number as words are."""
    chance = Random(7)
    known = ["de", "het", "een", "zij", "gesprek", "sfeer", "op", "set", "opname", "regie", "montage", "afspraak"]
    parts = [start + middle + end for start in _STARTS for middle in _MIDDLES for end in ("", "n", "r", "t", "l")]
    words = known + ["".join(chance.choices(parts, k=chance.choice((1, 2, 2, 3)))) for _ in range(30_000)]
    weights = [1 / (place + 1) for place in range(len(words))]
    drawn = chance.choices(words, weights, k=450_000)
    for number in range(notes):
        start = (number * 9_973) % (len(drawn) - 90)
        yield " ".join(drawn[start : start + 90])


def fill(vault: OpenVault, rows: list[str]) -> None:
    """One organisation, a case for every ten notes, and the notes."""
    organisation = vault.book.add_organisation(Organisation(OrganisationId(0), "Omroep", "K.OMR", "W.250"))
    cases = range(1, len(rows) // 10 + 2)
    write = vault.session.change_each
    write("INSERT INTO person (id) VALUES (?)", [(case,) for case in cases])
    write(_CASE, [(case, organisation.id, *_number_and_days(case), case) for case in cases])
    write(_NOTE, [(number // 10 + 1, body) for number, body in enumerate(rows)])


def _number_and_days(case: int) -> tuple[str, str, str]:
    year = 16 + case // 1_000
    day = (date(2000 + year, 1, 1) + timedelta(days=case % 365)).isoformat()
    return f"{year:02}-{case % 1_000:03}", day, day
