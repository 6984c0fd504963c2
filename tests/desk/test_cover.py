"""What stands on the screen when nobody may see the desk."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from counsellor_desk.bundle import resource
from counsellor_desk.desk.cover import Cover, HiddenPage
from counsellor_desk.desk.i18n import read_catalogue
from counsellor_desk.desk.theme import Theme


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> HiddenPage:
    made = HiddenPage()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    return made


def labels(page: HiddenPage) -> list[QLabel]:
    return page.findChildren(QLabel)


def test_every_word_of_the_hidden_page_is_translated(page: HiddenPage) -> None:
    sentences = {sentence for context, sentence in read_catalogue(resource("i18n", "desk_nl.ts"))}

    assert {label.text() for label in labels(page)} <= sentences


def test_the_hidden_page_has_a_title_and_six_rules(page: HiddenPage) -> None:
    roles = [label.property("role") for label in labels(page)]

    assert roles == ["title", *("heading", None) * 6]


@pytest.mark.parametrize("size", ["", "font-size: 30px"], ids=["usual", "large"])
def test_no_sentence_of_the_hidden_page_is_cut(page: HiddenPage, size: str) -> None:
    page.setStyleSheet(size)
    page.grab()  # laid out anew

    assert [
        label.text()
        for label in labels(page)
        if not label.wordWrap() and label.fontMetrics().horizontalAdvance(label.text()) > label.width()
    ] == []


def test_the_words_of_the_hidden_page_stand_in_the_middle(page: HiddenPage) -> None:
    title = labels(page)[0]
    left = title.mapTo(page, title.rect().topLeft()).x()
    right = title.mapTo(page, title.rect().topRight()).x()

    assert abs(left - (page.width() - right)) <= 12  # a scroll bar


@pytest.mark.parametrize("make", [Cover, HiddenPage])
def test_what_covers_the_desk_takes_the_keys_and_goes_with_the_window(
    qtbot: QtBot, make: type[Cover] | type[HiddenPage]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    cover = make(window)

    assert cover.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert cover.parent() is window


@pytest.mark.parametrize("make", [Cover, HiddenPage])
def test_nothing_beneath_shows_through(qtbot: QtBot, theme: Theme, make: type[Cover] | type[HiddenPage]) -> None:
    beneath = QWidget()
    qtbot.addWidget(beneath)
    bright = QColor(255, 0, 255)
    beneath.setPalette(QPalette(bright))
    beneath.setAutoFillBackground(True)
    beneath.resize(900, 600)
    cover = make(beneath)
    cover.resize(beneath.size())
    beneath.show()
    qtbot.waitExposed(beneath)

    picture = beneath.grab().toImage()

    places = [(x, y) for x in range(0, 900, 9) for y in range(0, 600, 6)]
    assert not [place for place in places if picture.pixelColor(*place) == bright]
