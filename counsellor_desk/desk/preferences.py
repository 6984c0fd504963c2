"""What the desk remembers outside the vault: language, look, lock time and the size of its window. Nothing else."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QLocale, QSettings

from counsellor_desk.desk.theme import Look

LANGUAGES = ("nl", "en")
LOCK_MINUTES = (1, 2, 3, 5, 10, 15)
DEFAULT_LOCK_MINUTES = 5


class Preferences:
    """Read from and written to one ini file with fixed, neutral keys."""

    def __init__(self, file: Path) -> None:
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
    def language_is_chosen(self) -> bool:
        """Whether somebody chose a language."""
        return str(self._settings.value("language", "")) in LANGUAGES

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
        minutes = int(written) if written.isascii() and written.isdigit() else DEFAULT_LOCK_MINUTES
        return minutes if minutes in LOCK_MINUTES else DEFAULT_LOCK_MINUTES

    @lock_minutes.setter
    def lock_minutes(self, minutes: int) -> None:
        self._settings.setValue("lock_minutes", minutes)

    @property
    def keeps_out_of_capture(self) -> bool:
        """Whether the desk keeps out of pictures of the screen, where the system lets it."""
        return str(self._settings.value("keeps_out_of_capture", "yes")) != "no"

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
