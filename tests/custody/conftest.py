"""A keyring that does what a real one does on a bad day, and a custodian over it."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from pathlib import Path

import pytest

from counsellor_desk import folders
from counsellor_desk.custody import header
from counsellor_desk.custody.custodian import Custodian
from counsellor_desk.custody.errors import (
    KeyAbsent,
    KeyringDenied,
    KeyringFailed,
    KeyringLocked,
    KeyringMissing,
    KeyringTimeout,
)
from counsellor_desk.custody.presence import VAULT_FILE
from counsellor_desk.custody.seal import Cost
from counsellor_desk.errors import DeskError

KEY = bytes(range(32))
VAULT_ID = "0123456789abcdef" * 2
OTHER_KEY = bytes(range(1, 33))
PASSPHRASE = "stille wateren"
NEW_PASSPHRASE = "diepe gronden"
TODAY = date(2026, 11, 23)
QUICK = Cost(log_n=4, passes=1)
TROUBLES = [KeyringFailed, KeyringMissing, KeyringLocked, KeyringDenied, KeyringTimeout]


def everything(folder: Path) -> dict[str, bytes]:
    """The content of every file in the folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} if folder.exists() else {}


class FakeStore:
    """Keeps secrets in memory.

    ``trouble`` is raised by every call, or by the one that ``trouble_at`` names; ``forgets`` drops what is put;
    ``echo`` is given back whatever was put.
    """

    def __init__(self) -> None:
        self.backend = "fake.Store"
        self.secrets: dict[str, str] = {}
        self.trouble: type[DeskError] | None = None
        self.trouble_at: str | None = None
        self.forgets = False
        self.echo: str | None = None
        self.calls: list[str] = []

    def get(self, name: str) -> str:
        self._call("get")
        if self.echo is not None:
            return self.echo
        if name not in self.secrets:
            raise KeyAbsent()
        return self.secrets[name]

    def put(self, name: str, secret: str) -> None:
        self._call("put")
        if not self.forgets:
            self.secrets[name] = secret

    def delete(self, name: str) -> None:
        self._call("delete")
        self.secrets.pop(name, None)

    def _call(self, what: str) -> None:
        self.calls.append(what)
        if self.trouble is not None and self.trouble_at in (None, what):
            raise self.trouble()


class Clock:
    """Seconds that pass only when told."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


class Desk:
    """One machine: a folder, a keyring and a clock, and custodians that are started anew."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = FakeStore()
        self.clock = Clock()
        numbers = count()
        self.entropy: Callable[[int], bytes] = lambda length: next(numbers).to_bytes(length)

    def custodian(self) -> Custodian:
        return Custodian(self.folder, self.store, clock=self.clock, entropy=self.entropy, cost=lambda: QUICK)

    def make_vault(self, content: bytes = b"an existing vault") -> None:
        (self.folder / VAULT_FILE).write_bytes(content)

    def set_up(self, passphrase: str | None = PASSPHRASE) -> None:
        """The whole first run, as the composition root does it."""
        self.custodian().establish(KEY, VAULT_ID, passphrase, TODAY)
        self.make_vault()
        self.custodian().settle()


def refusing(times: list[bool], monkeypatch: pytest.MonkeyPatch) -> None:
    """The next headers get their name; where ``times`` says so, the disk then says that the name is not kept."""
    write = header.write

    def not_kept(_folder: Path) -> None:
        raise OSError(errno.EIO, "no name is kept")

    def half_done(path: Path, named: header.Header) -> None:
        with monkeypatch.context() as disk:
            if times and times.pop(0):
                disk.setattr(folders, "keep_names", not_kept)
            write(path, named)

    monkeypatch.setattr(header, "write", half_done)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A machine without a vault; at the end no half-written or former file is left in its folder."""
    desk = Desk(tmp_path / "practice")
    yield desk
    assert not [*tmp_path.rglob("*.new"), *tmp_path.rglob("*.old")]
