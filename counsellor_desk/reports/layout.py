"""A sheet of A4 to set type on: one typeface, a cursor that moves down, a header and a footer on every page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from counsellor_desk.bundle import resource
from counsellor_desk.reports.palette import ACCENT, INK, LINE, MARK, MARK_INK, QUIET

PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT: Final = 62.0
RIGHT: Final = PAGE_WIDTH - LEFT
WIDTH: Final = RIGHT - LEFT
TOP: Final = PAGE_HEIGHT - 92.0
BOTTOM: Final = 74.0
_BAND: Final = 24.0

_FACES: Final = {"Report": "Regular", "Report-Semibold": "Semibold"}


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set; sizes in points."""

    font: str = "Report"
    size: float = 9.5
    leading: float = 14.0
    colour: str = INK


BODY = Style()
SMALL = Style(size=8, leading=11.5, colour=QUIET)
NOTE = Style(size=8.5, leading=12, colour=QUIET)
STRONG = replace(BODY, font="Report-Semibold")
KICKER = Style("Report-Semibold", 9, 12, ACCENT)
HEADING = Style("Report-Semibold", 15, 22)
SUBHEADING = Style("Report-Semibold", 9, 13, QUIET)
TITLE = Style("Report-Semibold", 31, 38)
AUDIENCE = Style(size=13, leading=18, colour=QUIET)
FIGURE = Style("Report-Semibold", 28, 32, ACCENT)


class PageCanvas:
    """Pages under the pen. ``y`` is the cursor: where the next line may begin, counted from the foot of the page."""

    def __init__(self, title: str, language: str, marks: Sequence[str], running: str, code: str, page: str) -> None:
        """``running`` stands at the head of each page but the first, ``code`` and ``page`` (with a placeholder
        ``{page}``) at its foot."""
        _register(resource("fonts", "open-sans"))
        self._out = BytesIO()
        # Not compressed: what deflate makes of the same words depends on the machine's zlib.
        self._canvas = Canvas(
            self._out, pagesize=A4, invariant=1, pageCompression=0, initialFontName="Report", lang=language
        )
        self._canvas.setTitle(title)
        self._canvas.setSubject(title)
        self._canvas.setAuthor("Counsellor Desk")
        self._canvas.setCreator("Counsellor Desk")
        self._canvas.setProducer("Counsellor Desk")
        self._marks = " \u00b7 ".join(marks)
        self._running = running
        self._code = code
        self._page = page
        self.pages = 0
        self.y = TOP
        self._begin()

    @property
    def room(self) -> float:
        """Points left above the foot margin."""
        return float(self.y - BOTTOM)

    def turn(self) -> None:
        """Go on at the top of a new page."""
        self._canvas.showPage()
        self._begin()

    def ensure(self, height: float) -> None:
        """Turn the page unless ``height`` points are left."""
        if self.room < height:
            self.turn()

    def finish(self) -> bytes:
        """The finished document."""
        self._canvas.save()
        return self._out.getvalue()

    def chapter(self, key: str, title: str) -> None:
        """An entry of the document outline that leads to the cursor."""
        self._canvas.bookmarkHorizontal(key, 0, self.y)
        self._canvas.addOutlineEntry(printable(title), key)

    def line(self, x: float, y: float, words: str, style: Style, align: str = "left") -> float:
        """Set one line with its baseline at ``y``; gives its width."""
        words = printable(words)
        width = width_of(words, style)
        start = {"left": x, "right": x - width, "centre": x - width / 2}[align]
        self._canvas.setFont(style.font, style.size)
        self._canvas.setFillColor(HexColor(style.colour))
        self._canvas.drawString(start, y, words)
        return width

    def write(self, words: str, style: Style = BODY, x: float = LEFT, width: float = WIDTH) -> None:
        """Set a paragraph at the cursor and move the cursor below it."""
        for line in wrapped(words, style, width):
            self.line(x, baseline(self.y, style), line, style)
            self.y -= style.leading

    def box(self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0) -> None:
        """A filled box; ``x``, ``y`` is its lower left corner."""
        if width <= 0:
            return
        self._canvas.setFillColor(HexColor(colour))
        if radius:
            self._canvas.roundRect(x, y, width, height, radius, stroke=0, fill=1)
        else:
            self._canvas.rect(x, y, width, height, stroke=0, fill=1)

    def rule(self, y: float, x: float = LEFT, width: float = WIDTH, colour: str = LINE, weight: float = 0.6) -> None:
        """A horizontal line."""
        self._canvas.setStrokeColor(HexColor(colour))
        self._canvas.setLineWidth(weight)
        self._canvas.line(x, y, x + width, y)

    def _begin(self) -> None:
        self.pages += 1
        self.y = TOP
        if self._marks:
            self.box(0, PAGE_HEIGHT - _BAND, PAGE_WIDTH, _BAND, MARK)
            style = Style("Report-Semibold", 8.5, 12, MARK_INK)
            self.line(PAGE_WIDTH / 2, PAGE_HEIGHT - 15.5, self._marks, style, "centre")
        if self.pages > 1:
            self.line(LEFT, PAGE_HEIGHT - 56, wrapped(self._running, SMALL, WIDTH)[0], SMALL)
        self.rule(50)
        self.line(LEFT, 36, self._code, SMALL)
        self.line(RIGHT, 36, self._page.replace("{page}", str(self.pages)), SMALL, "right")


def baseline(y: float, style: Style) -> float:
    """Where a line stands whose room begins at ``y``."""
    return y - (style.leading + style.size) / 2


def height_of(words: str, style: Style, width: float) -> float:
    """The height of a paragraph in points."""
    return len(wrapped(words, style, width)) * style.leading


def width_of(words: str, style: Style) -> float:
    """The width of a line in points."""
    return float(pdfmetrics.stringWidth(words, style.font, style.size))


def wrapped(words: str, style: Style, width: float) -> tuple[str, ...]:
    """The words in lines of at most ``width`` points; a word too long for a line is broken."""
    lines: list[str] = [""]
    for word in printable(words).split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer, style) <= width:
            lines[-1] = longer
            continue
        pieces = _broken(word, style, width)
        lines[-1:] = [lines[-1], *pieces] if lines[-1] else pieces
    return tuple(lines)


def printable(words: str) -> str:
    """The words with a question mark for each character that the typeface does not have."""
    known = pdfmetrics.getFont("Report").face.charWidths
    clean = re.sub(r"[ \t\r\n\f\v]+", " ", unicodedata.normalize("NFC", words)).strip()
    return "".join(character if ord(character) in known else "?" for character in clean)


def _broken(word: str, style: Style, width: float) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and width_of(pieces[-1] + character, style) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _register(folder: Path) -> None:
    registered = pdfmetrics.getRegisteredFontNames()
    for name, face in _FACES.items():
        if name not in registered:
            pdfmetrics.registerFont(TTFont(name, str(folder / f"OpenSans-{face}.ttf")))
