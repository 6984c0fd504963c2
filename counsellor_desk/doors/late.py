"""The door as the window gets it: keyring, seal and vault are loaded when it is first asked to do something."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Protocol

from counsellor_desk.errors import DeskError
from counsellor_desk.office import Arrival, Door, Office, SetUp, SheetCheck, SheetMark, Situation


class LeavingDoor(Door, Protocol):
    """A door that clears up behind itself."""

    def leave(self) -> None: ...


class LateDoor:
    """Tells by itself what lies in the folder, which is all the first picture of the window needs; the rest is asked
    of the door that ``make`` gives, once, on whatever thread it is first asked."""

    def __init__(self, situation: Callable[[], Situation], make: Callable[[], LeavingDoor]) -> None:
        self._situation = situation
        self._make = make
        self._lock = Lock()
        self._made: LeavingDoor | None = None

    @property
    def _door(self) -> LeavingDoor:
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made

    def situation(self) -> Situation:
        """What lies in the folder."""
        return self._situation()

    def leave(self) -> None:
        """Clear up, if there was anything."""
        if self._made is not None:
            self._made.leave()

    @property
    def passphrase_required(self) -> bool:
        """As the door says."""
        return self._door.passphrase_required

    def unlock(self, passphrase: str, accepted: str = "") -> Office:
        """As the door does."""
        return self._door.unlock(passphrase, accepted)

    def prepare_set_up(self) -> None:
        """As the door does."""
        self._door.prepare_set_up()

    def begin_set_up(self) -> SetUp:
        """As the door does."""
        return self._door.begin_set_up()

    def finish_set_up(self, set_up: SetUp, passphrase: str | None, typed: tuple[str, ...]) -> Office:
        """As the door does."""
        return self._door.finish_set_up(set_up, passphrase, typed)

    def check_group(self, set_up: SetUp, number: int, typed: str) -> bool:
        """As the door does."""
        return self._door.check_group(set_up, number, typed)

    def check_passphrase(self, passphrase: str | None) -> None:
        """As the door does."""
        self._door.check_passphrase(passphrase)

    def change_passphrase(self, old: str | None, new: str | None) -> None:
        """As the door does."""
        self._door.change_passphrase(old, new)

    def begin_key_change(self, passphrase: str | None) -> SetUp:
        """As the door does."""
        return self._door.begin_key_change(passphrase)

    def change_key(self, office: Office, set_up: SetUp, passphrase: str | None, typed: tuple[str, ...]) -> None:
        """As the door does."""
        self._door.change_key(office, set_up, passphrase, typed)

    def arrival(self) -> Arrival | None:
        """As the door says."""
        return self._door.arrival()

    def open_with_sheet(self, typed: tuple[str, ...], passphrase: str | None) -> Office:
        """As the door does."""
        return self._door.open_with_sheet(typed, passphrase)

    def remark(self) -> DeskError | None:
        """As the door says."""
        return self._door.remark()

    def sheet_check(self) -> SheetCheck | None:
        """As the door says."""
        return self._door.sheet_check()

    def sheet_mark(self) -> SheetMark | None:
        """As the door says."""
        return self._door.sheet_mark()
