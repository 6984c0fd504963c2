"""Drafts that wait in one slot, and drafts that come together on one form."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from counsellor_desk.casework.drafting import (
    MOST_DRAFTS,
    contact_draft,
    drafts_in,
    drop_draft,
    joined,
    keep_drafts,
    together,
)
from counsellor_desk.casework.drafts import ActivityDraft, CaseStart, ContactDraft, NoteDraft, StepDraft
from counsellor_desk.casework.model import CaseId
from counsellor_desk.casework.ports import Casebook
from tests.casework.conftest import NOW

ONE, OTHER = ContactDraft(case=CaseId(1), text="een"), ContactDraft(case=CaseId(2), text="ander")


def test_two_notes_on_one_form_are_one_the_older_words_in_front() -> None:
    assert together(NoteDraft("eerst"), NoteDraft("dan"), NoteDraft()) == NoteDraft("eerst\ndan")


def test_an_empty_form_takes_the_draft_as_it_is() -> None:
    blank = ContactDraft(with_whom="R.GET")
    older = ContactDraft(case=CaseId(1), with_whom="R.DOE", minutes=40, text="eerst")

    assert together(older, blank, blank) == older


@pytest.mark.parametrize(
    ("older", "newer", "blank"),
    [
        (ONE, OTHER, ContactDraft()),
        (ONE, ContactDraft(typed=(("case", "26-08"),), text="ander"), ContactDraft()),
        (CaseStart(name="Anna"), CaseStart(name="Bea"), CaseStart()),
        (StepDraft("H.LUI"), StepDraft("H.INF"), StepDraft()),
        (ActivityDraft(remark="een"), ActivityDraft(remark="twee"), ActivityDraft()),
    ],
)
def test_two_answers_to_one_question_never_come_together(
    older: ContactDraft, newer: ContactDraft, blank: ContactDraft
) -> None:
    assert together(older, newer, blank) is None
    assert joined((older, newer), blank) == (older, newer)


@given(st.text(max_size=40), st.text(max_size=10), st.text(max_size=10), st.data())
def test_a_change_of_a_note_that_was_begun_before_takes_in_what_is_typed_now(
    base: str, begun: str, now: str, data: st.DataObject
) -> None:
    there, here = (data.draw(st.integers(0, len(base))) for _ in range(2))
    older = NoteDraft(base[:there] + begun + base[there:])
    newer = NoteDraft(base[:here] + now + base[here:])
    assume(older != newer)
    both = together(older, newer, NoteDraft(base))

    assert both is not None
    if not base:
        assert [part for part in (begun, now) if part and part not in both.text] == []
    else:
        assert len(both.text) == len(base) + len(begun) + len(now)


@pytest.mark.parametrize("count", range(MOST_DRAFTS))
def test_what_is_kept_in_a_slot_is_what_is_read_from_it(book: Casebook, count: int) -> None:
    drafts = tuple(NoteDraft(f"note {number}") for number in range(count))
    keep_drafts(book, "note:1", drafts, NOW)

    assert drafts_in(book, "note:1", NoteDraft) == drafts


def test_fewer_drafts_leave_nothing_of_the_others(book: Casebook) -> None:
    keep_drafts(book, "contact", (ONE, OTHER), NOW)
    keep_drafts(book, "contact", (OTHER,), NOW)

    assert drafts_in(book, "contact", ContactDraft) == (OTHER,)


def test_words_that_are_not_understood_are_kept_as_they_were_typed(book: Casebook) -> None:
    draft = ContactDraft(text="x", typed=(("minutes", "1u3"), ("on", "half nov")), on=None)
    start = CaseStart(typed=(("natures", "pes"),))
    keep_drafts(book, "contact", (replace(draft, new_case=start),), NOW)

    assert contact_draft(book) == replace(draft, new_case=start)


def test_giving_up_a_form_leaves_the_words_that_wait_behind_it(book: Casebook) -> None:
    keep_drafts(book, "contact", (ONE, OTHER), NOW)

    drop_draft(book, "contact")

    assert drafts_in(book, "contact", ContactDraft) == (OTHER,)
