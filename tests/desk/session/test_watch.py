"""Each operating system gets its own watch over the session."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.desk.session import buses, macos, watch, windows


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("platform", "kind"),
    [("linux", buses.BusWatch), ("win32", windows.WindowsWatch), ("darwin", macos.MacWatch)],
)
def test_the_watch_is_that_of_the_system_and_goes_with_the_window(
    window: QWidget, monkeypatch: pytest.MonkeyPatch, platform: str, kind: type[watch.SessionWatch]
) -> None:
    monkeypatch.setattr(watch, "sys", SimpleNamespace(platform=platform))

    made = watch.session_watch(window)

    assert type(made) is kind
    assert made.parent() is window


def test_a_linux_without_any_bus_is_watched_in_vain(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "sys", SimpleNamespace(platform="linux"))
    made = watch.session_watch(window)

    made.start()

    assert isinstance(made, buses.BusWatch)
    assert made.own_session == ""
