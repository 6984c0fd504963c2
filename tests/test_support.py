"""The harness itself: what the other tests rely on."""

from __future__ import annotations

import os
import socket
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import NetworkRefused
from tests.support import FakeClock, type_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_no_test_reaches_a_network(family: socket.AddressFamily) -> None:
    with pytest.raises(NetworkRefused):
        socket.socket(family)


def test_no_test_asks_a_name_server() -> None:
    with pytest.raises(NetworkRefused):
        socket.getaddrinfo("localhost", 80)


def test_the_session_keyring_is_out_of_reach() -> None:
    assert "nonexistent" in os.environ["DBUS_SESSION_BUS_ADDRESS"]


@pytest.mark.os_keyring
def test_a_marked_test_reaches_an_unlocked_secret_service() -> None:
    import secretstorage

    with secretstorage.dbus_init() as bus:
        assert not secretstorage.get_default_collection(bus).is_locked()


def test_each_test_has_a_home_of_its_own(own_home: Path) -> None:
    assert Path.home() == own_home
    assert list(own_home.iterdir()) == []


def test_the_fake_clock_stands_still_until_moved(fake_clock: FakeClock) -> None:
    before = fake_clock.now()
    fake_clock.advance(days=1)

    assert before.date() == date(2026, 11, 23)
    assert fake_clock.today() == date(2026, 11, 24)


def test_any_text_can_be_typed(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLineEdit

    field = QLineEdit()
    qtbot.addWidget(field)
    type_text(field, "Zoë – één € שלום 😀")

    assert field.text() == "Zoë – één € שלום 😀"
