"""Colours people can read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from counsellor_desk.bundle import resource
from counsellor_desk.desk.theme import Look, Theme, Tokens, read_tokens, style_sheet_of

THEMES = ("light", "dark")
READABLE = 4.5  # WCAG 2.2, 1.4.3
VISIBLE = 3.0  # WCAG 2.2, 1.4.11

WORDS = [
    ("text", "ground"),
    ("text", "surface"),
    ("text", "sunk"),
    ("text", "accent_soft"),
    ("text", "attention_soft"),
    ("text", "own_eyes"),
    ("quiet", "ground"),
    ("quiet", "surface"),
    ("quiet", "sunk"),
    ("quiet", "own_eyes"),
    ("quiet", "attention_soft"),
    ("quiet", "accent_soft"),
    ("accent", "ground"),
    ("accent", "surface"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("attention", "ground"),
    ("attention", "surface"),
    ("attention", "attention_soft"),
    ("danger", "surface"),
    ("danger", "danger_soft"),
    ("own_eyes_text", "own_eyes"),
    ("ground", "text"),
]
BORDERS = [
    ("edge", "surface"),
    ("edge", "ground"),
    ("accent", "surface"),
    ("accent", "sunk"),
    ("attention", "surface"),
]


def luminance(colour: str) -> float:
    """Relative luminance. Source: WCAG 2.2, definition "relative luminance"."""
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Source: WCAG 2.2, definition "contrast ratio"."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def tokens(name: str) -> Tokens:
    return read_tokens(resource("themes", f"{name}.toml"))


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("pair", WORDS, ids=" on ".join)
def test_words_can_be_read(name: str, pair: tuple[str, str]) -> None:
    colours = tokens(name).colours()

    assert contrast(colours[pair[0]], colours[pair[1]]) >= READABLE


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("pair", BORDERS, ids=" on ".join)
def test_borders_that_carry_meaning_can_be_seen(name: str, pair: tuple[str, str]) -> None:
    colours = tokens(name).colours()

    assert contrast(colours[pair[0]], colours[pair[1]]) >= VISIBLE


@pytest.mark.parametrize("name", THEMES)
def test_high_contrast_makes_every_line_and_quiet_word_as_strong_as_the_text(name: str) -> None:
    strong = tokens(name).high_contrast()

    assert {strong.line, strong.edge, strong.quiet} == {strong.text}


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_has_no_open_name_left(name: str) -> None:
    sheet = style_sheet_of(tokens(name), resource("themes"))

    assert "$" not in sheet.replace("/* The one style sheet. $names", "")


def test_nothing_but_the_themes_names_a_colour() -> None:
    colour = re.compile(r"[\"']#[0-9A-Fa-f]{3,8}[\"']|QColor\(\s*\d|rgba?\(")
    folder = Path(resource("themes")).parent.parent / "counsellor_desk" / "desk"

    named = [str(file) for file in folder.rglob("*.py") if colour.search(file.read_text("utf-8"))]

    assert not named


def test_a_change_of_look_dresses_the_whole_application(qapp: QApplication, theme: Theme) -> None:
    theme.apply(Look.DARK)
    dark = qapp.palette().window().color().name()
    theme.apply(Look.LIGHT)

    assert dark.upper() == tokens("dark").ground
    assert qapp.palette().window().color().name().upper() == tokens("light").ground


def test_a_theme_gives_the_application_no_style_sheet(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []
    monkeypatch.setattr(qapp, "setStyleSheet", given.append)

    Theme(qapp, resource("themes"), resource("fonts"), Look.LIGHT)

    assert not given


def test_the_desk_follows_the_system_while_it_is_asked_to(qapp: QApplication, theme: Theme) -> None:
    theme.apply(Look.SYSTEM)

    expected = qapp.styleHints().colorScheme() is Qt.ColorScheme.Dark

    assert theme.tokens.dark is expected
    theme.apply(Look.LIGHT)
