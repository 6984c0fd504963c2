"""The foot of the figures page: publish, in two deliberate steps, and take the files along afterwards."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from counsellor_desk.desk.kit.buttons import LinkButton, PrimaryButton, QuietButton
from counsellor_desk.desk.kit.card import Card
from counsellor_desk.desk.kit.labels import Heading, PlainLabel, Quiet
from counsellor_desk.desk.kit.states import Progress
from counsellor_desk.desk.pages.words.days import Days
from counsellor_desk.desk.pages.words.figures import figures_in, figures_phrase, period_name
from counsellor_desk.desk.space import Space
from counsellor_desk.figures.release import Release


class PublishFoot(QWidget):
    """One step at a time: offer, ask, work, final. Nothing happens before the second button.

    Signals: grown() when a step takes more room; publish_requested(), stop_requested(), export_requested();
    correction_requested() when the report that is shown is to be corrected.
    """

    grown = Signal()
    publish_requested = Signal()
    stop_requested = Signal()
    export_requested = Signal()
    correction_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offer_button = PrimaryButton("", self._ask, size="large")
        self._question = PlainLabel(wrap=True)
        self.confirm_button = PrimaryButton(self.tr("Publish now"), self.publish_requested.emit)
        self.not_yet_button = QuietButton(self.tr("Not yet"), self._back)
        self._progress = Progress()
        [self._cancel_button] = self._progress.findChildren(QPushButton)
        self._working = Quiet()
        self._final = Heading()
        self._final.setWordWrap(True)
        self._exported = Quiet()
        self.export_button = PrimaryButton(self.tr("Export files…"), self.export_requested.emit, size="large")
        self.correct_button = LinkButton(
            self.tr("Correct this report…"), self.correction_requested.emit, size="small"
        )
        self._steps = (QWidget(), self._offer_step(), self._ask_step(), self._work_step(), self._final_step())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for step in self._steps:
            column.addWidget(step)
        self._go(_NOTHING)

    def hide_all(self) -> None:
        """Nothing can be published here."""
        self._go(_NOTHING)

    def offer(self, release: Release) -> None:
        """Offer to publish this preview."""
        name = period_name(release.period)
        figures = figures_phrase(figures_in(release))
        of = release.corrections.replaces
        if of:
            self.offer_button.set_text(self.tr("Publish this correction"))
            self._question.setText(
                self.tr(
                    "{figures} take the place of those of report {number}. Readers can lay both reports side by "
                    "side; at least {remain} numbers remain possible to them. Publishing cannot be undone."
                ).format(figures=figures, number=of, remain=release.certificate.possible_counts(0))
            )
        else:
            self.offer_button.set_text(self.tr("Publish {period}").format(period=name))
            self._question.setText(
                self.tr(
                    "{figures} become final: {period}. They stay as they are, also when a case is corrected later. "
                    "Publishing cannot be undone."
                ).format(figures=figures, period=name)
            )
        self._go_on_with(_OFFER, self.offer_button)

    def work(self) -> None:
        """Show that the figures are being proven and kept."""
        self._progress.begin(self.tr("Proving…"), self.stop_requested.emit)
        self._working.setText(self.tr("Until it is kept you can still stop it."))
        self._go(_WORK)
        self._cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Show that the figures are being kept, which nothing stops any more."""
        self._cancel_button.clearFocus()  # or it would wander to another part of the page
        self._progress.begin(self.tr("Keeping…"))
        self._working.setText(self.tr("This cannot be stopped any more."))
        self._go(_WORK)

    def final(self, release: Release, days: Days, replaced_by: int = 0) -> None:
        """Say that ``release`` is final, or which one took its place, and offer its files."""
        day = days.long(release.published_on) if release.published_on else ""
        words = self.tr("Report {number}, final since {day}")
        if release.corrections.replaces:
            words = self.tr("Report {number}, correction of report {other}, final since {day}")
        elif replaced_by:
            words = self.tr("Report {number}, final since {day}; report {other} took its place")
        other = release.corrections.replaces or replaced_by
        words = words.format(number=release.number, day=day, other=other)
        if self._steps[_FINAL].isVisibleTo(self) and words == self._final.text():
            return
        self._final.setText(words)
        self.correct_button.setVisible(not replaced_by)
        self._exported.setText(self.tr("A PDF, a workbook, a table and a packet for checking."))
        self._go_on_with(_FINAL, self.export_button)

    def exported(self, files: int) -> None:
        """Say that the files are there."""
        self._exported.setText(self.tr("%n file(s) are in the folder you chose.", "", files))

    def _ask(self) -> None:
        self._go(_ASK)
        self.grown.emit()
        self.not_yet_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        self._go(_OFFER)
        self.offer_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on_with(self, step: int, button: QPushButton) -> None:
        """Whoever waited for it goes on with ``button``."""
        has_waited = self._steps[_WORK].isVisible()
        self._go(step)
        if has_waited:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, step: int) -> None:
        if step != _WORK:
            self._progress.end()
        self._steps[step].show()  # before the others go, so that the focus never wanders to another part of the page
        for place, widget in enumerate(self._steps):
            widget.setVisible(place == step)

    def _offer_step(self) -> QWidget:
        after = Quiet(self.tr("After that these figures are final."))
        after.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return _step(self.offer_button, after)

    def _ask_step(self) -> QWidget:
        card = Card(self.tr("Publish these figures?"), tone="focus")
        for widget in (self._question, self.confirm_button, self.not_yet_button):
            card.body.addWidget(widget)
        return _step(card)

    def _work_step(self) -> QWidget:
        return _step(self._progress, self._working)

    def _final_step(self) -> QWidget:
        return _step(self._final, self._exported, self.export_button, self.correct_button)


_NOTHING, _OFFER, _ASK, _WORK, _FINAL = range(5)


def _step(*widgets: QWidget) -> QWidget:
    step = QWidget()
    column = QVBoxLayout(step)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.S)
    for widget in widgets:
        column.addWidget(widget)
    return step
