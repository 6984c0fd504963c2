"""What the desk remembers outside the vault: language, look, lock time, sizes of window and lists. Nothing else."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QSettings

from counsellor_desk.desk.theme import Look
from counsellor_desk.policy import OWN, Policy

LANGUAGES = ("nl", "en")
_DIGITS = 6  # no screen is a million pixels wide
LOCK_MINUTES = (1, 2, 3, 5)  # an idle desk is locked after five minutes at most


class Preferences:
    """Read from and written to one ini file with fixed, neutral keys. Nothing chosen is looser than ``policy``."""

    def __init__(self, file: Path, policy: Policy = OWN) -> None:
        self.policy = policy
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """ "nl" or "en"; the system's language until one is chosen, English when we do not speak that."""
        chosen = str(self._settings.value("language", ""))
        if chosen in LANGUAGES:
            return chosen
        return "nl" if QLocale.system().language() == QLocale.Language.Dutch else "en"

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("language", language)

    @property
    def look(self) -> Look:
        """Light, dark, or as the system."""
        chosen = str(self._settings.value("look", ""))
        return next((look for look in Look if look.value == chosen), Look.SYSTEM)

    @look.setter
    def look(self, look: Look) -> None:
        self._settings.setValue("look", look.value)

    @property
    def lock_minutes(self) -> int:
        """After how many idle minutes the desk locks."""
        written = str(self._settings.value("lock_minutes", ""))
        most = max(self.lock_choices)
        minutes = int(written) if written.isascii() and written.isdigit() else most
        return minutes if minutes in self.lock_choices else most

    @lock_minutes.setter
    def lock_minutes(self, minutes: int) -> None:
        self._settings.setValue("lock_minutes", minutes)

    @property
    def lock_choices(self) -> tuple[int, ...]:
        """The minutes to choose from."""
        return tuple(minutes for minutes in LOCK_MINUTES if minutes * 60 <= self.policy.idle_seconds)

    @property
    def keeps_out_of_capture(self) -> bool:
        """Whether the desk keeps out of pictures of the screen, where the system lets it."""
        return self.policy.keep_out_of_capture or str(self._settings.value("keeps_out_of_capture", "yes")) != "no"

    @keeps_out_of_capture.setter
    def keeps_out_of_capture(self, keeps: bool) -> None:
        self._settings.setValue("keeps_out_of_capture", "yes" if keeps else "no")

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window, as Qt writes them."""
        value = self._settings.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._settings.setValue("geometry", geometry)

    @property
    def widths(self) -> MutableMapping[str, int]:
        """The widths given to lists, in pixels, by the fixed name of the list."""
        return _Widths(self._settings)


class _Widths(MutableMapping[str, int]):
    """Each is kept the moment it is set. What the file holds that is no width is not there."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def __getitem__(self, name: str) -> int:
        written = str(self._settings.value(f"widths/{name}", ""))
        if not (written.isascii() and written.isdigit() and len(written) < _DIGITS):
            raise KeyError(name)
        return int(written)

    def __setitem__(self, name: str, width: int) -> None:
        self._settings.setValue(f"widths/{name}", width)

    def __delitem__(self, name: str) -> None:
        self._settings.remove(f"widths/{name}")

    def __iter__(self) -> Iterator[str]:
        self._settings.beginGroup("widths")
        names = self._settings.childKeys()
        self._settings.endGroup()
        return iter([name for name in names if name in self])

    def __len__(self) -> int:
        return len(list(iter(self)))
