"""The window from the locked desk to the open one, and what it says when it cannot be opened."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.backups import FolderAway
from counsellor_desk.casework.model import CaseId, NoteId
from counsellor_desk.casework.progress import Cancelled
from counsellor_desk.desk.cover import HiddenPage
from counsellor_desk.desk.doctor import DoctorScreen
from counsellor_desk.desk.kit.attention import has_attention
from counsellor_desk.desk.kit.meter import Meter
from counsellor_desk.desk.kit.states import Progress
from counsellor_desk.desk.model import place
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.preferences import Preferences
from counsellor_desk.desk.shell.shell import Shell
from counsellor_desk.desk.theme import Look, Theme
from counsellor_desk.desk.unlock import LockScreen
from counsellor_desk.desk.window import DeskWindow
from counsellor_desk.office import Situation
from tests.desk.fakes import PASSPHRASE, BlankPage, FakeDoor, FakeOffice, OnlyRemarks, Refused
from tests.support import escape_twice, type_text

MakeWindow = Callable[..., DeskWindow]


def front(window: DeskWindow, kind: type[QWidget]) -> QWidget:
    """The screen in front, which is of ``kind``."""
    screen = window.front
    assert isinstance(screen, kind)
    return screen


def words_on(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def press(widget: QWidget, text: str) -> None:
    next(button for button in widget.findChildren(QPushButton) if button.text() == text).click()


def open_practice(qtbot: QtBot, make_window: MakeWindow) -> Shell:
    window = make_window(Situation.PRACTICE)
    qtbot.waitUntil(lambda: window.shell is not None)
    shell = window.shell
    assert shell is not None
    return shell


def test_the_passphrase_opens_the_desk(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(Situation.NEEDS_PASSPHRASE)
    screen = front(window, LockScreen)
    assert isinstance(screen, LockScreen)

    type_text(screen.passphrase, PASSPHRASE)
    QTest.keyClick(screen.passphrase, Qt.Key.Key_Return)

    assert screen.passphrase.text() == ""
    qtbot.waitUntil(lambda: window.shell is not None)


def test_a_wrong_passphrase_is_said_calmly_and_can_be_typed_again(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(Situation.NEEDS_PASSPHRASE)
    screen = front(window, LockScreen)
    assert isinstance(screen, LockScreen)

    type_text(screen.passphrase, "open says me please")
    QTest.keyClick(screen.passphrase, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: "That is not the passphrase" in words_on(screen))
    assert screen.passphrase.isEnabled()
    assert window.shell is None


def test_after_several_tries_the_button_waits(qtbot: QtBot, make_window: MakeWindow, door: FakeDoor) -> None:
    window = make_window(Situation.NEEDS_PASSPHRASE)
    screen = front(window, LockScreen)
    assert isinstance(screen, LockScreen)

    screen.say(Refused("custody.too_many_tries", seconds=8))

    assert "8 seconds" in words_on(screen)
    screen._waiting.timeout.emit()
    assert "7 seconds" in words_on(screen)
    assert not next(b for b in screen.findChildren(QPushButton) if b.text() == "Open").isEnabled()


@pytest.mark.parametrize(
    ("code", "sentence", "step"),
    [
        ("custody.keyring_locked", "The keyring is locked.", "Try again"),
        ("custody.key_absent", "the key of this vault is not in it", "Open with the recovery sheet"),
        ("vault.busy", "open in another window", "Try again"),
        ("vault.missing", "not where it was", "Try again"),
    ],
)
def test_each_state_has_a_screen_with_one_safe_step(
    qtbot: QtBot, make_window: MakeWindow, door: FakeDoor, code: str, sentence: str, step: str
) -> None:
    window = make_window(Situation.NEEDS_PASSPHRASE)
    door.refuse = Refused(code)
    screen = front(window, LockScreen)
    assert isinstance(screen, LockScreen)

    type_text(screen.passphrase, PASSPHRASE)
    QTest.keyClick(screen.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.front, DoctorScreen))

    doctor = front(window, DoctorScreen)
    assert sentence in words_on(doctor)
    main = doctor.focusProxy()
    assert isinstance(main, QPushButton)
    assert main.text() == step


def test_a_state_the_owner_may_decide_about_asks_the_passphrase_once_more(
    qtbot: QtBot, make_window: MakeWindow, door: FakeDoor
) -> None:
    door.refuse = Refused("custody.folder_synced", service="Dropbox")
    window = make_window(Situation.NEEDS_PASSPHRASE)
    for _ in range(2):
        screen = front(window, LockScreen)
        assert isinstance(screen, LockScreen)
        type_text(screen.passphrase, PASSPHRASE)
        QTest.keyClick(screen.passphrase, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not isinstance(window.front, LockScreen))
        if window.shell is None:
            assert "Dropbox copies the folder" in words_on(window.front)
            press(window.front, "Open it here this once")

    assert window.shell is not None


@pytest.mark.parametrize(
    ("situation", "words"),
    [
        (Situation.NEEDS_SHEET, "the small file that says where its key is, is not"),
        (Situation.HEADER_DAMAGED, "cannot be read"),
        (Situation.HEADER_TOO_NEW, "A newer version of this program"),
    ],
)
def test_what_lies_in_the_folder_is_named(make_window: MakeWindow, situation: Situation, words: str) -> None:
    assert words in words_on(front(make_window(situation), DoctorScreen))


def test_a_newer_vault_offers_no_way_around_the_newer_program(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(Situation.HEADER_TOO_NEW)
    assert "Open with the recovery sheet" not in [b.text() for b in window.front.findChildren(QPushButton)]

    press(window.front, "Close the desk")

    assert not window.isVisible()


def test_a_folder_that_does_not_let_us_look_is_named(
    make_window: MakeWindow, door: FakeDoor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> Situation:
        raise Refused("custody.folder_failed", errno=5)

    monkeypatch.setattr(door, "situation", fail)

    assert "cannot be read or written" in words_on(front(make_window(), DoctorScreen))


def test_a_vault_that_is_gone_is_never_a_first_run(make_window: MakeWindow) -> None:
    window = make_window(Situation.VAULT_GONE)

    assert "No new one is made" in words_on(front(window, DoctorScreen))


def test_the_window_title_is_neutral_in_every_state(qtbot: QtBot, make_window: MakeWindow) -> None:
    for situation in Situation:
        window = make_window(situation)
        qtbot.wait(20)

        assert window.windowTitle() == "Desk"


def test_the_style_sheet_is_the_windows_own_and_follows_the_look(make_window: MakeWindow, theme: Theme) -> None:
    window = make_window()
    light = window.styleSheet()

    theme.apply(Look.DARK)
    dark = window.styleSheet()
    theme.apply(Look.LIGHT)

    assert light == window.styleSheet() == theme.style_sheet
    assert dark != light


def test_pages_are_made_when_first_needed_and_told_where(qtbot: QtBot, make_window: MakeWindow) -> None:
    shell = open_practice(qtbot, make_window)

    shell.navigate(place.Cases(case=CaseId(7)))

    page = shell.page("cases")
    assert isinstance(page, BlankPage)
    assert page.places == [place.Cases(case=CaseId(7))]
    assert shell.front == place.Cases()


def test_ctrl_and_a_number_switch_pages(qtbot: QtBot, make_window: MakeWindow) -> None:
    shell = open_practice(qtbot, make_window)
    qtbot.waitUntil(shell.isActiveWindow)

    QTest.keyClick(shell.window().windowHandle(), Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: shell.front == place.Cases())
    assert has_attention(shell.page("cases"))  # the shortcuts of that page are heard at once


def test_the_contact_card_opens_beside_the_page_and_keeps_its_words(qtbot: QtBot, make_window: MakeWindow) -> None:
    shell = open_practice(qtbot, make_window)
    shell.open_contact_card()
    card = shell.findChildren(BlankPage)[-1]
    card.field.setText("half a sentence")

    shell.close_panel()
    shell.open_contact_card()

    assert card.field.text() == "half a sentence"
    assert card.isVisible()
    assert shell.page("today").isVisible()


def test_a_practice_says_so_on_every_page(qtbot: QtBot, make_window: MakeWindow) -> None:
    shell = open_practice(qtbot, make_window)

    for where in (place.Today(), place.Cases(), place.Settings()):
        shell.navigate(where)

        assert "Practice: invented cases" in words_on(shell)


def test_another_language_makes_the_pages_anew_where_one_was(
    qtbot: QtBot, make_window: MakeWindow, preferences: Preferences
) -> None:
    window = make_window(Situation.PRACTICE)
    qtbot.waitUntil(lambda: window.shell is not None)
    assert window.shell is not None
    window.shell.navigate(place.Settings())

    window.switch_language("nl")

    assert window.shell.front == place.Settings()
    assert window.shell.context.language == "nl"
    assert "Oefenpraktijk" in words_on(window.shell)
    assert preferences.language == "nl"


def test_what_goes_on_while_the_language_changes_is_told_to_the_new_pages(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window, told = make_window(Situation.PRACTICE), list[frozenset[Records]]()
    qtbot.waitUntil(lambda: window.shell is not None)
    assert window.shell is not None
    begun_with = window.shell.context.operations

    window.switch_language("nl")
    window.shell.context.operations.watch((Records.BACKUPS,), told.append)
    begun_with.write(lambda _office: None, (Records.BACKUPS,))

    qtbot.waitUntil(lambda: not window.tasks.busy)
    assert told


def test_what_is_the_matter_with_backups_is_said_with_the_way_to_settings(
    qtbot: QtBot, make_window: MakeWindow, office: FakeOffice
) -> None:
    office.backups = OnlyRemarks(FolderAway(last="2026-11-01"))
    shell = open_practice(qtbot, make_window)
    qtbot.waitUntil(lambda: "has not been there since 01-11-2026" in words_on(shell))

    press(shell, "Settings")

    assert shell.front == place.Settings()


def test_work_that_lasts_is_shown_above_the_page_with_a_way_to_stop_it(qtbot: QtBot, make_window: MakeWindow) -> None:
    shell = open_practice(qtbot, make_window)

    meter = shell.show_work("Looking after your backups")
    assert "Looking after your backups" not in words_on(shell)
    qtbot.waitUntil(lambda: "Looking after your backups" in words_on(shell))
    press(shell, "Cancel")

    with pytest.raises(Cancelled):
        meter(1, 2)


def test_work_that_ends_does_not_hide_work_that_goes_on(qtbot: QtBot, make_window: MakeWindow) -> None:
    shell = open_practice(qtbot, make_window)

    shell.show_work("Looking after your backups")
    shell.show_work("Clearing what was destroyed").end()

    qtbot.waitUntil(lambda: "Looking after your backups" in words_on(shell))
    assert "Clearing what was destroyed" not in words_on(shell)


def test_work_that_was_quick_is_never_shown(qtbot: QtBot, make_window: MakeWindow) -> None:
    shell = open_practice(qtbot, make_window)

    shell.show_work("Looking after your backups").end()
    later = Progress()
    qtbot.addWidget(later)
    Meter(later, "Something else", patience=1000)
    qtbot.waitUntil(later.isVisible)

    assert "Looking after your backups" not in words_on(shell)


def test_memory_aids_that_went_are_told(qtbot: QtBot, make_window: MakeWindow, office: FakeOffice) -> None:
    office.book.expired = (NoteId(3), NoteId(5))
    shell = open_practice(qtbot, make_window)

    qtbot.waitUntil(lambda: "2 memory aids had passed their day and were deleted." in words_on(shell))

    assert office.book.expired == ()


@pytest.mark.parametrize("remembered", [None, (1900, 1000)], ids=["first", "from a larger screen"])
def test_the_window_fits_its_screen(
    make_window: MakeWindow, preferences: Preferences, remembered: tuple[int, int] | None
) -> None:
    if remembered is not None:
        before = QWidget()
        before.resize(*remembered)
        preferences.geometry = before.saveGeometry()

    window = make_window(Situation.NEEDS_PASSPHRASE, roomy=False)

    room = window.screen().availableGeometry()
    assert room.contains(window.geometry())
    assert window.minimumWidth() <= room.width()


def test_the_first_paint_is_told_once(qtbot: QtBot, make_window: MakeWindow) -> None:
    window = make_window(Situation.NEEDS_PASSPHRASE)
    told: list[int] = []
    window.first_painted.connect(lambda: told.append(1))

    qtbot.waitUntil(lambda: bool(told))
    window.repaint()
    qtbot.wait(20)

    assert told == [1]


def test_a_hidden_start_shows_the_house_rules_until_the_keys_bring_back_the_passphrase(
    qtbot: QtBot, make_window: MakeWindow
) -> None:
    window = make_window(Situation.NEEDS_PASSPHRASE, hidden=True)
    first = window.front

    escape_twice(window)

    assert isinstance(first, HiddenPage)
    qtbot.waitUntil(lambda: isinstance(window.front, LockScreen))
