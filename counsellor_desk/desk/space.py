"""The sizes of the desk: one scale for distances, radii and text. Nothing else names a size."""

from __future__ import annotations

from enum import Enum, IntEnum


class Space(IntEnum):
    """Distances in device-independent pixels."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24
    XXL = 32


class Radius(IntEnum):
    """Corner radii in device-independent pixels."""

    CONTROL = 6
    CARD = 8


class TextSize(Enum):
    """Text sizes in points; a step is a factor of about 1.2 (title: two steps)."""

    TINY = 8
    SMALL = 9
    BASE = 10
    LARGE = 12
    TITLE = 15
    FIGURE = 18


ROW_HEIGHT = 40
CONTROL_HEIGHT = 36
SMALL_CONTROL_HEIGHT = 30
CHIP_HEIGHT = 26
ICON_SIZE = 20
RAIL_WIDTH = 188
FOLDED_RAIL_WIDTH = 56
TOP_BAR_HEIGHT = 60
BAND_HEIGHT = 26
PANEL_WIDTH = 440
CARD_COLUMN_WIDTH = 320
"""Width of a column of cards beside a page."""
