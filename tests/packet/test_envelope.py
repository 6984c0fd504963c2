from __future__ import annotations

import json
from dataclasses import replace

import pytest

from counsellor_desk.packet.canonical import MOST_BYTES, canonical
from counsellor_desk.packet.envelope import Certificate, PacketKind, Withholding, open_packet, seal
from counsellor_desk.packet.errors import PacketUnreadable
from tests.packet.packets import CERTIFICATE, OURS, chain

PACKET = chain(1)[0]


def changed(**members: object) -> bytes:
    return canonical(json.loads(PACKET.text) | members).encode()


def reason(data: bytes) -> str | int:
    with pytest.raises(PacketUnreadable) as refused:
        open_packet(data)
    return refused.value.params["reason"]


@pytest.mark.parametrize("certificate", [CERTIFICATE, Withholding(base=5, wide=3, narrow=1, rows=10, releases=1)])
def test_a_packet_comes_back_as_it_was_sealed(certificate: Certificate | Withholding) -> None:
    packet = seal(PacketKind.PLAN, 1, "", {"name": "p"}, certificate, {"words": "1"}, OURS)

    assert open_packet(packet.text.encode()) == packet
    assert packet.fits
    assert (packet.certificate, packet.release) == (certificate, {"words": "1"})


def test_the_same_release_is_always_the_same_packet() -> None:
    assert chain(3) == chain(3)


def test_the_signature_is_over_the_canonical_content() -> None:
    signed = json.loads(PACKET.text)
    del signed["check_code"], signed["signature"]["value"]

    assert PACKET.signed_text == canonical(signed)
    assert OURS.signed(OURS.key, canonical(signed).encode(), PACKET.signature.value)


def test_a_copy_with_other_white_space_is_the_same_packet() -> None:
    copy = open_packet(json.dumps(json.loads(PACKET.text), indent=2).encode() + b"\r\n")

    assert (copy, copy.digest) == (PACKET, PACKET.digest)


def test_a_changed_content_does_not_fit_the_check_code() -> None:
    assert not open_packet(changed(number=2)).fits
    assert not open_packet(changed(check_code="0" * 64)).fits


def test_the_digest_hangs_on_content_and_signature() -> None:
    other = replace(PACKET, signature=replace(PACKET.signature, value="00" * 64))

    assert len({PACKET.digest, other.digest, replace(PACKET, number=2).digest}) == 3


@pytest.mark.parametrize(
    "members",
    [
        {"more": 1},
        {"kind": "letter"},
        {"number": 0},
        {"number": "1"},
        {"previous": 0},
        {"previous": "x"},
        {"plan": []},
        {"release": None},
        {"certificate": {}},
        {"signature": {"key": "ab", "value": "cd"}},
        {"check_code": ""},
        {"format": "something else"},
    ],
)
def test_what_is_not_formed_like_a_packet_is_refused(members: dict[str, object]) -> None:
    assert reason(changed(**members)) == "no_packet"


def test_a_packet_of_a_later_form_is_named_so() -> None:
    assert reason(changed(format="counsellor-desk-packet-2")) == "newer"


def test_a_file_of_endless_size_is_named_so() -> None:
    assert reason(b" " * (MOST_BYTES + 1)) == "too_large"


@pytest.mark.parametrize(("known", "left"), [(0, 6), (1, 5), (3, 3), (9, 1)])
def test_the_certificate_says_how_many_counts_remain(known: int, left: int) -> None:
    assert PACKET.certificate.possible_counts(known) == left


def test_no_more_is_promised_than_the_base_whatever_a_certificate_states() -> None:
    stated = [replace(CERTIFICATE, rho=rho) for rho in (4, 5, 10)]

    assert [one.promised for one in stated] == [4, 5, 5]
    assert [one.possible_counts(0) for one in stated] == [5, 6, 6]
