"""Packets that somebody changed: on their way, or before an office signed them that should not have.

Whatever is changed on the way is named. What the office itself changed and signed ends in a named state, or proves as
much as it says; nothing else may come of it.
"""

from __future__ import annotations

import copy
import hashlib
import json
from functools import cache
from random import Random
from typing import Any

from counsellor_desk.custody.office_key import is_signed
from counsellor_desk.errors import DeskError
from counsellor_desk.packet.canonical import canonical
from counsellor_desk.packet.envelope import Packet, open_packet
from counsellor_desk.verifier.verify import verify
from counsellor_desk.workbench.release import Method
from tests.figures.fakes import FakeLedger, office, shipped_codebook
from tests.verifier.conftest import published as of_a_desk
from tests.verifier.forging import OFFICE_KEY, changed, ways
from tests.workbench.plans import PLAN, published, some

PROVEN, UNNAMED, TAKEN = "proven", "ENDED WITHOUT A NAME", "TAKEN FOR THE OFFICE'S"
SECONDS = 5.0
_TEXTS = ("", "*", "C", "O", "P2025", "Q", "T2", "W", "X.NEW", "yes", "2025", "2025Q4", "2031.1", "=1+1", "\n")
_NUMBERS = (-5, -1, 0, 1, 2, 3, 5, 10, 999_999_995, 10**12, 1.5, float("nan"))
_ANY = (None, True, False, [], {}, [[]], *_TEXTS, *_NUMBERS)


def on_the_way(number: int) -> str:
    """What comes of one packet that was changed after it was signed."""
    dice, packet = Random(f"on the way {number}"), _packet(number)
    data = _broken(packet, dice) if dice.random() < 0.5 else canonical(_other(json.loads(packet.text), dice)).encode()
    found = _verdict(data)
    return TAKEN if found == PROVEN and not _is_copy(data, packet) else found


def by_the_office(number: int) -> str:
    """What comes of one packet that was changed and then signed; one to three changes, code lists of another year."""
    dice, packet = Random(f"by the office {number}"), _packet(number)
    found = json.loads(packet.text)
    if "codebook" in found["release"] and dice.random() < 0.7:
        found["release"]["codebook"] = "2031.1"
    for _ in range(dice.choice((1, 1, 1, 2, 3))):
        found = _other(found, dice)
    return _verdict(_signed(found))


@cache
def _packets() -> tuple[Packet, ...]:
    codebook = shipped_codebook()
    desk = of_a_desk(office(40, 1, codebook=codebook), FakeLedger(), codebook, "2025Q1")
    return (*desk, *(published(PLAN, some(PLAN, 60), method=method)[0] for method in Method))


def _packet(number: int) -> Packet:
    every = _packets()
    return every[number % len(every)]


def _other(found: Any, dice: Random) -> Any:
    """``found`` with a value changed, a member more, or one less or twice."""
    way = dice.choice(list(ways(found)))
    made = copy.deepcopy(found)
    place = made
    for step in way[:-1]:
        place = place[step]
    was = place[way[-1]]
    alike = [one for one in _ANY if type(one) is type(was)] or _ANY
    nearby = [was + 5, was - 5, was + 1] if type(was) is int else alike
    what = dice.random()
    if what < 0.8:
        return changed(found, way, dice.choice(dice.choice([_ANY, alike, nearby, nearby])))
    if what < 0.85 and isinstance(place, list):
        place.append(copy.deepcopy(was))
    elif what < 0.9 and isinstance(place, dict):
        place["more"] = 1
    else:
        del place[way[-1]]
    return made


def _broken(packet: Packet, dice: Random) -> bytes:
    text = bytearray(packet.text.encode())
    at = dice.randrange(len(text))
    text[at : at + dice.randint(0, 3)] = dice.randbytes(dice.randint(0, 3))
    return bytes(text)


def _signed(found: dict[str, Any]) -> bytes:
    """``found`` with check code and signature made anew, as far as it still has a place for them."""
    body = {name: part for name, part in found.items() if name != "check_code"}
    body["signature"] = {"key": OFFICE_KEY.key}
    words = canonical(body)
    value = OFFICE_KEY.sign(words.encode())
    check_code = hashlib.sha256(words.encode()).hexdigest()
    return canonical(
        {**body, "check_code": check_code, "signature": {"key": OFFICE_KEY.key, "value": value}}
    ).encode()


def _verdict(data: bytes) -> str:
    try:
        verify([open_packet(data)], is_signed, shipped_codebook(), SECONDS)
    except DeskError as error:
        return f"named: {error.params.get('reason', error.code)}"
    except Exception as error:  # whatever it is, the reader of a packet would have seen it
        return f"{UNNAMED} ({type(error).__name__})"
    return PROVEN


def _is_copy(data: bytes, packet: Packet) -> bool:
    """White space may differ."""
    return open_packet(data) == packet
