from __future__ import annotations

from datetime import date

import pytest

from counsellor_desk.codebook import Codebook, CodeUnknown
from counsellor_desk.codebook.reader import parse

from .lists import files, row, table


@pytest.fixture
def colours() -> Codebook:
    return parse(
        files(
            colour=table(
                row("WARM"),
                row("RED", rollup="WARM", parent="WARM", ioa="2F|3F"),
                row("OLD", rollup="WARM", valid_to="2026-06-30"),
                row("COLD", valid_from="2027-01-01"),
            ),
            shape=table(row("ROUND")),
        )
    )


def test_a_list_keeps_the_order_of_its_file(colours: Codebook) -> None:
    assert [code.code for code in colours.codes("COLOUR")] == ["WARM", "RED", "OLD", "COLD"]


@pytest.mark.parametrize(
    ("day", "offered"),
    [
        (date(2025, 12, 31), []),
        (date(2026, 1, 1), ["WARM", "RED", "OLD"]),
        (date(2026, 6, 30), ["WARM", "RED", "OLD"]),
        (date(2026, 7, 1), ["WARM", "RED"]),
        (date(2027, 1, 1), ["WARM", "RED", "COLD"]),
    ],
)
def test_a_code_is_offered_from_its_first_to_its_last_day(colours: Codebook, day: date, offered: list[str]) -> None:
    assert [code.code for code in colours.codes("COLOUR", day)] == offered
    assert [code.code for code in colours.find(["COLOUR"], "", on=day)] == offered


def test_a_closed_code_stays_readable(colours: Codebook) -> None:
    assert colours.has("COLOUR", "OLD")
    assert colours.label("OLD", "nl") == "Naam OLD"


def test_a_code_knows_its_list_parent_and_counterparts(colours: Codebook) -> None:
    red = colours.code("RED")

    assert (red.list, red.parent, dict(red.crosswalks)) == ("COLOUR", "WARM", {"ioa": "2F|3F"})


def test_a_code_is_counted_in_its_category_and_a_category_in_itself(colours: Codebook) -> None:
    assert colours.rollup("RED") == "WARM"
    assert colours.rollup("WARM") == "WARM"
    assert colours.rollups("COLOUR") == ("WARM", "COLD")


def test_a_list_has_only_its_own_codes(colours: Codebook) -> None:
    assert not colours.has("COLOUR", "ROUND")
    assert not colours.has("COLOUR", "NONE")


def test_asking_for_an_unknown_code_is_a_named_error(colours: Codebook) -> None:
    with pytest.raises(CodeUnknown) as caught:
        colours.label("NONE", "nl")

    assert caught.value.params == {"code": "NONE"}
