"""The foot of the figures page: publish, in two deliberate steps, and take the files along afterwards."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QPushButton, QWidget

from counsellor_desk.desk.kit.buttons import LinkButton, PrimaryButton, QuietButton
from counsellor_desk.desk.kit.card import Card, column
from counsellor_desk.desk.kit.labels import Heading, PlainLabel, Quiet
from counsellor_desk.desk.kit.states import Progress
from counsellor_desk.desk.pages.words.days import Days
from counsellor_desk.desk.pages.words.figures import figures_in, figures_phrase, period_name
from counsellor_desk.desk.space import Space
from counsellor_desk.figures.release import Release


class PublishFoot(QFrame):
    """One step at a time: offer, ask, work, final. Nothing happens before the second button.

    Signals: publish_requested(), stop_requested(), export_requested(); correction_requested() when the report that is
    shown is to be corrected.
    """

    publish_requested = Signal()
    stop_requested = Signal()
    export_requested = Signal()
    correction_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel-foot")
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
        self._lines: list[QBoxLayout] = []
        self._steps = (QWidget(), self._offer_step(), self._ask_step(), self._work_step(), self._final_step())
        self.stand(in_column=True)
        self.setLayout(column(*self._steps))
        self._go(_NOTHING)

    def stand(self, *, in_column: bool) -> None:
        """At the foot of a column, or of the page: then what is said and what can be done stand beside each other."""
        self.setContentsMargins(0 if in_column else Space.XL, Space.M, Space.XL, Space.M)
        way = QBoxLayout.Direction.TopToBottom if in_column else QBoxLayout.Direction.LeftToRight
        for line in self._lines:
            line.setDirection(way)

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
        self.setVisible(step != _NOTHING)
        self._steps[step].show()  # before the others go, so that the focus never wanders to another part of the page
        for place, widget in enumerate(self._steps):
            widget.setVisible(place == step)

    def _offer_step(self) -> QWidget:
        after = Quiet(self.tr("After that these figures are final."))
        after.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return self._line(self.offer_button, after)

    def _ask_step(self) -> QWidget:
        card = Card(self.tr("Publish these figures?"), tone="focus")
        for widget in (self._question, self.confirm_button, self.not_yet_button):
            card.body.addWidget(widget)
        return _step(card)

    def _work_step(self) -> QWidget:
        return _step(self._progress, self._working)

    def _final_step(self) -> QWidget:
        said, done = column(self._final, self._exported), column(self.export_button, self.correct_button)
        return self._line(said, done)

    def _line(self, *parts: QWidget | QLayout) -> QWidget:
        step = QWidget()
        line = QBoxLayout(QBoxLayout.Direction.TopToBottom, step)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.S)
        for part in parts:
            line.addWidget(part) if isinstance(part, QWidget) else line.addLayout(part)
        self._lines.append(line)
        return step


_NOTHING, _OFFER, _ASK, _WORK, _FINAL = range(5)


def _step(*widgets: QWidget) -> QWidget:
    step = QWidget()
    step.setLayout(column(*widgets))
    return step
