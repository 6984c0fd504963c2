from __future__ import annotations

import pytest

from counsellor_desk.casework.errors import RecordMissing
from counsellor_desk.casework.intake import keep_identity
from counsellor_desk.casework.model import CaseFile, Identity, PersonId
from counsellor_desk.casework.ports import Casebook


def test_a_name_is_kept_with_the_person_of_the_case(book: Casebook, case: CaseFile) -> None:
    keep_identity(book, Identity(case.person, name="Noor", safe_contact="alleen mobiel"))

    assert book.identity(case.person) == Identity(case.person, "Noor", "", "alleen mobiel")


def test_nobody_is_named_who_is_not_there(book: Casebook) -> None:
    with pytest.raises(RecordMissing):
        keep_identity(book, Identity(PersonId(7), name="Noor"))
