"""Whatever is changed in a packet, and however a packet is broken, it ends in a named state."""

from __future__ import annotations

import copy
import json
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counsellor_desk.codebook import Codebook
from counsellor_desk.custody.office_key import is_signed
from counsellor_desk.errors import DeskError
from counsellor_desk.packet.canonical import canonical
from counsellor_desk.packet.envelope import Packet, open_packet
from counsellor_desk.packet.errors import PacketUnreadable
from counsellor_desk.verifier.verify import verify
from counsellor_desk.workbench.release import Method
from tests.verifier.forging import changed, ways
from tests.workbench.plans import PLAN, published, some

OTHER = st.none() | st.booleans() | st.integers(-20, 20) | st.text(max_size=5) | st.just([]) | st.just({})


def refused(data: bytes, codebook: Codebook) -> bool:
    try:
        verify([open_packet(data)], is_signed, codebook)
    except DeskError:
        return True
    return False


def is_copy(data: bytes, packet: Packet) -> bool:
    """White space may differ."""
    try:
        return open_packet(data) == packet
    except PacketUnreadable:
        return False


@pytest.fixture(scope="module", params=["desk", *Method])
def packet(request: pytest.FixtureRequest, quarters: Sequence[Packet]) -> Packet:
    """One of each kind."""
    if request.param == "desk":
        return quarters[0]
    return published(PLAN, some(PLAN, 60), method=request.param)[0]


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_no_changed_value_is_proven(data: st.DataObject, packet: Packet, codebook: Codebook) -> None:
    found = json.loads(packet.text)
    way = data.draw(st.sampled_from(sorted(ways(found), key=str)))
    was = found
    for step in way:
        was = was[step]
    nearby = [was + 5, was - 5, was + 1] if type(was) is int else []
    other = data.draw(OTHER | st.sampled_from([*nearby, 5]))

    made = changed(found, way, other)

    assert refused(canonical(made).encode(), codebook) is (canonical(made) != canonical(found))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_missing_or_added_member_is_proven(data: st.DataObject, packet: Packet, codebook: Codebook) -> None:
    found = json.loads(packet.text)
    way = data.draw(st.sampled_from(sorted(ways(found), key=str)))
    made = copy.deepcopy(found)
    place = made
    for step in way[:-1]:
        place = place[step]
    if isinstance(place, dict) and data.draw(st.booleans()):
        place["more"] = 1
    else:
        del place[way[-1]]

    assert refused(canonical(made).encode(), codebook)


@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_broken_bytes_end_in_a_named_state(data: st.DataObject, packet: Packet, codebook: Codebook) -> None:
    text = bytearray(packet.text.encode())
    at = data.draw(st.integers(0, len(text) - 1))
    text[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))

    assert refused(bytes(text), codebook) is not is_copy(bytes(text), packet)


@given(st.binary(max_size=200))
def test_any_bytes_are_no_packet(data: bytes) -> None:
    with pytest.raises(PacketUnreadable):
        open_packet(data)
