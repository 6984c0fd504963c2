"""The figures page: choose a period, see exactly what leaves, publish it, take the files along."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counsellor_desk.casework.model import CaseId
from counsellor_desk.casework.safekeeping import Stopped
from counsellor_desk.casework.views import UncountedCase
from counsellor_desk.desk.kit.card import Scroll
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.desk.pages.days import Days
from counsellor_desk.desk.pages.figures_attack_run import AttackRun
from counsellor_desk.desk.pages.figures_choice import FiguresChoice
from counsellor_desk.desk.pages.figures_jobs import FiguresJobs, Ready, Shelf, Shown
from counsellor_desk.desk.pages.figures_leaving import LeavingCards
from counsellor_desk.desk.pages.figures_offer import next_wider, wider
from counsellor_desk.desk.pages.figures_publish import PublishFoot
from counsellor_desk.desk.pages.figures_run import FiguresRun
from counsellor_desk.desk.pages.figures_together import TogetherCard, from_when
from counsellor_desk.desk.pages.figures_uncounted import UncountedCard
from counsellor_desk.desk.pages.figures_view import FiguresView
from counsellor_desk.desk.pages.folder import ask_for_folder
from counsellor_desk.desk.ports import Office
from counsellor_desk.desk.space import CARD_COLUMN_WIDTH, Space
from counsellor_desk.errors import DeskError
from counsellor_desk.figures.errors import CorrectionRefused, NothingToCount
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import Audience, Release
from counsellor_desk.figures.snapshot import Snapshot

_PATIENCE = 150  # ms; an answer that comes sooner needs no notice of waiting

A = TypeVar("A")
Taken = tuple[Snapshot, tuple[UncountedCase, ...]]

AskForFolder = Callable[[QWidget, Callable[[str], None]], object]
"""Asks where the files shall go and, unless she thinks better of it, passes the folder on."""


class FiguresPage(Page):
    """Left what is chosen, in the middle the report, right what it says about itself.

    Questions to the vault are numbered; the answer to an older one is dropped.
    """

    def __init__(
        self,
        context: DeskContext,
        parent: QWidget | None = None,
        *,
        jobs: FiguresJobs | None = None,
        ask_for_folder: AskForFolder = ask_for_folder,
    ) -> None:
        super().__init__(context, parent)
        self._jobs = jobs or FiguresJobs(context.codebook, context.printer)
        self._ask_for_folder = ask_for_folder
        self._shelf = Shelf((), 0, (), None)
        self._shown: Shown | None = None
        self._run = FiguresRun(context.tasks, self)
        self._asked = 0
        self._publishing = self._keeping = False
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._wait)
        self.choice = FiguresChoice(context.today, context.language)
        self.view = FiguresView(context.codebook, context.language, self)
        self.cards = LeavingCards(self)
        self.together = TogetherCard()
        self.uncounted = UncountedCard()
        self._attack = AttackRun(context.tasks, self._jobs, self.view.attack)
        self.foot = PublishFoot()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.choice)
        line.addWidget(self.view, 1)
        line.addWidget(self._right())
        self.choice.changed.connect(self._ask)
        self.choice.release_chosen.connect(self._show_stored)
        self.choice.language_chosen.connect(self._on_language)
        self.view.period_wanted.connect(self._on_period_wanted)
        self.view.stop_requested.connect(self._stop_waiting)
        self.together.period_wanted.connect(self._on_period_wanted)
        for part in (self.uncounted, self.view):
            part.cases_wanted.connect(self._on_cases_wanted)
        self.cards.known_card.attack_button.toggled.connect(self._on_attack)
        self.cards.known_card.slider.valueChanged.connect(self.view.attack.mark)
        self.view.eyes_button.toggled.connect(lambda on: self._end_attack() if on else None)
        self.foot.publish_requested.connect(self._publish)
        self.foot.stop_requested.connect(self._stop)
        self.foot.export_requested.connect(self._export)
        self.foot.correction_requested.connect(self._correct)

    @property
    def release(self) -> Release | None:
        """The release that is shown."""
        return self._shown.release if self._shown else None

    def shown(self, **place: object) -> None:
        if self._publishing:
            return
        period = place.get("period")
        if isinstance(period, Period):
            self.choice.choose_period(period)
        self._read_shelf()
        self._ask()

    def refresh(self) -> None:
        if self._publishing:
            return
        self._read_shelf()
        release = self.release
        if release is None or (release.published_on is None and not release.corrections.replaces):
            self._ask()

    def _right(self) -> QWidget:
        right = Scroll()
        right.setFixedWidth(CARD_COLUMN_WIDTH + Space.XL)
        right.body.setContentsMargins(0, Space.L + Space.XS, Space.XL, Space.XL)
        right.body.addWidget(self.cards)
        right.body.addWidget(self.together)
        right.body.addWidget(self.uncounted)
        right.body.addWidget(self.foot)
        right.body.addStretch(1)
        self.foot.grown.connect(lambda: QTimer.singleShot(0, right, lambda: right.ensureWidgetVisible(self.foot)))
        self.cards.hide()
        return right

    def _read_shelf(self) -> None:
        year, jobs = self.context.today().year, self._jobs
        self._run.ask(lambda office: jobs.names(office, year), lambda found: jobs.shelf(*found), self._on_shelf)

    def _on_shelf(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.choice.show_audiences(shelf.audiences)
        self.choice.show_since(shelf.since)
        self.choice.show_releases(shelf.releases)
        self._say_what_leaves()

    def _ask(self) -> None:
        """Work out what is chosen at the left. What is shown stays until the answer comes, if it is of the same."""
        period, audience, language = self.choice.period, self.choice.audience, self.choice.language
        today, jobs = self.context.today(), self._jobs
        release = self.release
        if release is None or (release.period, release.audience) != (period, audience):
            self._shown = None
            self._patience.start()
        self._work_out(period, audience, lambda taken: jobs.preview(taken, period, audience, today, language))

    def _show_stored(self, release: Release) -> None:
        """An earlier release, exactly as it left."""
        self.choice.choose_release(release)
        language, jobs = self.choice.language, self._jobs
        self._ask_for(jobs.ledger, lambda ledger: jobs.stored(ledger, release, language))

    def _on_language(self, _language: str) -> None:
        """The same figures in other words; nothing is worked out anew."""
        if self._shown and self._shown.release:
            self._print(self._shown, self._shown.release)

    def _print(self, shown: Shown, release: Release) -> None:
        language, jobs = self.choice.language, self._jobs
        self._run.work(
            lambda: replace(shown, pdf=jobs.pdf(release, language)), self._show, self._on_refused, self._question()
        )

    def _work_out(self, period: Period, audience: Audience, work: Callable[[Snapshot], Shown]) -> None:
        """What may leave about ``period``, and which cases it leaves out."""
        take = self._taking(period, audience)
        self._ask_for(take, lambda taken: replace(work(taken[0]), uncounted=taken[1]))

    def _taking(self, period: Period, audience: Audience) -> Callable[[Office], Taken]:
        jobs = self._jobs
        return lambda office: (jobs.year(office, period.year), jobs.uncounted(office, period, audience))

    def _ask_for(self, take: Callable[[Office], A], work: Callable[[A], Shown]) -> None:
        self._run.ask(take, work, self._show, self._on_refused, self._question())

    def _question(self) -> Callable[[], bool]:
        """Tells whether nothing newer was asked meanwhile."""
        self._asked += 1
        number = self._asked
        return lambda: number == self._asked

    def _on_refused(self, refusal: DeskError) -> None:
        self._show(Shown(None, b"", {}, refusal))

    def _wait(self) -> None:
        """It takes a moment: take away what is shown of something else."""
        self._end_attack()
        self.cards.hide()
        self.together.hide()
        self.uncounted.hide()
        self.foot.hide_all()
        self.view.wait()

    def _stop_waiting(self) -> None:
        self._question()
        self._shown = None
        self._refuse(Stopped())

    def _show(self, shown: Shown) -> None:
        self._patience.stop()
        if shown == self._shown:
            return
        self._shown = shown
        self._end_attack()
        release = shown.release
        if release is None:
            self._refuse(shown.refusal)
            return
        self.view.show_report(shown)
        self._say_what_leaves()
        self.cards.show()
        today = self.context.today()
        days = Days(self.context.language, today)
        self.together.show_release(release, today, days)
        self.uncounted.show_cases(shown.uncounted if release.published_on is None else ())
        if release.published_on is None:
            self.foot.offer(release)
        else:
            self.foot.final(release, days, self._shelf.replaced_by(release))

    def _say_what_leaves(self) -> None:
        if self.release is not None:
            self.cards.show_release(self.release, self._shelf.too_small, self._shelf.weakest(self.release))

    def _refuse(self, refusal: DeskError | None) -> None:
        self.cards.hide()
        self.together.hide()
        self.uncounted.hide()
        self.foot.hide_all()
        period, today = self.choice.period, self.context.today()
        uncounted = self._shown.uncounted if self._shown else ()
        if isinstance(refusal, NothingToCount) and uncounted:
            self.view.show_uncounted(uncounted)
            return
        if isinstance(refusal, CorrectionRefused | Stopped):
            self.view.show_refusal(refusal, (period,))
            return
        self.view.show_refusal(refusal, wider(period, today), self._from_when(period, today))

    def _from_when(self, period: Period, today: date) -> str:
        """The first day on which what was asked, or else the next longer period, can be published."""
        waiting = period if period.last_day >= today else next_wider(period, today)
        return from_when(waiting, Days(self.context.language, today)) if waiting else ""

    def _on_period_wanted(self, period: Period) -> None:
        self.choice.choose_period(period)
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)  # the button that was pressed goes
        self._ask()

    def _on_cases_wanted(self, cases: tuple[CaseId, ...]) -> None:
        self.context.frame.navigate("cases", case=cases[0], among=cases)

    def _on_attack(self, on: bool) -> None:
        """What readers could work out of what is shown, or the report again."""
        if on and self.release is None:
            self._end_attack()
            return
        self.view.show_attack(on)
        if on and self.release is not None:
            self._attack.start(self.release)
        else:
            self._attack.stop()

    def _end_attack(self) -> None:
        self.cards.known_card.attack_button.setChecked(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: stop working for it."""
        super().hideEvent(event)
        self._end_attack()

    def _correct(self) -> None:
        """What would take the place of the report that is shown, or why nothing does."""
        release, language, jobs = self.release, self.choice.language, self._jobs
        today = self.context.today()
        if release is not None:
            self._shown = None
            self._patience.start()
            self._work_out(
                release.period, release.audience, lambda taken: jobs.correction(taken, release, today, language)
            )

    def _publish(self) -> None:
        """Publish exactly what is shown. Until it is kept, ``_stop`` can call it off."""
        release, language = self.release, self.choice.language
        if release is None or self._publishing:
            return
        self._publishing = True
        self.choice.setEnabled(False)
        self.foot.work()
        today, jobs = self.context.today(), self._jobs
        self._run.ask(
            self._taking(release.period, release.audience),
            lambda taken: jobs.publish(taken[0], release, today, language).leaving_out(taken[1]),
            self._keep,
            self._on_failed,
            self._question(),
        )

    def _keep(self, ready: Ready) -> None:
        """The ledger comes first: nothing is shown as published, and no file leaves, before it has the release."""
        prepared, jobs = ready.prepared, self._jobs
        if prepared.entry is None:
            self._on_published(ready.shown)
            return
        self._keeping = True
        self.context.tasks.run(
            lambda office: jobs.keep(office, prepared), lambda _: self._on_published(ready.shown), self._on_failed
        )

    def _stop(self) -> None:
        if self._publishing and not self._keeping:
            self._question()
            self._end_publishing()
            self._offer_again()

    def _on_published(self, shown: Shown) -> None:
        self._end_publishing()
        if shown.release is not None and shown.release.published_on is None:
            self._show(shown)
            self.context.frame.show_banner(
                self.tr("The figures have changed since you looked. Please look at them once more.")
            )
        else:
            self._show(shown)
            self._read_shelf()
            self.context.frame.notify_saved(self.context.now())

    def _on_failed(self, error: DeskError) -> None:
        self._end_publishing()
        self._offer_again()
        self.context.frame.show_error(error)

    def _end_publishing(self) -> None:
        self._publishing = self._keeping = False
        self.choice.setEnabled(True)

    def _offer_again(self) -> None:
        if self.release:
            self.foot.offer(self.release)

    def _export(self) -> None:
        self._ask_for_folder(self, self._export_to)

    def _export_to(self, folder: str) -> None:
        release, language, jobs = self.release, self.choice.language, self._jobs
        if release is not None:
            self._run.work(lambda: jobs.export(release, language, folder), self.foot.exported)
