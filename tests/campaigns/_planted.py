"""Planted words, looked for in every shape in which a program may leave them behind."""

from __future__ import annotations

import base64
import io
import re
import unicodedata
import urllib.parse
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from random import Random

_DECOMPRESSED = 64 * 1024 * 1024  # bytes; no file of the desk unpacks to more
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_OCTAL = re.compile(rb"\\([0-3][0-7]{2})")
_SYLLABLES = ("ba", "do", "fé", "gu", "ha", "jo", "kë", "lu", "ma", "nö", "pa", "ru", "sï", "to", "vu", "wa", "zo")


def planted(count: int, seed: int) -> list[str]:
    """``count`` words that no language has, each with a letter beyond ASCII."""
    chance = Random(seed)
    words: dict[str, None] = {}
    while len(words) < count:
        words["q" + "".join(chance.choices(_SYLLABLES, k=5)) + "é"] = None
    return list(words)


def plain(word: str) -> str:
    """The word without its marks, as any keyboard types it."""
    return unicodedata.normalize("NFD", word).encode("ascii", "ignore").decode()


def hits(words: Sequence[str], data: bytes) -> list[str]:
    """The words that stand in ``data`` in any shape, also inside the streams of a PDF and the parts of a ZIP."""
    any_of_them = _pattern(tuple(words))
    layers = [layer for layer in _layers(data) if any_of_them.search(layer)]
    return [word for word in words if any(shape in layer for layer in layers for shape in _shapes(word))]


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[bytes]:
    """Finds any shape of any word in one pass."""
    return re.compile(_tree([shape for word in words for shape in _shapes(word)]))


def _tree(shapes: Sequence[bytes]) -> bytes:
    """A pattern for any of ``shapes``, that looks at what they begin with only once."""
    if len(shapes) == 1 or b"" in shapes:
        return re.escape(min(shapes))
    after: dict[int, list[bytes]] = {}
    for shape in shapes:
        after.setdefault(shape[0], []).append(shape[1:])
    branches = [re.escape(bytes([first])) + _tree(rest) for first, rest in after.items()]
    return b"(?:" + b"|".join(branches) + b")"


@cache
def _shapes(word: str) -> tuple[bytes, ...]:
    """The bytes of a word: UTF-8 and UTF-16, composed and decomposed, in either case, percent, hex and base64."""
    shapes: dict[bytes, None] = {}
    for form in ("NFC", "NFD"):
        for cased in (word, word.upper(), word.lower(), word.capitalize()):
            text = unicodedata.normalize(form, cased)
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                raw = text.encode(encoding)
                for shape in (raw, raw.hex().encode(), raw.hex().upper().encode(), *_base64(raw)):
                    shapes[shape] = None
            quoted = urllib.parse.quote(text)
            escaped = text.encode("ascii", "backslashreplace")
            for shape in (quoted.encode(), quoted.lower().encode(), escaped, text.encode("latin-1", "ignore")):
                shapes[shape] = None
    return tuple(shapes)


def _base64(raw: bytes) -> Iterator[bytes]:
    """What is the same in base64 wherever in a text the bytes begin."""
    for before in range(3):
        encoded = base64.b64encode(bytes(before) + raw)
        start = (before * 8 + 5) // 6
        end = (before + len(raw)) * 8 // 6
        yield encoded[start:end]


def _layers(data: bytes) -> Iterator[bytes]:
    """The data, and what is packed in it."""
    yield data
    for packed in _packed(data):
        yield from _layers(packed)


def _packed(data: bytes) -> Iterable[bytes]:
    if data.startswith(b"%PDF"):
        for stream in _STREAM.findall(data):
            yield from _unpacked(stream)
    elif data.startswith(b"PK\x03\x04"):
        yield from _zipped(data)


def _unpacked(stream: bytes) -> Iterator[bytes]:
    """A stream of a PDF, whichever of the two filters it has gone through."""
    candidates = [stream]
    if stream.rstrip().endswith(b"~>"):
        candidates.append(base64.a85decode(stream.strip().removeprefix(b"<~").removesuffix(b"~>")))
    for candidate in candidates:
        try:
            unpacked = zlib.decompressobj().decompress(candidate, _DECOMPRESSED)
        except zlib.error:
            unpacked = candidate
        yield _OCTAL.sub(lambda found: bytes([int(found[1], 8)]), unpacked)


def _zipped(data: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            yield name.encode()
            yield archive.read(name)
