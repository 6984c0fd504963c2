"""Opens a vault with the schema steps of a folder, saying when it begins and when it is done.

``python -m tests.vault.migrator PATH FOLDER`` with the key in hex on the first line of standard input.
"""

from __future__ import annotations

import sys
from pathlib import Path

from counsellor_desk.vault.vault import open_vault

if __name__ == "__main__":
    key = bytes.fromhex(sys.stdin.readline().strip())
    print("begins", flush=True)
    open_vault(Path(sys.argv[1]), key, practice=False, migrations=Path(sys.argv[2])).close()
    print("done", flush=True)
