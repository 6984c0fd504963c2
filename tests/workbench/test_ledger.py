from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counsellor_desk.custody.office_key import OfficeKey
from counsellor_desk.workbench.errors import LedgerUnreadable
from counsellor_desk.workbench.ledger import PlanLedger, read_ledger, write_ledger
from tests.workbench.plans import PLAN, SECRET, published, some

COUNTS = some(PLAN, 30)
FIRST = published(PLAN, COUNTS)[1]


@pytest.mark.parametrize("ledger", [PlanLedger(SECRET), FIRST])
def test_a_ledger_comes_back_as_it_was_written(ledger: PlanLedger) -> None:
    assert read_ledger(write_ledger(ledger).encode(), OfficeKey) == ledger


def test_entries_are_found_by_the_name_of_their_plan() -> None:
    assert [len(FIRST.about(name)) for name in ("reports", "other")] == [1, 0]


@pytest.mark.parametrize(
    "change",
    [
        {"format": "counsellor-desk-ledger-2"},
        {"secret": "00" * 32},
        {"secret": "00" * 16},
        {"entries": {}},
        {"entries": [{}]},
        {"more": 1},
    ],
)
def test_a_changed_ledger_is_refused(change: dict[str, object]) -> None:
    found = json.loads(write_ledger(FIRST)) | change

    with pytest.raises(LedgerUnreadable):
        read_ledger(json.dumps(found).encode(), OfficeKey)


@pytest.mark.parametrize("counts", [[["a1", 3]], [["a1", "1", "3"]], ["a1"], [["a1", "1", True]]])
def test_counts_in_another_form_are_refused(counts: list[object]) -> None:
    found = json.loads(write_ledger(FIRST))
    found["entries"][0]["counts"] = counts

    with pytest.raises(LedgerUnreadable):
        read_ledger(json.dumps(found).encode(), OfficeKey)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_broken_bytes_are_refused_or_change_nothing_that_was_published(data: st.DataObject) -> None:
    text = bytearray(write_ledger(FIRST).encode())
    text[data.draw(st.integers(0, len(text) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = read_ledger(bytes(text), OfficeKey)
    except LedgerUnreadable:
        return

    assert [one.packet for one in found.entries] == [one.packet for one in FIRST.entries]
