"""Changes the place of two vaults to and fro until it is killed; says each time that it did.

``python -m tests.vault.backups.changer FOLDER`` with the key in hex on the first line of standard input.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from counsellor_desk.vault.backups.restoring import take_place
from counsellor_desk.vault.backups.subject import BackupSubject


def main() -> None:
    """The folder is the first argument."""
    folder = Path(sys.argv[1])
    vault, restored = folder / "desk.vault", folder / "desk.restored-20261101-000000.vault"
    subject = BackupSubject(vault, bytes.fromhex(sys.stdin.readline().strip()), "id", 1, folder)
    while True:
        take_place(restored, subject, 1, datetime(2026, 11, 25))
        kept = next(folder.glob("desk.kept-*.vault"))
        kept.replace(restored)
        print("changed", flush=True)


if __name__ == "__main__":
    main()
