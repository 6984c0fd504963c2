"""The middle of the figures page: the report itself, the true figures beside it, or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from counsellor_desk.casework.views import UncountedCase
from counsellor_desk.codebook import Codebook
from counsellor_desk.desk.icons import Tone, icon
from counsellor_desk.desk.kit.buttons import IconButton, QuietButton
from counsellor_desk.desk.kit.card import Card, Scroll
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet
from counsellor_desk.desk.kit.states import EmptyState, Progress
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.model.report import Report
from counsellor_desk.desk.page import locale_of
from counsellor_desk.desk.pages.figures.attack import LEAST_TABLE, AttackView
from counsellor_desk.desk.pages.figures.own_eyes import OwnEyes, summary
from counsellor_desk.desk.pages.figures.pdf_pages import PdfPages
from counsellor_desk.desk.pages.figures.uncounted import how_many, reasons, show_words, to_ask
from counsellor_desk.desk.pages.words.figures import period_name
from counsellor_desk.desk.space import SMALL_CONTROL_HEIGHT, Space
from counsellor_desk.errors import DeskError
from counsellor_desk.figures.period import Period


class FiguresView(QWidget):
    """One thing at a time.

    Signals: period_wanted(Period) when another period is to be tried instead; cases_wanted(tuple[CaseId, ...]) to see
    those without an answer; stop_requested() while it waits.
    """

    period_wanted = Signal(object)
    cases_wanted = Signal(object)
    stop_requested = Signal()

    def __init__(self, codebook: Codebook, language: str, page: QWidget, parent: QWidget | None = None) -> None:
        """``page`` is where the shortcuts of the view are heard."""
        super().__init__(parent)
        self._report: Report | None = None
        self.pdf = PdfPages()
        self.eyes = OwnEyes(codebook, language)
        self._eyes_summary = PlainLabel("", "own-eyes", wrap=True)
        self.attack = AttackView(codebook, language)
        self._locale = locale_of(language)
        self._waiting = Progress()
        self._refusal = QWidget()
        self._reason = QVBoxLayout(self._refusal)
        self.eyes_button = self._eyes_button(page)
        self._smaller = IconButton("minus", self.tr("Smaller"), lambda: self.pdf.zoom(-1))
        self._larger = IconButton("plus", self.tr("Larger"), lambda: self.pdf.zoom(1))
        self._caption = _Caption()
        self._stack = QStackedWidget()
        for widget in (self.pdf, self._eyes_card(), _centred(self._waiting), self._refusal, _framed(self.attack)):
            self._stack.addWidget(widget)
        bar = QHBoxLayout()
        bar.setContentsMargins(Space.L, Space.L, Space.S, 0)
        bar.addWidget(self._caption, 1)
        bar.addWidget(self._smaller)
        bar.addWidget(self._larger)
        bar.addWidget(self.eyes_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, 0, Space.S, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)

    def clear(self) -> None:
        """Show nothing."""
        self._forget()
        self._turn_to(_WAITING)

    def wait(self) -> None:
        """Say that the figures are being worked out."""
        self._forget()
        self._waiting.begin(self.tr("Working out what may leave…"), self.stop_requested.emit)
        self._turn_to(_WAITING)

    def show_report(self, report: Report) -> None:
        """Show ``report``."""
        self._forget()
        self._report = report
        self.pdf.show_pdf(report.pdf)
        self.eyes_button.setVisible(bool(report.truth))
        self._say_what_it_is()
        self._turn_to(_PDF)

    def show_refusal(self, refusal: DeskError | None, instead: Sequence[Period], later: str = "") -> None:
        """Say why there is no report, from when on there can be one, and offer other periods."""
        said = message_for(refusal or DeskError())
        words = self.tr("Show {period}")
        self._explain(
            said.sentence(),
            " ".join((said.advice(), later)).strip(),
            [(words.format(period=period_name(one)), partial(self.period_wanted.emit, one)) for one in instead],
        )

    def show_uncounted(self, cases: Sequence[UncountedCase]) -> None:
        """Say that there is no report because none of the period's cases is counted, and offer those to ask about."""
        asked = to_ask(cases)
        offers = [(show_words(), partial(self.cases_wanted.emit, asked))] if asked else []
        self._explain(how_many(cases), " ".join(reasons(cases)), offers)

    def _explain(self, sentence: str, advice: str, offers: Sequence[tuple[str, Callable[[], None]]]) -> None:
        self._forget()
        while (item := self._reason.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._reason.addStretch(1)
        self._reason.addWidget(EmptyState("figures", sentence, advice))
        for words, act in offers:
            self._reason.addWidget(QuietButton(words, act), alignment=Qt.AlignmentFlag.AlignHCenter)
        self._reason.addStretch(2)
        self._turn_to(_REFUSAL)

    def show_attack(self, on: bool) -> None:
        """Show the table of readers, or the report again."""
        if on:
            self.eyes_button.setChecked(False)
            self._caption.say(self.tr("From the figures alone"))
            self._turn_to(_ATTACK)
        elif self._stack.currentIndex() == _ATTACK:
            self._show_paper()

    def hideEvent(self, event: QHideEvent) -> None:
        """True figures do not stay behind a page that was left."""
        super().hideEvent(event)
        self.eyes_button.setChecked(False)

    def _forget(self) -> None:
        self._report = None
        self.eyes_button.setChecked(False)
        self.eyes_button.hide()
        self._caption.say("")
        self.eyes.clear()
        self._waiting.end()

    def _on_toggled(self, on: bool) -> None:
        self.eyes_button.set_text(self.tr("Back to the report") if on else self.tr("True figures"))
        if on and self._report is not None:
            self.eyes.show_figures(self._report.release, self._report.truth)
            self._eyes_summary.setText(self._how_far_apart(self._report))
            self._caption.say(self.tr("For your eyes only"))
            self._turn_to(_EYES)
        elif self._report is not None:
            self.eyes.clear()
            self._eyes_summary.clear()
            self._show_paper()

    def _show_paper(self) -> None:
        self._say_what_it_is()
        self._turn_to(_PDF)

    def _how_far_apart(self, report: Report) -> str:
        mean, most = summary(report.release, report.truth)
        words = self.tr("What leaves is {mean} off on average and {most} at most. The true figures never leave.")
        return words.format(mean=self._locale.toString(mean, "f", 1), most=most)

    def _turn_to(self, side: int) -> None:
        self._stack.setCurrentIndex(side)
        for button in (self._smaller, self._larger):
            button.setVisible(side == _PDF)

    def _say_what_it_is(self) -> None:
        if self._report is not None and self._report.is_preview:
            self._caption.say(self.tr("Exactly this leaves, %n page(s)", "", self.pdf.pages))
        else:
            self._caption.say(self.tr("As it was published, %n page(s)", "", self.pdf.pages))

    def _eyes_button(self, page: QWidget) -> QuietButton:
        button = QuietButton(self.tr("True figures"), size="small", keys="Ctrl+E", bind=page)
        button.setIcon(icon("eye", Tone.OWN_EYES))
        button.setCheckable(True)
        button.setProperty("own-eyes", True)
        button.toggled.connect(self._on_toggled)
        button.hide()
        return button

    def _eyes_card(self) -> QWidget:
        card = Card(tone="own-eyes")
        card.body.addWidget(self._eyes_summary)
        self.eyes.setMinimumHeight(LEAST_TABLE)
        card.body.addWidget(self.eyes, 1)
        return _in_frame(card)


class _Caption(Quiet):
    """What one sees, on one line; in a narrow window it ends in dots and is whole in the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(wrap=False, parent=parent)
        self._whole = ""
        self.setFixedHeight(SMALL_CONTROL_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Show ``words``."""
        self._whole = words
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip("" if shown == self._whole else self._whole)


_PDF, _EYES, _WAITING, _REFUSAL, _ATTACK = range(5)


def _framed(widget: QWidget) -> QWidget:
    card = Card()
    card.body.addWidget(widget, 1)
    return _in_frame(card)


def _in_frame(card: Card) -> QWidget:
    """A low window has no room for a table and the words around it: then all of it scrolls."""
    frame = Scroll()
    frame.body.setContentsMargins(Space.S, Space.S, Space.S, Space.XL)
    frame.body.addWidget(card)
    return frame


def _centred(widget: QWidget) -> QWidget:
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.setContentsMargins(Space.XXL, 0, Space.XXL, 0)
    column.addStretch(1)
    column.addWidget(widget)
    column.addStretch(2)
    return frame
