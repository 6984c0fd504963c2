"""The whole kit on one board, to be looked at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.codebook import Codebook
from counsellor_desk.desk.kit.buttons import IconButton, LinkButton, PrimaryButton, QuietButton
from counsellor_desk.desk.kit.card import Card, row
from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.code_picker import CodePicker
from counsellor_desk.desk.kit.fields import DateField, MinuteStepper
from counsellor_desk.desk.kit.form import Field
from counsellor_desk.desk.kit.labels import Heading, PlainLabel, Section, Title
from counsellor_desk.desk.kit.pill import Pill
from counsellor_desk.desk.kit.states import Banner, EmptyState
from counsellor_desk.desk.kit.text_area import TextArea
from counsellor_desk.desk.page import locale_of
from counsellor_desk.desk.theme import Look, Theme

MODES = (("tel", "Telephone"), ("vid", "Video"), ("per", "In person"))
TODAY = date(2026, 11, 23)


def whole_kit(codebook: Codebook) -> QWidget:
    """Every part of the kit once."""
    board = QWidget()
    board.setObjectName("desk")
    board.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(board)
    column.addWidget(Title("Monday 23 November"))
    card = Card("A card")
    column.addWidget(card)
    buttons: tuple[Callable[[], QWidget], ...] = (
        lambda: PrimaryButton("Contact", keys="Ctrl+N"),
        lambda: QuietButton("Done", size="small"),
        lambda: QuietButton("Export", symbol="export"),
        lambda: LinkButton("Show"),
        lambda: IconButton("close", "Close"),
    )
    card.body.addLayout(row(*(make() for make in buttons), None))
    pills = (
        Pill("Running", tone="open", shape="dot"),
        Pill("Waiting", tone="wait", shape="square"),
        Pill("Closed", tone="quiet", shape="ring"),
        Pill("Set"),
    )
    card.body.addLayout(row(*pills, None))
    modes = ChipGroup("Mode", MODES)
    modes.choose("vid")
    codes = CodePicker("Codes", codebook, ("NATURE",), "en", most=3)
    codes.set_codes([code.code for code in codebook.codes("NATURE")[:2]])
    day = DateField("Follow-up", lambda: TODAY, locale_of("en"))
    day.set_words("in 2 weeks")
    for widget in (modes, Field("Codes", codes), Field("Follow-up", day), Field("Minutes", MinuteStepper("Minutes"))):
        card.body.addWidget(widget)
    card.body.addWidget(TextArea("Note", "What was said or agreed?"))
    own = Card(tone="own-eyes")
    own.body.addLayout(row(PlainLabel("This quarter, for your eyes only", "own-eyes"), Heading("7"), Section("new")))
    column.addWidget(own)
    banner = Banner()
    banner.say("The keyring is locked.", "Try again")
    column.addWidget(banner)
    column.addWidget(EmptyState("today", "Nothing waits for you.", "A follow-up you plan shows up here."))
    board.resize(760, 980)
    return board


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
def test_the_whole_kit_can_be_looked_at(
    qtbot: QtBot, theme: Theme, codebook: Codebook, tmp_path: Path, look: Look
) -> None:
    theme.apply(look)
    board = whole_kit(codebook)
    qtbot.addWidget(board)
    board.show()

    picture = board.grab()
    theme.apply(Look.LIGHT)

    assert picture.save(str(tmp_path / f"kit-{look}.png"))
    corner = picture.toImage().pixelColor(2, 2).lightness()
    assert (corner < 64) is (look is Look.DARK)
