"""A field that answers every key at once, however long a paragraph is, and gives back exactly what was written."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counsellor_desk.casework.model import MAX_NOTE_CHARACTERS
from counsellor_desk.desk.kit.paper import Paper
from counsellor_desk.desk.kit.paragraphs import PIECE, SEAM, without_seams
from tests.support import type_text

SOLID = "x" * MAX_NOTE_CHARACTERS
SPOKEN = ("and then he said " * MAX_NOTE_CHARACTERS)[:MAX_NOTE_CHARACTERS]


@pytest.fixture
def paper(qtbot: QtBot) -> Paper:
    made = Paper()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def paste(paper: Paper, words: str) -> None:
    pasted = QMimeData()
    pasted.setText(words)
    paper.insertFromMimeData(pasted)


def longest(paper: Paper) -> int:
    """How much is laid out anew for a key, at worst."""
    block, most = paper.document().begin(), 0
    while block.isValid():
        most = max(most, len(block.text()))
        block = block.next()
    return most


@pytest.mark.parametrize("words", [SOLID, SPOKEN, "\U0001f600" * 20_000])
def test_a_long_paragraph_is_held_in_pieces_and_given_back_whole(paper: Paper, words: str) -> None:
    paper.show_words(words)
    assert longest(paper) <= 3 * PIECE
    assert paper.toPlainText() == words

    paper.show_words("")
    paste(paper, words)
    assert longest(paper) <= 3 * PIECE
    assert paper.toPlainText() == words


@pytest.mark.parametrize("words", [SOLID[:50_000], SPOKEN[:50_000], "\U0001f600" * 20_000])
def test_a_paragraph_that_grows_is_broken_too(paper: Paper, words: str) -> None:
    for start in range(0, len(words), 4_000):
        paste(paper, words[start : start + 4_000])

    assert longest(paper) <= 3 * PIECE
    assert paper.toPlainText() == words


def test_what_was_put_in_can_be_undone_and_redone(paper: Paper) -> None:
    paper.show_words("Before. ")
    paper.moveCursor(QTextCursor.MoveOperation.End)

    paste(paper, SPOKEN[:30_000])
    paper.undo()
    assert paper.toPlainText() == "Before. "
    paper.redo()
    assert paper.toPlainText() == "Before. " + SPOKEN[:30_000]


def test_what_made_a_paragraph_long_can_be_undone_and_redone(paper: Paper) -> None:
    paper.show_words("Before. ")
    paper.moveCursor(QTextCursor.MoveOperation.End)
    paper.insertPlainText(SPOKEN[:30_000])
    assert longest(paper) <= 3 * PIECE

    paper.undo()  # the seams
    assert paper.toPlainText() == "Before. " + SPOKEN[:30_000]
    paper.undo()
    assert paper.toPlainText() == "Before. "
    paper.redo()
    paper.redo()
    assert paper.toPlainText() == "Before. " + SPOKEN[:30_000]
    assert longest(paper) <= 3 * PIECE


def test_what_is_copied_has_no_seams(paper: Paper) -> None:
    paper.show_words(SPOKEN[:30_000])
    paper.selectAll()

    paper.copy()

    assert QApplication.clipboard().text() == SPOKEN[:30_000]


def test_a_line_break_beside_a_seam_is_one_line_break(paper: Paper) -> None:
    words = SOLID[: 3 * PIECE]
    for move in (QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveOperation.EndOfBlock):
        paper.show_words(words)
        paper.moveCursor(QTextCursor.MoveOperation.Down)
        cursor = paper.textCursor()
        cursor.setPosition(paper.document().findBlockByNumber(1).position())
        cursor.movePosition(move)
        paper.setTextCursor(cursor)

        QTest.keyClick(paper, Qt.Key.Key_Return)

        assert paper.toPlainText().count("\n") == 1
        assert paper.toPlainText().replace("\n", "") == words


def test_a_backspace_at_a_seam_takes_no_letter_unseen(paper: Paper) -> None:
    words = SOLID[: 3 * PIECE]
    paper.show_words(words)
    cursor = paper.textCursor()
    cursor.setPosition(paper.document().findBlockByNumber(1).position())
    paper.setTextCursor(cursor)
    lengths = []

    for _key in range(4):
        QTest.keyClick(paper, Qt.Key.Key_Backspace)
        lengths.append(len(words) - len(paper.toPlainText()))

    assert lengths == [0, 0, 1, 2]
    assert set(paper.toPlainText()) == {"x"}


KEYS = st.lists(
    st.one_of(
        st.tuples(st.just("go"), st.integers(0, 40_000)),
        st.tuples(st.just("mark"), st.integers(0, 12_000)),
        st.tuples(st.just("type"), st.sampled_from(["a", "é", "\n", "two words"])),
        st.tuples(st.just("paste"), st.sampled_from([SPOKEN[:9_000], SOLID[:7_000], "x\ny", "\U0001f600" * 6_000])),
        st.tuples(st.just("cut"), st.just("")),
        st.tuples(st.just("undo"), st.just("")),
        st.tuples(st.just("redo"), st.just("")),
    ),
    max_size=15,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(KEYS)
def test_only_what_is_typed_changes_the_text(paper: Paper, keys: list[tuple[str, str | int]]) -> None:
    """Whatever one does at whatever place: what stood before and behind it is what it was."""
    paper.show_words(SPOKEN[:12_000] + "\n" + SOLID[:12_000])
    states = {paper.toPlainText()}
    for what, amount in keys:
        cursor = paper.textCursor()
        if what in ("go", "mark") and isinstance(amount, int):
            end = min(amount if what == "go" else cursor.position() + amount, paper.document().characterCount() - 1)
            keep = QTextCursor.MoveMode.MoveAnchor if what == "go" else QTextCursor.MoveMode.KeepAnchor
            cursor.setPosition(where_a_cursor_stands(paper, end), keep)
            paper.setTextCursor(cursor)
            continue
        before, behind = around(paper)
        if what in ("undo", "redo"):
            getattr(paper, what)()
            assert paper.toPlainText() in states
            continue
        if what == "type":
            states |= type_in(paper, str(amount))
        elif what == "paste":
            paste(paper, str(amount))
        else:
            cursor.removeSelectedText()
        assert paper.toPlainText() == before + str(amount) + behind
        assert longest(paper) <= 3 * PIECE
        states.add(paper.toPlainText())


def around(paper: Paper) -> tuple[str, str]:
    """What stands before what is selected, and behind it."""
    cursor, ends = paper.textCursor(), []
    for place, end in ((cursor.selectionStart(), False), (cursor.selectionEnd(), True)):
        cursor.setPosition(place)
        cursor.movePosition(
            QTextCursor.MoveOperation.End if end else QTextCursor.MoveOperation.Start, QTextCursor.MoveMode.KeepAnchor
        )
        ends.append(without_seams(cursor.selection().toPlainText()))
    return ends[0], ends[1]


def where_a_cursor_stands(paper: Paper, place: int) -> int:
    """``place``, or the next before it that is neither inside a character nor inside a seam."""
    held = paper.document().toPlainText().encode("utf-16-le")
    before = held[: 2 * place].decode("utf-16-le", "ignore")  # leaves out half a character at the end
    behind = held[len(before.encode("utf-16-le")) :].decode("utf-16-le")
    if before.endswith(SEAM[0]) and behind.startswith(SEAM[1]):
        before = before[:-1]
    return len(before.encode("utf-16-le")) // 2


def type_in(paper: Paper, words: str) -> set[str]:
    """Type ``words``; what is written after each key."""
    states = set()
    for letter in words:
        if letter == "\n":
            QTest.keyClick(paper, Qt.Key.Key_Return)
        else:
            type_text(paper, letter)
        states.add(paper.toPlainText())
    return states
