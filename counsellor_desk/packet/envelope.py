"""The packet: a release with its plan, its certificate, its place in the chain and the signature of its office.

The check code is the SHA-256 of the packet without its check code and signature value; the same bytes are signed.
The link of the chain is the SHA-256 of the whole packet. Both are over the canonical text, so white space in a copy
does no harm.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum

from counsellor_desk.packet.canonical import Unexpected, canonical, read
from counsellor_desk.packet.errors import PacketUnreadable
from counsellor_desk.packet.fields import Fields
from counsellor_desk.packet.signature import Signature, Signer

_FAMILY = "counsellor-desk-packet-"
FORMAT = f"{_FAMILY}1"
Json = Mapping[str, object]


class PacketKind(StrEnum):
    """What kind of release a packet carries."""

    DESK = "desk"  # the figures of a desk, by a plan of this program
    PLAN = "plan"  # any counts, by the plan in the packet


@dataclass(frozen=True, slots=True)
class Certificate:
    """What was proven before anything could leave, over all ``rows`` of all ``releases`` of the ledger.

    ``rho`` is the slack: for every group of cases at least ``rho`` - s + 1 counts remain possible to a reader
    who knows s cases himself. It is the base at most; packets of earlier programs may state more, which was right for
    what was out by then. ``ladder`` 1 is the narrowest windows. The theorem: ``resources/docs/methodology.md``.
    """

    base: int
    rho: int
    ladder: int
    rows: int
    releases: int
    witness: str  # SHA-256 of the integer witness, hex

    @property
    def promised(self) -> int:
        """The slack that can be counted on: what there is above the base, later releases may use."""
        return min(self.rho, self.base)

    def possible_counts(self, known: int) -> int:
        """How many counts of any group at least remain possible to somebody who knows ``known`` cases."""
        return max(self.promised - known + 1, 1)


@dataclass(frozen=True, slots=True)
class Withholding:
    """What was proven where small counts are withheld: of ``wide`` withheld cells anything from 0 to ``base`` is
    possible, of ``narrow`` ones less, but none is shown to be small. ``rows`` counts are published, exact."""

    base: int
    wide: int
    narrow: int
    rows: int
    releases: int


@dataclass(frozen=True, slots=True)
class Packet:
    """``number`` counts an office's releases from 1, ``previous`` is the digest of the one before ("" for the first).
    ``plan`` and ``release`` are JSON objects that the room of their ``kind`` understands."""

    kind: PacketKind
    number: int
    previous: str
    plan: Json
    certificate: Certificate | Withholding
    release: Json
    check_code: str  # as the packet states it; ``fits`` says whether it is right
    signature: Signature

    @property
    def fits(self) -> bool:
        """Whether the check code is that of the content."""
        return self.check_code == _sha256(self.signed_text)

    @property
    def signed_text(self) -> str:
        """What the check code and the signature are over."""
        return canonical(self._body())

    @property
    def text(self) -> str:
        """The packet as it leaves."""
        return canonical(self.json())

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the packet: the link to the next."""
        return _sha256(self.text)

    def json(self) -> Json:
        """The packet as a JSON object."""
        signature = {"key": self.signature.key, "value": self.signature.value}
        return {**self._body(), "check_code": self.check_code, "signature": signature}

    def _body(self) -> dict[str, object]:
        return {
            "format": FORMAT,
            "kind": self.kind,
            "number": self.number,
            "previous": self.previous,
            "plan": self.plan,
            "certificate": asdict(self.certificate),
            "release": self.release,
            "signature": {"key": self.signature.key},
        }


def seal(
    kind: PacketKind,
    number: int,
    previous: str,
    plan: Json,
    certificate: Certificate | Withholding,
    release: Json,
    signer: Signer,
) -> Packet:
    """The packet of a release, signed. The same release always has the same packet."""
    bare = Packet(kind, number, previous, plan, certificate, release, "", Signature(signer.key, ""))
    words = bare.signed_text
    return replace(bare, check_code=_sha256(words), signature=Signature(signer.key, signer.sign(words.encode())))


def open_packet(data: bytes) -> Packet:
    """The packet in ``data``. Whether its check code fits and who signed it is not looked at yet.

    Raises: PacketUnreadable.
    """
    try:
        found = read(data)
        if isinstance(found, dict) and found.get("format") != FORMAT:
            ours = str(found.get("format")).startswith(_FAMILY)
            raise PacketUnreadable(reason="newer" if ours else "no_packet")
        return packet_from(found)
    except Unexpected as error:
        raise PacketUnreadable(reason="too_large" if error.too_large else "no_packet") from error


def packet_from(found: object) -> Packet:
    """The packet in a JSON object.

    Raises: Unexpected.
    """
    names = ("format", "kind", "number", "previous", "plan", "certificate", "release", "check_code", "signature")
    outer = Fields(found, *names)
    signature = Fields(outer.part("signature"), "key", "value")
    return Packet(
        outer.choice("kind", PacketKind),
        outer.number("number", least=1),
        outer.digest("previous") if outer.part("previous") else outer.text("previous"),
        _object(outer.part("plan")),
        _certificate(outer.part("certificate")),
        _object(outer.part("release")),
        outer.digest("check_code"),
        Signature(signature.digest("key"), signature.digest("value", digits=128)),
    )


def _certificate(found: object) -> Certificate | Withholding:
    if isinstance(found, dict) and "wide" in found:
        fields = Fields(found, "base", "wide", "narrow", "rows", "releases")
        return Withholding(*(fields.number(name) for name in ("base", "wide", "narrow", "rows", "releases")))
    fields = Fields(found, "base", "rho", "ladder", "rows", "releases", "witness")
    base, rho, ladder, rows, releases = (
        fields.number(name) for name in ("base", "rho", "ladder", "rows", "releases")
    )
    return Certificate(base, rho, ladder, rows, releases, fields.digest("witness"))


def _object(found: object) -> Json:
    if not isinstance(found, dict):
        raise Unexpected()
    return found


def _sha256(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()
