"""The few colours of a report; every pair that must be told apart also differs in grey."""

from __future__ import annotations

from typing import Final

INK: Final = "#1E2326"
QUIET: Final = "#596168"
LINE: Final = "#DEDBD3"
ACCENT: Final = "#0B6A62"
ACCENT_MIDDLE: Final = "#78B0A9"
ACCENT_LIGHT: Final = "#C8DFDB"
BOX: Final = "#F2F6F5"
MARK: Final = "#EEEAF6"
MARK_INK: Final = "#4C4272"
