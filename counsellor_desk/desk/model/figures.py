"""The figures: what was asked for last, shown as it would leave, and published exactly so, once, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Protocol

from counsellor_desk.casework.progress import Cancelled
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.model.questions import Questions
from counsellor_desk.desk.model.report import Answer, Asked, Earlier, Jobs, Ready, Refusal, Report, ReportChoices
from counsellor_desk.errors import DeskError
from counsellor_desk.figures.release import Release
from counsellor_desk.figures.request import Request


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nothing was asked yet."""


@dataclass(frozen=True, slots=True)
class Working:
    """``asked`` is being worked out. Nothing of what stood there before is in sight."""

    asked: Asked


@dataclass(frozen=True, slots=True)
class Shown:
    """``report`` is in sight: a preview, or what was published."""

    asked: Asked
    report: Report


@dataclass(frozen=True, slots=True)
class Refused:
    """There is no report, and it says why."""

    asked: Asked
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Publishing:
    """``shown`` is being proven and sealed. It can be stopped, and then nothing was published."""

    shown: Shown


@dataclass(frozen=True, slots=True)
class Keeping:
    """``shown`` is being written into the ledger. Nothing stops that any more."""

    shown: Shown


State = Nothing | Working | Shown | Refused | Publishing | Keeping


class Act(StrEnum):
    """What one may do on the page."""

    CHOOSE = "choose"  # another period, audience, language or earlier report
    STOP = "stop"
    PUBLISH = "publish"
    EXPORT = "export"
    CORRECT = "correct"
    ATTACK = "attack"


def acts(state: State, choices: ReportChoices) -> frozenset[Act]:
    """What may be done now."""
    match state:
        case Nothing() | Refused():
            return frozenset({Act.CHOOSE})
        case Working():
            return frozenset({Act.CHOOSE, Act.STOP})
        case Publishing():
            return frozenset({Act.STOP, Act.ATTACK})
        case Keeping():
            return frozenset({Act.ATTACK})
        case Shown(_, report) if report.is_preview:
            return frozenset({Act.CHOOSE, Act.ATTACK, Act.PUBLISH})
        case Shown(_, report):
            correct = () if choices.replaced_by(report.release) else (Act.CORRECT,)
            return frozenset({Act.CHOOSE, Act.ATTACK, Act.EXPORT, *correct})


class Listener(Protocol):
    """The page, or whoever else shows the figures: told of each change of state."""

    def show_state(self, state: State) -> None: ...
    def show_choices(self, choices: ReportChoices) -> None: ...
    def say_published(self) -> None: ...
    def say_changed(self) -> None:
        """The figures have changed since they were seen; the new ones are shown, and nothing was published."""
        ...

    def say_not_published(self, error: DeskError) -> None: ...
    def say_exported(self, files: int) -> None: ...


class _Pending(Protocol):
    @property
    def is_running(self) -> bool: ...
    def cancel(self) -> None: ...


class Figures:
    """What the page shows and what it may do; told what was pressed, it tells its ``listener`` what follows.

    What was asked last is all that is waited for (``_wait_for``). Until the ledger has a release it can be stopped.
    """

    def __init__(
        self, questions: Questions, jobs: Jobs, today: Callable[[], date], language: str, listener: Listener
    ) -> None:
        self.state: State = Nothing()
        self.choices = ReportChoices()
        self._questions = questions
        self._jobs = jobs
        self._today = today
        self._language = language
        self._listener = listener
        self._pending: _Pending | None = None
        self._reading: _Pending | None = None

    @property
    def acts(self) -> frozenset[Act]:
        """What may be done now."""
        return acts(self.state, self.choices)

    @property
    def release(self) -> Release | None:
        """The release that is in sight."""
        match self.state:
            case Shown(_, report) | Publishing(Shown(_, report)) | Keeping(Shown(_, report)):
                return report.release
            case _:
                return None

    # what is asked

    def choose(self, asked: Asked) -> None:
        """Show ``asked``. If it is in sight already it stays there while it is worked out again."""
        if Act.CHOOSE in self.acts:
            if not self._is_in_sight(asked):
                self._become(Working(asked))
            self._work_out(asked)

    def read_again(self) -> None:
        """The vault was written to: what is in sight stays until the newer answer is here."""
        if Act.CHOOSE not in self.acts:
            return
        self.read_choices()
        match self.state:
            case Working(asked):
                self._work_out(asked)
            case Shown(Request(replaces=0) as asked, report) if report.is_preview:
                self._work_out(asked)
            case Refused(asked, refusal) if not isinstance(refusal.error, Cancelled):
                self._work_out(asked)

    def read_choices(self) -> None:
        """Look at what there is to choose from."""
        _cancel(self._reading)
        self._reading = self._questions.ask(self._jobs.choices(self._today()), self._on_choices)

    def choose_language(self, language: str) -> None:
        """From now on reports are in ``language``: the same figures in other words, nothing is worked out anew."""
        self._language = language
        if isinstance(self.state, Shown) and not (self._pending and self._pending.is_running):
            self._translate(self.state)

    def correct(self) -> None:
        """Show what would take the place of the report in sight."""
        release = self.release
        if release is not None and Act.CORRECT in self.acts:
            self.choose(Request(release.period, release.audience, release.number))

    def export(self, release: Release, folder: str) -> None:
        """Write the files of ``release`` into ``folder``; of a preview there are none."""
        language = self._language

        def exported(files: int) -> None:
            if release == self.release:
                self._listener.say_exported(files)

        if release.published_on is not None:
            self._questions.work(lambda: self._jobs.export(release, language, folder), exported)

    def close(self) -> None:
        """Nobody looks any more: what is still to come is dropped. What is being kept is kept."""
        _cancel(self._pending)
        _cancel(self._reading)
        self._listener = _Nobody()

    # publishing

    def publish(self) -> None:
        """Publish exactly what is in sight."""
        if isinstance(self.state, Shown) and Act.PUBLISH in self.acts:
            shown = self.state
            self._become(Publishing(shown))
            self._wait_for(
                self._questions.ask(
                    self._jobs.prepare(shown.report, self._today()),
                    lambda ready: self._on_ready(shown, ready),
                    lambda error: self._on_not_published(shown, error),
                )
            )

    def stop(self) -> None:
        """Drop what is being worked out, or the publication as long as it is not being kept."""
        match self.state:
            case Working(asked):
                _cancel(self._pending)
                self._become(Refused(asked, Refusal(Cancelled())))
            case Publishing(shown):
                _cancel(self._pending)
                self._arrive(shown)

    def _on_ready(self, shown: Shown, ready: Ready) -> None:
        """The ledger comes first: nothing is shown as published, and no file leaves, before it has the release."""
        if ready.report.is_preview:
            self._arrive(replace(shown, report=ready.report))
            self._listener.say_changed()
            return
        self._become(Keeping(shown))
        self._questions.operations.write(
            lambda office: self._jobs.keep(office, ready),
            (Records.RELEASES,),
            lambda _nothing: self._on_kept(ready.report),
            lambda error: self._on_not_published(shown, error),
        )

    def _on_kept(self, report: Report) -> None:
        self._arrive(Shown(Request(report.release.period, report.release.audience), report))
        self.read_choices()
        self._listener.say_published()

    def _on_not_published(self, shown: Shown, error: DeskError) -> None:
        self._arrive(shown)
        self._listener.say_not_published(error)

    # answers

    def _is_in_sight(self, asked: Asked) -> bool:
        match self.state:
            case Shown(before):
                return asked in (before, _request_of(before))
            case Refused(before, refusal):
                return before == asked and not isinstance(refusal.error, Cancelled)
            case _:
                return False

    def _work_out(self, asked: Asked) -> None:
        question = (
            self._jobs.earlier(asked.release, self._language)
            if isinstance(asked, Earlier)
            else self._jobs.preview(asked, self._today(), self._language)
        )
        self._wait_for(self._questions.ask(question, *self._answers_of(asked)))

    def _translate(self, shown: Shown) -> None:
        language = self._language
        self._wait_for(
            self._questions.work(
                lambda: self._jobs.translated(shown.report, language), *self._answers_of(shown.asked)
            )
        )

    def _answers_of(self, asked: Asked) -> tuple[Callable[[Answer], None], Callable[[DeskError], None]]:
        def answered(answer: Answer) -> None:
            self._arrive(Shown(asked, answer) if isinstance(answer, Report) else Refused(asked, answer))

        return answered, lambda error: answered(Refusal(error))

    def _wait_for(self, pending: _Pending) -> None:
        """The one place that decides which answer still counts: that of the question asked last."""
        _cancel(self._pending)
        self._pending = pending

    def _arrive(self, state: Shown | Refused) -> None:
        self._become(state)
        if isinstance(state, Shown) and state.report.language != self._language:
            self._translate(state)

    def _on_choices(self, choices: ReportChoices) -> None:
        self.choices = choices
        self._listener.show_choices(choices)

    def _become(self, state: State) -> None:
        if state != self.state:
            self.state = state
            self._listener.show_state(state)


class _Nobody:
    def show_state(self, state: State) -> None: ...
    def show_choices(self, choices: ReportChoices) -> None: ...
    def say_published(self) -> None: ...
    def say_changed(self) -> None: ...
    def say_not_published(self, error: DeskError) -> None: ...
    def say_exported(self, files: int) -> None: ...


def _request_of(asked: Asked) -> Request:
    return asked if isinstance(asked, Request) else Request(asked.period, asked.release.audience)


def _cancel(pending: _Pending | None) -> None:
    if pending is not None:
        pending.cancel()
