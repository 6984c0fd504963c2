from __future__ import annotations

from pathlib import Path

from counsellor_desk.casework.backups import Health
from counsellor_desk.vault.health import health
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
