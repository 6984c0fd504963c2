from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from counsellor_desk.casework.contacts import log_contact
from counsellor_desk.casework.drafting import contact_draft, keep_draft
from counsellor_desk.casework.drafts import CaseStart, ContactDraft
from counsellor_desk.casework.errors import (
    CaseNeeded,
    DateBeforeFirstContact,
    DateInFuture,
    MinutesOutOfRange,
    NoteTooLong,
    TooManyCodes,
)
from counsellor_desk.casework.model import CaseFile, NoteClass, Organisation
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.casework.views import ContactEntry
from counsellor_desk.codebook import Codebook
from counsellor_desk.errors import DeskError
from tests.casework.conftest import NOW, TODAY


def test_a_contact_with_its_note_and_follow_up_stands_on_the_timeline(
    book: Casebook, codebook: Codebook, case: CaseFile
) -> None:
    draft = ContactDraft(
        case=case.id, at=time(14, 2), minutes=20, text="Wil erover nadenken.",
        follow_up_on=date(2026, 12, 7), follow_up_text=" Terugbellen ",
    )  # fmt: skip

    logged = log_contact(book, codebook, draft, NOW)
    view = book.case_view(case.id)
    entry = view.timeline[0]

    assert isinstance(entry, ContactEntry)
    assert (entry.minutes, entry.text, entry.note_class) == (20, "Wil erover nadenken.", NoteClass.FILE)
    assert [(follow.due_on, follow.text) for follow in view.follow_ups] == [(date(2026, 12, 7), "Terugbellen")]
    assert logged.case.status == "B.LOP"


def test_a_contact_can_open_its_own_case(book: Casebook, codebook: Codebook, organisation: Organisation) -> None:
    draft = ContactDraft(
        new_case=CaseStart(), on=date(2026, 11, 20), codes=("SI.VER", "H.LUI"), text="Eerste gesprek"
    )

    logged = log_contact(book, codebook, draft, NOW)

    assert logged.case.first_contact_on == date(2026, 11, 20)
    assert logged.case.registered_on == TODAY
    assert logged.case.natures == ("SI.VER",)


def test_without_a_case_the_card_asks_for_one_and_the_draft_stays(book: Casebook, codebook: Codebook) -> None:
    draft = ContactDraft(text="Half zinnetje")
    keep_draft(book, "contact", draft, NOW)

    with pytest.raises(CaseNeeded):
        log_contact(book, codebook, draft, NOW)

    assert contact_draft(book) == draft


GOOD = ContactDraft(text="Tekst")


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (replace(GOOD, on=date(2026, 11, 24)), DateInFuture),
        (replace(GOOD, on=date(2026, 11, 1)), DateBeforeFirstContact),
        (replace(GOOD, minutes=0), MinutesOutOfRange),
        (replace(GOOD, minutes=1441), MinutesOutOfRange),
        (replace(GOOD, codes=("SI", "IN", "PE", "DI")), TooManyCodes),
        (replace(GOOD, text="a" * 200_001), NoteTooLong),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_bad_input_is_named_and_nothing_is_half_kept(
    book: Casebook, codebook: Codebook, case: CaseFile, draft: ContactDraft, refusal: type[DeskError]
) -> None:
    with pytest.raises(refusal):
        log_contact(book, codebook, replace(draft, case=case.id), NOW)

    assert book.case_view(case.id).timeline == ()


def test_a_waiting_case_runs_again_after_a_contact(book: Casebook, codebook: Codebook, case: CaseFile) -> None:
    book.save_case(replace(case, status="B.WAC"))

    assert log_contact(book, codebook, ContactDraft(case=case.id), NOW).case.status == "B.LOP"


def test_a_contact_after_closing_is_kept_and_does_not_reopen(
    book: Casebook, codebook: Codebook, case: CaseFile
) -> None:
    book.save_case(replace(case, status="B.DIC", closed_on=TODAY))

    assert log_contact(book, codebook, ContactDraft(case=case.id), NOW).case.status == "B.DIC"


@pytest.mark.parametrize("text", ["a\0b", "🎬 opgelucht", "שלום עליכם", "x" * 100_000, "e\u0301"])
def test_any_text_comes_back_as_it_was_typed(book: Casebook, codebook: Codebook, case: CaseFile, text: str) -> None:
    draft = ContactDraft(case=case.id, text=text)
    keep_draft(book, "contact", draft, NOW)

    assert contact_draft(book) == draft
    log_contact(book, codebook, draft, NOW)
    entry = book.case_view(case.id).timeline[0]

    assert isinstance(entry, ContactEntry)
    assert entry.text == text


def test_a_clock_set_back_keeps_the_contact_and_its_quarter(
    book: Casebook, codebook: Codebook, case: CaseFile
) -> None:
    log_contact(book, codebook, ContactDraft(case=case.id), NOW)
    back = datetime(2026, 11, 5, 9, 0)

    logged = log_contact(book, codebook, ContactDraft(case=case.id), back)

    assert logged.contact.registered_on == date(2026, 11, 5)
    assert len(book.case_view(case.id).timeline) == 2
