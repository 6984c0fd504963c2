from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counsellor_desk.custody.office_key import is_signed
from counsellor_desk.packet.chain import follow
from counsellor_desk.packet.envelope import Packet, seal
from counsellor_desk.packet.errors import ChainBroken
from tests.packet.packets import OURS, THEIRS, chain

FIVE = chain(5)


def broken(packets: list[Packet]) -> tuple[str | int, str | int]:
    with pytest.raises(ChainBroken) as refused:
        follow(packets, is_signed)
    return refused.value.params["reason"], refused.value.params["number"]


@given(st.permutations(FIVE), st.lists(st.sampled_from(FIVE), max_size=3))
def test_any_order_and_any_copies_give_the_one_chain(packets: list[Packet], copies: list[Packet]) -> None:
    assert follow([*packets, *copies], is_signed) == tuple(FIVE)


def test_no_packets_are_a_chain_of_none() -> None:
    assert follow([], is_signed) == ()


def test_a_changed_packet_is_named() -> None:
    assert broken([*FIVE[:2], replace(FIVE[2], release={"words": "other"}), *FIVE[3:]]) == ("changed", 3)


def test_a_packet_sealed_with_a_key_it_does_not_name_is_named() -> None:
    class Stranger:
        key = OURS.key
        sign = THEIRS.sign
        signed = THEIRS.signed

    old = FIVE[2]
    forged = seal(old.kind, 3, old.previous, old.plan, old.certificate, {"words": "other"}, Stranger())

    assert broken([*FIVE[:2], forged]) == ("signature", 3)


def test_a_packet_of_another_office_is_named() -> None:
    theirs = chain(5, THEIRS)

    assert broken([theirs[0], *FIVE[1:]]) == ("foreign", 1)
    assert broken([*FIVE, theirs[1]]) == ("foreign", 2)


def test_two_packets_with_one_number_are_named() -> None:
    assert broken([*FIVE, chain(3, words="redrawn ")[2]]) == ("twice", 3)


def test_a_packet_of_another_history_of_the_same_office_is_named() -> None:
    assert broken([*chain(2, words="redrawn "), *FIVE[2:]]) == ("order", 3)


def test_missing_numbers_are_all_named() -> None:
    with pytest.raises(ChainBroken) as refused:
        follow([FIVE[1], FIVE[4]], is_signed)

    assert refused.value.params == {"reason": "missing", "number": 1, "missing": "1, 3, 4"}


def test_endlessly_many_missing_numbers_are_not() -> None:
    far = seal(FIVE[0].kind, 999_999_999, "", {}, FIVE[0].certificate, {}, OURS)

    with pytest.raises(ChainBroken) as refused:
        follow([far], is_signed)

    assert str(refused.value.params["missing"]).endswith("19, 20, …")
