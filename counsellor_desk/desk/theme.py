"""The look: colour tokens read from ``resources/themes``, turned into one palette and one style sheet."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from counsellor_desk.desk.space import Radius, Space, TextSize

PREFERRED_FONTS = ("Inter", "Noto Sans", "Open Sans")


class Look(StrEnum):
    """Which theme the counsellor wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, as ``#RRGGBB`` (``shadow``: ``#AARRGGBB``)."""

    name: str
    dark: bool
    ground: str
    surface: str
    sunk: str
    line: str
    edge: str
    text: str
    quiet: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    attention: str
    attention_soft: str
    danger: str
    danger_soft: str
    own_eyes: str
    own_eyes_text: str
    shadow: str

    def high_contrast(self) -> Tokens:
        """The same theme with every line and every quiet word as strong as the text."""
        return replace(self, line=self.text, edge=self.text, quiet=self.text, own_eyes_text=self.text)

    def colours(self) -> dict[str, str]:
        """Every colour by its name."""
        return {field.name: getattr(self, field.name) for field in fields(self) if field.name not in ("name", "dark")}


def read_tokens(path: Path) -> Tokens:
    """The tokens in a theme file."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Tokens(name=data["name"], dark=data["dark"], **data["colours"])


def palette_of(tokens: Tokens) -> QPalette:
    """A palette whose roles carry the tokens; the icons read theirs from it (see ``icons.Tone``)."""
    role = QPalette.ColorRole
    palette = QPalette()
    for which, colour in (
        (role.Window, tokens.ground),
        (role.WindowText, tokens.text),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.sunk),
        (role.Text, tokens.text),
        (role.PlaceholderText, tokens.quiet),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.danger),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.attention),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
        (role.Accent, tokens.accent),
        (role.ToolTipBase, tokens.surface),
        (role.ToolTipText, tokens.own_eyes_text),
        (role.Light, tokens.surface),
        (role.Midlight, tokens.accent_soft),
        (role.Mid, tokens.line),
        (role.Dark, tokens.edge),
        (role.Shadow, tokens.shadow),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.quiet))
    return palette


def style_sheet_of(tokens: Tokens, folder: Path) -> str:
    """The style sheet ``desk.qss`` of ``folder`` with every ``$name`` filled in."""
    template = Template((folder / "desk.qss").read_text(encoding="utf-8"))
    names = {"theme": tokens.name, "folder": folder.as_posix()}
    sizes = {
        f"{kind.__name__.lower()}_{size.name.lower()}": str(int(size)) for kind in (Space, Radius) for size in kind
    }
    texts = {f"text_{size.name.lower()}": f"{size.value}pt" for size in TextSize}
    return template.substitute(tokens.colours() | sizes | texts | names)


class Theme(QObject):
    """The theme of the application: its palette and font, and the style sheet that each window is to have. It follows
    the system while the look is SYSTEM.

    The sheet belongs to windows, not to the application: with one of the application's, Qt goes through everything in
    a widget each time that widget gets a parent, at every level of a page that is being built.

    Signals: changed() when there is another palette and another style sheet.
    """

    changed = Signal()

    tokens: Tokens
    style_sheet: str

    def __init__(self, app: QApplication, folder: Path, fonts: Path, look: Look = Look.SYSTEM) -> None:
        super().__init__(app)
        self.app = app
        self._folder = folder
        self._look = look
        app.setFont(_base_font(fonts))
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(self._on_system_changed)
        self._apply()

    @property
    def look(self) -> Look:
        """The look that was asked for."""
        return self._look

    def apply(self, look: Look) -> None:
        """Change the look at once."""
        self._look = look
        self._apply()

    def dress(self, window: QWidget) -> None:
        """Give ``window`` the style sheet, now and whenever it changes."""
        _Dress(self, window)

    def _on_system_changed(self) -> None:
        self._apply()

    def _apply(self) -> None:
        hints = self.app.styleHints()
        system_dark = hints.colorScheme() is Qt.ColorScheme.Dark
        dark = self._look is Look.DARK or (self._look is Look.SYSTEM and system_dark)
        tokens = read_tokens(self._folder / ("dark.toml" if dark else "light.toml"))
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            tokens = tokens.high_contrast()
        self.tokens = tokens
        self.app.setPalette(palette_of(tokens))
        self.style_sheet = style_sheet_of(tokens, self._folder)
        self.changed.emit()


class _Dress(QObject):
    """Keeps a window dressed for as long as there is one."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        theme.changed.connect(self._apply)
        self._apply()

    def _apply(self) -> None:
        self._window.setStyleSheet(self._theme.style_sheet)


def _base_font(folder: Path) -> QFont:
    """The font of the desk: a shipped one when there is one we know, otherwise the system's; figures of one width."""
    shipped = [
        family
        for file in sorted(folder.rglob("*.[ot]tf"))
        for family in QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    ]
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    family = next((name for name in PREFERRED_FONTS if name in shipped), None)
    if family is not None:
        font = QFont(family)
    font.setPointSizeF(TextSize.BASE.value)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
