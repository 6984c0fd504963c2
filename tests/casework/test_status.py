from __future__ import annotations

from counsellor_desk.casework import status
from counsellor_desk.casework.status import Status
from counsellor_desk.codebook import Codebook


def test_the_statuses_are_those_of_the_code_book(codebook: Codebook) -> None:
    assert {code.code for code in codebook.codes("STATUS")} == set(Status)


def test_every_status_stands_in_one_group() -> None:
    grouped = status.RUNNING + status.WAITING + status.AFTERCARE + status.CLOSED

    assert sorted(grouped) == sorted(Status)
    assert set(status.OPEN).isdisjoint(status.CLOSED)
