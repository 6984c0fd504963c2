"""The first call in an empty vault: a case needs an organisation, which is said and can be added where one is."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.views import CaseFilter, ContactEntry
from counsellor_desk.codebook import Codebook
from counsellor_desk.desk.kit.labels import PlainLabel
from counsellor_desk.desk.model import place
from counsellor_desk.desk.model.operation import Operations
from counsellor_desk.desk.page import DeskContext, PageSpec
from counsellor_desk.desk.pages.case.page import CasesPage
from counsellor_desk.desk.pages.today.page import TodayPage
from counsellor_desk.desk.pages.writing.contact_card import ContactCard
from counsellor_desk.desk.shell.shell import Shell
from counsellor_desk.desk.tasks import VaultThread
from counsellor_desk.desk.theme import Theme
from counsellor_desk.reports.writers import Writers
from counsellor_desk.vault.vault import create_vault
from tests.desk.fakes import QuietPalette
from tests.desk.pages.at_cases import ask, button, in_front, keep, paper, press, rest, words, write
from tests.desk.pages.desk_at_work import ContextAtWork, RememberingFrame, settle, stand_still
from tests.desk.test_announcing import Reader
from tests.support import FakeClock

CONTROL = Qt.KeyboardModifier.ControlModifier
TALK = "Eerste gesprek over de montage."


class At:
    """The desk on an empty vault, Today in front."""

    def __init__(self, desk: DeskContext, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        pages = [
            PageSpec(place.Today(), "Today", "today", TodayPage),
            PageSpec(place.Cases(), "Cases", "cases", CasesPage),
        ]
        self.shell = Shell(
            lambda frame: replace(desk, frame=frame), pages, ContactCard, lambda _context, _field: QuietPalette()
        )
        self.desk = self.shell.context
        desk.tasks.failed.connect(self.shell.show_error)
        self.shell.navigate(place.Today())
        in_front(self.shell, qtbot, 1280, 800)
        self.rest()

    def rest(self) -> None:
        rest(self.qtbot, self.desk)
        stand_still(self.qtbot, self.shell)

    def first_call(self) -> None:
        """Ctrl+N, a new case, some words, Ctrl+Enter."""
        press(self.shell, Qt.Key.Key_N, CONTROL)
        self.rest()
        write(self.shell, "nieuw")
        self.rest()
        press(self.shell, Qt.Key.Key_Tab)
        write(self.shell, TALK)
        keep(self.shell)
        self.rest()

    def card(self) -> QWidget:
        return self.shell.findChildren(ContactCard)[0]

    def texts(self) -> list[str]:
        rows = ask(self.desk, self.qtbot, lambda book: book.list_cases(CaseFilter()))
        views = [ask(self.desk, self.qtbot, lambda book, row=row: book.case_view(row.id)) for row in rows]
        return [entry.text for view in views for entry in view.timeline if isinstance(entry, ContactEntry)]


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path, codebook: Codebook, theme: Theme, fake_clock: FakeClock) -> Iterator[At]:
    """The first day."""
    thread = VaultThread()
    path, key, today = tmp_path / "desk.vault", secrets.token_bytes(32), fake_clock.today()
    thread.run_free(lambda: create_vault(path, key, practice=False, today=today), thread.open_with)
    settle(qtbot, thread)
    context = ContextAtWork(
        frame=RememberingFrame(),
        operations=Operations(thread, thread.failed.emit),
        tasks=thread,
        codebook=codebook,
        language="en",
        now=fake_clock.now,
        today=fake_clock.today,
        theme=theme,
        printer=Writers(codebook),
    )
    yield At(context, qtbot)
    settle(qtbot, thread)
    thread.close(10)


def in_sight(widget: QWidget) -> bool:
    """Whether all of it is within what scrolls around it."""
    holder = widget.parentWidget()
    while holder is not None and not isinstance(holder, QScrollArea):
        holder = holder.parentWidget()
    assert isinstance(holder, QScrollArea)
    port = holder.viewport()
    return widget.isVisible() and port.rect().contains(
        QRect(widget.mapTo(port, QPoint(0, 0)), widget.size()).adjusted(0, 0, 0, -1)
    )


def test_the_remark_is_in_sight_and_said_and_the_cursor_stands_where_one_is_added(
    at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Reader()
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: reader.hear(event) if hasattr(event, "message") else None
    )

    at.first_call()

    said = "A case belongs to an organisation, and there is none yet. Add it here; your words stay."
    [remark] = [label for label in at.card().findChildren(PlainLabel) if label.isVisible() and label.text() == said]
    assert in_sight(remark)
    assert said in reader.heard
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Name"
    assert in_sight(focus)
    assert paper(at.card(), "What was said or agreed?").toPlainText() == TALK


def test_an_organisation_is_added_on_the_spot_and_the_talk_is_kept_with_it(at: At) -> None:
    at.first_call()

    write(at.shell, "Omroep Proef")
    press(at.shell, Qt.Key.Key_Tab)
    write(at.shell, "omroep")
    press(at.shell, Qt.Key.Key_Return)
    press(at.shell, Qt.Key.Key_Tab)
    press(at.shell, Qt.Key.Key_4)
    keep(at.shell)
    at.rest()
    assert at.texts() == []
    assert paper(at.card(), "What was said or agreed?").toPlainText() == TALK
    keep(at.shell)
    at.rest()

    assert at.texts() == [TALK]
    assert not at.card().isVisible()
    organisations = ask(at.desk, at.qtbot, lambda book: book.organisations())
    assert [(one.name, one.chain, one.size_band) for one in organisations] == [("Omroep Proef", "K.OMR", "W.250")]


def test_what_is_missing_of_the_organisation_is_said_beside_it(at: At) -> None:
    at.first_call()
    write(at.shell, "Omroep Proef")

    keep(at.shell)
    at.rest()

    assert "Name, link in the chain and size are all needed." in words(at.card())
    assert at.texts() == []


def test_the_intake_form_takes_a_first_organisation_too(at: At) -> None:
    at.shell.navigate(place.Cases())
    at.rest()
    button(at.shell.page("cases"), "New case").click()
    at.rest()

    keep(at.shell)
    at.rest()

    assert QApplication.focusWidget() is not None
    assert any("there is none yet. Add it here" in sentence for sentence in words(at.shell))


def test_a_second_organisation_can_be_added_while_a_case_is_being_opened(at: At) -> None:
    test_an_organisation_is_added_on_the_spot_and_the_talk_is_kept_with_it(at)
    press(at.shell, Qt.Key.Key_N, CONTROL)
    at.rest()
    write(at.shell, "new")
    at.rest()

    button(at.card(), "Add an organisation").click()
    write(at.shell, "Tweede")
    press(at.shell, Qt.Key.Key_Tab)
    write(at.shell, "omroep")
    press(at.shell, Qt.Key.Key_Return)
    press(at.shell, Qt.Key.Key_Tab)
    press(at.shell, Qt.Key.Key_1)
    button(at.card(), "Add this organisation").click()
    at.rest()

    [chosen] = [one.name for one in ask(at.desk, at.qtbot, lambda book: book.organisations()) if one.name == "Tweede"]
    assert button(at.card(), f"Organisation: {chosen}").isChecked()
