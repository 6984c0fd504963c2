"""How an invented case runs: when it comes in, which talks follow, whether and when it is closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TypeVar

from counsellor_desk.casework.drafts import CaseStart, Closing, ContactDraft
from counsellor_desk.casework.model import Answer, OrganisationId
from counsellor_desk.practice import mix
from counsellor_desk.practice.words import Words

_C = TypeVar("_C", str, int)

_CLOSED_AFTER = 75  # days without a talk after which nearly every case has been closed


@dataclass(frozen=True, slots=True)
class Course:
    """One invented case: its start, its talks in order, its actions, and its closing if it came to that."""

    start: CaseStart
    category: str
    talks: tuple[tuple[datetime, ContactDraft], ...]
    steps: tuple[tuple[date, str], ...]  # day, ACTION or REFERRAL code
    closing: tuple[datetime, Closing] | None
    aid: tuple[datetime, str] | None


def pick(chance: Random, odds: Mapping[_C, int]) -> _C:
    """One key of ``odds``, by its weight."""
    return chance.choices(list(odds), weights=list(odds.values()))[0]


def working_moment(chance: Random, first: date, last: date) -> datetime:
    """A moment on a weekday between two days (inclusive), during working hours."""
    day = first + timedelta(days=chance.randrange((last - first).days + 1))
    while day.weekday() > 4 and day > first:
        day -= timedelta(days=1)
    return datetime.combine(day, time(chance.randrange(9, 18), chance.choice((0, 5, 10, 15, 20, 30, 40, 45, 50))))


def make_course(chance: Random, words: Words, organisation: OrganisationId, opened: datetime, until: date) -> Course:
    """A case opened at ``opened``, as it may have run until the day ``until`` (inclusive)."""
    category = pick(chance, mix.CATEGORY)
    talks = _talks(chance, words, category, opened, until)
    last = talks[-1][0]
    return Course(
        start=_start(chance, words, category, organisation, opened.date()),
        category=category,
        talks=tuple(talks),
        steps=_steps(chance, talks),
        closing=_closing(chance, last, until),
        aid=_aid(chance, words, last, until),
    )


def _start(chance: Random, words: Words, category: str, organisation: OrganisationId, day: date) -> CaseStart:
    role = pick(chance, mix.ROLE)
    safe = chance.random() < 0.3
    return CaseStart(
        organisation=organisation,
        first_contact_on=day,
        client_role=role,
        client_status=pick(chance, mix.STATUS),
        natures=(pick(chance, mix.NATURE[category]),),
        grounds=(pick(chance, mix.GROUND),) if category == "DI" else (),
        consent_to_record=Answer.YES,
        consent_to_count=Answer(pick(chance, {"yes": 95, "no": 3, "unknown": 2})),
        channel=pick(chance, mix.CHANNEL),
        route=pick(chance, mix.ROUTE),
        function_group=pick(chance, mix.FUNCTION),
        direction=pick(chance, mix.DIRECTION),
        relation=pick(chance, mix.RELATION),
        same_link=pick(chance, mix.SAME_LINK),
        setting=pick(chance, mix.SETTING),
        recency=pick(chance, mix.RECENCY),
        pattern=pick(chance, mix.PATTERN),
        wish=words.say(chance, "wish"),
        safe_contact=words.say(chance, "safe") if safe else "",
    )


def _talks(
    chance: Random, words: Words, category: str, opened: datetime, until: date
) -> list[tuple[datetime, ContactDraft]]:
    """The talks: 1 to 12, on average about 4.6, one to five weeks apart, none after ``until``."""
    wanted = 1 + min(int(chance.expovariate(1 / 4.1)), 11)
    at, talks = opened, []
    for number in range(wanted):
        if number:
            day = at.date() + timedelta(days=chance.randrange(4, 32))
            at = working_moment(chance, day, day)
        if at.date() > until:
            break
        moment = "first" if number == 0 else "next"
        codes = (pick(chance, mix.ACTION),) if chance.random() < 0.4 else ()
        talks.append(
            (
                at,
                ContactDraft(
                    on=at.date(),
                    at=at.time(),
                    minutes=pick(chance, mix.MINUTES),
                    mode=pick(chance, mix.MODE),
                    incoming=chance.random() < 0.6,
                    codes=codes,
                    text=words.say(chance, moment, category),
                ),
            )
        )
    return talks


def _steps(chance: Random, talks: list[tuple[datetime, ContactDraft]]) -> tuple[tuple[date, str], ...]:
    days = [at.date() for at, _ in talks]
    steps = [(chance.choice(days), pick(chance, mix.ACTION)) for _ in range(chance.choice((0, 1, 1, 2)))]
    if chance.random() < 0.3:
        steps.append((days[-1], pick(chance, mix.REFERRAL)))
    return tuple(steps)


def _closing(chance: Random, last_talk: datetime, until: date) -> tuple[datetime, Closing] | None:
    """Cases go quiet, then are closed; a few that should have been closed are still open, for the desk to show."""
    at = last_talk + timedelta(days=chance.randrange(14, _CLOSED_AFTER))
    if at.date() > until or chance.random() < 0.02:
        return None
    outcome = pick(chance, mix.OUTCOME)
    return at, Closing(
        outcome=outcome,
        reason_no_formal=None if outcome == "U.FKL" else pick(chance, mix.REASON),
        aftercare=pick(chance, mix.AFTERCARE),
        retaliation=Answer(pick(chance, {"no": 80, "yes": 6, "unknown": 14})),
        on=at.date(),
    )


def _aid(chance: Random, words: Words, last_talk: datetime, until: date) -> tuple[datetime, str] | None:
    recent = (until - last_talk.date()).days < 28
    return (last_talk, words.say(chance, "aid")) if recent and chance.random() < 0.5 else None
