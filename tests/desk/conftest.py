"""A dressed application, a vault thread with a small fake office behind it, and a frame that remembers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from counsellor_desk.bundle import resource
from counsellor_desk.codebook import Codebook, load
from counsellor_desk.desk.capture import CaptureShield
from counsellor_desk.desk.i18n import Languages
from counsellor_desk.desk.model import place
from counsellor_desk.desk.page import DeskContext, Page, PageSpec
from counsellor_desk.desk.preferences import Preferences
from counsellor_desk.desk.session.watch import SessionWatch
from counsellor_desk.desk.tasks import VaultThread
from counsellor_desk.desk.theme import Look, Theme
from counsellor_desk.desk.window import DeskWindow, Wiring
from counsellor_desk.office import Situation
from tests.desk.fakes import BlankPage, FakeDoor, FakeOffice, FakePrinter, QuietPalette
from tests.support import FakeClock


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    """The shipped code lists."""
    return load(resource("codebook"))


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The application in its light dress, also what a test shows without a window around it."""
    made = Theme(qapp, resource("themes"), resource("fonts"), Look.LIGHT)

    def apply() -> None:
        qapp.setStyleSheet(made.style_sheet)

    made.changed.connect(apply)
    apply()
    return made


@pytest.fixture
def office() -> FakeOffice:
    """An open vault that holds nothing but organisations and remembers being closed."""
    return FakeOffice()


@pytest.fixture
def tasks(qapp: QApplication, office: FakeOffice) -> Iterator[VaultThread]:
    """A vault thread with the fake office."""
    thread = VaultThread()
    thread.open_with(office)
    yield thread
    thread.close(5)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Preferences of their own, in English."""
    chosen = Preferences(tmp_path / "desk.ini")
    chosen.language = "en"
    return chosen


@pytest.fixture
def door(office: FakeOffice) -> FakeDoor:
    """A door with the passphrase "open sesame please"."""
    return FakeDoor(office)


@pytest.fixture
def session(qapp: QApplication) -> SessionWatch:
    """What the desktop says of the person; emit ``left`` and she left."""
    return SessionWatch()


@pytest.fixture
def shield(qapp: QApplication) -> CaptureShield:
    """A system that lets no program keep out of pictures of the screen."""
    return CaptureShield(qapp, None, wanted=True)


@pytest.fixture
def make_window(
    qtbot: object,
    qapp: QApplication,
    theme: Theme,
    codebook: Codebook,
    preferences: Preferences,
    door: FakeDoor,
    session: SessionWatch,
    shield: CaptureShield,
    fake_clock: FakeClock,
) -> Iterator[Callable[..., DeskWindow]]:
    """Makes the window at a given situation; ``replaced`` of the door counts replacements of the process."""
    languages = Languages(qapp, resource("i18n"))
    made: list[DeskWindow] = []

    def make(
        situation: Situation = Situation.PRACTICE,
        *,
        pages: Callable[[], list[PageSpec]] | None = None,
        contact_card: Callable[[DeskContext], Page] = BlankPage,
        hidden: bool = False,
        again: bool = False,
        roomy: bool = True,
    ) -> DeskWindow:
        """Without ``roomy`` it is as large as it makes itself on the small screen of these tests."""
        door.finds = situation
        wiring = Wiring(
            door=door,
            codebook=lambda: codebook,
            printer=FakePrinter(),
            theme=theme,
            languages=languages,
            preferences=preferences,
            now=fake_clock.now,
            pages=pages or blank_pages,
            contact_card=contact_card,
            palette=lambda _context, _field: QuietPalette(),
            replace_process=door.replaced.append,
            session_watch=lambda _window: session,
            capture=shield,
            vault_place="Documents, vault",
        )
        window = DeskWindow(wiring, hidden=hidden, again=again)
        made.append(window)
        if roomy:
            window.resize(1280, 800)
        window.show()
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    languages.install("en")


def blank_pages() -> list[PageSpec]:
    """Two empty pages."""
    return [
        PageSpec(place.Today(), "Today", "today", BlankPage),
        PageSpec(place.Cases(), "Cases", "cases", BlankPage),
    ]


@pytest.fixture
def now(fake_clock: FakeClock) -> datetime:
    """The present moment of the fake clock."""
    return fake_clock.now()
