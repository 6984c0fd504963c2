"""The recovery sheet names what is wrong and reads what is meant."""

from __future__ import annotations

import base64
from functools import reduce
from itertools import combinations
from operator import xor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counsellor_desk.custody.errors import SheetGroupWrong, SheetIncomplete
from counsellor_desk.custody.sheet import GROUP_LENGTH, GROUPS, check_group, decode, encode, fingerprint, normalised

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
KNOWN = (
    "000G0",
    "40R47",
    "0M30J",
    "E209D",
    "185GT",
    "R38E6",
    "1W81Q",
    "24GK4",
    "2GAHK",
    "C5RRE",
    "34D11",
    "P70XS",
    "3RFGB",
)
KNOWN_MARK = "5ED5AHNF"
# The powers of the generator of GF(32) on x^5 + x^2 + 1, from textbook tables of the field.
POWERS = (
    1,
    2,
    4,
    8,
    16,
    5,
    10,
    20,
    13,
    26,
    17,
    7,
    14,
    28,
    29,
    31,
    27,
    19,
    3,
    6,
    12,
    24,
    21,
    15,
    30,
    25,
    23,
    11,
    22,
    9,
    18,
)
EVERY_PLACE = set(range(1, GROUPS + 1))
keys = st.binary(min_size=32, max_size=32)
positions = st.integers(1, GROUPS)


def replaced(text: str, place: int, sign: str) -> str:
    return text[:place] + sign + text[place + 1 :]


@given(keys)
def test_the_sheet_gives_the_key_back(key: bytes) -> None:
    groups = encode(key)

    assert len(groups) == GROUPS
    assert all(len(group) == GROUP_LENGTH and set(group) <= set(ALPHABET) for group in groups)
    assert decode(groups) == key


@given(keys)
def test_the_data_digits_are_those_of_the_standard_base_32(key: bytes) -> None:
    standard = base64.b32encode(key).decode().rstrip("=")

    data = "".join(group[:-1] for group in encode(key))

    assert data == standard.translate(str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", ALPHABET))


@given(keys)
def test_the_check_digits_are_those_of_the_field_by_its_table(key: bytes) -> None:
    for position, group in enumerate(encode(key), start=1):
        word = (position, *(ALPHABET.index(sign) for sign in group))
        terms = [
            POWERS[(POWERS.index(digit) + power) % 31]
            for power, digit in zip(range(5, -1, -1), word, strict=True)
            if digit
        ]
        assert reduce(xor, terms) == 0


def test_the_sheet_of_a_known_key_never_changes() -> None:
    assert encode(bytes(range(32))) == KNOWN
    assert fingerprint(bytes(range(32))) == KNOWN_MARK


@given(keys, positions)
@settings(max_examples=60)
def test_every_single_wrong_character_is_found_and_its_group_named(key: bytes, position: int) -> None:
    groups = list(encode(key))
    right = groups[position - 1]

    for place in range(GROUP_LENGTH):
        for sign in set(ALPHABET) - {right[place]}:
            wrong = replaced(right, place, sign)
            assert not check_group(position, wrong)
            with pytest.raises(SheetGroupWrong) as caught:
                decode([*groups[: position - 1], wrong, *groups[position:]])
            assert caught.value.params == {"group": position}


@given(keys, positions)
def test_any_two_different_characters_exchanged_are_found(key: bytes, position: int) -> None:
    right = encode(key)[position - 1]

    for one, other in combinations(range(GROUP_LENGTH), 2):
        wrong = replaced(replaced(right, one, right[other]), other, right[one])
        assert wrong == right or not check_group(position, wrong)


@given(keys)
def test_a_group_in_the_wrong_place_is_found(key: bytes) -> None:
    groups = encode(key)

    assert not any(check_group(place, groups[own - 1]) for own in EVERY_PLACE for place in EVERY_PLACE - {own})


@given(keys, st.data())
def test_case_spaces_dashes_and_look_alikes_do_not_matter(key: bytes, data: st.DataObject) -> None:
    def typed(sign: str) -> str:
        looks = {"0": "0Oo", "1": "1IiLl"}.get(sign, sign + sign.lower())
        return data.draw(st.sampled_from(looks)) + data.draw(st.sampled_from(["", "", " ", "-", "–"]))

    groups = ["".join(typed(sign) for sign in group) for group in encode(key)]

    assert all(check_group(position, group) for position, group in enumerate(groups, start=1))
    assert tuple(normalised(group) for group in groups) == encode(key)
    assert decode(groups) == key


@pytest.mark.parametrize(
    "typed", ["", "00", "000000", "0000U", "ß0000", "0000\0", "😀0000", "²0000", "٠٠٠٠٠"], ids=ascii
)
def test_what_is_no_group_is_no_group(typed: str) -> None:
    assert not check_group(1, typed)


@pytest.mark.parametrize("position", [-1, 0, GROUPS + 1, 10_000])
def test_a_place_that_is_not_on_the_sheet_has_no_group(position: int) -> None:
    assert not any(check_group(position, group) for group in encode(bytes(32)))


def test_the_unused_end_of_the_last_group_must_be_empty() -> None:
    fitting = [f"000{a}{b}" for a in ALPHABET for b in ALPHABET if check_group(GROUPS, f"000{a}{b}")]

    assert {group[3] for group in fitting} == {"0", "G"}


@pytest.mark.parametrize(
    "groups",
    [(), encode(bytes(32))[:-1], (*encode(bytes(32)), "00000"), (*encode(bytes(32))[:-1], " - ")],
    ids=["none", "one missing", "one too many", "last empty"],
)
def test_a_sheet_that_is_not_whole_is_incomplete(groups: tuple[str, ...]) -> None:
    with pytest.raises(SheetIncomplete) as caught:
        decode(groups)

    assert caught.value.params == {"needed": GROUPS}


def test_a_group_of_the_wrong_length_is_named() -> None:
    groups = list(encode(bytes(32)))
    groups[6] = groups[6][:-1]

    with pytest.raises(SheetGroupWrong) as caught:
        decode(groups)

    assert caught.value.params == {"group": 7}


@given(keys, keys)
def test_different_keys_have_different_fingerprints(one: bytes, other: bytes) -> None:
    assert (fingerprint(one) == fingerprint(other)) == (one == other)


@given(keys)
def test_a_fingerprint_is_short_and_written_like_the_sheet(key: bytes) -> None:
    mark = fingerprint(key)

    assert len(mark) == 8
    assert set(mark) <= set(ALPHABET)


@pytest.mark.parametrize("length", [0, 31, 33])
def test_only_a_whole_key_goes_on_a_sheet(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        encode(bytes(length))
