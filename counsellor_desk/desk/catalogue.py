"""The sentences of the desk in another language, read without Qt: the command line speaks without a window.

The sentences stand in English in the code; ``resources/i18n/desk_nl.ts`` has the Dutch. That file is read as it is
edited (Qt Linguist's ``.ts``), so nothing has to be compiled.
"""

from __future__ import annotations

import locale
from collections.abc import Callable
from pathlib import Path
from xml.parsers import expat

from counsellor_desk.bundle import resource

Key = tuple[str, str]
"""Context (the class that speaks) and English sentence."""


def QT_TRANSLATE_NOOP(_context: str, sentence: str) -> str:
    """Marks a sentence for the catalogue, to be translated later. lupdate knows it by its name."""
    return sentence


def read_catalogue(file: Path) -> dict[Key, tuple[str, ...]]:
    """The finished translations in a ``.ts`` file; a sentence with a number has two forms (one, other).

    Raises: ValueError when it is no XML.
    """
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.begins
    parser.EndElementHandler = reader.ends
    parser.CharacterDataHandler = reader.words
    try:
        parser.Parse(file.read_bytes(), True)
    except expat.ExpatError as error:
        raise ValueError(f"{file.name}: {error}") from error
    return reader.sentences


def spoken(context: str, language: str) -> Callable[[str], str]:
    """What says a sentence of ``context`` in ``language``; one without a translation stays English."""
    file = resource("i18n", f"desk_{language}.ts")
    sentences = read_catalogue(file) if file.is_file() else {}
    return lambda sentence: sentences.get((context, sentence), (sentence,))[0]


def system_language() -> str:
    """The language of this computer, as far as the desk speaks it."""
    name = locale.getlocale()[0] or ""
    return "nl" if name.lower().startswith(("nl", "dutch")) else "en"


class _Reader:
    """Collects the sentences as the parser passes over them."""

    def __init__(self) -> None:
        self.sentences: dict[Key, tuple[str, ...]] = {}
        self._context = self._source = self._text = ""
        self._forms: list[str] = []
        self._finished = False

    def begins(self, element: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._text = ""
        if element == "translation":
            self._forms = []
            self._finished = "type" not in attributes

    def words(self, words: str) -> None:
        """Text within the element."""
        self._text += words

    def ends(self, element: str) -> None:
        """The element ends; its text is complete."""
        match element:
            case "name":
                self._context = self._text
            case "source":
                self._source = self._text
            case "numerusform":
                self._forms.append(self._text)
            case "translation":
                forms = tuple(self._forms) or (self._text,)
                if self._finished and all(forms):
                    self.sentences[self._context, self._source] = forms
