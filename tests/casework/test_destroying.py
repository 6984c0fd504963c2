from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from counsellor_desk.bundle import resource
from counsellor_desk.casework.closing import close_case, reopen_case
from counsellor_desk.casework.contacts import log_contact
from counsellor_desk.casework.destroying import Ground, delete_note, destroy_case, expire_memory_aids
from counsellor_desk.casework.drafting import drafts_in, keep_draft, keep_drafts
from counsellor_desk.casework.drafts import CaseStart, Closing, ContactDraft, NoteDraft
from counsellor_desk.casework.errors import CaseDestroyed, CaseOnHold, CaseStillOpen, RecordMissing
from counsellor_desk.casework.followups import plan_follow_up
from counsellor_desk.casework.intake import open_case, revise_case
from counsellor_desk.casework.model import Answer, CaseFile, NoteClass, Organisation
from counsellor_desk.casework.notes import write_note
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.casework.views import CaseFilter
from counsellor_desk.codebook import Codebook
from counsellor_desk.custody.office_key import OfficeKey
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.publishing import Preview
from counsellor_desk.figures.release import SECTOR
from counsellor_desk.practice.fill import fill
from counsellor_desk.vault.vault import OpenVault, create_vault
from tests.casework.conftest import NOW, TODAY
from tests.figures.published import preview, publish

AID = NoteDraft("even onthouden", NoteClass.AID)


@pytest.fixture
def told(book: Casebook, codebook: Codebook, organisation: Organisation) -> CaseFile:
    """A closed case with everything in it a counsellor can write."""
    start = CaseStart(
        first_contact_on=date(2026, 11, 2),
        client_role="R.DOE",
        natures=("SI.VER", "PE"),
        name="Anna Voorbeeld",
        safe_contact="alleen mobiel",
        wish="dat het stopt",
        route="O.COL",
        consent_to_count=Answer.YES,
    )
    case = open_case(book, codebook, start, date(2026, 11, 3))
    draft = ContactDraft(
        case=case.id, on=date(2026, 11, 4), at=time(9, 30), minutes=30, mode="M.TEL", with_whom="R.DOE",
        codes=("H.LUI",), text="een gesprek over de montage",
    )  # fmt: skip
    log_contact(book, codebook, draft, datetime(2026, 11, 5, 10))
    write_note(book, case.id, NoteDraft("los briefje"), NOW)
    plan_follow_up(book, case.id, TODAY, "terugbellen")
    keep_draft(book, f"note:{case.id}", NoteDraft("half geschreven"), NOW)
    keep_draft(book, "contact", ContactDraft(case=case.id, text="ook half"), NOW)
    return close_case(book, codebook, book.case(case.id), Closing(outcome=None), TODAY)


def test_the_shell_stays_as_it_is(book: Casebook, codebook: Codebook, told: CaseFile) -> None:
    shell = destroy_case(book, told.id, Ground.TERM, TODAY)

    for change in (
        lambda: revise_case(book, codebook, replace(shell, setting="L.REI"), TODAY),
        lambda: reopen_case(book, shell.id),
    ):
        with pytest.raises(CaseDestroyed):
            change()

    assert book.case(shell.id) == shell


def test_destroying_a_case_takes_its_waiting_drafts_and_no_others(book: Casebook, told: CaseFile) -> None:
    mine, other = ContactDraft(case=told.id, text="van haar"), ContactDraft(text="van een ander")
    keep_drafts(book, "contact", (mine, other, mine), NOW)
    keep_drafts(book, f"note:{told.id}", (NoteDraft("half"), NoteDraft("nog half")), NOW)

    destroy_case(book, told.id, Ground.TERM, TODAY)

    assert drafts_in(book, "contact", ContactDraft) == (other,)
    assert drafts_in(book, f"note:{told.id}", NoteDraft) == ()


def test_a_destroyed_case_is_a_shell_of_codes_without_words_names_or_hours(book: Casebook, told: CaseFile) -> None:
    shell = destroy_case(book, told.id, Ground.TERM, TODAY)

    view = book.case_view(told.id)
    (talk,) = view.timeline
    assert (shell.status, shell.destroyed_on, shell.number) == ("B.VRN", TODAY, told.number)
    assert (shell.wish, shell.route) == (None, None)
    assert (view.follow_ups, view.persons, view.consents, view.has_identity) == ((), (), (), False)
    assert (talk.on, getattr(talk, "at", None), getattr(talk, "text", None)) == (date(2026, 11, 5), None, "")
    assert book.search("montage briefje") == ()
    assert [book.draft(slot) for slot in (f"note:{told.id}", "contact")] == [None, None]


def test_a_destroyed_case_keeps_what_figures_count_by(book: Casebook, told: CaseFile) -> None:
    shell = destroy_case(book, told.id, Ground.TERM, TODAY)

    assert (shell.registered_on, shell.counted_closed_on) == (told.registered_on, told.counted_closed_on)
    assert (shell.natures, shell.client_role, shell.person) == (("SI.VER",), "R.DOE", told.person)


def test_an_open_case_is_not_destroyed(book: Casebook, told: CaseFile) -> None:
    reopen_case(book, told.id)

    with pytest.raises(CaseStillOpen):
        destroy_case(book, told.id, Ground.REQUEST, TODAY)

    assert book.search("montage")


def test_a_case_on_hold_loses_nothing_until_the_hold_has_ended(book: Casebook, told: CaseFile) -> None:
    until = TODAY + timedelta(days=10)
    held = book.save_case(replace(told, hold_until=until, hold_reason="procedure"))
    note = next(hit.note for hit in book.search("montage"))
    assert note is not None

    with pytest.raises(CaseOnHold) as refusal:
        destroy_case(book, held.id, Ground.TERM, TODAY)
    with pytest.raises(CaseOnHold):
        delete_note(book, note, until)

    assert refusal.value.params == {"until": until.isoformat()}
    assert destroy_case(book, held.id, Ground.TERM, until + timedelta(days=1)).destroyed_on is not None


def test_destroying_again_changes_nothing(book: Casebook, told: CaseFile) -> None:
    once = destroy_case(book, told.id, Ground.TERM, TODAY)

    assert destroy_case(book, told.id, Ground.OTHER, TODAY + timedelta(days=1)) == once


def test_the_name_stays_while_another_case_of_the_same_person_is_there(
    book: Casebook, codebook: Codebook, told: CaseFile
) -> None:
    other = open_case(book, codebook, CaseStart(known_person_of=told.id), TODAY)
    destroy_case(book, told.id, Ground.TERM, TODAY)
    assert book.identity(told.person) is not None

    close_case(book, codebook, other, Closing(outcome=None), TODAY)
    destroy_case(book, other.id, Ground.TERM, TODAY)

    assert book.identity(told.person) is None


def test_a_note_goes_and_its_contact_stays(book: Casebook, told: CaseFile) -> None:
    note = next(hit.note for hit in book.search("montage"))
    assert note is not None

    delete_note(book, note, TODAY)

    assert book.search("montage") == ()
    assert len(book.case_view(told.id).timeline) == 2
    with pytest.raises(RecordMissing):
        delete_note(book, note, TODAY)


def test_a_memory_aid_goes_the_day_after_its_last_when_it_was_announced(book: Casebook, case: CaseFile) -> None:
    expire_memory_aids(book, TODAY)
    aid = write_note(book, case.id, replace(AID, expires_on=TODAY + timedelta(days=3)), NOW)

    assert expire_memory_aids(book, TODAY + timedelta(days=3)) == 0
    assert expire_memory_aids(book, TODAY + timedelta(days=4)) == 1

    with pytest.raises(RecordMissing):
        book.note(aid.id)


def test_a_memory_aid_nobody_could_see_expiring_waits_for_another_day(book: Casebook, case: CaseFile) -> None:
    expire_memory_aids(book, TODAY)
    aid = write_note(book, case.id, replace(AID, expires_on=TODAY + timedelta(days=20)), NOW)
    back = TODAY + timedelta(days=60)

    assert expire_memory_aids(book, back) == 0
    assert expire_memory_aids(book, back) == 0
    assert book.note(aid.id).body == AID.text
    assert expire_memory_aids(book, back + timedelta(days=1)) == 1


def test_memory_aids_of_a_case_on_hold_and_notes_of_the_file_never_expire(book: Casebook, case: CaseFile) -> None:
    book.save_case(replace(case, hold_until=TODAY + timedelta(days=400)))
    write_note(book, case.id, replace(AID, expires_on=TODAY), NOW)
    write_note(book, case.id, NoteDraft("blijft"), NOW)

    assert [expire_memory_aids(book, TODAY + timedelta(days=day)) for day in (0, 1, 2)] == [0, 0, 0]


# figures


@pytest.fixture
def practice(tmp_path: Path, codebook: Codebook) -> Iterator[OpenVault]:
    """Three years of invented work."""
    path, key = tmp_path / "practice.vault", secrets.token_bytes(32)
    vault = create_vault(path, key, practice=True, today=TODAY, office_key=OfficeKey)
    fill(vault.book, codebook, resource("practice", "notes.toml"), TODAY)
    yield vault
    vault.close()


def test_destroying_every_closed_case_changes_no_figure_published_or_not(
    practice: OpenVault, codebook: Codebook
) -> None:
    def look(period: str) -> Preview:
        return preview(practice.facts, practice.ledger, codebook, Period.parse(period), SECTOR, TODAY)

    publish(practice.facts, practice.ledger, codebook, Period.parse("2026Q2"), SECTOR, TODAY)
    before = [look("2026Q2"), look("2026Q3")]

    closed = practice.book.list_cases(CaseFilter(statuses=("B.DIC",), limit=1000))
    for row in closed:
        destroy_case(practice.book, row.id, Ground.TERM, TODAY)

    assert len(closed) > 100
    assert [look("2026Q2"), look("2026Q3")] == before


def test_no_word_is_added_to_a_case_that_was_destroyed(book: Casebook, codebook: Codebook, told: CaseFile) -> None:
    destroy_case(book, told.id, Ground.TERM, TODAY)

    with pytest.raises(CaseDestroyed):
        log_contact(book, codebook, ContactDraft(case=told.id, text="Belt nog eens."), NOW)

    assert book.search("Belt nog eens") == ()
