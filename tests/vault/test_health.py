from __future__ import annotations

import contextlib
from pathlib import Path

from counsellor_desk.casework.backups import Health
from counsellor_desk.vault.connection import PAGE, connect
from counsellor_desk.vault.health import health, health_of_live
from counsellor_desk.vault.journal import pages_in_journal
from counsellor_desk.vault.vault import OpenVault, open_vault
from tests.vault.conftest import fill


def test_a_whole_vault_is_sound_right_after_much_writing(vault: OpenVault) -> None:
    fill(vault.book, notes=200)

    assert health(vault) == Health(0, 0)
    assert health(vault).is_sound


def test_each_page_spoilt_while_the_vault_is_open_is_counted(closed: Path, key: bytes) -> None:
    vault = open_vault(closed, key, practice=False)
    with closed.open("r+b") as file:
        for page in (20, 30):
            file.seek(4096 * page + 100)
            file.write(b"\0\1\2\3")

    found = health(vault)

    assert found.damaged_pages == 2
    assert not found.is_sound
    vault.close()


def test_a_search_index_that_lost_a_word_is_disorder(vault: OpenVault) -> None:
    fill(vault.book)
    vault.session.change("DELETE FROM note_text_data WHERE id > 10", ())

    assert not health(vault).is_sound


def test_a_page_that_is_just_written_back_from_the_journal_counts_for_whole(closed: Path, key: bytes) -> None:
    vault = open_vault(closed, key, practice=False)
    fill(vault.book)
    in_file = closed.stat().st_size // PAGE
    half_written = max(page for page in pages_in_journal(closed) if page <= in_file)
    other = next(page for page in range(2, in_file) if page not in pages_in_journal(closed))

    with contextlib.closing(connect(closed, key, read_only=True)) as connection:
        _spoil(closed, half_written)
        assert health_of_live(connection, closed) == Health(0, 0)
        _spoil(closed, other)
        assert health_of_live(connection, closed).damaged_pages == 1
    vault.close()


def _spoil(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE + 100)
        file.write(b"\0\1\2\3")
