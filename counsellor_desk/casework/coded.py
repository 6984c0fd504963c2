"""The coded fields of a case that can be filled in later, each with the way to change it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from counsellor_desk.casework.model import CaseFile

Change = Callable[[CaseFile], CaseFile]

_CHANGES: Mapping[str, Callable[[CaseFile, str | None], CaseFile]] = MappingProxyType(
    {
        "client_role": lambda case, code: replace(case, client_role=code),
        "client_status": lambda case, code: replace(case, client_status=code),
        "function_group": lambda case, code: replace(case, function_group=code),
        "channel": lambda case, code: replace(case, channel=code),
        "route": lambda case, code: replace(case, route=code),
        "chain_client": lambda case, code: replace(case, chain_client=code),
        "chain_accused": lambda case, code: replace(case, chain_accused=code),
        "direction": lambda case, code: replace(case, direction=code),
        "relation": lambda case, code: replace(case, relation=code),
        "same_link": lambda case, code: replace(case, same_link=code),
        "setting": lambda case, code: replace(case, setting=code),
        "recency": lambda case, code: replace(case, recency=code),
        "pattern": lambda case, code: replace(case, pattern=code),
    }
)


def with_codes(case: CaseFile, field: str, codes: tuple[str, ...]) -> CaseFile:
    """The case with ``codes`` in ``field``; only the first one counts, except for "natures"."""
    if field == "natures":
        return replace(case, natures=codes)
    return _CHANGES[field](case, codes[0] if codes else None)
