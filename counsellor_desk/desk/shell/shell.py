"""The frame around the pages: rail, top bar, practice band, banner, page, panel, undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counsellor_desk.casework.clock import ClockInDoubt
from counsellor_desk.casework.model import CaseId
from counsellor_desk.desk.folds import RAIL_WORDS_FROM
from counsellor_desk.desk.kit.attention import give_attention, written_or_read_in
from counsellor_desk.desk.kit.digits import digit_of
from counsellor_desk.desk.kit.double_click import DoubleClickGuard
from counsellor_desk.desk.kit.labels import PlainLabel
from counsellor_desk.desk.kit.meter import Meter
from counsellor_desk.desk.kit.panel import Panel
from counsellor_desk.desk.kit.rail import SideRail
from counsellor_desk.desk.kit.states import Banner, Progress, UndoBar
from counsellor_desk.desk.kit.tab_order import step
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.model.place import Place
from counsellor_desk.desk.page import ContactCardFactory, DeskContext, P, Page, PageSpec, PaletteFactory
from counsellor_desk.desk.shell.clock_question import ClockQuestion
from counsellor_desk.desk.shell.top_bar import TopBar
from counsellor_desk.desk.space import BAND_HEIGHT, PANEL_WIDTH, Space
from counsellor_desk.errors import DeskError

_PATIENCE_MS = 1000


class Shell(QWidget):
    """The open desk. It is the ``Frame`` its pages speak to.

    Signals: lock_requested(); page_shown(key) after a page came to the front; clock_settled() when the clock, which
    was in doubt, is trusted again.
    """

    lock_requested = Signal()
    page_shown = Signal(str)
    clock_settled = Signal()

    def __init__(
        self,
        make_context: Callable[[Shell], DeskContext],
        pages: Sequence[PageSpec],
        contact_card: ContactCardFactory,
        palette: PaletteFactory,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.context = make_context(self)
        self._specs = {spec.key: spec for spec in pages}
        self._pages: dict[str, Page[Any]] = {}
        self._front = ""
        self._before: QWidget | None = None  # where one was before the panel that closes now
        self._is_elsewhere = False  # and whether one is not in it any more
        self._closes_itself = False
        self._make_contact_card = contact_card
        self._contact_card: Page[CaseId] | None = None
        self._double_clicks = DoubleClickGuard(self)
        self._build(pages)
        self._bind(pages)
        self._palette = palette(self.context, self.top_bar.search)
        self._clock.look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl and a digit goes to a page, also where the digits are shifted, so that no short-cut hears them."""
        number, pages = digit_of(event, with_control=True), tuple(self._specs.values())
        if number is not None and number <= len(pages):
            self.navigate(pages[number - 1].place)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab and Shift+Tab."""
        return step(self, forward=forward)

    # what pages may ask (page.Frame)

    def navigate(self, place: Place) -> None:
        key = place.key
        if self._front and self._front != key:
            self._pages[self._front].flush()
        if self._stack.isHidden():
            self.close_panel()  # it stands where the page is to be seen
        self._palette.close()
        page = self._page(key)
        self._front = key
        self._banner.hide()
        self._stack.setCurrentWidget(page)
        self._fold()
        self.rail.mark(key)
        page.shown(place)
        self._go_on(written_or_read_in(page))
        self.page_shown.emit(key)

    def refresh(self) -> None:
        if self._front:
            self._pages[self._front].refresh()
        if isinstance(self._panel.content, Page):
            self._panel.content.refresh()

    def notify_saved(self, at: datetime) -> None:
        self.top_bar.say_saved(at)

    def show_error(self, error: DeskError) -> None:
        if isinstance(error, ClockInDoubt):
            self._clock.ask(error)
            self.show_banner(message_for(error).advice())
        else:
            self.show_banner(message_for(error).text())

    def show_banner(self, text: str, action: str = "", on_action: Callable[[], None] | None = None) -> None:
        self._banner.say(text, action, on_action)
        self._fold()

    def show_work(self, text: str) -> Meter:
        line = Progress()  # each work has its own: what ends never hides what goes on
        line.setContentsMargins(0, Space.M, 0, 0)
        self._above.addWidget(line)
        meter = Meter(line, text, patience=_PATIENCE_MS)
        meter.ended.connect(line.deleteLater)
        return meter

    def offer_undo(self, text: str, undo: Callable[[], None]) -> None:
        self._undo.offer(text, undo)

    def open_panel(self, title: str, content: Page[P], about: P | None = None) -> None:
        before = self._panel.content
        if isinstance(before, Page) and before is not content:
            before.flush()
        was_open = self._panel.isVisible()
        self._panel.open_with(title, content)
        self._fold()
        if not was_open:
            self._panel.slide_in()
        content.close_requested.connect(self._on_close_requested, Qt.ConnectionType.UniqueConnection)
        content.shown(about)

    def close_panel(self) -> None:
        if isinstance(self._panel.content, Page):
            self._panel.content.flush()
        self._panel.close_panel()

    def open_contact_card(self, case: CaseId | None = None) -> None:
        if self._contact_card is None:
            self._contact_card = self._make_contact_card(self.context)
        self.open_panel(self.tr("Contact"), self._contact_card, case)

    def lock(self) -> None:
        self.lock_requested.emit()

    # for the window

    def say_crashed(self, kind: str) -> None:
        """Say that something went wrong which nobody expected; ``kind`` is the name of its type."""
        self.show_banner(
            self.tr("Something went wrong here (%1). What you saved is safe; lock and open again.").replace(
                "%1", kind
            ),
            self.tr("Lock"),
            self.lock,
        )

    def flush(self) -> None:
        """Hand everything typed on every page to the vault thread."""
        content = self._panel.content
        for page in (*self._pages.values(), *((content,) if isinstance(content, Page) else ())):
            page.flush()

    @property
    def front(self) -> Place | None:
        """The page in front."""
        return self._specs[self._front].place if self._front else None

    def page(self, key: str) -> Page[Any]:
        """The page ``key``, made when it was not there yet."""
        return self._page(key)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._double_clicks.guard()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.fold(self.width() < RAIL_WORDS_FROM)
        self._fold()

    def _build(self, pages: Sequence[PageSpec]) -> None:
        self.rail = SideRail("Desk")
        for spec in pages:
            self.rail.add_page(spec.key, spec.title, spec.symbol, at_foot=spec.at_foot)
        self.rail.add_action(self.tr("Lock"), "lock", "Ctrl+L", self.lock)
        self.top_bar = TopBar()
        self._band = PlainLabel(self.tr("Practice: invented cases, gone when you close the desk"))
        self._band.setObjectName("practice")
        self._band.setFixedHeight(BAND_HEIGHT)
        self._banner = Banner()
        self._stack = QStackedWidget()
        self._stack.setMinimumSize(1, 1)  # a page folds to the room there is, and one behind asks for none
        self._main = QWidget()
        self._clock = ClockQuestion(self.context.operations, self.context.language)
        self._clock.turned.connect(self._fold)
        self._clock.settled.connect(self._on_clock_settled)
        self._above = QVBoxLayout()
        self._above.setSpacing(Space.S)
        self._above.addWidget(self._clock)
        self._above.addWidget(self._banner)
        stack = QVBoxLayout(self._main)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self.top_bar)
        stack.addWidget(self._band)
        self._band.setVisible(self.context.practice)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(0)
        self._body.addLayout(self._beside_panel(), 1)
        self._panel = Panel(self)
        self._panel.closing.connect(self._on_panel_closing)
        self._panel.closed.connect(self._on_panel_closed)
        self._body.addWidget(self._panel)
        stack.addLayout(self._body, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.rail)
        line.addWidget(self._main, 1)
        self._undo = UndoBar(self)

    def _beside_panel(self) -> QBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addLayout(self._above)
        column.addWidget(self._stack, 1)
        return column

    def _bind(self, pages: Sequence[PageSpec]) -> None:
        self.rail.chosen.connect(lambda key: self.navigate(self._specs[key].place))
        self.top_bar.contact_requested.connect(self.open_contact_card)
        for number, spec in enumerate(pages, start=1):
            self._shortcut(f"Ctrl+{number}", partial(self.navigate, spec.place))
        self._shortcut("Ctrl+K", self._search)
        self._shortcut("Ctrl+N", self.open_contact_card)

    def _shortcut(self, keys: str, act: Callable[[], object]) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(lambda: act())

    def _search(self) -> None:
        self.top_bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top_bar.search.selectAll()

    def _page(self, key: str) -> Page[Any]:
        if key not in self._pages:
            page = self._specs[key].factory(self.context, self._stack)
            self._pages[key] = page
            self._stack.addWidget(page)
        return self._pages[key]

    def _fold(self) -> None:
        """An open panel stands beside the page, or in its place, below what is said above the page."""
        is_open = self._panel.content is not None
        page = self._pages.get(self._front)
        room = self.width() - self.rail.width() - PANEL_WIDTH
        beside = page is None or room >= page.least_width
        self._panel.stand(beside=beside)
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._body.setStretch(0, int(beside))
        self._body.setStretch(1, int(not beside))
        self._let_page_be_seen(beside or not is_open)
        said = self._banner.isVisible() or self._clock.isVisible()
        self._above.setContentsMargins(Space.XL, Space.M if said else 0, Space.XL, 0)
        self._undo.place()

    def _let_page_be_seen(self, seen: bool) -> None:
        """Where the panel takes its place nothing of the page can be reached; it reads again when it comes back."""
        comes_back = seen and self._stack.isHidden()
        self._stack.setVisible(seen)
        if comes_back and self._front:
            self._pages[self._front].refresh()

    def _on_clock_settled(self) -> None:
        self._banner.hide()
        self.refresh()
        self.clock_settled.emit()

    def _on_close_requested(self) -> None:
        """A page asks for its own panel only: by now another one may be open."""
        if self.sender() is self._panel.content:
            self._closes_itself = True
            self.close_panel()
            self._closes_itself = False

    def _on_panel_closing(self) -> None:
        """What has the keyboard's attention goes with the panel, and Qt would pass it on to whatever comes next. Who
        is elsewhere stays there."""
        focus = QApplication.focusWidget()
        self._is_elsewhere = focus is not None and not self._panel.isAncestorOf(focus)
        self._before = written_or_read_in(self._pages[self._front]) if self._front else None

    def _on_panel_closed(self) -> None:
        before, self._before = self._before, None
        self._fold()
        if not self._front or self._is_elsewhere:
            return
        if self._closes_itself:  # once it was saved: what is typed a moment later is about what was there
            self._pages[self._front].come_to_read()
        else:
            self._go_on(before)

    def _go_on(self, before: QWidget | None) -> None:
        """With what one wrote or read on the page in front before, or else where it begins."""
        if before is not None and before.isVisible() and before.isEnabled():
            give_attention(before)
        else:
            self._pages[self._front].come_to()
