"""Filling an empty vault with the synthetic practice, through the same use cases the desk itself uses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

from counsellor_desk.casework.activities import keep_organisation, log_activity, log_hours
from counsellor_desk.casework.closing import close_case
from counsellor_desk.casework.contacts import log_contact
from counsellor_desk.casework.drafts import Closing, ContactDraft, NoteDraft
from counsellor_desk.casework.followups import plan_follow_up, take_step
from counsellor_desk.casework.intake import ROLE_UNKNOWN, open_case
from counsellor_desk.casework.model import (
    Activity,
    ActivityId,
    CaseFile,
    HoursId,
    NoteClass,
    Organisation,
    OrganisationId,
    ProfessionalHours,
    Signal,
    SignalId,
    StepKind,
)
from counsellor_desk.casework.notes import write_note
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.casework.status import Status
from counsellor_desk.codebook import Codebook
from counsellor_desk.practice import mix
from counsellor_desk.practice.course import Course, make_course, pick, working_moment
from counsellor_desk.practice.words import Words

SEED = 20260101
CASES = 240
YEARS = 3
ACTIVITIES = 150
_DUE_IN_DAYS = (-3, 0, 0, 2, 3, 3, 4, 6, 9, 14)


@dataclass(frozen=True, slots=True)
class _Event:
    """Something that happened at a moment; events are lived through in order, so numbers run with the calendar."""

    at: datetime
    happen: Callable[[], None]


def fill(book: Casebook, codebook: Codebook, words: Path, today: date) -> None:
    """Make the practice: ``YEARS`` years up to ``today``, the same for the same day, in one transaction."""
    chance = Random(SEED)
    _Practice(book, codebook, Words(words), chance, today).live()


class _Practice:
    """The practice while it is being made."""

    def __init__(self, book: Casebook, codebook: Codebook, words: Words, chance: Random, today: date) -> None:
        self._book = book
        self._codebook = codebook
        self._words = words
        self._chance = chance
        self._today = today
        self._first = today - timedelta(days=365 * YEARS)
        self._open: dict[int, CaseFile] = {}

    def live(self) -> None:
        with self._book.transaction():
            organisations = self._organisations()
            events: list[_Event] = []
            for number in range(CASES):
                events += self._case_events(number, self._choose(organisations))
            for event in sorted(events, key=lambda event: event.at):
                event.happen()
            self._work_besides_cases(organisations)
            self._what_waits()

    def _organisations(self) -> list[OrganisationId]:
        return [
            keep_organisation(self._book, self._codebook, Organisation(OrganisationId(0), name, chain, size)).id
            for name, chain, size, _ in mix.ORGANISATIONS
        ]

    def _choose(self, organisations: list[OrganisationId]) -> OrganisationId:
        return self._chance.choices(organisations, weights=[share for *_, share in mix.ORGANISATIONS])[0]

    def _case_events(self, number: int, organisation: OrganisationId) -> list[_Event]:
        opened = working_moment(self._chance, self._first, self._today)
        course = make_course(self._chance, self._words, organisation, opened, self._today)
        events = [_Event(opened, lambda: self._open_case(number, course))]
        events += [_Event(at, self._talk(number, at, draft)) for at, draft in course.talks[1:]]
        for day, code in course.steps:
            events.append(_Event(datetime.combine(day, time(19)), self._step(number, day, code)))
        if course.aid is not None:
            at, text = course.aid
            events.append(_Event(at + timedelta(minutes=1), self._note(number, at, text)))
        if course.closing is not None:
            at, closing = course.closing
            events.append(_Event(at + timedelta(hours=2), self._closing(number, at, closing)))
        return events

    def _open_case(self, number: int, course: Course) -> None:
        at, draft = course.talks[0]
        start = course.start
        if self._open and self._chance.random() < 0.06:  # somebody who came before
            start = replace(start, known_person_of=self._chance.choice(list(self._open.values())).id)
        case = open_case(self._book, self._codebook, start, at.date())
        role = case.client_role or ROLE_UNKNOWN
        logged = log_contact(self._book, self._codebook, replace(draft, case=case.id, with_whom=role), at)
        self._open[number] = logged.case

    def _talk(self, number: int, at: datetime, draft: ContactDraft) -> Callable[[], None]:
        def happen() -> None:
            case = self._open[number]
            role = case.client_role or ROLE_UNKNOWN
            log_contact(self._book, self._codebook, replace(draft, case=case.id, with_whom=role), at)

        return happen

    def _step(self, number: int, day: date, code: str) -> Callable[[], None]:
        kind = StepKind.ACTION if self._codebook.has("ACTION", code) else StepKind.REFERRAL

        def happen() -> None:
            take_step(self._book, self._codebook, self._open[number].id, kind, code, day, day)

        return happen

    def _note(self, number: int, at: datetime, text: str) -> Callable[[], None]:
        def happen() -> None:
            write_note(self._book, self._open[number].id, NoteDraft(text, NoteClass.AID), at)

        return happen

    def _closing(self, number: int, at: datetime, closing: Closing) -> Callable[[], None]:
        def happen() -> None:
            case = self._book.case(self._open.pop(number).id)
            close_case(self._book, self._codebook, case, closing, at.date())

        return happen

    def _work_besides_cases(self, organisations: list[OrganisationId]) -> None:
        chance = self._chance
        for _ in range(ACTIVITIES):
            code = pick(chance, mix.ACTIVITY)
            on = working_moment(chance, self._first, self._today).date()
            reach = None if code in ("V.ADM", "V.ADV", "V.SIG") else pick(chance, mix.REACH)
            where = None if code == "V.ADM" else self._choose(organisations)
            minutes = chance.choice((30, 45, 60, 90, 120))
            log_activity(
                self._book, self._codebook, Activity(ActivityId(0), code, on, minutes, where, reach), self._today
            )
        for code, hours, times in mix.HOURS:
            for _ in range(times):
                on = working_moment(chance, self._first, self._today).date()
                spent = ProfessionalHours(HoursId(0), code, on, hours * 60 // times)
                log_hours(self._book, self._codebook, spent, self._today)
        for number, text in enumerate(mix.SIGNALS):
            on = self._today - timedelta(days=90 * (number + 1))
            self._book.add_signal(Signal(SignalId(0), None, on, text, basis=6 + number, consented=True))

    def _what_waits(self) -> None:
        """Follow-ups of some open cases: one late, two today, the rest in the days to come; a few cases waiting."""
        running = sorted(self._open.values(), key=lambda case: case.number, reverse=True)
        for place, case in enumerate(running):
            if place % 6 == 4:
                self._book.save_case(replace(self._book.case(case.id), status=Status.WAITING))
            elif place % 9 == 7:
                self._book.save_case(replace(self._book.case(case.id), status=Status.AFTERCARE))
        for place, (case, days) in enumerate(zip(running[::2], _DUE_IN_DAYS, strict=False)):
            at = time(10, 30) if place == 1 else None
            due = self._today + timedelta(days=days)
            plan_follow_up(self._book, case.id, due, self._words.nth("follow_up", place), at)
