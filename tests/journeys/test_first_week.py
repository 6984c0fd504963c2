"""A counsellor's first quarter, by keyboard alone, in a real window with a real keyring.

She sets up a vault in the middle of last quarter, logs a talk, finds it back, locks and comes back; today she says
that the date is right, after so long, and publishes that quarter. The clock of the first part is set back with
libfaketime; nothing in the program knows of it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest

from counsellor_desk.custody import sheet
from counsellor_desk.figures.period import PeriodKind, last_full
from counsellor_desk.vault.vault import open_vault
from tests.journeys.harness import Program, started
from tests.vault import reader

pytestmark = [pytest.mark.x11, pytest.mark.os_keyring, pytest.mark.timeout(400)]

PASSPHRASE = "een rustige lange zin"
PAUSE = "Probeer het over"
TOLD = "kwartelkoning"  # a word that must never stand outside the vault
QUARTER = last_full(PeriodKind.QUARTER, date.today())
DAY = QUARTER.first_day + timedelta(days=45)
NUMBER = f"{DAY:%y}-001"
FAKETIME = Path("/usr/lib") / f"{os.uname().machine}-linux-gnu" / "faketime" / "libfaketimeMT.so.1"
PICTURES = Path(os.environ.get("COUNSELLOR_DESK_PICTURES", os.environ.get("TMPDIR", ".")))


@contextmanager
def _desk(home: Path, days_back: int = 0) -> Iterator[Program]:
    """The desk in Dutch; its clock ``days_back`` days behind."""
    faked = {"LD_PRELOAD": str(FAKETIME), "FAKETIME": f"-{days_back}d", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in faked.items() if days_back else ():
            patch.setenv(name, value)
        with started("--language", "nl", home=home) as desk:
            patch.undo()
            desk.focus()
            yield desk


def test_a_counsellor_sets_up_logs_finds_locks_and_publishes(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with _desk(home, (date.today() - DAY).days) as desk:
        groups = _set_up(desk)
        _name_an_organisation(desk)
        _log_a_talk(desk)
        _find_it_back(desk)
        desk.picture(PICTURES / "journey-found.png")
        _lock(desk)
        desk.picture(PICTURES / "journey-locked.png")
        _unlock(desk)
        _find_it_back(desk)
        _close(desk)
    with _desk(home) as desk:
        _unlock(desk)
        _say_that_the_date_is_right(desk)
        _publish(desk)
        desk.picture(PICTURES / "journey-published.png")
        _close(desk)

    path, key = home / ".local/share/counsellor-desk/desk.vault", sheet.decode(groups)
    assert TOLD.encode() in reader.decrypted(path, key)
    assert _files_with(TOLD, tmp_path) == []
    assert _files_with(PASSPHRASE, tmp_path) == []
    vault = open_vault(path, key, practice=False)
    assert [entry.published_on for entry in vault.ledger.entries()] == [date.today()]
    vault.close()


def _set_up(desk: Program) -> tuple[str, ...]:
    """The four steps; gives the groups of the sheet as they stand on the screen."""
    desk.wait_until_it_shows("Welkom")
    desk.press("Return")
    desk.wait_until_it_shows("Kies een wachtzin")
    desk.type(PASSPHRASE)
    desk.press("Tab")
    desk.type(PASSPHRASE)
    desk.press("Return")
    desk.wait_until_it_shows("Uw herstelblad")
    groups = tuple(
        seen.name.partition(": ")[2].replace(" ", "")
        for seen in desk.screen()
        if re.fullmatch(r"\d+: (?:[0-9A-Z] ){4}[0-9A-Z]", seen.name)
    )
    assert len(groups) == sheet.GROUPS
    desk.tab_to("Ik heb het afgedrukt")
    desk.press("space", "Return")
    desk.wait_until_it_shows("Typ het blad terug")
    desk.type("".join(groups).lower())
    desk.press("Return")
    desk.wait_until_it_shows("Er wacht niets op u")
    return groups


def _name_an_organisation(desk: Program) -> None:
    desk.press("ctrl+5")
    desk.wait_until_it_shows("Voeg een organisatie toe")
    desk.tab_to("Voeg een organisatie toe")
    desk.press("Return")
    _wait_for_focus(desk, "Naam")
    desk.type("Omroep Proef")
    desk.press("Tab")
    desk.type("omroep")
    desk.wait_until_it_shows("Publieke omroep")
    desk.press("Return", "Tab", "4", "ctrl+Return")
    desk.wait_until_it_shows("Publieke omroep · 250 personen of meer")


def _log_a_talk(desk: Program) -> None:
    desk.press("ctrl+1", "ctrl+n")
    _wait_for_focus(desk, "Dossier")
    desk.type("nieuw")
    desk.press("Tab")
    desk.wait_until_it_shows("Mag het meetellen?")
    desk.type(f"Vertelt over de {TOLD}, belt later.")
    desk.tab_to("Mag het meetellen?: Nog niet gevraagd")
    desk.press("1", "ctrl+Return")
    desk.wait_for(lambda: not desk.shows("Mag het meetellen?"), what="the card to close")


def _find_it_back(desk: Program) -> None:
    desk.press("ctrl+k")
    desk.type(TOLD[:7])
    desk.wait_until_it_shows(f"{NUMBER}: Vertelt over de {TOLD}, belt later.")
    desk.press("Return")
    desk.wait_until_it_shows("In het kort")
    desk.wait_until_it_shows(f"Vertelt over de {TOLD}, belt later.")


def _lock(desk: Program) -> None:
    desk.press("ctrl+l")
    desk.wait_for(lambda: _passphrase_field(desk), what="the lock screen")
    assert not desk.shows(TOLD)
    assert not desk.shows(NUMBER)


def _unlock(desk: Program) -> None:
    """A slip of the finger first; the desk makes her wait a second and lets her in."""
    desk.wait_for(lambda: _passphrase_field(desk), what="the lock screen")
    desk.focus()
    desk.type("een andere zin")
    desk.press("Return")
    desk.wait_until_it_shows("Dat is niet de wachtzin van deze kluis.")
    desk.wait_for(lambda: _comes_in(desk), timeout=60, what="the open desk")


def _comes_in(desk: Program) -> bool:
    """One try with the right passphrase, not before the pause is over; what is typed never ends up elsewhere, however
    long the desk takes for its answer."""
    if desk.shows(PAUSE):
        return False
    desk.press("ctrl+a")
    desk.type(PASSPHRASE)
    desk.wait_for(lambda: _has_typed(desk, len(PASSPHRASE)), what="the whole passphrase in its field")
    desk.press("Return")
    desk.wait_for(lambda: not _has_typed(desk, len(PASSPHRASE)), what="the passphrase to be taken")
    desk.wait_for(lambda: _is_open(desk) or desk.shows(PAUSE), timeout=60, what="an answer")
    return _is_open(desk)


def _has_typed(desk: Program, letters: int) -> bool:
    """Whether so many letters stand in the field of the passphrase; which ones, no screen reader is told."""
    return any(seen.name == "Wachtzin" and len(seen.text) == letters for seen in desk.screen())


def _is_open(desk: Program) -> bool:
    return desk.shows("Dit kwartaal, alleen voor uw ogen")


def _passphrase_field(desk: Program) -> bool:
    return any(seen.role == "text" and seen.name == "Wachtzin" for seen in desk.screen())


def _say_that_the_date_is_right(desk: Program) -> None:
    desk.wait_until_it_shows("Die datum klopt niet")
    desk.tab_to(f"{date.today().day} ")
    assert any(seen.focused and seen.name.endswith(f" {date.today().year} klopt") for seen in desk.screen())
    desk.press("Return")
    desk.wait_for(lambda: not desk.shows("Die datum klopt niet"), what="the question to go")


def _publish(desk: Program) -> None:
    desk.press("ctrl+3")
    desk.wait_until_it_shows("Publiceer")
    desk.tab_to("Publiceer")
    desk.press("Return")
    desk.tab_to("Publiceer nu")
    desk.press("Return")
    desk.wait_until_it_shows("Exporteer bestanden")
    desk.wait_until_it_shows("Verslag 1")


def _close(desk: Program) -> None:
    """As the window's own button does."""
    desk.press("alt+F4")
    desk.wait_for(lambda: not desk.is_running(), what="the end")
    assert desk.stop() == 0, desk.errors()


def _wait_for_focus(desk: Program, name: str) -> None:
    desk.wait_for(lambda: any(seen.focused and seen.name == name for seen in desk.screen()), what=f"focus on {name}")


def _files_with(words: str, folder: Path) -> list[str]:
    """The files below ``folder`` in which ``words`` stand, as UTF-8 or UTF-16."""
    wanted = [words.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be")]
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path.name for path in files if any(word in path.read_bytes() for word in wanted)]
