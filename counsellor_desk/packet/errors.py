"""Why packets are not accepted."""

from __future__ import annotations

from counsellor_desk.errors import DeskError


class PacketUnreadable(DeskError):
    """The text is no packet. ``reason``: "too_large" (more than a packet can hold), "newer" (a form this program
    does not know) or "no_packet" (anything else)."""

    code = "packet.unreadable"


class ChainBroken(DeskError):
    """Packets that are not the whole, unchanged history of one office. ``number`` is the publication it is about.

    ``reason``: "changed" (the check code does not fit), "signature" (not signed with the key it names), "foreign"
    (another office's), "twice" (two that differ have this number), "missing" (``missing`` lists the numbers),
    "order" (it does not follow from the one before).
    """

    code = "packet.chain_broken"
