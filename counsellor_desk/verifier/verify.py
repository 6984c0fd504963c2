"""From packets to a verdict."""

from __future__ import annotations

from collections.abc import Sequence

from counsellor_desk.codebook import Codebook
from counsellor_desk.packet.chain import follow
from counsellor_desk.packet.envelope import Kind, Packet
from counsellor_desk.packet.signature import SignatureCheck
from counsellor_desk.verifier import desk, plans
from counsellor_desk.verifier.errors import NotVerified
from counsellor_desk.verifier.joint import prove_together
from counsellor_desk.verifier.verdict import Verdict

MOST_PACKETS = 500
SECONDS = 60.0  # for each of two searches; a real chain takes less than one


def verify(
    packets: Sequence[Packet], signed: SignatureCheck, codebook: Codebook, seconds: float = SECONDS
) -> Verdict:
    """What is proven about ``packets``: all that an office has published up to the newest of them, in any order.

    The numbers are recomputed from the figures alone; nothing a packet says about itself is believed.
    Raises: ChainBroken, NotVerified, PacketUnreadable.
    """
    if len(packets) > MOST_PACKETS:
        raise NotVerified(reason="too_large", number=max(packet.number for packet in packets))
    chain = follow(packets, signed)
    newest = chain[-1]
    every = (desk.cases(chain, codebook),) if newest.kind is Kind.DESK else plans.cases(chain)
    joint = [prove_together(cases, seconds) for cases in every][-1]
    return Verdict(
        office=newest.signature.key,
        last=newest.number,
        base=newest.certificate.base,
        rho=joint.proof.rho,
        rows=len(joint.promises),
        window=max(promise.window for promise in joint.promises),
        ladder=max(claim.packet.certificate.ladder for claim in every[-1].claims),
        corrected=max(claim.corrected for claim in every[-1].claims),
        alone=len(every) == 1,
        practice=newest.release.get("practice") is True,
        same_witness=joint.proof.witness == newest.certificate.witness,
    )
