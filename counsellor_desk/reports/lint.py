"""Reads a finished report as a stranger would and names each word and number that should not be there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.release import FLOOR, Release
from counsellor_desk.reports.content import NET_CHANGE, ReportText, compose
from counsellor_desk.reports.errors import WordingDamaged
from counsellor_desk.reports.guarantee import READERS
from counsellor_desk.reports.tidy import COLUMNS, tidy
from counsellor_desk.reports.wording import Wording

_TOKEN: Final = re.compile(r"\d{1,3}(?:[.,]\d{3})+(?!\d)|\w+")
_PLACEHOLDER: Final = re.compile(r"{\w+}")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words and numbers that one release may print in one language."""

    words: frozenset[str]
    numbers: frozenset[str]

    def strangers(self, text: str) -> tuple[str, ...]:
        """The words and numbers of ``text`` that come neither from the release nor from the template."""
        found = dict.fromkeys(_tokens(text))
        return tuple(token for token in found if token not in (self.numbers if _is_number(token) else self.words))


def refuse_strangers(release: Release, codebook: Codebook, wording: Wording) -> None:
    """Every sentence of the report says nothing but words of the template and numbers of ``release``.

    Raises: WordingDamaged.
    """
    text = compose(release, codebook, wording)
    said = (text.title, text.audience, text.reading, *text.marks, *text.rules, *text.guarantee, *text.limits)
    if vocabulary(release, codebook, wording).strangers(" ".join((*said, *text.check, *text.not_shown))):
        raise WordingDamaged(language=wording.language)


def vocabulary(release: Release, codebook: Codebook, wording: Wording, pages: int = 0) -> Vocabulary:
    """What a report of ``release`` may say: its figures, its codes, the template, and the page numbers."""
    text = compose(release, codebook, wording)
    tokens = frozenset(chain(_template(wording), _named(release, codebook, wording, text), _figures(text, wording)))
    numbers = frozenset(token for token in tokens if _is_number(token))
    return Vocabulary(tokens - numbers, numbers | {str(page) for page in range(1, pages + 1)})


def _template(wording: Wording) -> Iterator[str]:
    """The words of the template itself, without what fills its placeholders; of numbers it may have 0 only."""
    for entry in wording.entries.values():
        for sentence in (entry,) if isinstance(entry, str) else entry:
            for token in _tokens(_PLACEHOLDER.sub(" ", sentence)):
                if token == "0" or not _is_number(token):
                    yield token


def _named(release: Release, codebook: Codebook, wording: Wording, text: ReportText) -> Iterator[str]:
    """Codes and their labels, whom the report is for, and the marks by which the release is known."""
    certificate, period = release.certificate, release.period
    for row in tidy(release, codebook, wording):
        yield from _tokens(" ".join((row.period, row.table, row.code_list, row.code, row.label, row.unit)))
    yield from _tokens(" ".join((release.audience.name, release.plan, release.codebook, str(period))))
    yield from _tokens(" ".join((release.check_code, text.check_code, text.title, text.audience)))
    yield from _tokens(" ".join((*text.columns, *COLUMNS)))
    days = [period.first_day, period.last_day, *((release.published_on,) if release.published_on else ())]
    yield from _tokens(" ".join(wording.day(day) for day in days))
    proof = (certificate.base, certificate.promised, certificate.ladder, certificate.rows, certificate.releases)
    readers = (number for known in READERS for number in (known, certificate.possible_counts(known)))
    corrections = (release.corrections.count, release.corrections.replaces, release.corrections.changed)
    later = (FLOOR + 1,) if release.corrections.count else ()
    for number in (
        release.number,
        certificate.releases - 1,
        *corrections,
        *later,
        *proof,
        certificate.possible_counts(0),
        *readers,
    ):
        yield from _written(number, wording)


def _figures(text: ReportText, wording: Wording) -> Iterator[str]:
    """Every published figure and its window, and the one figure that is computed from two of them."""
    lines = chain(text.headline, *(table.lines for table in text.tables))
    totals = (table.total for table in text.tables if table.total is not None)
    for line in chain(lines, totals):
        for figure in line.figures:
            yield from _written(figure.value, wording)
            yield from _written(figure.window, wording)
        if line.code == NET_CHANGE:
            yield NET_CHANGE


def _written(number: int, wording: Wording) -> Iterator[str]:
    yield from _tokens(wording.number(number))
    yield str(abs(number))


def _tokens(text: str) -> Iterator[str]:
    return (match[0].casefold() for match in _TOKEN.finditer(text))


def _is_number(token: str) -> bool:
    return any(character.isdigit() for character in token)
