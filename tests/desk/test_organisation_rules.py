"""What the organisation has set is shown and obeyed, and cannot be changed in Settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from counsellor_desk.bundle import resource
from counsellor_desk.desk.i18n import Languages
from counsellor_desk.desk.pages.organisations.rules import OrganisationRules
from counsellor_desk.desk.preferences import LOCK_MINUTES, Preferences
from counsellor_desk.policy import OWN, Policy


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    """Numbers are said by the catalogue."""
    Languages(qapp, resource("i18n")).install("en")


def words(card: OrganisationRules) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel)]


def test_without_a_policy_there_is_nothing_to_show(qtbot: QtBot) -> None:
    card = OrganisationRules(OWN)
    qtbot.addWidget(card)

    assert card.is_empty


@pytest.mark.parametrize(
    ("policy", "sentence"),
    [
        (Policy(idle_seconds=120), "The desk locks after 2 idle minutes at most."),
        (Policy(idle_seconds=90), "The desk locks after 1 idle minute at most."),
        (Policy(keep_out_of_capture=True), "The desk keeps out of screen sharing wherever the system lets it."),
        (Policy(require_passphrase=True), "The desk is opened by a passphrase"),
        (Policy(base=10), "Figures are multiples of 10."),
        (Policy(purge_days=14), "goes after 14 days."),
    ],
)
def test_each_rule_that_is_stricter_has_a_sentence(qtbot: QtBot, policy: Policy, sentence: str) -> None:
    card = OrganisationRules(policy)
    qtbot.addWidget(card)

    assert not card.is_empty
    assert any(sentence in said for said in words(card))
    assert len(words(card)) == 2


def test_no_longer_time_can_be_chosen_than_the_organisation_allows(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "desk.ini"
    Preferences(file).lock_minutes = 5

    bound = Preferences(file, Policy(idle_seconds=150))

    assert bound.lock_choices == (1, 2)
    assert bound.lock_minutes == 2


def test_a_shorter_time_that_was_chosen_stays(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "desk.ini"
    Preferences(file).lock_minutes = 1

    assert Preferences(file, Policy(idle_seconds=150)).lock_minutes == 1


def test_nobody_waits_longer_than_five_minutes_even_where_fifteen_were_chosen_before(
    qapp: QApplication, tmp_path: Path
) -> None:
    file = tmp_path / "desk.ini"
    file.write_text("[General]\nlock_minutes=15\n", "utf-8")

    assert Preferences(file).lock_minutes == max(LOCK_MINUTES) == 5


def test_keeping_out_of_screen_sharing_cannot_be_switched_off(qapp: QApplication, tmp_path: Path) -> None:
    chosen = Preferences(tmp_path / "desk.ini", Policy(keep_out_of_capture=True))

    chosen.keeps_out_of_capture = False

    assert chosen.keeps_out_of_capture
