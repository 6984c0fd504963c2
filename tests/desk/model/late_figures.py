"""Figures whose answers come when a test says so, over a vault in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from counsellor_desk.desk.model.figures import Act, Figures, Shown, State
from counsellor_desk.desk.model.operation import Operations
from counsellor_desk.desk.model.questions import Question, Questions
from counsellor_desk.desk.model.report import Answer, Ready, Refusal, Report, ReportChoices
from counsellor_desk.errors import DeskError
from counsellor_desk.figures.errors import CorrectionRefused, NothingToCount
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.ports import LedgerEntry
from counsellor_desk.figures.publishing import Prepared
from counsellor_desk.figures.release import NO_CORRECTIONS, SECTOR, Certificate, Corrections, Release
from counsellor_desk.figures.request import Request
from tests.desk.model.late import SlowVault

TODAY = date(2026, 11, 23)
PERIODS = tuple(Period.parse(words) for words in ("2026Q2", "2026Q3", "2026H1"))
NEVER = Period.parse("2019Q1")
"""Of which there is nothing to count."""


def asked(period: Period = PERIODS[0]) -> Request:
    return Request(period, SECTOR)


class Forked(DeskError):
    """Something was published in between."""

    code = "vault.ledger_forked"


class NotProven(DeskError):
    """The figures could not be proven."""

    code = "disclosure.not_proven"


def release_of(request: Request, version: int) -> Release:
    """The preview that stands for ``version`` of the figures of a period."""
    corrections = Corrections(1, request.replaces, 1) if request.replaces else NO_CORRECTIONS
    return Release(
        0, request.audience, request.period, f"version {version}", "", (), (), _PROOF, practice=True,
        published_on=None, previous="", check_code="", corrections=corrections,
    )  # fmt: skip


class Ledgers(SlowVault):
    """A vault with figures that change and a ledger that only grows."""

    def __init__(self) -> None:
        super().__init__()
        self.versions: Counter[Period] = Counter()
        self.ledger: list[Release] = []
        self.exported: list[tuple[Release, str]] = []

    def publish(self, request: Request) -> None:
        """What somebody else publishes with the same vault."""
        if known(self.ledger, request) is None:
            made = release_of(request, self.versions[request.period])
            self.append(replace(made, number=len(self.ledger) + 1, published_on=TODAY))

    def append(self, release: Release) -> None:
        self._have_room()
        if release.number != len(self.ledger) + 1:
            raise Forked
        self.ledger.append(release)


def known(ledger: list[Release], request: Request) -> Release | None:
    """What was published of a request, the newest where it was corrected."""
    if request.replaces:
        return None
    return next((one for one in reversed(ledger) if one.period == request.period), None)


class FakeJobs:
    """Satisfies ``report.Jobs``. What is worked out while there is something in ``fails`` is refused with it."""

    def __init__(self, vault: Ledgers) -> None:
        self.fails: DeskError | None = None
        self.begun: list[str] = []
        self.read: list[Period] = []
        self._vault = vault

    def choices(self, today: date) -> Question[ReportChoices]:
        def read(office: Ledgers) -> Callable[[], ReportChoices]:
            releases = tuple(office.ledger[::-1])
            return lambda: self._worked_out("choices", ReportChoices(releases=releases))

        return read

    def preview(self, request: Request, today: date, language: str) -> Question[Answer]:
        def read(office: Ledgers) -> Callable[[], Answer]:
            release = known(office.ledger, request) or release_of(request, office.versions[request.period])
            self.read.append(request.period)
            refusal = Refusal(NothingToCount()) if request.period == NEVER else _not_twice(office.ledger, request)
            return lambda: self._worked_out(f"preview {request.period}", refusal or _report(release, language))

        return read

    def earlier(self, release: Release, language: str) -> Question[Answer]:
        return lambda _office: lambda: self._worked_out("earlier", _report(release, language))

    def translated(self, report: Report, language: str) -> Answer:
        return self._worked_out("translated", _report(report.release, language))

    def prepare(self, seen: Report, today: date) -> Question[Ready]:
        request = Request.of(seen.release)

        def read(office: Ledgers) -> Callable[[], Ready]:
            made = known(office.ledger, request) or release_of(request, office.versions[request.period])
            refusal, place = _not_twice(office.ledger, request), len(office.ledger) + 1

            def work() -> Ready:
                if refusal is not None:
                    raise refusal.error
                return self._worked_out("prepare", _ready(seen, made, place))

            return work

        return read

    def keep(self, office: Ledgers, ready: Ready) -> None:
        assert ready.prepared.release.published_on is not None
        if ready.prepared.entry is not None:
            office.append(ready.prepared.release)

    def export(self, release: Release, language: str, folder: str) -> int:
        self._vault.exported.append((release, folder))
        return 5

    def _worked_out(self, what: str, answer: object) -> object:
        self.begun.append(what)
        if self.fails is not None:
            raise self.fails
        return answer


class Listener:
    """Remembers what it was told."""

    def __init__(self) -> None:
        self.states: list[State] = []
        self.choices: list[ReportChoices] = []
        self.said: list[str] = []

    def show_state(self, state: State) -> None:
        self.states.append(state)

    def show_choices(self, choices: ReportChoices) -> None:
        self.choices.append(choices)

    def say_published(self) -> None:
        self.said.append("published")

    def say_changed(self) -> None:
        self.said.append("changed")

    def say_not_published(self, error: DeskError) -> None:
        self.said.append(error.code)

    def say_exported(self, files: int) -> None:
        self.said.append(f"exported {files}")


class Desk:
    """The model of the page with everything around it slow."""

    def __init__(self, vault: Ledgers | None = None) -> None:
        self.vault = vault or Ledgers()
        self.jobs = FakeJobs(self.vault)
        self.told = Listener()
        self.errors: list[str] = []
        questions = Questions(Operations(self.vault, lambda error: self.errors.append(error.code)))
        self.figures = Figures(questions, self.jobs, lambda: TODAY, "nl", self.told)

    def show(self, request: Request) -> None:
        """It was asked for, and is in sight."""
        self.figures.choose(request)
        self.vault.settle()

    def publish(self) -> None:
        """What is in sight is published."""
        self.figures.publish()
        self.vault.settle()

    def may(self, act: Act) -> bool:
        return act in self.figures.acts


def _not_twice(ledger: list[Release], request: Request) -> Refusal | None:
    """A report is corrected once."""
    replaced = any(one.corrections.replaces == request.replaces for one in ledger if request.replaces)
    return Refusal(CorrectionRefused(reason="replaced", number=request.replaces)) if replaced else None


def report_in(state: State) -> Shown:
    assert isinstance(state, Shown)
    return state


_PROOF = Certificate(5, 5, 1, 10, 1, "0" * 64)


def _report(release: Release, language: str) -> Report:
    return Report(release, f"{release.plan}, {language}".encode(), language, {})


def _ready(seen: Report, made: Release, place: int) -> Ready:
    if made.published_on is not None or made != seen.release:
        return Ready(_report(made, seen.language), Prepared(made, {}))
    release = replace(made, number=place, published_on=TODAY)
    entry = LedgerEntry(place, TODAY, "", "", "", "")
    return Ready(_report(release, seen.language), Prepared(release, {}, entry))
