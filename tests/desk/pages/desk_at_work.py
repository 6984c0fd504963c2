"""A frame that remembers what pages asked of it, and waiting for the vault thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.model import CaseId
from counsellor_desk.desk.kit.meter import Meter
from counsellor_desk.desk.kit.states import Progress
from counsellor_desk.desk.model.place import PLACES, Place
from counsellor_desk.desk.page import DeskContext, P, Page
from counsellor_desk.desk.tasks import VaultThread
from counsellor_desk.errors import DeskError

_READINGS = 10  # so many times the same, and it stands still


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextAtWork(DeskContext):
    """What a page gets, and the thread on which a test waits."""

    tasks: VaultThread


class RememberingFrame:
    """Does nothing and remembers everything."""

    def __init__(self) -> None:
        self.places: list[Place] = []
        self.saved: list[datetime] = []
        self.errors: list[str] = []
        self.banners: list[str] = []
        self.undos: list[tuple[str, Callable[[], None]]] = []
        self.panels: list[str] = []
        self.contents: list[tuple[Page[Any], object]] = []
        self.works: list[str] = []
        self.cancels_work = False
        self.cards: list[CaseId | None] = []
        self.locked = 0

    def navigate(self, place: Place) -> None:
        self.places.append(place)

    def notify_saved(self, at: datetime) -> None:
        self.saved.append(at)

    def show_error(self, error: DeskError) -> None:
        self.errors.append(error.code)

    def show_banner(self, text: str, action: str = "", on_action: Callable[[], None] | None = None) -> None:
        self.banners.append(text)

    def show_work(self, text: str) -> Meter:
        self.works.append(text)
        bar = Progress()
        meter = Meter(bar, text)
        if self.cancels_work:
            bar.findChildren(QPushButton)[0].click()
        return meter

    def offer_undo(self, text: str, undo: Callable[[], None]) -> None:
        self.undos.append((text, undo))

    def open_panel(self, title: str, content: Page[P], about: P | None = None) -> None:
        self.panels.append(title)
        self.contents.append((content, about))

    def close_panel(self) -> None:
        pass

    def open_contact_card(self, case: CaseId | None = None) -> None:
        self.cards.append(case)

    def lock(self) -> None:
        self.locked += 1


def settle(qtbot: QtBot, tasks: VaultThread) -> None:
    """Wait until every job with the vault was answered."""
    qtbot.waitUntil(lambda: not tasks.busy, timeout=30_000)


def stand_still(qtbot: QtBot, root: QWidget) -> None:
    """Wait until nothing in ``root`` moves any more: on a busy machine the layout comes late, level by level."""
    seen: list[list[QRect]] = []

    def rests() -> bool:
        seen.append([widget.geometry() for widget in root.findChildren(QWidget)])
        return len(seen) > _READINGS and all(reading == seen[-1] for reading in seen[-_READINGS:])

    qtbot.waitUntil(rests, timeout=30_000)


def place_named(key: str) -> Place:
    """The place whose page has this name."""
    return next(place for place in PLACES if place.key == key)
