from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counsellor_desk.packet.canonical import MOST_BYTES, MOST_DEPTH, Unexpected, canonical, read
from counsellor_desk.packet.fields import MOST_CHARACTERS, Fields

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-999_999_999, 999_999_999) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def nested(depth: int) -> bytes:
    return b"[" * depth + b"]" * depth


@given(VALUES)
def test_what_is_written_is_read_again_whatever_its_spelling(value: object) -> None:
    assert read(canonical(value).encode()) == read(json.dumps(value, indent=1).encode()) == value


def test_the_same_content_has_one_spelling() -> None:
    assert canonical({"b": [1, "é"], "a": None}) == canonical({"a": None, "b": [1, "é"]}) == '{"a":null,"b":[1,"é"]}'


@pytest.mark.parametrize(
    "text",
    [
        *(b"", b"{", b"1.0", b"1e3", b"-0", b"NaN", b"Infinity", b"1234567890", b"9" * 5000),
        *(b'{"a":1,"a":1}', b'"\\ud800"', b"\xff", b"\xef\xbb\xbf1"),
        *(nested(MOST_DEPTH + 1), nested(200_000)),
    ],
    ids=lambda text: repr(text[:20]),
)
def test_what_is_not_plain_is_refused(text: bytes) -> None:
    with pytest.raises(Unexpected) as refused:
        read(text)

    assert not refused.value.too_large


def test_a_depth_that_packets_have_is_read() -> None:
    assert canonical(read(nested(MOST_DEPTH))).encode() == nested(MOST_DEPTH)


def test_a_file_of_endless_size_is_refused_before_it_is_looked_at() -> None:
    with pytest.raises(Unexpected) as refused:
        read(b"[" + b" " * MOST_BYTES)

    assert refused.value.too_large


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        read(data)
    except Unexpected:
        return


@pytest.mark.parametrize("value", [[], "x", None, {}, {"a": 1, "b": 2}])
def test_an_object_with_other_members_is_refused(value: object) -> None:
    with pytest.raises(Unexpected):
        Fields(value, "a")


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("text", 1),
        ("text", "x" * (MOST_CHARACTERS + 1)),
        ("number", True),
        ("number", "1"),
        ("number", -1),
        ("flag", 1),
        ("parts", {}),
        ("texts", "ab"),
        ("texts", [1]),
        ("digest", "A" * 64),
        ("digest", "a" * 63),
    ],
)
def test_a_member_of_another_type_is_refused(question: str, value: object) -> None:
    with pytest.raises(Unexpected):
        getattr(Fields({"a": value}, "a"), question)("a")


def test_a_number_may_lie_below_nothing_only_where_that_is_asked_for() -> None:
    assert Fields({"a": -5}, "a").number("a", least=None) == -5
