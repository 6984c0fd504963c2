"""Every named state has a calm sentence and a next step, in both languages."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

import counsellor_desk
from counsellor_desk.bundle import resource
from counsellor_desk.desk.i18n import read_catalogue
from counsellor_desk.desk.message_table import MESSAGES
from counsellor_desk.desk.messages import explain, message_for, message_of
from counsellor_desk.desk.named_states.message import NextStep
from counsellor_desk.errors import DeskError
from tests.desk.fakes import Refused

SCOLDING = ("oops", "invalid", "illegal", "fatal", "error", "fout", "ongeldig", "failed", "mislukt")


def all_states(root: type[DeskError] = DeskError) -> Iterator[type[DeskError]]:
    for state in root.__subclasses__():
        yield state
        yield from all_states(state)


def codes() -> set[str]:
    for module in pkgutil.walk_packages(counsellor_desk.__path__, "counsellor_desk."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return {state.code for state in all_states() if state.__module__.startswith("counsellor_desk.")}


def test_every_state_has_a_message_and_every_message_a_state() -> None:
    assert codes() | {"desk.error"} == set(MESSAGES)


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_a_message_says_what_is_the_case_and_what_to_do(qapp: QApplication, code: str) -> None:
    message = MESSAGES[code]

    assert message.case.endswith((".", "?"))
    assert message.next_step.endswith(".")
    assert len(message.case) <= 110


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_every_message_is_translated_into_dutch(code: str) -> None:
    dutch = read_catalogue(resource("i18n", "desk_nl.ts"))

    assert ("Messages", MESSAGES[code].case) in dutch
    assert ("Messages", MESSAGES[code].next_step) in dutch


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_no_message_scolds(code: str, language: str) -> None:
    words = explain(Refused(code), language).lower()

    assert "!" not in words
    assert not set(words.replace(".", " ").split()) & set(SCOLDING)


def test_a_message_carries_the_parameters_of_its_state(qapp: QApplication) -> None:
    assert "8 seconds" in message_for(Refused("custody.too_many_tries", seconds=8)).text()


def test_a_day_is_said_as_it_stands_on_paper(qapp: QApplication) -> None:
    assert "since 02-11-2026." in message_for(Refused("backup.folder_away", last="2026-11-02")).text()


def test_the_same_words_come_without_a_window(qapp: QApplication) -> None:
    assert explain(Refused("custody.keyring_locked"), "nl").startswith("De sleutelbos is vergrendeld.")


def test_a_reason_makes_the_sentence_more_exact() -> None:
    assert "folder is not there" in message_of("reports.export_failed", {"reason": "no_folder"}).case


def test_an_unknown_state_still_gets_calm_words(qapp: QApplication) -> None:
    assert message_for(Refused("nowhere.known")).step is NextStep.TRY_AGAIN
