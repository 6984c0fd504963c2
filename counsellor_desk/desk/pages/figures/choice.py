"""The left column of the figures page: which period, for whom, in which language, and what was published before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from counsellor_desk.desk.icons import icon
from counsellor_desk.desk.kit.buttons import QuietButton
from counsellor_desk.desk.kit.card import Scroll, empty
from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.choice_column import ChoiceColumn
from counsellor_desk.desk.kit.form import Field
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet, Section, Title
from counsellor_desk.desk.kit.picker import Picker
from counsellor_desk.desk.pages.words.figures import audience_name, period_label
from counsellor_desk.desk.space import Space
from counsellor_desk.figures.offer import offered, older
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import SECTOR, Audience, Release

WIDTH = 230


class FiguresChoice(Scroll):
    """Everything that decides what the middle shows.

    Signals: changed() when period or audience was chosen; release_chosen(Release) when an earlier one is to be
    seen; language_chosen(str).
    """

    changed = Signal()
    release_chosen = Signal(object)
    language_chosen = Signal(str)

    def __init__(self, today: Callable[[], date], language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Figures"))
        self._today = today
        self._audiences: tuple[Audience, ...] = (SECTOR,)
        self._period = ChoiceColumn(self.tr("Period"))
        self._period.changed.connect(lambda _key: self.changed.emit())
        self._older = QuietButton(self.tr("Earlier periods"), size="small")
        self._older.setIcon(icon("chevron-down"))
        self._older.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow behind the words
        self._older.setMenu(QMenu(self._older))
        self._older.hide()
        self._audience = Picker(self.tr("For whom"), always=True, chips=ChoiceColumn)
        self._audience_field = Field("", self._audience)
        self._audience.changed.connect(self.changed)
        for signal in (self._audience.typed, self._audience.changed):
            signal.connect(lambda: self._audience_field.remark(""))
        self._audience.refused.connect(self._on_refused)
        self.language_chips = ChipGroup(
            self.tr("Language of the report"), (("nl", self.tr("Dutch")), ("en", self.tr("English")))
        )
        self.language_chips.choose(language)
        self.language_chips.changed.connect(lambda: self.language_chosen.emit(self.language_chips.value()))
        self._published = QVBoxLayout()
        self._published.setSpacing(0)
        self._fill()
        self._offer(offered(today()))
        self.show_audiences((SECTOR,))
        self.show_releases(())

    def _fill(self) -> None:
        body = self.body
        body.setContentsMargins(Space.XL, Space.L + Space.XS, Space.S, Space.L)
        body.setSpacing(Space.XS + 2)
        body.addWidget(Title(self.tr("Figures")))
        body.addSpacing(Space.S)
        body.addWidget(Section(self.tr("Period")))
        body.addWidget(self._period)
        body.addWidget(self._older)
        body.addSpacing(Space.S)
        body.addWidget(Section(self.tr("For whom")))
        body.addWidget(self._audience_field)
        body.addSpacing(Space.S)
        body.addWidget(Section(self.tr("Language of the report")))
        body.addWidget(self.language_chips)
        body.addSpacing(Space.S)
        body.addWidget(Section(self.tr("Published before")))
        body.addLayout(self._published)
        body.addStretch(1)

    @property
    def period(self) -> Period:
        """The period chosen."""
        return Period.parse(self._period.value())

    @property
    def audience(self) -> Audience:
        """Whom it is for."""
        return next((one for one in self._audiences if one.key == self._audience.value()), SECTOR)

    @property
    def audiences(self) -> tuple[Audience, ...]:
        """For whom there can be a report."""
        return self._audiences

    @property
    def language(self) -> str:
        """The language of the report, "nl" or "en"."""
        return self.language_chips.value() or "nl"

    def choose_period(self, period: Period) -> None:
        """Choose ``period``, silently; an earlier one joins the chips."""
        usual = offered(self._today())
        self._offer(usual if period in usual else (*usual, period), period)

    def choose_release(self, release: Release) -> None:
        """Choose period and audience of ``release``, silently."""
        self.choose_period(release.period)
        self.choose_audience(release.audience)

    def choose_audience(self, audience: Audience) -> None:
        """Choose ``audience``, silently."""
        self._audience.choose(audience.key)

    def show_audiences(self, audiences: tuple[Audience, ...]) -> None:
        """Offer these by name, the sector first; the one chosen stays so while it is there."""
        audiences = tuple(sorted(audiences, key=lambda one: (one.organisation is not None, one.name.casefold())))
        self._audiences = audiences
        self._audience.set_choices([(audience.key, audience_name(audience)) for audience in audiences])
        if self._audience.value() is None:
            self._audience.choose(SECTOR.key)

    def show_since(self, since: date | None) -> None:
        """Offer earlier periods back to the first registration."""
        menu = self._older.menu()
        menu.clear()
        for period in older(self._today(), since) if since else ():
            menu.addAction(period_label(period), partial(self._on_older, period))
        self._older.setVisible(not menu.isEmpty())

    def show_releases(self, releases: tuple[Release, ...]) -> None:
        """List what was published, newest first."""
        empty(self._published)
        for release in releases:
            self._published.addWidget(self._entry(release))
        if not releases:
            self._published.addWidget(Quiet(self.tr("Nothing yet.")))

    def _entry(self, release: Release) -> QWidget:
        number = f"#{release.number}"
        name = period_label(release.period)
        if release.corrections.replaces:
            name = self.tr("{period}, correction").format(period=name)
        whom = audience_name(release.audience)
        entry = QPushButton()
        entry.setProperty("kind", "row")
        entry.setAutoDefault(False)
        entry.setCursor(Qt.CursorShape.PointingHandCursor)
        entry.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        entry.setAccessibleName(f"{number}, {name}, {whom}")
        entry.setToolTip(f"{name}, {whom}")
        entry.clicked.connect(lambda: self.release_chosen.emit(release))
        line = QHBoxLayout(entry)
        line.setContentsMargins(Space.S, 0, Space.S, 0)
        words = PlainLabel(name if release.audience == SECTOR else f"{name}, {whom}")
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line.addWidget(words, 1)
        line.addWidget(PlainLabel(number, "small"))
        for label in entry.findChildren(PlainLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return entry

    def _offer(self, periods: tuple[Period, ...], chosen: Period | None = None) -> None:
        choices = [(str(period), period_label(period)) for period in periods]
        self._period.set_choices(choices)
        self._period.choose(str(chosen or periods[0]))

    def _on_refused(self, letters: str) -> None:
        words = self.tr("Nothing is called “{letters}”. The figures are still for: {audience}.")
        self._audience_field.remark(words.format(letters=letters, audience=audience_name(self.audience)))

    def _on_older(self, period: Period) -> None:
        self.choose_period(period)
        self.changed.emit()
