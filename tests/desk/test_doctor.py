"""The key doctor: each state has a screen of its own with one thing to press, and nothing that could do harm."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from counsellor_desk.bundle import resource
from counsellor_desk.desk.doctor import DoctorScreen
from counsellor_desk.desk.i18n import Languages
from counsellor_desk.desk.kit.buttons import PrimaryButton
from counsellor_desk.desk.message_table import FIRST_RUN, MESSAGES
from tests.campaigns._key_states import OPENS, STATES

PARAMS: dict[str, str | int] = {"seconds": 10, "service": "Nextcloud", "kind": "cifs"}
ON_THE_LOCK_SCREEN = {"custody.wrong_passphrase"}
EXISTING = sorted({state.existing for state in STATES} - {OPENS} - ON_THE_LOCK_SCREEN)
FIRST = sorted({*FIRST_RUN, "custody.keyring_timeout", "custody.keyring_forgets"})


def words_on(screen: DoctorScreen) -> str:
    return " ".join(label.text() for label in screen.findChildren(QLabel))


def main_buttons(screen: DoctorScreen) -> list[str]:
    return [button.text() for button in screen.findChildren(PrimaryButton)]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("code", EXISTING)
def test_each_state_has_one_thing_to_press_and_says_its_name(
    qtbot: QtBot, qapp: QApplication, code: str, language: str
) -> None:
    languages = Languages(qapp, resource("i18n"))
    languages.install(language)
    screen = DoctorScreen(code, PARAMS)
    qtbot.addWidget(screen)
    languages.install("en")

    assert len(main_buttons(screen)) == 1
    assert code in words_on(screen)
    assert "{" not in words_on(screen)


def test_no_two_states_look_alike(qtbot: QtBot) -> None:
    screens = [DoctorScreen(code, PARAMS) for code in EXISTING]
    for screen in screens:
        qtbot.addWidget(screen)

    sentences = [words_on(screen).replace(code, "") for screen, code in zip(screens, EXISTING, strict=True)]

    assert len(set(sentences)) == len(EXISTING)


@pytest.mark.parametrize("code", FIRST)
def test_on_the_first_run_there_is_one_thing_to_press_and_no_vault_to_speak_of(qtbot: QtBot, code: str) -> None:
    screen = DoctorScreen(code, PARAMS, first_run=True)
    qtbot.addWidget(screen)

    assert [button.text() for button in screen.findChildren(QPushButton)] == ["Try again"]
    assert "Your vault" not in words_on(screen)


@pytest.mark.parametrize("code", sorted(code for code, message in MESSAGES.items() if message.anyway))
def test_what_its_owner_may_decide_about_is_a_link_and_never_the_main_button(qtbot: QtBot, code: str) -> None:
    screen = DoctorScreen(code, PARAMS)
    qtbot.addWidget(screen)
    link = next(
        button for button in screen.findChildren(QPushButton) if button.text() == MESSAGES[code].anyway_words()
    )

    with qtbot.waitSignal(screen.anyway_requested):
        link.click()

    assert link.text() not in main_buttons(screen)


def test_no_state_offers_to_make_a_new_vault(qtbot: QtBot) -> None:
    pressed = set()
    for code in EXISTING:
        screen = DoctorScreen(code, PARAMS)
        qtbot.addWidget(screen)
        pressed |= {button.text() for button in screen.findChildren(QPushButton)}

    assert pressed == {
        "Try again",
        "Open with the recovery sheet",
        "Close the desk",
        "Open it here this once",
        "Open this older vault",
        "I have a backup or a vault file",
    }
