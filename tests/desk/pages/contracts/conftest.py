"""The whole desk, its answers held when a test says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.views import CaseRow
from counsellor_desk.desk.capture import CaptureShield
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.preferences import Preferences
from counsellor_desk.desk.tasks import VaultThread
from tests.desk.held_answers import HeldAnswers
from tests.desk.pages.contracts.open_desk import OpenDesk
from tests.desk.test_announcing import Reader


@pytest.fixture
def thread_kind() -> type[VaultThread]:
    return HeldAnswers


@pytest.fixture
def desk(
    practice_desk: DeskContext,
    qtbot: QtBot,
    preferences: Preferences,
    shield: CaptureShield,
    tmp_path: Path,
    practice_key: bytes,
) -> OpenDesk:
    """The whole desk, Today in front."""
    return OpenDesk(practice_desk, qtbot, preferences, shield, tmp_path / "vault" / "desk.vault", practice_key)


@pytest.fixture
def one(desk: OpenDesk) -> CaseRow:
    """An open case."""
    return desk.open[1]


@pytest.fixture
def other(desk: OpenDesk) -> CaseRow:
    """Another open case."""
    return desk.open[2]


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    """What a screen reader is told."""
    made = Reader()
    monkeypatch.setattr(QAccessible, "updateAccessibility", made.hear)
    return made
