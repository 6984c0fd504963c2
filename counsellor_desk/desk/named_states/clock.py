"""What can be the matter with the clock of the computer."""

from __future__ import annotations

from collections.abc import Mapping

from counsellor_desk.desk.catalogue import QT_TRANSLATE_NOOP
from counsellor_desk.desk.named_states.message import Message

_ANSWER = QT_TRANSLATE_NOOP(
    "Messages",
    "Say at the top of the desk which date is right, or set the clock right. Until then nothing is registered, "
    "closed, published or deleted.",
)

MESSAGES: Mapping[str, Message] = {
    "clock.behind": Message(
        QT_TRANSLATE_NOOP("Messages", "Your computer says {now}, but this vault was used later, on {last}."), _ANSWER
    ),
    "clock.ahead": Message(
        QT_TRANSLATE_NOOP("Messages", "Your computer says {now}, but this vault was last used on {last}."), _ANSWER
    ),
}
