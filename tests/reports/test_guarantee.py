"""What a report promises: one row of a table per kind of release."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.release import Certificate, Corrections, Release
from counsellor_desk.reports.content import compose
from counsellor_desk.reports.wording import Wording
from tests.reports.samples import NOORD, sample, with_year_to_date

Kind = Callable[[Release], Release]


def plain(release: Release) -> Release:
    return release


def wide(release: Release) -> Release:
    """Every rounded figure with a margin of 10, as on the second step."""
    tables = tuple(
        replace(table, rows=tuple(replace(row, window=2 * row.window) for row in table.rows))
        for table in release.tables
    )
    return replace(release, tables=tables, certificate=replace(release.certificate, ladder=2))


def third_step(release: Release) -> Release:
    return replace(release, certificate=replace(release.certificate, ladder=3))


def only_wide_to_date(release: Release) -> Release:
    """Narrow margins in the quarter and wider ones in the year so far."""
    release = with_year_to_date(release)
    return replace(release, to_date=tuple(replace(part, tables=wide(release).tables) for part in release.to_date))


def for_one(release: Release) -> Release:
    return replace(release, audience=NOORD)


def practised(release: Release) -> Release:
    return replace(release, practice=True)


def without_persons(release: Release) -> Release:
    tables = (table for table in release.tables if table.id not in ("T1", "T4", "T5"))
    return replace(release, tables=tuple(tables))


def only_activities(release: Release) -> Release:
    return replace(release, tables=release.tables[-2:])


def claims_more_than_its_base(release: Release) -> Release:
    """Published by an earlier program, which stated whatever the figures left by then."""
    return replace(release, certificate=Certificate(5, 10, 2, 99, 4, "0" * 64))


def _line(*parts: tuple[str, ...]) -> str:
    """All sentences in one line, with ordinary spaces."""
    return " ".join(sentence for part in parts for sentence in part).replace("\u00a0", " ")


def corrected(release: Release) -> Release:
    certificate = replace(release.certificate, rho=4)
    return replace(release, certificate=certificate, corrections=Corrections(1, 2, 1))


def at_the_floor(release: Release) -> Release:
    return replace(corrected(release), certificate=replace(release.certificate, rho=3))


def after_a_correction(release: Release) -> Release:
    return replace(release, corrections=Corrections(1))


SAYS: list[tuple[Kind, dict[str, bool]]] = [
    (
        plain,
        {
            "multiples of 5": True,
            "differs from the true number by at most 5": True,
            "the largest margin": False,
            "at least 6 different numbers": True,
            "A 0 or a 5 does not show": True,
            "with 1 case at least 5; with 2 cases at least 4; with 3 cases at least 3": True,
            "who knows 5 cases or more": True,
            "never fewer than": False,
            "reports: 15; figures and sums: 1,234; rho = 5": True,
            "presupposes a first": True,
            "from elsewhere": True,
            "Likelihoods can still be estimated": True,
            "not that everything was counted well": True,
            "Wider margins": False,
            "one organisation": False,
            "invented": False,
            "correct": False,
        },
    ),
    (wide, {"by at most 5": False, "the largest margin is 10": True, "Wider margins": True, "(step 2)": True}),
    (third_step, {"(step 3)": True, "recomputes the whole method": True}),
    (only_wide_to_date, {"by at most 5": False, "the largest margin is 10": True}),
    (for_one, {"one organisation": True, "at least 6 different numbers": True}),
    (
        corrected,
        {
            "A 0 or a 5 does not show": False,
            "takes the place of report 2: since then no number of cases moved by more than 1": True,
            "(corrections: 1)": True,
            "holds for each report alone": True,
            "(rho = 4 instead of 5)": True,
            "at least 5 different numbers": True,
            "with 1 case at least 4; with 2 cases at least 3; with 3 cases at least 2": True,
            "who knows 4 cases or more": True,
            "than this one, but never fewer than 4": True,
        },
    ),
    (
        at_the_floor,
        {"(rho = 3 instead of 5)": True, "at least 4 different numbers": True, "never fewer than": False},
    ),
    (
        after_a_correction,
        {
            "A 0 or a 5 does not show": False,
            "takes the place of report": False,
            "(corrections: 1)": True,
            "holds for each report alone": True,
            "instead of": False,
        },
    ),
    (practised, {"invented and about nobody": True}),
    (without_persons, {"presupposes a first": False}),
    (only_activities, {"multiples of": False, "margin": False, "hold no data about persons": True}),
    (
        claims_more_than_its_base,
        {
            "at least 6 different numbers": True,
            "with 3 cases at least 3": True,
            "knows 5 cases": True,
            "rho = 5": True,
        },
    ),
]


@pytest.mark.parametrize(
    ("kind", "words", "said"), [(kind, words, said) for kind, row in SAYS for words, said in row.items()]
)
def test_the_promise_and_its_limits_say_what_holds_of_this_release_and_no_more(
    codebook: Codebook, wordings: Mapping[str, Wording], kind: Kind, words: str, said: bool
) -> None:
    text = compose(kind(sample(codebook)), codebook, wordings["en"])

    assert (words in _line(text.guarantee, text.limits)) is said


@pytest.mark.parametrize("kind", [kind for kind, _ in SAYS])
def test_both_languages_say_the_same_things(codebook: Codebook, wordings: Mapping[str, Wording], kind: Kind) -> None:
    nl, en = (compose(kind(sample(codebook)), codebook, wording) for wording in wordings.values())

    assert (len(nl.guarantee), len(nl.limits)) == (len(en.guarantee), len(en.limits))


def test_readers_for_whom_only_one_number_remains_are_not_promised_one(
    release: Release, codebook: Codebook, wordings: Mapping[str, Wording]
) -> None:
    tight = replace(release, certificate=replace(release.certificate, base=3, rho=3))
    text = _line(compose(tight, codebook, wordings["nl"]).guarantee)

    assert "bij 1 zaak minstens 3; bij 2 zaken minstens 2." in text
    assert "minstens 1" not in text
