"""Makes the museum: one small vault per schema step, and the schema written out.

``python -m tests.museum.make`` adds what is missing and rewrites ``schema.sql``; a piece once made stays as it is.
The vaults are invented and their key is public: it is in this file.
"""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import counsellor_desk.vault
from counsellor_desk.vault.connection import connect
from counsellor_desk.vault.migrate import schema, steps
from counsellor_desk.vault.vault import create_vault
from tests.vault.conftest import fill

KEY = bytes(range(32))
WORDS = "museumstuk"
_HERE = Path(__file__).parent
_SCHEMA = Path(counsellor_desk.vault.__file__).with_name("schema.sql")


def piece(step: int) -> Path:
    """Where the vault of schema version ``step`` is."""
    return _HERE / f"v{step:04}.vault"


def main() -> None:
    """Add the newest piece if it is missing; write the schema."""
    newest = len(steps())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.vault"
        vault = create_vault(path, KEY, practice=False, today=date(2026, 1, 1), vault_id="museum")
        fill(vault.book, WORDS, notes=2)
        vault.close()
        connection = connect(path, KEY)
        _SCHEMA.write_text(schema(connection), "utf-8")
        connection.close()
        if not piece(newest).exists():
            piece(newest).write_bytes(path.read_bytes())


if __name__ == "__main__":
    main()
