"""From packets to a verdict."""

from __future__ import annotations

from collections.abc import Sequence

from counsellor_desk.codebook import Codebook
from counsellor_desk.packet.chain import follow
from counsellor_desk.packet.envelope import Packet, PacketKind
from counsellor_desk.packet.signature import SignatureCheck
from counsellor_desk.verifier import desk, plans
from counsellor_desk.verifier.claim import Cases
from counsellor_desk.verifier.errors import NotVerified
from counsellor_desk.verifier.joint import Joint, prove_together
from counsellor_desk.verifier.verdict import Verdict, WithheldVerdict
from counsellor_desk.verifier.withheld import WithheldChain, prove_withheld

MOST_PACKETS = 500
SECONDS = 150.0  # for all witnesses together, and as much for all slacks; a real chain takes less than one


def verify(
    packets: Sequence[Packet], signed: SignatureCheck, codebook: Codebook, seconds: float = SECONDS
) -> Verdict | WithheldVerdict:
    """What is proven about ``packets``: all that an office has published up to the newest of them, in any order.

    The numbers are recomputed from the figures alone; nothing a packet says about itself is believed. ``seconds``
    are shared by all proofs that have to be found, so that no row of packets takes longer than another.
    Raises: ChainBroken, NotVerified, PacketUnreadable.
    """
    if len(packets) > MOST_PACKETS:
        raise NotVerified(reason="too_large", number=max(packet.number for packet in packets))
    chain = follow(packets, signed)
    if chain[-1].kind is PacketKind.DESK:
        cases = desk.cases(chain, codebook)
        return _verdict(chain, cases, prove_together(cases, seconds), alone=True)
    groups = plans.groups(chain)
    verdicts = [_proven(chain, group, seconds / len(groups), alone=len(groups) == 1) for group in groups]
    return verdicts[-1]


def _proven(
    chain: Sequence[Packet], group: Cases | WithheldChain, seconds: float, *, alone: bool
) -> Verdict | WithheldVerdict:
    if isinstance(group, Cases):
        return _verdict(chain, group, prove_together(group, seconds), alone=alone)
    proof = prove_withheld(group, seconds)
    newest = chain[-1]
    return WithheldVerdict(
        office=newest.signature.key,
        last=newest.number,
        base=proof.base,
        rows=proof.rows,
        wide=proof.wide,
        narrow=proof.narrow,
        alone=alone,
    )


def _verdict(chain: Sequence[Packet], cases: Cases, joint: Joint, *, alone: bool) -> Verdict:
    newest, certificate = chain[-1], cases.claims[-1].certificate
    return Verdict(
        office=newest.signature.key,
        last=newest.number,
        base=certificate.base,
        rho=joint.proof.rho,
        claimed=max(claim.certificate.rho for claim in cases.claims),
        rows=len(joint.promises),
        window=max(promise.window for promise in joint.promises),
        ladder=max(claim.certificate.ladder for claim in cases.claims),
        corrected=max(claim.corrected for claim in cases.claims),
        alone=alone,
        practice=newest.release.get("practice") is True,
        persons=newest.kind is PacketKind.DESK,
        same_witness=joint.proof.witness == certificate.witness,
    )
