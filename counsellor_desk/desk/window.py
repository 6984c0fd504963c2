"""The one window: locked, being set up, open, covered or hidden. Its title never says more than "Desk".

What the first picture does not need is imported where it is first shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from counsellor_desk.desk.cover import Cover, HiddenPage
from counsellor_desk.desk.crashes import say_once
from counsellor_desk.desk.folds import SMALLEST
from counsellor_desk.desk.front_screens import FrontScreens
from counsellor_desk.desk.inactivity import Watch
from counsellor_desk.desk.kit.announcing import announce
from counsellor_desk.desk.lock import Lock
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.model import place
from counsellor_desk.desk.page_check import check_pages
from counsellor_desk.desk.screens import Preparing, Screen
from counsellor_desk.desk.tasks import VaultThread
from counsellor_desk.errors import DeskError

if TYPE_CHECKING:
    from counsellor_desk.codebook import Codebook
    from counsellor_desk.desk.capture import CaptureShield
    from counsellor_desk.desk.i18n import Languages
    from counsellor_desk.desk.kit.meter import Meter
    from counsellor_desk.desk.page import ContactCardFactory, PageSpec, PaletteFactory
    from counsellor_desk.desk.preferences import Preferences
    from counsellor_desk.desk.session.watch import SessionWatch
    from counsellor_desk.desk.shell.shell import Shell
    from counsellor_desk.desk.theme import Theme
    from counsellor_desk.office import Door, Office, Printer, SetUp

TITLE = "Desk"
_FIRST_SIZE = (1280, 800)
_FRAME = (16, 48)  # what a desktop draws around a window, at most


@dataclass(frozen=True, slots=True)
class Wiring:
    """What the composition root hands to the window. ``pages`` is called after the language is known;
    ``codebook`` only when the desk opens."""

    door: Door
    codebook: Callable[[], Codebook]
    printer: Printer
    theme: Theme
    languages: Languages
    preferences: Preferences
    now: Callable[[], datetime]
    pages: Callable[[], Sequence[PageSpec]]
    contact_card: ContactCardFactory
    palette: PaletteFactory
    replace_process: Callable[[bool], None]
    session_watch: Callable[[QWidget], SessionWatch]
    capture: CaptureShield
    vault_place: str = ""


class DeskWindow(QMainWindow):
    """Signals: first_painted() once, after the first paint; opened() when the desk stands open."""

    first_painted = Signal()
    opened = Signal()
    _kept_back = Signal()

    def __init__(self, wiring: Wiring, *, hidden: bool = False, again: bool = False) -> None:
        """``hidden``: it begins with the page of public information. ``again``: its process replaced another."""
        super().__init__()
        self._wiring = wiring
        self._painted = self._met_secret = False
        self._shell: Shell | None = None
        self.tasks = VaultThread(self)
        self.setWindowTitle(TITLE)
        wiring.theme.dress(self)
        self._fit_screen()
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self._cover = Cover()
        self._stack.addWidget(self._cover)
        self._hidden: HiddenPage | None = None
        self._watch = Watch(wiring.theme.app, wiring.preferences.lock_minutes * 60)
        self.lock = Lock(self, self.cover, self._flush, self.tasks, wiring.replace_process)
        self._watch.timed_out.connect(self._on_left_alone)
        self._watch.lock_pressed.connect(self._on_lock_pressed)
        self._watch.hide_pressed.connect(self._on_hide_pressed)
        self._after_first_paint(self._watch.start)
        self._after_first_paint(self._watch_session)
        wiring.languages.install(wiring.preferences.language)
        self._front_screens = self._build_front_door(wiring, again)
        if hidden:
            self._show_hidden()
        else:
            self._front_screens.start()

    @property
    def shell(self) -> Shell | None:
        """The open desk, or None."""
        return self._shell

    @property
    def front(self) -> QWidget:
        """The screen one sees."""
        return self._stack.currentWidget() or self._cover

    def _holds_secret(self) -> bool:
        """Whether the desk stands open, or a screen before it has shown a secret or taken one: nothing but a new
        process forgets it. Once true it stays true."""
        front = self.front
        self._met_secret |= self._shell is not None or (isinstance(front, Screen) and front.has_secret)
        return self._met_secret

    def _fit_screen(self) -> None:
        """As it was when it was closed, and never larger than the screen; Qt shrinks what it restores."""
        room = self.screen().availableGeometry().size() - QSize(*_FRAME)
        self.setMinimumSize(QSize(*SMALLEST).boundedTo(room))
        self.resize(QSize(*_FIRST_SIZE).boundedTo(room))
        self.restoreGeometry(self._wiring.preferences.geometry)

    def _build_front_door(self, wiring: Wiring, again: bool) -> FrontScreens:
        screens = FrontScreens(
            wiring.door,
            self.tasks,
            wiring.preferences,
            wiring.now,
            self._show,
            self._after_first_paint,
            self._leave,
            again,
            self,
        )
        screens.opened.connect(self._open)
        screens.language_chosen.connect(self.switch_language)
        screens.close_requested.connect(self.close)
        return screens

    def _after_first_paint(self, job: Callable[[], None]) -> None:
        """Work that would keep the first picture waiting."""
        if self._painted:
            job()
        else:
            self._kept_back.connect(job, Qt.ConnectionType.SingleShotConnection)

    def switch_language(self, language: str) -> None:
        """Change the language; the pages are made anew where the person was."""
        self._wiring.preferences.language = language
        self._wiring.languages.install(language)
        if self._shell is not None:
            front = self._shell.front
            self._shell.flush()
            self._furnish(self._shell.context.practice, front)

    # the open desk

    def _open(self, office: Office) -> None:
        self.tasks.open_with(office)
        self._furnish(office.practice, None)
        remark = self._wiring.door.remark()
        if remark is not None and self._shell is not None:
            self._shell.show_error(remark)
        announce(self, self.tr("The desk is open."))
        self._begin_upkeep(quietly=remark is not None)
        check_pages(self.tasks, office, self._on_damaged)
        self.opened.emit()

    def _furnish(self, practice: bool, front: place.Place | None) -> None:
        from counsellor_desk.desk.model.operation import Operations
        from counsellor_desk.desk.page import DeskContext
        from counsellor_desk.desk.shell.shell import Shell

        wiring = self._wiring
        pages = (*wiring.pages(), self._settings_spec())
        book, before = wiring.codebook(), self._shell
        operations = before.context.operations if before else Operations(self.tasks, self.tasks.failed.emit)

        def context(shell: Shell) -> DeskContext:
            return DeskContext(
                frame=shell,
                operations=operations,
                codebook=book,
                language=wiring.preferences.language,
                now=wiring.now,
                today=lambda: wiring.now().date(),
                theme=wiring.theme,
                printer=wiring.printer,
                practice=practice,
                sheet_check=wiring.door.sheet_check(),
                widths=wiring.preferences.widths,
            )

        shell = Shell(context, pages, wiring.contact_card, wiring.palette)
        shell.lock_requested.connect(self.lock.lock)
        self.tasks.failed.connect(shell.show_error)
        self.tasks.crashed.connect(shell.say_crashed)
        shell.clock_settled.connect(lambda: self._begin_upkeep(quietly=True))
        self._shell = shell
        self._show(shell)
        shell.navigate(front or pages[0].place)
        QTimer.singleShot(0, self, self._make_hidden)

    def _settings_spec(self) -> PageSpec:
        from counsellor_desk.desk.keys import Keys
        from counsellor_desk.desk.page import PageSpec
        from counsellor_desk.desk.pages.settings.page import Choices, SettingsPage

        wiring = self._wiring
        choices = Choices(
            preferences=wiring.preferences,
            switch_language=self.switch_language,
            lock_after_seconds=self._watch.set_seconds,
            capture=wiring.capture,
            vault_place=wiring.vault_place,
            sheet=wiring.door.sheet_mark(),
            keys=Keys(
                self._stack,
                wiring.door,
                self.tasks,
                wiring.now,
                self._say_on_desk,
                self._give_key,
                self.lock.lock,
            ),
        )
        title = QCoreApplication.translate("DeskWindow", "Settings")
        return PageSpec(
            place.Settings(),
            title,
            "settings",
            lambda context, parent: SettingsPage(context, choices, parent),
            at_foot=True,
        )

    def _say_on_desk(self, words: str) -> None:
        if self._shell is not None:
            self._shell.show_banner(words)

    def _give_key(self, set_up: SetUp, passphrase: str | None, typed: tuple[str, ...]) -> None:
        """The desk closes, the vault gets its new key, and the desk stands locked, in a process of its own."""
        change = self._wiring.door.change_key
        self._close_desk(lambda office: change(office, set_up, passphrase, typed), lambda _: self.lock.lock())

    def _on_damaged(self, error: DeskError) -> None:
        """What would have kept the vault closed, had it been known, closes it now."""
        if self._shell is not None:
            self.lock.close_everything_else()
            self._close_desk(lambda office: office.close(), lambda _: self._front_screens.explain(error))

    def _close_desk(self, job: Callable[[Office], None], done: Callable[[None], None]) -> None:
        """What was typed is kept; then ``job`` closes the vault."""
        self._keep()
        self._shell = None
        self._show(Preparing())
        self.tasks.hand_over(job, done, self._front_screens.explain)

    def _begin_upkeep(self, *, quietly: bool) -> None:
        from counsellor_desk.desk.upkeep import Upkeep

        if (first := self._shell) is None:
            return

        def show_work(text: str) -> Meter:
            return (self._shell or first).show_work(text)  # another one stands there after a change of language

        upkeep = Upkeep(first.context.operations, lambda: self._wiring.now().date(), show_work, self)
        upkeep.told.connect(self._on_told)
        upkeep.expired.connect(self._on_expired)
        upkeep.begin(quietly=quietly)

    def _on_told(self, error: DeskError) -> None:
        if (shell := self._shell) is not None:
            words = message_for(error).text()
            shell.show_banner(words, self.tr("Settings"), lambda: shell.navigate(place.Settings()))

    def _on_expired(self, number: int) -> None:
        if self._shell is not None:
            self._shell.show_banner(self.tr("%n memory aid(s) had passed their day and were deleted.", "", number))
            self._shell.refresh()

    def say_crashed(self, kind: str) -> None:
        """Say that something went wrong which nobody expected; ``kind`` is the name of its type."""
        if self._shell is not None:
            self._shell.say_crashed(kind)
        else:
            words = self.tr("Something went wrong here (%1). What you saved is safe.").replace("%1", kind)
            say_once(self, words)

    def come_forward(self) -> None:
        """Stand in front of the other windows, as far as the desktop allows it; no more of the vault is shown."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # cover, lock, hide

    def _watch_session(self) -> None:
        session = self._wiring.session_watch(self)
        session.left.connect(self._on_left)
        session.start()

    def _on_left(self) -> None:
        """Nobody is at the machine. A vault that is being opened right now is not opened for nobody; one that gets
        another key has the one or the other."""
        opening = isinstance(self.front, Screen) and self.front.opens_vault and self.tasks.busy
        if self._holds_secret() or opening:
            self.lock.lock()

    def _on_left_alone(self) -> None:
        if self._holds_secret():
            self.lock.lock()

    def _leave(self, then: Callable[[], None]) -> None:
        """Go elsewhere; from where a secret was, in a new process, which finds its way by what lies in the folder."""
        if self._holds_secret():
            self.lock.lock()
        else:
            then()

    def _on_lock_pressed(self) -> None:
        if self._holds_secret():
            self.lock.lock()
        elif self._stack.currentWidget() is self._hidden:
            self._front_screens.start()

    def _on_hide_pressed(self) -> None:
        if self._holds_secret():
            self.lock.lock(hidden=True)
        elif self._stack.currentWidget() is self._hidden:
            self._on_lock_pressed()

    def _show_hidden(self) -> None:
        self._hidden = HiddenPage()
        self._show(self._hidden)
        self._watch.start()

    def cover(self, hidden: bool) -> None:
        """Something neutral is painted before anything else happens."""
        if hidden and self._hidden is None:
            self._make_hidden()
        self._stack.setCurrentWidget(self._hidden if hidden and self._hidden is not None else self._cover)
        self.repaint()

    def _make_hidden(self) -> None:
        """Ready before it is needed, in the language of the desk: making it takes longer than showing it."""
        if self.front is self._hidden:
            return  # it is needed right now
        if self._hidden is not None:
            self._stack.removeWidget(self._hidden)
            self._hidden.deleteLater()
        self._hidden = HiddenPage()
        self._stack.addWidget(self._hidden)
        self._hidden.ensurePolished()

    def _flush(self) -> None:
        self._watch.stop()
        self._keep()

    def _keep(self) -> None:
        """Size and place of the window, and what was typed on the desk."""
        self._wiring.preferences.geometry = self.saveGeometry()
        if self._shell is not None:
            self._shell.flush()

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._on_first_painted)

    def _on_first_painted(self) -> None:
        """Whoever waits for the picture hears of it before the work begins that was kept back for it."""
        self.first_painted.emit()
        self._kept_back.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.lock.wind_up()
        super().closeEvent(event)

    def _show(self, screen: Screen | Shell | HiddenPage) -> None:
        """Bring ``screen`` to the front; what stood there before is gone for good, but for what covers the desk."""
        self._holds_secret()  # asked once more of the screen that goes
        before = self._stack.currentWidget()
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        if before is not None and before not in (self._cover, self._hidden, screen):
            self._stack.removeWidget(before)
            before.deleteLater()
        screen.setFocus(Qt.FocusReason.OtherFocusReason)
