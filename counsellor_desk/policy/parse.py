"""From the text of a policy file to the values in force, and what is to be said of it. Every text has an answer."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from counsellor_desk.policy.model import OWN, UNREADABLE, Policy

_KEY = re.compile(r"[a-z_]{1,40}")
# The least and the most a number may be; the desk's own value is the loose end.
_SECONDS = (60, OWN.idle_seconds)  # below a minute nobody can work
_DAYS = (7, OWN.purge_days)  # a week to notice that a backup is missed; 7 to 90 were asked for, above 35 is looser
_BASES = (OWN.base, 10)  # 3 would be looser than the desk's own


class WhyIgnored(StrEnum):
    """What is to be said about a key, or about the whole file."""

    UNREADABLE = "unreadable"  # no TOML, or none at all that can be read
    NOT_PROTECTED = "not_protected"  # others than its administrator may write it: it is left aside
    UNKNOWN = "unknown_key"
    LOOSER = "looser"  # than the desk's own rule, which stays
    TOO_TIGHT = "too_tight"  # the tightest there is was taken
    NOT_A_VALUE = "not_a_value"  # of the kind this key has: taken as in a file that cannot be read


@dataclass(frozen=True, slots=True)
class PolicyRemark:
    """``key`` is empty for the whole file, and "?" where its name is no name."""

    why: WhyIgnored
    key: str = ""


@dataclass(frozen=True, slots=True)
class PolicyReading:
    """``is_set`` are the keys whose value comes from the file. ``there``: a file was found."""

    policy: Policy = OWN
    is_set: frozenset[str] = frozenset()
    remarks: tuple[PolicyRemark, ...] = ()
    there: bool = False


NONE = PolicyReading()
"""What is read where there is no file: the desk's own rules."""


def refused(why: WhyIgnored) -> PolicyReading:
    """Of a file that is there and cannot be obeyed. One that others may write says nothing at all."""
    policy = OWN if why is WhyIgnored.NOT_PROTECTED else UNREADABLE
    return PolicyReading(policy, remarks=(PolicyRemark(why),), there=True)


def parse(text: str) -> PolicyReading:
    """What the file says, as far as it makes the desk stricter."""
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return refused(WhyIgnored.UNREADABLE)
    reading = PolicyReading(there=True)
    for key, value in found.items():
        reading = _with(reading, key, value)
    return reading


def _with(reading: PolicyReading, key: str, value: object) -> PolicyReading:
    read = _READERS.get(key)
    if read is None:
        return _remarked(reading, PolicyRemark(WhyIgnored.UNKNOWN, key if _KEY.fullmatch(key) else "?"))
    policy, why = read(reading.policy, value)
    if why is not None:
        reading = _remarked(reading, PolicyRemark(why, key))
    if why is WhyIgnored.LOOSER:
        return reading
    return replace(reading, policy=policy, is_set=reading.is_set | {key})


def _remarked(reading: PolicyReading, remark: PolicyRemark) -> PolicyReading:
    return replace(reading, remarks=(*reading.remarks, remark))


def _number(value: object, least: int, most: int, unreadable: int) -> tuple[int, WhyIgnored | None]:
    """A whole number; smaller is stricter."""
    if type(value) is not int:
        return unreadable, WhyIgnored.NOT_A_VALUE
    if value > most:
        return most, WhyIgnored.LOOSER
    return (least, WhyIgnored.TOO_TIGHT) if value < least else (value, None)


def _idle_seconds(policy: Policy, value: object) -> tuple[Policy, WhyIgnored | None]:
    seconds, why = _number(value, *_SECONDS, UNREADABLE.idle_seconds)
    return replace(policy, idle_seconds=seconds), why


def _purge_days(policy: Policy, value: object) -> tuple[Policy, WhyIgnored | None]:
    days, why = _number(value, *_DAYS, UNREADABLE.purge_days)
    return replace(policy, purge_days=days), why


def _base(policy: Policy, value: object) -> tuple[Policy, WhyIgnored | None]:
    if type(value) is int and value in _BASES:
        return replace(policy, base=value), None
    return policy, WhyIgnored.LOOSER if type(value) is int and value < OWN.base else WhyIgnored.NOT_A_VALUE


def _switch(value: object) -> WhyIgnored | None:
    """What is to be said of a value that can only be true; one of another kind counts as true."""
    if type(value) is not bool:
        return WhyIgnored.NOT_A_VALUE
    return None if value else WhyIgnored.LOOSER


def _keep_out_of_capture(policy: Policy, value: object) -> tuple[Policy, WhyIgnored | None]:
    return replace(policy, keep_out_of_capture=True), _switch(value)


def _require_passphrase(policy: Policy, value: object) -> tuple[Policy, WhyIgnored | None]:
    return replace(policy, require_passphrase=True), _switch(value)


_READERS: Mapping[str, Callable[[Policy, object], tuple[Policy, WhyIgnored | None]]] = {
    "idle_seconds": _idle_seconds,
    "purge_days": _purge_days,
    "base": _base,
    "keep_out_of_capture": _keep_out_of_capture,
    "require_passphrase": _require_passphrase,
}
