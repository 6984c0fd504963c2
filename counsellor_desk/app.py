"""The composition root: the only place where the rooms are wired together.

What the first picture of the window does not need is imported where it is first used: keyring, solver and PDF
library together take longer to load than the window itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import PlatformDirs
from PySide6.QtWidgets import QApplication

from counsellor_desk.bundle import resource
from counsellor_desk.desk.capture import capture_shield
from counsellor_desk.desk.catalogue import system_language
from counsellor_desk.desk.crashes import Crashes
from counsellor_desk.desk.garbage import Collector
from counsellor_desk.desk.i18n import Languages
from counsellor_desk.desk.preferences import Preferences
from counsellor_desk.desk.session.only import OnlyDesk, only_desk
from counsellor_desk.desk.session.watch import session_watch
from counsellor_desk.desk.theme import Theme
from counsellor_desk.desk.window import DeskWindow, Wiring
from counsellor_desk.doors.late import LateDoor
from counsellor_desk.office import AlreadyOpen, NoDisplay, Situation
from counsellor_desk.policy_file import read_policy
from counsellor_desk.process import harden, keep_singletons, replace_process

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from counsellor_desk.casework.model import CaseId
    from counsellor_desk.codebook import Codebook
    from counsellor_desk.desk.page import DeskContext, Page, PageSpec, Palette
    from counsellor_desk.doors.practice import PracticeDoor
    from counsellor_desk.doors.real import RealDoor
    from counsellor_desk.figures.period import Period
    from counsellor_desk.figures.release import Release
    from counsellor_desk.office import Door, Office, Printer
    from counsellor_desk.policy import Policy
    from counsellor_desk.selfcheck import Finding

_DIRS = PlatformDirs("counsellor-desk", appauthor=False, roaming=False)


def open_desk(
    *, practice: bool, language: str | None, locked: bool, hidden: bool, painted: Callable[[], None] | None = None
) -> int:
    """The window, until it is closed. ``locked`` and ``hidden`` are how a process begins that replaced another;
    with ``painted`` the window is closed again after its first paint, and ``painted`` is called.

    Raises: AlreadyOpen when this vault has a window; it stands in front now. Practice has a vault for each window.
        NoDisplay: a window that nobody can see would wait for ever.
    """
    if not _has_display() and "QT_QPA_PLATFORM" not in os.environ:
        raise NoDisplay
    harden()
    qt = _qt()
    only = OnlyDesk() if practice else only_desk(str(_DIRS.user_data_path))
    if not only.take() and not (locked or hidden):
        raise AlreadyOpen
    crashes = Crashes()
    crashes.watch()
    reading = read_policy()
    preferences = Preferences(_DIRS.user_config_path / "desk.ini", reading.policy)
    if language is not None:
        preferences.language = language
    door = _practice_door(locked=locked or hidden) if practice else _real_door(reading.policy)
    again = locked or hidden
    window = DeskWindow(_wiring(qt, door, preferences, practice=practice), hidden=hidden, again=again)
    crashes.crashed.connect(window.say_crashed)
    only.wanted.connect(window.come_forward)
    if painted is not None:
        window.first_painted.connect(painted)
        window.first_painted.connect(window.close)
    window.show()
    done = qt.exec()
    door.leave()
    return done


def report(period: str, audience: str, folder: Path, *, practice: bool, language: str | None) -> list[str]:
    """The paths of the report of a period, published first; a real vault asks for its passphrase on the terminal."""
    from getpass import getpass

    from counsellor_desk.figures.period import Period

    harden()
    asked = Period.parse(period)
    _make_ready(folder)
    door = _practice_door() if practice else _real_door(read_policy().policy)
    passphrase = getpass() if door.situation() is Situation.NEEDS_PASSPHRASE else ""
    office = door.unlock(passphrase)
    try:
        office.check_pages()  # what is published stays published
        return _publish(office, (asked,), audience, folder, language or system_language())
    finally:
        office.close()
        door.leave()


def tour(folder: Path, language: str | None, sizes: Sequence[tuple[int, int]] = ()) -> list[str]:
    """The paths of the practice vault's newest reports and of a picture of every page, at each of ``sizes``."""
    from tempfile import TemporaryDirectory

    from counsellor_desk.desk.tour import USUAL_SIZE, Tour
    from counsellor_desk.headless import newest_periods

    _make_ready(folder)
    qt = _qt()
    written: list[str] = []

    def publish(office: Office) -> None:
        written.extend(_publish(office, newest_periods(_today()), "sector", folder, language or "nl"))

    with TemporaryDirectory() as scratch:
        door = _practice_door(prepare=publish)
        wiring = _wiring(qt, door, Preferences(Path(scratch) / "desk.ini"), practice=True)
        window = DeskWindow(wiring)
        try:
            pictures = Tour(window, wiring.theme, folder / "screenshots", sizes or (USUAL_SIZE,)).walk()
            return [*written, *pictures]  # the reports are written while the window opens
        finally:
            window.close()
            door.leave()


def self_check() -> tuple[Finding, ...]:
    """What was found about this machine."""
    from counsellor_desk.custody.keystore import OsKeyring
    from counsellor_desk.selfcheck import look

    return look(_DIRS.user_data_path, OsKeyring(), _today(), read_policy())


def _wiring(qt: QApplication, door: Door, preferences: Preferences, *, practice: bool) -> Wiring:
    again = ("--practice",) if practice else ()
    return Wiring(
        door=door,
        codebook=_codebook,
        printer=_LazyPrinter(),
        theme=Theme(qt, resource("themes"), resource("fonts"), preferences.look),
        languages=Languages(qt, resource("i18n")),
        preferences=preferences,
        now=datetime.now,
        pages=_pages,
        contact_card=_contact_card,
        palette=_palette,
        replace_process=lambda hidden: replace_process([*again, "--hidden" if hidden else "--locked"]),
        session_watch=session_watch,
        capture=capture_shield(qt, wanted=preferences.keeps_out_of_capture),
        vault_place="" if practice else str(_DIRS.user_data_path),
    )


class _LazyPrinter:
    """The writers of reports, loaded when the first report is made."""

    def pdf(self, release: Release, language: str) -> bytes:
        return self._writers().pdf(release, language)

    def export(self, release: Release, language: str, folder: str) -> tuple[str, ...]:
        return self._writers().export(release, language, folder)

    def _writers(self) -> Printer:
        from counsellor_desk.reports.writers import Writers

        return Writers(_codebook())


def _publish(office: Office, periods: Sequence[Period], audience: str, folder: Path, language: str) -> list[str]:
    from counsellor_desk.headless import write_reports

    return write_reports(
        office, _codebook(), _LazyPrinter(), periods, audience, _today(), language=language, folder=str(folder)
    )


def _make_ready(folder: Path) -> None:
    """What is published goes into ``folder``: whether it can must be known before. Raises: ExportFailed."""
    from counsellor_desk.reports.export import make_ready

    make_ready(folder)


def _real_door(policy: Policy) -> LateDoor:
    from counsellor_desk.doors.situation import situation_in

    folder = _DIRS.user_data_path

    def door() -> RealDoor:
        from counsellor_desk.custody.custodian import Custodian
        from counsellor_desk.custody.keystore import OsKeyring
        from counsellor_desk.custody.seen import LastSeen
        from counsellor_desk.doors.real import RealDoor

        return RealDoor(folder, Custodian(folder, OsKeyring()), LastSeen(OsKeyring(seconds=1)), _today, policy)

    return LateDoor(lambda: situation_in(folder), door)


def _practice_door(*, locked: bool = False, prepare: Callable[[Office], None] | None = None) -> LateDoor:
    """After a lock it waits for a hand, as a vault without passphrase does; otherwise it opens at once."""
    situation = Situation.KEYRING_ONLY if locked else Situation.PRACTICE

    def door() -> PracticeDoor:
        from counsellor_desk.doors.practice import PracticeDoor

        return PracticeDoor(_DIRS.user_cache_path / "practice", _codebook, _today, situation, prepare=prepare)

    return LateDoor(lambda: situation, door)


def _pages() -> tuple[PageSpec, ...]:
    from counsellor_desk.desk.page_list import page_list

    return page_list()


def _contact_card(context: DeskContext) -> Page[CaseId]:
    from counsellor_desk.desk.pages.writing.contact_card import ContactCard

    return ContactCard(context)


def _palette(context: DeskContext, field: QLineEdit) -> Palette:
    from counsellor_desk.desk.pages.search.palette import SearchPalette

    return SearchPalette(context, field)


def _qt() -> QApplication:
    """Qt. Without a display its pictures are painted in memory."""
    keep_singletons()
    if not _has_display():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qt = QApplication(["desk", "-style", "Fusion"])  # setStyle() would hand it back, and to wrap a QStyle takes 5 ms
    Collector(qt)
    return qt


def _has_display() -> bool:
    return sys.platform != "linux" or bool({"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys())


def _codebook() -> Codebook:
    from counsellor_desk.codebook import load

    return load(resource("codebook"))


def _today() -> date:
    return datetime.now().date()
