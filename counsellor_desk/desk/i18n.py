"""The languages of the desk. The sentences stand in English in the code; ``resources/i18n/desk_nl.ts`` has the Dutch.

The catalogue is read as it is edited (Qt Linguist's ``.ts``), so nothing has to be compiled.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTranslator, QXmlStreamReader
from PySide6.QtWidgets import QApplication

Key = tuple[str, str]
"""Context (the class that speaks) and English sentence."""


def QT_TRANSLATE_NOOP(_context: str, sentence: str) -> str:
    """Marks a sentence for the catalogue, to be translated later. lupdate knows it by its name."""
    return sentence


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


def read_catalogue(file: Path) -> dict[Key, tuple[str, ...]]:
    """The finished translations in a ``.ts`` file; a sentence with a number has two forms (one, other)."""
    sentences: dict[Key, tuple[str, ...]] = {}
    xml = QXmlStreamReader(file.read_text(encoding="utf-8"))
    context = source = ""
    while not xml.atEnd():
        if xml.readNext() is not QXmlStreamReader.TokenType.StartElement:
            continue
        match xml.name():
            case "name":
                context = xml.readElementText()
            case "source":
                source = xml.readElementText()
            case "translation":
                forms = _forms(xml)
                if forms:
                    sentences[context, source] = forms
    if xml.hasError():
        raise ValueError(f"{file.name}: {xml.errorString()}")
    return sentences


class Languages:
    """Switches the language of the whole application."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self._app = app
        self._folder = folder
        self._worn: Catalogue | None = None

    def wear(self, language: str) -> None:
        """From now on every sentence that is asked for is in ``language``."""
        if self._worn is not None:
            self._app.removeTranslator(self._worn)
        file = self._folder / f"desk_{language}.ts"
        self._worn = Catalogue(read_catalogue(file), self._app) if file.is_file() else None
        if self._worn is not None:
            self._app.installTranslator(self._worn)


def _forms(xml: QXmlStreamReader) -> tuple[str, ...]:
    """The words inside the ``<translation>`` the reader stands at; none when it is not finished."""
    finished = not xml.attributes().hasAttribute("type")
    plain, plural = "", []
    while xml.readNext() is not QXmlStreamReader.TokenType.EndElement or xml.name() != "translation":
        if xml.atEnd():
            return ()
        if xml.isStartElement() and xml.name() == "numerusform":
            plural.append(xml.readElementText())
        elif xml.isCharacters():
            plain += xml.text()
    forms = tuple(plural) or ((plain,) if plain else ())
    return forms if finished and all(forms) else ()
