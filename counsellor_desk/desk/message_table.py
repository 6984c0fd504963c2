"""The table of all named states, put together from those of the rooms."""

from __future__ import annotations

from collections.abc import Mapping

from counsellor_desk.desk.catalogue import QT_TRANSLATE_NOOP
from counsellor_desk.desk.named_states import backups, clock, figures, key, packets, vault, work
from counsellor_desk.desk.named_states.message import Message, NextStep

UNKNOWN = Message(
    QT_TRANSLATE_NOOP("Messages", "This did not work."),
    QT_TRANSLATE_NOOP("Messages", "What you saved is safe. Try again."),
    NextStep.TRY_AGAIN,
)

MESSAGES: Mapping[str, Message] = {
    "desk.error": UNKNOWN,
    "desk.not_open": Message(
        QT_TRANSLATE_NOOP("Messages", "The desk is locked."), QT_TRANSLATE_NOOP("Messages", "Open it first.")
    ),
    "desk.no_display": Message(
        QT_TRANSLATE_NOOP("Messages", "There is no screen here to show the desk on."),
        QT_TRANSLATE_NOOP("Messages", "Start it in a desktop session. Reports, checks and a tour need no screen."),
    ),
    "desk.already_open": Message(
        QT_TRANSLATE_NOOP("Messages", "The desk is already open."),
        QT_TRANSLATE_NOOP("Messages", "Its window stands in front now."),
    ),
    **key.MESSAGES,
    **vault.MESSAGES,
    **backups.MESSAGES,
    **clock.MESSAGES,
    **work.MESSAGES,
    **figures.MESSAGES,
    **packets.MESSAGES,
}
REASONS = {**figures.REASONS, **packets.REASONS}
FIRST_RUN = key.FIRST_RUN
