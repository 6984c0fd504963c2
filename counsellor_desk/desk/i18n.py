"""The languages of the desk: the catalogue as Qt wants it, and switching between them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTranslator
from PySide6.QtWidgets import QApplication

from counsellor_desk.desk.catalogue import QT_TRANSLATE_NOOP, Key, read_catalogue

__all__ = ["QT_TRANSLATE_NOOP", "Catalogue", "Languages", "read_catalogue"]


class Catalogue(QTranslator):
    """The sentences of one ``.ts`` file. A sentence without a finished translation stays English."""

    def __init__(self, sentences: Mapping[Key, tuple[str, ...]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sentences = sentences

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """The translation, with the plural form for ``n``; None when there is none, as Qt wants it."""
        del disambiguation
        forms = self._sentences.get((context, source))
        if forms is None:
            return None
        return forms[0] if n == 1 or len(forms) == 1 else forms[1]

    def isEmpty(self) -> bool:
        return not self._sentences


class Languages:
    """Switches the language of the whole application."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self._app = app
        self._folder = folder
        self._installed: Catalogue | None = None

    def install(self, language: str) -> None:
        """From now on every sentence that is asked for is in ``language``."""
        if self._installed is not None:
            self._app.removeTranslator(self._installed)
            self._installed.deleteLater()
        file = self._folder / f"desk_{language}.ts"
        self._installed = Catalogue(read_catalogue(file), self._app) if file.is_file() else None
        if self._installed is not None:
            self._app.installTranslator(self._installed)
