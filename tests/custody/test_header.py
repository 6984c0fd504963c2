"""The small file beside the vault is understood whole or not at all."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from counsellor_desk.custody import header
from counsellor_desk.custody.custodian import TRIES_FILE
from counsellor_desk.custody.errors import (
    FolderFailed,
    HeaderDamaged,
)
from counsellor_desk.custody.presence import HEADER_FILE
from tests.custody.conftest import (
    PASSPHRASE,
    Desk,
)


def test_the_header_comes_back_as_it_was_written(desk: Desk) -> None:
    desk.set_up()
    path = desk.folder / HEADER_FILE
    written = replace(header.read(path), retire=True, settled=False, sheet_date=date(1999, 12, 31))

    header.write(path, written)

    assert header.read(path) == written


FIELDS = ["format", "vault_id", "backend", "mode", "slot", "fingerprint", "sheet_date", "retire", "settled"]
NO_TEXT: list[object] = [None, -1, 0.5, [], {}]
NO_FIELD_OF_OURS: list[object] = [*NO_TEXT, "", "é", "../../etc/passwd", "2026-02-30"]


@pytest.mark.parametrize(
    ("name", "value"),
    # the backend is any text: it is compared, not believed
    [(name, value) for name in FIELDS for value in (NO_TEXT if name == "backend" else NO_FIELD_OF_OURS)]
    + [("vault_id", "0" * 33), ("fingerprint", "O" * 8)],
    ids=str,
)
def test_a_header_with_a_wrong_field_is_damaged(desk: Desk, name: str, value: object) -> None:
    desk.set_up()
    path = desk.folder / HEADER_FILE
    path.write_text(json.dumps(json.loads(path.read_text()) | {name: value}))

    with pytest.raises(HeaderDamaged):
        header.read(path)


@pytest.mark.parametrize("name", FIELDS)
def test_a_header_without_a_field_is_damaged(desk: Desk, name: str) -> None:
    desk.set_up()
    path = desk.folder / HEADER_FILE
    fields = json.loads(path.read_text())
    del fields[name]
    path.write_text(json.dumps(fields))

    with pytest.raises(HeaderDamaged):
        header.read(path)


@pytest.mark.parametrize("content", [b"\xff\xfe\0", b"[" * 4096, b"{" + b" " * 100_000 + b"}", b"[]", b"null"])
def test_a_file_that_is_no_header_is_damaged(desk: Desk, content: bytes) -> None:
    desk.folder.mkdir()
    (desk.folder / HEADER_FILE).write_bytes(content)

    with pytest.raises(HeaderDamaged):
        header.read(desk.folder / HEADER_FILE)


@pytest.mark.parametrize("name", [HEADER_FILE, TRIES_FILE])
def test_a_folder_where_a_file_should_be_is_a_named_state(desk: Desk, name: str) -> None:
    desk.set_up()
    (desk.folder / name).unlink(missing_ok=True)
    (desk.folder / name).mkdir()

    with pytest.raises(FolderFailed) as caught:
        desk.custodian().unlock(PASSPHRASE)
    assert caught.value.params["errno"]
