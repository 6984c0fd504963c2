"""JSON with one spelling: keys sorted, no white space, whole numbers only. Read without trust."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import NoReturn

MOST_BYTES = 16 * 1024 * 1024  # a plan of the largest size takes about 10 MB
MOST_DEPTH = 12  # ours go to 7
MOST_DIGITS = 9  # a figure beyond a thousand million is none of ours, and floats in the solver hold the rest exactly


class Unexpected(ValueError):
    """The text is not what it should be. ``too_large`` when only its size speaks against it."""

    def __init__(self, *, too_large: bool = False) -> None:
        super().__init__()
        self.too_large = too_large


def canonical(value: object) -> str:
    """The one way to write ``value`` as JSON."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read(data: bytes, most: int = MOST_BYTES) -> object:
    """What ``data`` holds, in any spelling. No fraction, no member twice, nothing deep, no half character; not more
    than ``most`` bytes.

    Raises: Unexpected.
    """
    if len(data) > most:
        raise Unexpected(too_large=True)
    try:
        found: object = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_members,
            parse_int=_whole,
            parse_float=_refuse,
            parse_constant=_refuse,
        )
        canonical(found).encode("utf-8")  # half of a surrogate pair has no bytes
    except Unexpected:
        raise
    except (ValueError, RecursionError) as error:
        raise Unexpected() from error
    if _depth(found) > MOST_DEPTH:
        raise Unexpected()
    return found


def _members(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise Unexpected()
    return members


def _whole(digits: str) -> int:
    if len(digits.lstrip("-")) > MOST_DIGITS or digits == "-0":
        raise Unexpected()
    return int(digits)


def _refuse(_words: str) -> NoReturn:
    raise Unexpected()


def _depth(value: object) -> int:
    """How many arrays and objects lie within each other; counted level by level, not by recursion."""
    level: list[object] = [value]
    for depth in range(MOST_DEPTH + 1):
        level = [one for one in level if isinstance(one, list | dict)]
        if not level:
            return depth
        level = [inner for one in level for inner in _inside(one)]
    return MOST_DEPTH + 1


def _inside(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()
