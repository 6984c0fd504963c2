"""The figures page: choose a period, see exactly what leaves, publish it, take the files along."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counsellor_desk.casework.model import CaseId
from counsellor_desk.casework.progress import Cancelled
from counsellor_desk.desk.folds import LEAST_FIGURES
from counsellor_desk.desk.kit.attention import give_attention
from counsellor_desk.desk.kit.folder import ask_for_folder
from counsellor_desk.desk.model import place
from counsellor_desk.desk.model.figures import (
    Act,
    Figures,
    Keeping,
    Publishing,
    Refused,
    Shown,
    State,
    Working,
)
from counsellor_desk.desk.model.questions import Questions
from counsellor_desk.desk.model.report import Earlier, Refusal, Report, ReportChoices
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.desk.pages.figures.attack_run import AttackRun
from counsellor_desk.desk.pages.figures.choice import FiguresChoice
from counsellor_desk.desk.pages.figures.columns import FiguresColumns
from counsellor_desk.desk.pages.figures.jobs import FiguresJobs
from counsellor_desk.desk.pages.figures.leaving import LeavingCards
from counsellor_desk.desk.pages.figures.publish import PublishFoot
from counsellor_desk.desk.pages.figures.together import TogetherCard, from_when
from counsellor_desk.desk.pages.figures.uncounted import UncountedCard
from counsellor_desk.desk.pages.figures.view import FiguresView
from counsellor_desk.desk.pages.words.days import Days
from counsellor_desk.errors import DeskError
from counsellor_desk.figures.errors import CorrectionRefused, NothingToCount
from counsellor_desk.figures.offer import next_wider, wider
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import Release
from counsellor_desk.figures.request import Request

_PATIENCE = 150  # ms; an answer that comes sooner needs no notice of waiting

AskForFolder = Callable[[QWidget, Callable[[str], None]], object]
"""Asks where the files shall go and, unless she thinks better of it, passes the folder on."""


class FiguresPage(Page[place.Figures]):
    """Left what is chosen, in the middle the report, right what it says about itself.

    It shows the state of ``Figures`` and tells it what was pressed.
    """

    least_width = LEAST_FIGURES

    def __init__(
        self,
        context: DeskContext,
        parent: QWidget | None = None,
        *,
        jobs: FiguresJobs | None = None,
        ask_for_folder: AskForFolder = ask_for_folder,
    ) -> None:
        super().__init__(context, parent)
        jobs = jobs or FiguresJobs(context.codebook, context.printer)
        questions = Questions(context.operations)
        self._figures = Figures(questions, jobs, context.today, context.language, self)
        self._ask_for_folder = ask_for_folder
        self._drawn: Report | None = None
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self.choice = FiguresChoice(context.today, context.language)
        self.view = FiguresView(context.codebook, context.language, self)
        self.cards = LeavingCards(self)
        self.together = TogetherCard()
        self.uncounted = UncountedCard()
        self.foot = PublishFoot()
        self._attack = AttackRun(Questions(context.operations), jobs, self.view.attack)
        self.cards.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        about = (self.cards, self.together, self.uncounted)
        whole.addWidget(FiguresColumns(self.choice, self.view, about, self.foot, context.widths))
        self._bind()

    def _bind(self) -> None:
        figures = self._figures
        self.destroyed.connect(figures.close)
        self.destroyed.connect(self._attack.close)
        self._patience.timeout.connect(self.view.wait)
        self.choice.changed.connect(self._ask)
        self.choice.release_chosen.connect(self._ask_for_earlier)
        self.choice.language_chosen.connect(figures.choose_language)
        for offering in (self.view, self.together):
            offering.period_wanted.connect(self._on_period_wanted)
        for naming in (self.view, self.uncounted):
            naming.cases_wanted.connect(self._on_cases_wanted)
        for working in (self.view, self.foot):
            working.stop_requested.connect(figures.stop)
        self.foot.publish_requested.connect(figures.publish)
        self.foot.correction_requested.connect(figures.correct)
        self.foot.export_requested.connect(self._export)
        self.cards.known_card.attack_button.toggled.connect(self._on_attack)
        self.cards.known_card.slider.valueChanged.connect(self.view.attack.mark)
        self.view.eyes_button.toggled.connect(lambda on: self._end_attack() if on else None)

    @property
    def release(self) -> Release | None:
        """The release that is shown."""
        return self._figures.release

    def come_to(self) -> None:
        give_attention(self.choice)

    # what is pressed

    def shown(self, where: place.Figures | None = None) -> None:
        if Act.CHOOSE in self._figures.acts:
            if where is not None and where.period is not None:
                self.choice.choose_period(where.period)
            self._figures.read_choices()
            self._ask()

    def refresh(self) -> None:
        self._figures.read_again()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: stop working for it."""
        super().hideEvent(event)
        self._end_attack()

    def _ask(self) -> None:
        self._figures.choose(Request(self.choice.period, self.choice.audience))

    def _ask_for_earlier(self, release: Release) -> None:
        self.choice.choose_release(release)
        self._figures.choose(Earlier(release))

    def _on_period_wanted(self, period: Period) -> None:
        self.choice.choose_period(period)
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)  # the button that was pressed goes
        self._ask()

    def _on_cases_wanted(self, cases: tuple[CaseId, ...]) -> None:
        self.context.frame.navigate(place.Cases(case=cases[0], among=cases))

    def _on_attack(self, on: bool) -> None:
        """What readers could work out of what is shown, or the report again."""
        release = self.release
        if on and release is None:
            self._end_attack()
            return
        self.view.show_attack(on)
        if on and release is not None:
            self._attack.start(release)
        else:
            self._attack.stop()

    def _end_attack(self) -> None:
        self.cards.known_card.attack_button.setChecked(False)

    def _export(self) -> None:
        release = self.release
        if release is not None and Act.EXPORT in self._figures.acts:
            self._ask_for_folder(self, partial(self._figures.export, release))

    # what is shown

    def show_state(self, state: State) -> None:
        """Show what there is, and offer what may be done."""
        self._patience.stop()
        for choosing in (self.choice, self.together):
            choosing.setEnabled(Act.CHOOSE in self._figures.acts)
        match state:
            case Working():
                self._clear()
                self.view.clear()
                self._patience.start()
            case Shown(_, report):
                self._show_report(report)
                self._offer(report.release)
            case Refused(asked, refusal):
                self._clear()
                self._refuse(asked.period, refusal)
            case Publishing():
                self.foot.work()
            case Keeping():
                self.foot.keep()

    def show_choices(self, choices: ReportChoices) -> None:
        """Show what there is to choose from."""
        self.choice.show_audiences(choices.audiences)
        self.choice.show_since(choices.since)
        self.choice.show_releases(choices.releases)
        self._say_what_leaves()
        match self._figures.state:
            case Shown(_, report) if not report.is_preview:
                self._offer(report.release)

    def say_published(self) -> None:
        """Say that the release is published and kept in the vault."""
        self.context.frame.notify_saved(self.context.now())

    def say_changed(self) -> None:
        """Say that nothing was published, because the figures changed since they were seen."""
        self.context.frame.show_banner(
            self.tr("The figures have changed since you looked. Please look at them once more.")
        )

    def say_not_published(self, error: DeskError) -> None:
        """Say why nothing was published."""
        self.context.frame.show_error(error)

    def say_exported(self, files: int) -> None:
        """Say that so many files were written."""
        self.foot.exported(files)

    def _clear(self) -> None:
        """Nothing of what stood there can be seen or pressed."""
        self._drawn = None
        self._end_attack()
        self.foot.hide_all()
        for card in (self.cards, self.together, self.uncounted):
            card.hide()

    def _show_report(self, report: Report) -> None:
        if report is self._drawn:
            return
        self._drawn = report
        self._end_attack()
        self.view.show_report(report)
        self._say_what_leaves()
        self.cards.show()
        self.together.show_release(report.release, self.context.today(), self._days())
        self.uncounted.show_cases(report.uncounted if report.is_preview else ())

    def _say_what_leaves(self) -> None:
        release, choices = self.release, self._figures.choices
        if release is not None:
            self.cards.show_release(release, choices.too_small, choices.weakest(release))

    def _offer(self, release: Release) -> None:
        if Act.PUBLISH in self._figures.acts:
            self.foot.offer(release)
        else:
            self.foot.final(release, self._days(), self._figures.choices.replaced_by(release))

    def _refuse(self, period: Period, refusal: Refusal) -> None:
        match refusal.error:
            case NothingToCount() if refusal.uncounted:
                self.view.show_uncounted(refusal.uncounted)
            case CorrectionRefused() | Cancelled():
                self.view.show_refusal(refusal.error, (period,))
            case error:
                today = self.context.today()
                self.view.show_refusal(error, wider(period, today), self._from_when(period, today))

    def _from_when(self, period: Period, today: date) -> str:
        """The first day on which what was asked, or else the next longer period, can be published."""
        waiting = period if period.last_day >= today else next_wider(period, today)
        return from_when(waiting, self._days()) if waiting else ""

    def _days(self) -> Days:
        return Days(self.context.language, self.context.today())
