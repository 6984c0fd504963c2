"""Drafts as text: what is on a form, written into the vault from the first key and read back after anything."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date, datetime, time
from enum import Enum
from typing import TypeVar, get_args, get_type_hints

from counsellor_desk.casework.drafts import CaseStart, ContactDraft, NoteDraft
from counsellor_desk.casework.ports import Casebook

Draft = ContactDraft | CaseStart | NoteDraft
_D = TypeVar("_D", ContactDraft, CaseStart, NoteDraft)
_UNREADABLE = object()
_EMPTY: tuple[Draft, ...] = (ContactDraft(), CaseStart(), NoteDraft())


def keep_draft(book: Casebook, slot: str, draft: Draft, now: datetime) -> None:
    """Keep what is on the form in ``slot``; a form that is still empty leaves nothing behind."""
    with book.transaction():
        if draft in _EMPTY:
            book.drop_draft(slot)
        else:
            book.save_draft(slot, to_text(draft), now)


def contact_draft(book: Casebook, slot: str = "contact") -> ContactDraft | None:
    """The contact card as it was left, or None."""
    kept = book.draft(slot)
    return _read(ContactDraft, json.loads(kept)) if kept else None


def intake_draft(book: Casebook, slot: str = "intake") -> CaseStart | None:
    """The intake form as it was left, or None."""
    kept = book.draft(slot)
    return _read(CaseStart, json.loads(kept)) if kept else None


def note_draft(book: Casebook, slot: str) -> NoteDraft | None:
    """A note as it was left, or None."""
    kept = book.draft(slot)
    return _read(NoteDraft, json.loads(kept)) if kept else None


def to_text(draft: Draft) -> str:
    """The draft as JSON."""
    return json.dumps(asdict(draft), default=_plain, ensure_ascii=False)


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
        return tuple(value)
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
