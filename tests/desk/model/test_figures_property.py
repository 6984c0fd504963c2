"""Whatever is pressed, answered, refused and locked in whatever order: what leaves is what was shown, once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from counsellor_desk.desk.model.figures import Act, Keeping, Publishing, Refused, Shown, Working
from counsellor_desk.desk.model.report import Asked, Earlier
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import SECTOR, Release
from counsellor_desk.figures.request import Request
from tests.desk.model.late_figures import NEVER, PERIODS, Desk, Ledgers, NotProven, asked


@dataclass
class Pressed:
    """That "Publish now" was pressed with ``seen`` in sight."""

    seen: Release
    is_stopped: bool = False
    is_kept: bool = False


class Watched(Ledgers):
    """A ledger that holds each entry against what was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: Pressed | None = None

    def append(self, release: Release) -> None:
        before = len(self.ledger)
        super().append(release)
        if self.pressed is not None and len(self.ledger) > before:
            assert not self.pressed.is_stopped
            assert not self.pressed.is_kept
            assert release.unpublished() == self.pressed.seen
            self.pressed.is_kept = True

    def publish(self, request: Request) -> None:
        pressed, self.pressed = self.pressed, None  # somebody else
        super().publish(request)
        self.pressed = pressed


class FiguresPage(RuleBasedStateMachine):
    """Somebody who looks, publishes, corrects and stops; all is slow and answers come shuffled."""

    def __init__(self) -> None:
        super().__init__()
        self.vault = Watched()
        self._open()

    def _open(self) -> None:
        self.desk = Desk(self.vault)
        self.figures = self.desk.figures
        self.vault.pressed = None
        self.asked_last: Asked | None = None
        self.language = "nl"

    # what is pressed

    @initialize(period=st.sampled_from(PERIODS))
    def look(self, period: Period) -> None:
        self.choose(period)
        self.vault.settle()

    @rule(period=st.sampled_from([*PERIODS, NEVER]))
    def choose(self, period: Period) -> None:
        if self.desk.may(Act.CHOOSE):
            self.asked_last = asked(period)
        self.figures.choose(asked(period))

    @precondition(lambda self: self.vault.ledger)
    @rule(data=st.data())
    def choose_an_earlier_report(self, data: st.DataObject) -> None:
        earlier = Earlier(data.draw(st.sampled_from(self.vault.ledger)))
        if self.desk.may(Act.CHOOSE):
            self.asked_last = earlier
        self.figures.choose(earlier)

    @precondition(lambda self: self.figures.release)
    @rule()
    def correct(self) -> None:
        release = self.figures.release
        if self.desk.may(Act.CORRECT) and release is not None:
            self.asked_last = Request(release.period, SECTOR, release.number)
        self.figures.correct()

    @precondition(lambda self: self.figures.release)
    @rule()
    def publish(self) -> None:
        if self.desk.may(Act.PUBLISH):
            assert isinstance(self.figures.state, Shown)
            self.vault.pressed = Pressed(self.figures.state.report.release)
        self.figures.publish()

    @precondition(lambda self: self.asked_last)
    @rule()
    def stop(self) -> None:
        if isinstance(self.figures.state, Publishing) and self.vault.pressed is not None:
            self.vault.pressed.is_stopped = True
        self.figures.stop()

    @rule(language=st.sampled_from(["nl", "en"]))
    def choose_language(self, language: str) -> None:
        self.language = language
        self.figures.choose_language(language)

    @rule()
    def read_again(self) -> None:
        self.figures.read_again()

    # what happens

    @rule(period=st.sampled_from(PERIODS))
    def a_case_is_changed(self, period: Period) -> None:
        self.vault.versions[period] += 1

    @rule(period=st.sampled_from(PERIODS))
    def somebody_else_publishes(self, period: Period) -> None:
        self.vault.publish(asked(period))

    @precondition(lambda self: self.vault.is_at_work)
    @rule(data=st.data(), steps=st.integers(1, 4), trouble=st.sampled_from([None, None, None, "full", "refused"]))
    def it_goes_on(self, data: st.DataObject, steps: int, trouble: str | None) -> None:
        self.vault.is_full = trouble == "full"
        self.desk.jobs.fails = NotProven() if trouble == "refused" else None
        for _ in range(steps):
            for step in data.draw(st.permutations(self._steps()))[:1]:
                step()
        self.vault.is_full = False
        self.desk.jobs.fails = None

    def _steps(self) -> list[Callable[[], None]]:
        vault = self.vault
        return [
            *([vault.work] if vault.jobs else []),
            *(partial(vault.work_beside, number) for number in range(vault.jobs_beside)),
            *(partial(vault.answer, number) for number in range(vault.answers)),
        ]

    @precondition(lambda self: self.vault.is_at_work)
    @rule()
    def everything_is_answered(self) -> None:
        self.vault.settle()
        assert not isinstance(self.figures.state, Working | Publishing | Keeping)

    @precondition(lambda self: self.vault.is_at_work)
    @rule()
    def lock_and_open_again(self) -> None:
        self.vault.lock()
        self._open()

    # what always holds

    @invariant()
    def nothing_is_published_twice(self) -> None:
        published = Counter(Request.of(one) for one in self.vault.ledger)
        assert max(published.values(), default=1) == 1

    @invariant()
    def nothing_is_shown_but_what_was_asked_last(self) -> None:
        state = self.figures.state
        if isinstance(state, Working | Refused):
            assert state.asked == self.asked_last
        release = self.figures.release
        if release is not None:
            assert self.asked_last is not None
            assert release.period == self.asked_last.period
            if isinstance(self.asked_last, Earlier):
                assert release == self.asked_last.release
            elif release.published_on is None:
                assert Request.of(release) == self.asked_last

    @invariant()
    def only_what_is_kept_is_shown_as_published(self) -> None:
        release = self.figures.release
        assert release is None or release.published_on is None or release in self.vault.ledger

    @invariant()
    def the_page_shows_the_state_there_is(self) -> None:
        told = self.desk.told.states
        assert not told or told[-1] == self.figures.state

    def teardown(self) -> None:
        self.vault.settle()
        self.figures.read_again()
        self.vault.settle()
        state = self.figures.state
        if isinstance(state, Shown):
            assert state.report.language == self.language
            if state.report.is_preview and not state.report.release.corrections.replaces:
                assert state.report.release.plan == f"version {self.vault.versions[state.report.release.period]}"


TestFiguresPage = FiguresPage.TestCase
TestFiguresPage.settings = settings(max_examples=250, stateful_step_count=40, deadline=None)
