"""Drafts as text: what is on a form, written into the vault from the first key and read back after anything."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, fields
from datetime import date, datetime, time
from enum import Enum
from typing import TypeVar, get_args, get_type_hints

from counsellor_desk.casework.drafts import (
    ActivityDraft,
    CaseStart,
    ContactDraft,
    FollowUpDraft,
    IdentityDraft,
    NoteDraft,
    OrganisationDraft,
    StepDraft,
    WishDraft,
)
from counsellor_desk.casework.ports import DraftStore

Draft = (
    ContactDraft
    | CaseStart
    | NoteDraft
    | StepDraft
    | FollowUpDraft
    | ActivityDraft
    | IdentityDraft
    | WishDraft
    | OrganisationDraft
)
_D = TypeVar("_D", bound=Draft)
_UNREADABLE = object()
_EMPTY: tuple[Draft, ...] = tuple(kind() for kind in get_args(Draft))

MOST_DRAFTS = 5
"""So many drafts fit in one slot: that of the form, and those that were refused and are of another talk."""


def keep_draft(book: DraftStore, slot: str, draft: Draft, now: datetime) -> None:
    """Keep what is on the form in ``slot``; a form that is still empty leaves nothing behind."""
    keep_drafts(book, slot, (draft,), now)


def keep_drafts(book: DraftStore, slot: str, drafts: Iterable[Draft], now: datetime) -> None:
    """Keep exactly these in ``slot``, the oldest first; without any it is empty."""
    written = [to_text(draft) for draft in drafts if draft not in _EMPTY]
    with book.transaction():
        for place, name in enumerate(_rows(slot)):
            if place < len(written):
                book.save_draft(name, written[place], now)
            else:
                book.drop_draft(name)


def drop_draft(book: DraftStore, slot: str) -> None:
    """Give up what is on the form of ``slot``; words that wait behind it stay."""
    with book.transaction():
        book.drop_draft(slot)


def drafts_in(book: DraftStore, slot: str, kind: type[_D]) -> tuple[_D, ...]:
    """What was left in ``slot``, the oldest first."""
    kept = (book.draft(name) for name in _rows(slot))
    return tuple(_read(kind, json.loads(text)) for text in kept if text)


def contact_draft(book: DraftStore, slot: str = "contact") -> ContactDraft | None:
    """The contact card as it was left, or None."""
    return next(iter(drafts_in(book, slot, ContactDraft)), None)


def intake_draft(book: DraftStore, slot: str = "intake") -> CaseStart | None:
    """The intake form as it was left, or None."""
    return next(iter(drafts_in(book, slot, CaseStart)), None)


def note_draft(book: DraftStore, slot: str) -> NoteDraft | None:
    """A note as it was left, or None."""
    return next(iter(drafts_in(book, slot, NoteDraft)), None)


def joined(drafts: Iterable[_D], blank: _D) -> tuple[_D, ...]:
    """These drafts, the oldest first; neighbours that can stand on one form together are one."""
    found: list[_D] = []
    for draft in drafts:
        both = together(found[-1], draft, blank) if found else None
        if both is None:
            found.append(draft)
        else:
            found[-1] = both
    return tuple(found)


def together(older: _D, newer: _D, blank: _D) -> _D | None:
    """Both on one form, the older words in front; None where a field says two different things, such as two cases.

    ``blank`` is the form before anything was written on it.
    """
    if _named_twice(older, newer, blank) or _named_twice(newer, older, blank):
        return None
    values: dict[str, object] = {}
    for field in fields(blank):
        first, then, none = (getattr(draft, field.name) for draft in (older, newer, blank))
        if then in (none, first):
            values[field.name] = first
        elif first == none:
            values[field.name] = then
        elif field.name == "text":
            values[field.name] = _in_front(first, then, none)
        else:
            return None
    build: Callable[..., _D] = type(blank)
    return build(**values)


def _named_twice(one: Draft, other: Draft, blank: Draft) -> bool:
    """Whether a field that holds a value in ``one`` has words in ``other`` that are not understood yet."""
    return any(getattr(one, name, None) != getattr(blank, name, None) for name, _words in other.typed)


def _in_front(older: str, newer: str, base: str) -> str:
    """Both texts; where they are new wordings of ``base``, what the newer one put in stands in the older one."""
    if not base:
        return f"{older}\n{newer}"
    start = _alike(base, newer)
    end = _alike(base[start:][::-1], newer[start:][::-1])
    put_in = newer[start : len(newer) - end]
    return older[:start] + put_in + older[start:] if older.startswith(base[:start]) else put_in + older


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    return next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def to_text(draft: Draft) -> str:
    """The draft as JSON."""
    return json.dumps(asdict(draft), default=_plain, ensure_ascii=False)


def _rows(slot: str) -> tuple[str, ...]:
    """The rows of a slot. Each ends in the name of the slot, by which destroying a case finds its drafts."""
    return (slot, *(f"{place}/{slot}" for place in range(1, MOST_DRAFTS)))


def _plain(value: object) -> str:
    if isinstance(value, (date, time)):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _read(kind: type[_D], kept: Mapping[str, object]) -> _D:
    """A form of ``kind``; a field that an older or newer program wrote otherwise keeps its default."""
    hints = get_type_hints(kind)
    known = {name: _value(hints[name], value) for name, value in kept.items() if name in hints}
    build: Callable[..., _D] = kind
    return build(**{name: value for name, value in known.items() if value is not _UNREADABLE})


def _value(hint: object, value: object) -> object:
    """``value`` from JSON as the type ``hint`` asks for."""
    wanted = [getattr(part, "__supertype__", part) for part in (get_args(hint) or (hint,))]
    if value is None:
        return None
    if isinstance(value, list):
        return tuple(tuple(part) if isinstance(part, list) else part for part in value)
    for part in wanted:
        if isinstance(part, type):
            try:
                return _converted(part, value)
            except (ValueError, TypeError):
                continue
    return _UNREADABLE


def _converted(part: type, value: object) -> object:
    if part is date or part is time:
        return part.fromisoformat(str(value))
    if issubclass(part, Enum):
        return part(value)
    if part is CaseStart and isinstance(value, dict):
        return _read(CaseStart, value)
    if type(value) is part:
        return value
    raise TypeError(part.__name__)
