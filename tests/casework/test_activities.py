from __future__ import annotations

import pytest

from counsellor_desk.casework.activities import log_activity, put_back_activity, remove_activity
from counsellor_desk.casework.errors import RecordMissing
from counsellor_desk.casework.model import Activity, ActivityId
from counsellor_desk.casework.ports import Casebook
from counsellor_desk.codebook import Codebook
from tests.casework.conftest import TODAY


def test_an_activity_that_was_removed_can_be_put_back(book: Casebook, codebook: Codebook) -> None:
    kept = log_activity(book, codebook, Activity(ActivityId(0), "V.VOO", TODAY, 60, None), TODAY)
    remove_activity(book, kept.id)
    assert book.activities(TODAY, TODAY) == ()

    again = put_back_activity(book, kept)

    assert book.activities(TODAY, TODAY) == (again,)
    assert (again.code, again.minutes) == (kept.code, kept.minutes)


def test_an_activity_is_removed_once(book: Casebook, codebook: Codebook) -> None:
    kept = log_activity(book, codebook, Activity(ActivityId(0), "V.VOO", TODAY, 60, None), TODAY)
    remove_activity(book, kept.id)

    with pytest.raises(RecordMissing):
        remove_activity(book, kept.id)
