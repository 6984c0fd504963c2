"""The whole program, with a keyring of somebody else's named everywhere: it is never loaded and never trusted."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PLANTED = """
from pathlib import Path
from keyring.backend import KeyringBackend

Path(__file__).with_name("loaded").touch()

class Keyring(KeyringBackend):
    priority = 99
    kept = {}
    def get_password(self, service, username):
        return self.kept.get(service)
    def set_password(self, service, username, password):
        self.kept[service] = password
    def delete_password(self, service, username):
        self.kept.pop(service)

PlaintextKeyring = Keyring
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose settings of the keyring library name a module in it; also as ``keyrings.alt``."""
    (tmp_path / "planted_ring.py").write_text(PLANTED)
    alternative = tmp_path / "keyrings" / "alt"
    alternative.mkdir(parents=True)
    (alternative / "file.py").write_text(PLANTED)
    for folder in (".config", ".local/share"):
        settings = tmp_path / folder / "python_keyring"
        settings.mkdir(parents=True)
        (settings / "keyringrc.cfg").write_text(
            f"[backend]\ndefault-keyring=planted_ring.Keyring\nkeyring-path={tmp_path}\n"
        )
    entry = tmp_path / "planted-1.dist-info"
    entry.mkdir()
    (entry / "METADATA").write_text("Metadata-Version: 2.1\nName: planted\nVersion: 1\n")
    (entry / "entry_points.txt").write_text("[keyring.backends]\nplanted = planted_ring\n")
    return tmp_path


def run(home: Path, *command: str, backend: str) -> subprocess.CompletedProcess[str]:
    """A Python process without a session bus, in that home, with that backend named by the environment."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "LD_LIBRARY_PATH")}
    named = {"HOME": str(home), "PYTHONPATH": str(home), "PYTHON_KEYRING_BACKEND": backend}
    return subprocess.run(
        [sys.executable, *command], env=kept | named, capture_output=True, text=True, timeout=60, check=False
    )


BACKENDS = [
    "planted_ring.Keyring",
    "keyrings.alt.file.PlaintextKeyring",
    "keyring.backends.null.Keyring",
    "keyring.backends.chainer.ChainerBackend",
]


@pytest.mark.parametrize("backend", BACKENDS)
def test_the_program_finds_no_keyring_where_only_planted_ones_are(home: Path, backend: str) -> None:
    found = run(home, "-m", "counsellor_desk", "self-check", "--json", backend=backend)

    keyring = next(one for one in json.loads(found.stdout) if one["subject"] == "keyring")
    assert (keyring["state"], keyring["detail"]) == ("fail", "custody.keyring_missing")
    assert list(home.rglob("loaded")) == []


def test_the_keyring_library_itself_would_have_taken_it(home: Path) -> None:
    asked = run(home, "-c", "import keyring; print(keyring.get_keyring())", backend="planted_ring.Keyring")

    assert "planted_ring" in asked.stdout
    assert (home / "loaded").exists()
