"""A policy file can make the desk stricter, and nothing else, whatever stands in it."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counsellor_desk.policy import OWN, Policy, PolicyRemark, WhyIgnored, parse
from counsellor_desk.policy.model import UNREADABLE

KEYS = [one.name for one in fields(Policy)]
VALUES = st.one_of(
    st.integers(-(10**6), 10**6),
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
    st.text("abc XYZ 019.,-", max_size=20).map(lambda text: f'"{text}"'),
)
ANYTHING = st.dictionaries(st.sampled_from(KEYS), VALUES)


def toml(values: dict[str, object]) -> str:
    return "".join(
        f"{key} = {str(value).lower() if isinstance(value, bool) else value}\n" for key, value in values.items()
    )


def looser_than_own(policy: Policy) -> list[str]:
    """What the desk does less strictly than without a policy."""
    stricter = {
        "idle_seconds": 0 < policy.idle_seconds <= 300,
        "purge_days": 0 < policy.purge_days <= 35,
        "base": policy.base in (5, 10),
        "keep_out_of_capture": policy.keep_out_of_capture in (True, False),
        "require_passphrase": policy.require_passphrase in (True, False),
    }
    assert list(stricter) == KEYS
    return [key for key, holds in stricter.items() if not holds]


@given(ANYTHING)
def test_no_value_makes_the_desk_less_strict(values: dict[str, object]) -> None:
    assert looser_than_own(parse(toml(values)).policy) == []


@given(st.text())
def test_no_text_makes_the_desk_less_strict(text: str) -> None:
    assert looser_than_own(parse(text).policy) == []


@given(
    st.dictionaries(st.sampled_from(KEYS), VALUES),
    st.dictionaries(st.from_regex(r"[a-z_]{1,12}", fullmatch=True), VALUES),
)
def test_other_keys_change_nothing_of_what_is_in_force(values: dict[str, object], others: dict[str, object]) -> None:
    strange = {key: value for key, value in others.items() if key not in KEYS}

    assert parse(toml(values | strange)).policy == parse(toml(values)).policy


@given(ANYTHING)
def test_every_key_of_the_file_is_in_force_or_remarked_upon(values: dict[str, object]) -> None:
    reading = parse(toml(values))

    assert set(values) == reading.is_set | {remark.key for remark in reading.remarks}


@given(st.integers(60, 300), st.integers(7, 35), st.sampled_from([5, 10]))
def test_what_is_stricter_is_taken_as_it_stands(seconds: int, days: int, base: int) -> None:
    reading = parse(
        f"idle_seconds = {seconds}\npurge_days = {days}\nbase = {base}\nkeep_out_of_capture = true\n"
        + "require_passphrase = true\n"
    )

    assert reading.policy == Policy(seconds, days, base, keep_out_of_capture=True, require_passphrase=True)
    assert reading.remarks == ()


@pytest.mark.parametrize(
    ("line", "remark", "in_force"),
    [
        ("idle_seconds = 600", PolicyRemark(WhyIgnored.LOOSER, "idle_seconds"), OWN),
        ("idle_seconds = 5", PolicyRemark(WhyIgnored.TOO_TIGHT, "idle_seconds"), Policy(idle_seconds=60)),
        ('idle_seconds = "120"', PolicyRemark(WhyIgnored.NOT_A_VALUE, "idle_seconds"), Policy(idle_seconds=60)),
        ("idle_seconds = true", PolicyRemark(WhyIgnored.NOT_A_VALUE, "idle_seconds"), Policy(idle_seconds=60)),
        ("purge_days = 90", PolicyRemark(WhyIgnored.LOOSER, "purge_days"), OWN),
        ("purge_days = 0", PolicyRemark(WhyIgnored.TOO_TIGHT, "purge_days"), Policy(purge_days=7)),
        ("purge_days = 7.5", PolicyRemark(WhyIgnored.NOT_A_VALUE, "purge_days"), OWN),
        ("base = 3", PolicyRemark(WhyIgnored.LOOSER, "base"), OWN),
        ("base = 7", PolicyRemark(WhyIgnored.NOT_A_VALUE, "base"), OWN),
        ("keep_out_of_capture = false", PolicyRemark(WhyIgnored.LOOSER, "keep_out_of_capture"), OWN),
        (
            "keep_out_of_capture = 0",
            PolicyRemark(WhyIgnored.NOT_A_VALUE, "keep_out_of_capture"),
            Policy(keep_out_of_capture=True),
        ),
        ("require_passphrase = false", PolicyRemark(WhyIgnored.LOOSER, "require_passphrase"), OWN),
        ("raw_export = true", PolicyRemark(WhyIgnored.UNKNOWN, "raw_export"), OWN),
        ('"Idle Seconds" = 60', PolicyRemark(WhyIgnored.UNKNOWN, "?"), OWN),
        ("[desk]\nidle_seconds = 60", PolicyRemark(WhyIgnored.UNKNOWN, "desk"), OWN),
        ("idle_seconds = = 60", PolicyRemark(WhyIgnored.UNREADABLE), UNREADABLE),
    ],
)
def test_what_is_not_taken_is_named(line: str, remark: PolicyRemark, in_force: Policy) -> None:
    reading = parse(line)

    assert reading.remarks == (remark,)
    assert reading.policy == in_force


def test_a_file_nobody_can_read_changes_nothing_that_could_not_be_taken_back() -> None:
    assert (UNREADABLE.purge_days, UNREADABLE.base) == (OWN.purge_days, OWN.base)


def test_an_empty_file_is_there_and_sets_nothing() -> None:
    reading = parse("# nothing yet\n")

    assert (reading.there, reading.policy, reading.is_set, reading.remarks) == (True, OWN, frozenset(), ())
