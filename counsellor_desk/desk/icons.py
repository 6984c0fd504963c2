"""One family of icons, drawn in the colours of the theme that is worn at the moment of painting."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette

from counsellor_desk.bundle import resource

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


class Tone(Enum):
    """Which token an icon is drawn in, as the palette role that carries it (``theme.palette_of``)."""

    TEXT = QPalette.ColorRole.Text
    QUIET = QPalette.ColorRole.PlaceholderText
    ACCENT = QPalette.ColorRole.Accent
    ON_ACCENT = QPalette.ColorRole.HighlightedText
    ATTENTION = QPalette.ColorRole.LinkVisited
    DANGER = QPalette.ColorRole.BrightText
    OWN_EYES = QPalette.ColorRole.ToolTipText


def icon(name: str, tone: Tone = Tone.QUIET) -> QIcon:
    """The icon ``name`` of ``resources/icons``; it needs no refresh when the theme changes."""
    from PySide6.QtGui import QIcon

    from counsellor_desk.desk.inked_svg import InkedSvg

    return QIcon(InkedSvg(resource("icons", f"{name}.svg").read_bytes(), tone))
