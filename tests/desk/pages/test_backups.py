"""Backups in Settings and in the restore panel, on a real vault; and what the desk does with them by itself."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.destroying import delete_note
from counsellor_desk.codebook import Codebook
from counsellor_desk.desk.model.operation import Operations
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.settings.backups import BackupsCard
from counsellor_desk.desk.pages.settings.gone_for_good import GoneForGoodPanel
from counsellor_desk.desk.pages.settings.restore import RestorePanel
from counsellor_desk.desk.tasks import VaultThread
from counsellor_desk.desk.theme import Theme
from counsellor_desk.desk.upkeep import Upkeep
from counsellor_desk.errors import DeskError
from counsellor_desk.reports.writers import Writers
from counsellor_desk.vault.vault import BackupPlan, OpenVault, create_vault
from tests.desk.pages.at_cases import button, rest, words
from tests.desk.pages.desk_at_work import ContextAtWork, RememberingFrame, settle
from tests.support import FakeClock
from tests.vault.conftest import fill


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def real_tasks(qtbot: QtBot, tmp_path: Path, home: Path, fake_clock: FakeClock) -> Iterator[VaultThread]:
    """The vault thread with a real vault of 40 notes."""
    thread = VaultThread()
    crashes: list[str] = []
    thread.crashed.connect(crashes.append)

    def make() -> OpenVault:
        plan = BackupPlan(home, fake_clock.now)
        key = secrets.token_bytes(32)
        vault = create_vault(tmp_path / "desk.vault", key, practice=False, today=fake_clock.today(), backup_plan=plan)
        fill(vault.book)
        return vault

    thread.run_free(make, thread.open_with)
    settle(qtbot, thread)
    yield thread
    settle(qtbot, thread)
    thread.close(10)
    assert crashes == []


@pytest.fixture
def desk(
    frame: RememberingFrame, real_tasks: VaultThread, codebook: Codebook, theme: Theme, fake_clock: FakeClock
) -> DeskContext:
    real_tasks.failed.connect(frame.show_error)
    operations, now, today = Operations(real_tasks, frame.show_error), fake_clock.now, fake_clock.today
    return ContextAtWork(frame, operations, codebook, "en", now, today, theme, Writers(codebook), tasks=real_tasks)


@pytest.fixture
def card(desk: DeskContext, qtbot: QtBot) -> BackupsCard:
    """The card as Settings show it."""
    made = BackupsCard(desk)
    qtbot.addWidget(made)
    made.show()
    made.read()
    rest(qtbot, desk)
    return made


@pytest.fixture
def panel(desk: DeskContext, qtbot: QtBot) -> RestorePanel:
    made = RestorePanel(desk)
    qtbot.addWidget(made)
    made.show()
    return made


def press(part: QWidget, name: str, desk: DeskContext, qtbot: QtBot) -> None:
    button(part, name).click()
    rest(qtbot, desk)


def test_a_new_vault_says_when_its_first_backup_comes(card: BackupsCard) -> None:
    assert "No backup yet. One is made whenever you lock the desk after writing." in words(card)
    assert "Backups lie beside the vault, on this computer only." in words(card)


def test_a_backup_made_now_is_told_with_its_time(
    card: BackupsCard, desk: DeskContext, qtbot: QtBot, home: Path
) -> None:
    press(card, "Back up now", desk, qtbot)

    assert len(list(home.iterdir())) == 1
    assert "The backup is made and was opened to check it." in words(card)
    assert any(said.startswith("Last backup: 09:00.") for said in words(card))
    assert button(card, "Back up now").isEnabled()


def test_changing_the_key_is_offered_where_there_is_one(desk: DeskContext, qtbot: QtBot) -> None:
    pressed: list[str] = []
    panel = GoneForGoodPanel(desk, lambda: pressed.append("key"))
    qtbot.addWidget(panel)
    panel.show()

    button(panel, "Change the key").click()

    assert pressed == ["key"]


def test_a_backup_can_be_stopped(card: BackupsCard, desk: DeskContext, qtbot: QtBot, home: Path) -> None:
    button(card, "Back up now").click()
    button(card, "Cancel").click()
    rest(qtbot, desk)

    assert "This was stopped, and nothing was changed." in words(card)
    assert list(home.glob("*")) == []


def test_looking_at_every_page_can_be_stopped(
    card: BackupsCard, desk: DeskContext, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    cancelled = Event()  # a small vault is looked at faster than anybody can press
    monkeypatch.setattr("counsellor_desk.vault.backups.backups.health_of_live", lambda *_all: cancelled.wait(30))
    button(card, "Check the vault").click()
    button(card, "Cancel").click()
    rest(qtbot, desk)
    cancelled.set()

    assert "This was stopped, and nothing was changed." in words(card)
    assert button(card, "Check the vault").isEnabled()


def test_the_chosen_folder_gets_the_backups_until_they_are_kept_beside_the_vault_again(
    card: BackupsCard, desk: DeskContext, qtbot: QtBot, tmp_path: Path, home: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    card._use(str(stick))
    rest(qtbot, desk)
    assert str(stick) in words(card)

    press(card, "Back up now", desk, qtbot)
    assert len(list(stick.iterdir())) == 1
    press(card, "Keep beside the vault", desk, qtbot)

    assert "Backups lie beside the vault, on this computer only." in words(card)


def test_a_folder_that_takes_nothing_is_said_and_not_used(
    card: BackupsCard, desk: DeskContext, qtbot: QtBot, tmp_path: Path
) -> None:
    card._use(str(tmp_path / "nowhere"))
    rest(qtbot, desk)

    assert "Nothing can be written into this folder. Choose another one." in words(card)
    assert "Backups lie beside the vault, on this computer only." in words(card)


def test_a_sound_vault_is_said_to_be_so(card: BackupsCard, desk: DeskContext, qtbot: QtBot) -> None:
    press(card, "Check the vault", desk, qtbot)

    assert "Every page of the vault is as it was written." in words(card)


def test_a_damaged_page_is_said_with_the_next_step(
    card: BackupsCard, desk: DeskContext, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.tasks.run(lambda office: office.book.settle())
    rest(qtbot, desk)
    vault = tmp_path / "desk.vault"
    with vault.open("r+b") as file:
        file.seek(4096 * 30 + 7)
        file.write(b"damage")

    press(card, "Check the vault", desk, qtbot)

    assert "A part of the vault is damaged. Restore the newest backup; this vault is kept." in words(card)


def _stick_with_what_was_destroyed(
    card: BackupsCard, desk: DeskContext, qtbot: QtBot, tmp_path: Path, fake_clock: FakeClock
) -> Path:
    """A stick that was pulled out before something was destroyed; the card shows how it stands."""
    stick = tmp_path / "stick"
    stick.mkdir()
    card._use(str(stick))
    rest(qtbot, desk)  # one after the other: each is a job beside the vault's thread
    press(card, "Back up now", desk, qtbot)
    stick.rename(tmp_path / "drawer")
    today = fake_clock.today()
    desk.tasks.run(lambda office: delete_note(office.book, office.book.search("gesprek")[0].note, today))
    rest(qtbot, desk)
    card.read()
    rest(qtbot, desk)
    return stick


def test_a_folder_that_is_away_with_what_was_destroyed_is_named(
    card: BackupsCard, desk: DeskContext, qtbot: QtBot, tmp_path: Path, fake_clock: FakeClock
) -> None:
    stick = _stick_with_what_was_destroyed(card, desk, qtbot, tmp_path, fake_clock)

    assert any(str(stick) in said and "still hold what you destroyed" in said for said in words(card))


def test_a_stick_that_is_gone_for_good_is_given_up_once_it_is_said_what_that_means(
    card: BackupsCard,
    desk: DeskContext,
    frame: RememberingFrame,
    qtbot: QtBot,
    tmp_path: Path,
    fake_clock: FakeClock,
) -> None:
    stick = _stick_with_what_was_destroyed(card, desk, qtbot, tmp_path, fake_clock)
    button(card, "It is gone for good").click()
    panel, about = frame.contents[-1]
    qtbot.addWidget(panel)
    panel.shown(about)
    panel.show()
    assert str(stick) in words(panel)
    assert any("Whoever has them and their key can read it." in said for said in words(panel))

    press(panel, "It is gone for good", desk, qtbot)

    assert not any("still hold what you destroyed" in said for said in words(card))
    assert f"Given up on 23 November 2026: {stick}" in words(card)
    assert "This is kept in the vault. You are not asked for it again." in words(card)


def test_files_that_are_no_backups_are_counted_and_their_names_are_a_press_away(
    card: BackupsCard, desk: DeskContext, frame: RememberingFrame, qtbot: QtBot, home: Path
) -> None:
    assert not card._names.isVisible()
    press(card, "Back up now", desk, qtbot)
    (real,) = (file.name for file in home.iterdir())
    names = [real.replace("2026", year) for year in ("2027", "2028", "2029")]
    for name in names[:2]:
        (home / name).touch()
    (home / names[2]).mkdir()

    card.read()
    rest(qtbot, desk)
    button(card, "Show their names").click()
    panel, about = frame.contents[-1]
    qtbot.addWidget(panel)
    panel.shown(about)
    panel.show()
    rest(qtbot, desk)

    assert any(said.startswith("3 file") and "not usable backups of this vault" in said for said in words(card))
    assert frame.panels == ["Not counted as backups"]
    assert words(panel)[-4:] == ["Not an ordinary file", names[2], "Empty", "\n".join(reversed(names[:2]))]


def test_a_backup_that_was_not_checked_yet_is_said_and_can_be_restored_all_the_same(
    card: BackupsCard, panel: RestorePanel, desk: DeskContext, qtbot: QtBot, home: Path
) -> None:
    press(card, "Back up now", desk, qtbot)
    (real,) = home.iterdir()
    real.rename(real.with_name(real.name.replace("20261123", "20261120")))

    card.read()
    panel.shown()
    rest(qtbot, desk)
    press(panel, "20 November 2026, 09:00 (not checked yet)", desk, qtbot)

    assert any("will be opened and checked first." in said for said in words(card))
    assert any(said.endswith("last written on 23 November 2026") for said in words(panel))


def test_settings_open_the_restore_panel(card: BackupsCard, frame: RememberingFrame) -> None:
    button(card, "Restore a backup").click()

    assert frame.panels == ["Restore a backup"]


def test_without_a_backup_the_panel_says_so(panel: RestorePanel, desk: DeskContext, qtbot: QtBot) -> None:
    panel.shown()
    rest(qtbot, desk)

    assert "There is none within reach. Connect the drive they are on." in words(panel)


def test_a_backup_is_looked_into_restored_and_taken_up_in_three_steps(
    card: BackupsCard,
    panel: RestorePanel,
    desk: DeskContext,
    qtbot: QtBot,
    tmp_path: Path,
    frame: RememberingFrame,
) -> None:
    press(card, "Back up now", desk, qtbot)
    panel.shown()
    rest(qtbot, desk)

    press(panel, "23 November 2026, 09:00", desk, qtbot)
    (said,) = [said for said in words(panel) if said.endswith("last written on 23 November 2026")]
    assert said.startswith("1 case")
    assert "40 note" in said
    press(panel, "Restore to a new file", desk, qtbot)
    assert "A restored vault lies beside yours. You still work with the vault you had." in words(panel)
    assert len(list(tmp_path.glob("desk.restored-*.vault"))) == 1
    assert frame.locked == 0
    press(panel, "Lock and go on with it", desk, qtbot)

    assert frame.locked == 1


def test_a_backup_that_was_taken_away_is_named(
    card: BackupsCard, panel: RestorePanel, desk: DeskContext, qtbot: QtBot, home: Path
) -> None:
    press(card, "Back up now", desk, qtbot)
    panel.shown()
    rest(qtbot, desk)
    next(home.iterdir()).unlink()

    press(panel, "23 November 2026", desk, qtbot)

    assert any(said.startswith("This backup is not there any more.") for said in words(panel))


@pytest.fixture
def upkeep(desk: DeskContext, fake_clock: FakeClock) -> Upkeep:
    return Upkeep(desk.operations, fake_clock.today, desk.frame.show_work)


def test_after_opening_what_waits_is_done_piece_by_piece(
    card: BackupsCard, upkeep: Upkeep, desk: DeskContext, qtbot: QtBot
) -> None:
    press(card, "Back up now", desk, qtbot)

    upkeep.begin()
    qtbot.waitUntil(lambda: not desk.tasks.busy)
    card.read()
    rest(qtbot, desk)

    assert any("Last brought back on trial: today." in said for said in words(card))


def test_work_that_goes_on_by_itself_is_shown_and_stopping_it_is_no_trouble(
    card: BackupsCard, upkeep: Upkeep, desk: DeskContext, qtbot: QtBot, frame: RememberingFrame
) -> None:
    press(card, "Back up now", desk, qtbot)
    told: list[DeskError] = []
    upkeep.told.connect(told.append)
    frame.cancels_work = True

    upkeep.work_off()
    qtbot.waitUntil(lambda: not desk.tasks.busy)

    assert frame.works == ["Looking after your backups"] * 2  # the trial is left alone for today, nothing else waits
    assert told == []


def test_a_backup_that_cannot_be_brought_back_is_told_and_a_new_one_is_made(
    card: BackupsCard, upkeep: Upkeep, desk: DeskContext, qtbot: QtBot, home: Path, fake_clock: FakeClock
) -> None:
    press(card, "Back up now", desk, qtbot)
    (copy,) = home.iterdir()
    copy.write_bytes(copy.read_bytes()[: 4096 * 9])
    fake_clock.advance(days=1)
    told: list[DeskError] = []
    upkeep.told.connect(told.append)

    upkeep.begin()
    qtbot.waitUntil(lambda: len(list(home.iterdir())) == 2)
    rest(qtbot, desk)

    assert [one.code for one in told] == ["backup.drill_failed", "backup.strangers"]


def test_what_stands_against_the_backups_is_told_at_once_unless_something_else_is(
    qapp: QApplication, upkeep: Upkeep, desk: DeskContext, qtbot: QtBot, tmp_path: Path, fake_clock: FakeClock
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    desk.tasks.run_chore(lambda backups: backups.choose_folder(str(stick)))
    rest(qtbot, desk)
    stick.rmdir()
    fake_clock.advance(days=8)
    told: list[DeskError] = []
    upkeep.told.connect(told.append)

    upkeep.begin(quietly=True)
    rest(qtbot, desk)
    assert told == []
    upkeep.begin()
    rest(qtbot, desk)

    assert [one.code for one in told] == ["backup.folder_away"]
