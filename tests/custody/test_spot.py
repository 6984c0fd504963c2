"""A group of the sheet is known again without the key being kept."""

from __future__ import annotations

import gc

from hypothesis import given
from hypothesis import strategies as st

from counsellor_desk.custody import sheet
from counsellor_desk.custody.spot import SpotCheck
from tests.custody.conftest import KEY, OTHER_KEY

KEYS = st.binary(min_size=32, max_size=32)


@given(KEYS, st.integers(1, sheet.GROUPS))
def test_a_group_is_right_however_it_is_typed(key: bytes, number: int) -> None:
    group = sheet.encode(key)[number - 1]

    assert SpotCheck(key).is_right(number, f" {group[:2].lower()}-{group[2:]} ")


def test_a_group_of_another_sheet_or_place_is_not_right() -> None:
    check, groups, others = SpotCheck(KEY), sheet.encode(KEY), sheet.encode(OTHER_KEY)

    assert not any(check.is_right(number, group) for number, group in enumerate(others, start=1))
    assert not check.is_right(1, groups[1])
    assert not check.is_right(1, "")
    assert not check.is_right(13, groups[0])


def test_the_key_is_not_kept() -> None:
    check = SpotCheck(bytes(range(32)))

    kept = [thing for thing in gc.get_referents(vars(check)) if isinstance(thing, bytes)]
    assert KEY not in kept
    assert not set(sheet.encode(KEY)) & {str(thing) for thing in gc.get_referents(vars(check))}
