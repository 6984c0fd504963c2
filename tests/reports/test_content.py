from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.release import Corrections, Figure, NotShown, Release
from counsellor_desk.reports.content import ReportText, compose
from counsellor_desk.reports.export import stem
from counsellor_desk.reports.lint import vocabulary
from counsellor_desk.reports.wording import Wording
from tests.reports.samples import NOORD, preview_of, sample


def test_the_change_in_running_cases_comes_from_published_figures_with_both_margins(
    release: Release, codebook: Codebook, wording: Wording
) -> None:
    change = compose(release, codebook, wording).headline[-1]

    assert (change.code, change.value, change.window) == ("net_change", 45 - 40, 10)


def test_the_change_over_the_year_so_far_comes_from_its_own_figures(
    third_quarter: Release, codebook: Codebook, wording: Wording
) -> None:
    change = compose(third_quarter, codebook, wording).headline[-1]

    assert [(figure.value, figure.window) for figure in change.to_date] == [(145 - 140, 10)]


def test_a_change_that_the_release_itself_gives_is_not_computed_again(
    release: Release, codebook: Codebook, wording: Wording
) -> None:
    first = release.tables[0]
    given = replace(first, rows=(*first.rows, Figure("net_change", 5, 10)))
    text = compose(replace(release, tables=(given, *release.tables[1:])), codebook, wording)

    assert [line.code for line in text.headline].count("net_change") == 1


def test_actions_and_referrals_stand_apart(
    release: Release, codebook: Codebook, wordings: Mapping[str, Wording]
) -> None:
    table = next(table for table in compose(release, codebook, wordings["nl"]).tables if table.id == "T11")

    assert [group.title for group in table.groups] == ["Gedaan", "Doorverwezen naar"]
    assert all(line.code.startswith("H.") for line in table.groups[0].lines)


def test_rows_stand_in_the_order_of_the_release_and_zeros_are_kept(
    release: Release, codebook: Codebook, wording: Wording
) -> None:
    text = compose(release, codebook, wording)
    released = {table.id: [(row.code, row.value) for row in table.rows] for table in release.tables}

    assert all([(line.code, line.value) for line in table.lines] == released[table.id] for table in text.tables)
    assert any(line.value == 0 for table in text.tables for line in table.lines)


def test_how_many_small_organisations_there_are_is_not_told(
    release: Release, codebook: Codebook, wordings: Mapping[str, Wording]
) -> None:
    said = compose(release, codebook, wordings["nl"]).not_shown

    assert sum("Een organisatie apart" in sentence for sentence in said) == 1


def test_tables_withheld_for_one_reason_share_a_sentence(
    release: Release, codebook: Codebook, wordings: Mapping[str, Wording]
) -> None:
    withheld = (NotShown("T8", "population"), NotShown("T13", "population"), NotShown("T2", "not_proven"))
    said = compose(replace(release, withheld=withheld), codebook, wordings["en"]).not_shown

    assert said[0].startswith("Where it happened; How it ended: not shown")
    assert said[1].startswith("What it was about: not shown, because the protection")


def test_every_reason_has_its_sentence(release: Release, codebook: Codebook, wording: Wording) -> None:
    for reason in ("population", "not_proven", "no_cases"):
        assert compose(replace(release, withheld=(NotShown("T2", reason),)), codebook, wording).not_shown


def test_a_preview_says_that_it_is_one_and_has_no_number(
    release: Release, codebook: Codebook, wordings: Mapping[str, Wording]
) -> None:
    text = compose(preview_of(release), codebook, wordings["nl"])

    assert text.marks == ("Voorbeeld – nog niet vastgesteld",)
    assert "Verslag" not in dict(text.about)
    assert dict(text.about)["Vastgesteld"] == "Nog niet vastgesteld"


def test_an_organisation_is_named_on_its_own_report_but_not_in_the_title(
    codebook: Codebook, wording: Wording
) -> None:
    text: ReportText = compose(sample(codebook, audience=NOORD), codebook, wording)

    assert NOORD.name in text.audience
    assert NOORD.name not in text.title


def test_a_reader_is_told_how_to_check_it_and_how_many_packets_that_takes(
    release: Release, codebook: Codebook, wordings: Mapping[str, Wording]
) -> None:
    said = " ".join(compose(release, codebook, wordings["en"]).check)

    assert "counsellor-desk verify PACKET EARLIER" in said
    assert f"there are {release.certificate.releases - 1}" in said


def test_a_correction_says_on_every_page_and_in_its_name_which_report_it_replaces(
    release: Release, codebook: Codebook, wordings: Mapping[str, Wording]
) -> None:
    correction = replace(release, number=16, corrections=Corrections(1, 15, 1))
    text = compose(correction, codebook, wordings["nl"])

    assert text.marks == ("Correctie van verslag 15",)
    assert dict(text.about)["In plaats van verslag"] == "15"
    assert stem(correction) == "figures-2026Q3-sector-correction-16"
    assert vocabulary(correction, codebook, wordings["nl"]).strangers(" ".join((*text.marks, *text.limits))) == ()
