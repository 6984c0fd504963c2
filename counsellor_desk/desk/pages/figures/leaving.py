"""The cards at the right of the figures page: what leaves, how it is protected, and what cannot be shown."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from counsellor_desk.desk.icons import Tone
from counsellor_desk.desk.kit.buttons import QuietButton
from counsellor_desk.desk.kit.card import Card
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet
from counsellor_desk.desk.kit.states import Symbol
from counsellor_desk.desk.pages.words.figures import figures_in, figures_phrase, tables_phrase, withheld_sentences
from counsellor_desk.desk.space import Space
from counsellor_desk.figures.release import AudienceKind, Certificate, Release

_MOST_KNOWN = 3


class LeavingCards(QWidget):
    """Three cards about one release."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        """``page`` is where the shortcuts of the cards are heard."""
        super().__init__(parent)
        self._leaves = LeavesCard()
        self.known_card = KnownCasesCard(page)
        self._withheld = WithheldCard()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M + 2)
        for card in (self._leaves, self.known_card, self._withheld):
            column.addWidget(card)

    def show_release(self, release: Release, too_small: int, weakest: Certificate) -> None:
        """Say of ``release`` what leaves; ``too_small`` organisations never stand apart; ``weakest`` is what holds
        of all releases together."""
        self._leaves.show_release(release)
        self.known_card.show_certificate(weakest)
        self._withheld.show_reasons(release, too_small)


class LeavesCard(Card):
    """How much leaves, and that it was proven."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("This leaves, and nothing else"), parent=parent)
        self._amount = Quiet()
        self.body.addWidget(self._amount)
        self._proven = PlainLabel("", "accent", wrap=True)
        line = QHBoxLayout()
        line.setContentsMargins(0, Space.XS, 0, 0)
        line.setSpacing(Space.S)
        line.addWidget(Symbol("proven", Tone.ACCENT), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._proven, 1)
        self.body.addLayout(line)
        self._but = Quiet()
        self.body.addWidget(self._but)

    def show_release(self, release: Release) -> None:
        """Say what leaves with ``release``, and what does not."""
        self._but.setText("\n".join(self._remarks(release)))
        self._but.setVisible(bool(self._but.text()))
        words = self.tr("{tables}, {figures}. No text from cases, no dates, no names.")
        tables, figures = tables_phrase(len(release.tables)), figures_phrase(figures_in(release))
        self._amount.setText(words.format(tables=tables, figures=figures))
        self._proven.setText(self.tr("Proven over all %n release(s)", "", release.certificate.releases))

    def _remarks(self, release: Release) -> Iterator[str]:
        """What makes this release another than usual."""
        if release.corrections.replaces:
            words = self.tr("A correction: it takes the place of report {number}, and is proven together with it.")
            yield words.format(number=release.corrections.replaces)
        if release.certificate.ladder > 1:
            widest = max(figure.window for figure in release.figures)
            yield self.tr("With wider margins than usual: up to {window}.").format(window=widest)


class KnownCasesCard(Card):
    """What remains possible to a reader who knows cases."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Somebody knows some of the cases"), parent=parent)
        self._certificate: Certificate | None = None
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _MOST_KNOWN)
        self.slider.setPageStep(1)
        self.slider.setAccessibleName(self.tr("How many cases somebody knows"))
        self.slider.setValue(1)
        self.slider.valueChanged.connect(lambda _value: self._say())
        self._remain = PlainLabel(wrap=True)
        self.attack_button = QuietButton(self.tr("Attack it yourself"), size="small", keys="Ctrl+T", bind=page)
        self.attack_button.setCheckable(True)
        self.attack_button.toggled.connect(self._on_toggled)
        self.body.addWidget(self.slider)
        self.body.addLayout(_scale(_MOST_KNOWN))
        self.body.addWidget(self._remain)
        self.body.addWidget(self.attack_button)

    def show_certificate(self, certificate: Certificate) -> None:
        """Say what remains possible for a reader, as ``certificate`` proves it."""
        self._certificate = certificate
        self._say()

    @property
    def sentence(self) -> str:
        """The sentence that is shown."""
        return self._remain.text()

    def _on_toggled(self, on: bool) -> None:
        self.attack_button.set_text(self.tr("Back to the report") if on else self.tr("Attack it yourself"))

    def _say(self) -> None:
        if self._certificate is not None:
            remain = self._certificate.possible_counts(self.slider.value())
            self._remain.setText(self.tr("For any group at least %n number(s) remain possible.", "", remain))


class WithheldCard(Card):
    """What cannot be shown, and why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Cannot be shown"), parent=parent)
        self._reasons = Quiet()
        self.body.addWidget(self._reasons)

    def show_reasons(self, release: Release, too_small: int) -> None:
        """Say which tables and organisations ``release`` does not show, and why."""
        reasons = list(withheld_sentences(release.withheld))
        if too_small and release.audience.kind is AudienceKind.SECTOR:
            reasons.append(
                self.tr("%n small organisation(s) do not stand apart: fewer than 50 people.", "", too_small)
            )
        self._reasons.setText("\n".join(reasons))
        self.setVisible(bool(reasons))


def _scale(most: int) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(Space.XS, 0, Space.XS, 0)
    for number in range(most + 1):
        line.addWidget(Quiet(str(number), wrap=False))
        line.addStretch(1)
    line.takeAt(line.count() - 1)
    return line
