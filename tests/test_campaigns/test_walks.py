"""The short form of the random walks, and that they see what they are there to see."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest

from counsellor_desk.casework.model import FollowUp, FollowUpId, Identity, Organisation, OrganisationId
from counsellor_desk.vault.vault import create_vault
from tests.campaigns import walks
from tests.campaigns._report import Length
from tests.campaigns._walk_judge import Place, Word, judge, places
from tests.vault.conftest import NOW, TODAY, add_case, note_of

in_a_session = [pytest.mark.x11, pytest.mark.os_keyring, pytest.mark.timeout(900)]
WORD = Word("qbadofegu", "26-001", "a note")


class TestInASession:
    """With the real program in a real window."""

    pytestmark = in_a_session

    def test_on_a_slow_disk_every_word_is_kept_once_and_in_its_own_case(self) -> None:
        assert walks.main(["--short"]) == 0

    @pytest.mark.parametrize("fault", [walks.LOST, walks.WRONG_CASE, walks.STRAYED])
    def test_a_desk_that_fails_is_found_out(self, fault: str) -> None:
        report = walks.run(Length(1, seed=1), delays=[0], steps=["find", "note", "note", "note"], fault=fault)

        assert report.figures[fault]
        assert report.figures[walks.BROKEN] == 0
        assert report.finish() == 1


@pytest.mark.parametrize(
    "found",
    [
        [Place("26-001", "note 1", "said qbadofegu too")],
        [Place("26-001", "draft note:1", '{"text": "qbadofegu"}')],
        [Place("26-001", "note 1", "qbadofegu"), Place("26-001", "note 1", "qbadofegu and more")],
    ],
    ids=["a note", "a draft", "two wordings of one note"],
)
def test_a_word_in_its_own_case_is_right(found: list[Place]) -> None:
    judgement = judge([WORD], found)

    assert (judgement.lost, judgement.elsewhere, judgement.twice) == ([], [], [])


def test_a_word_that_is_nowhere_is_lost() -> None:
    assert len(judge([WORD], [Place("26-001", "note 1", "something else")]).lost) == 1


def test_a_word_that_was_torn_is_lost() -> None:
    assert len(judge([WORD], [Place("26-001", "note 1", "qbadofe")]).lost) == 1


def test_a_word_nobody_saw_being_taken_may_be_nowhere() -> None:
    judgement = judge([Word(WORD.text, WORD.case, "at once", sure=False)], [])

    assert (judgement.lost, judgement.not_taken) == ([], 1)


@pytest.mark.parametrize("sure", [True, False])
@pytest.mark.parametrize("text", ["qbadofegu", "qbadofe"])
def test_even_a_torn_word_in_another_case_is_found(sure: bool, text: str) -> None:
    word = Word(WORD.text, WORD.case, "a note", sure=sure)

    assert len(judge([word], [Place("26-002", "note 2", text)]).elsewhere) == 1


@pytest.mark.parametrize(
    "found",
    [
        [Place("26-001", "note 1", "qbadofegu"), Place("26-001", "note 2", "qbadofegu")],
        [Place("26-001", "note 1", "qbadofegu"), Place("26-001", "draft note:1", "qbadofegu")],
        [Place("26-001", "note 1", "qbadofegu and qbadofegu")],
    ],
    ids=["two notes", "a note and its draft", "twice in one"],
)
def test_a_word_that_stands_twice_is_found(found: list[Place]) -> None:
    assert len(judge([WORD], found).twice) == 1


@pytest.mark.parametrize(("loose", "wrong"), [(True, 0), (False, 1)])
def test_only_words_of_the_contact_card_may_be_without_a_case(loose: bool, wrong: int) -> None:
    word = Word(WORD.text, WORD.case, "card", loose=loose)

    assert len(judge([word], [Place(None, "draft contact", "qbadofegu")]).elsewhere) == wrong


def test_every_text_of_a_vault_is_read_with_the_case_it_belongs_to(tmp_path: Path) -> None:
    key = secrets.token_bytes(32)
    vault = create_vault(tmp_path / "desk.vault", key, practice=False, today=TODAY)
    book = vault.book
    with book.transaction():
        organisation = book.add_organisation(Organisation(OrganisationId(0), "Omroep Proef", "K.OMR", "W.250"))
        one, two = (add_case(book, organisation, wish=f"wish {number}") for number in (1, 2))
        note = book.add_note(note_of(two, "first wording"))
        book.amend_note(note.id, note.revision, "second wording", NOW)
        book.add_follow_up(FollowUp(FollowUpId(0), one.id, TODAY, None, "call back"))
        book.save_identity(Identity(two.person, name="Anna"))
        book.save_draft(f"note:{one.id}", '{"text": "half a note"}', NOW)
        book.save_draft(f"amend:{note.id}", '{"text": "third wording"}', NOW)
        book.save_draft("contact", f'{{"case": {two.id}, "text": "half a talk"}}', NOW)
    vault.close()

    found = places(tmp_path / "desk.vault", key)

    assert {(text, _case_of(text, found)) for text in ("wish 1", "call back", "half a note")} == {
        ("wish 1", one.number),
        ("call back", one.number),
        ("half a note", one.number),
    }
    for text in ("wish 2", "first wording", "second wording", "third wording", "Anna", "half a talk"):
        assert _case_of(text, found) == two.number
    assert {place.home for place in found if "wording" in place.text} == {f"note {note.id}"}
    assert str(_case_of("Omroep Proef", found)).startswith("no case at all")


def _case_of(text: str, found: tuple[Place, ...]) -> str | None:
    (case,) = {place.case for place in found if text in place.text}
    return case
