"""What can be the matter with a file that is brought to this computer, where its words are not those of a vault."""

from __future__ import annotations

from collections.abc import Mapping

from counsellor_desk.desk.catalogue import QT_TRANSLATE_NOOP
from counsellor_desk.desk.named_states.message import Message

_ANOTHER = QT_TRANSLATE_NOOP("Messages", "Go back and choose another file. Nothing was made.")

ARRIVING: Mapping[str, Message] = {
    "custody.sheet_for_another_vault": Message(
        QT_TRANSLATE_NOOP("Messages", "This sheet does not open this file."),
        QT_TRANSLATE_NOOP(
            "Messages",
            "If you have had more than one sheet, take the one that was in use when the file was made, or go back "
            "and choose another file.",
        ),
    ),
    "vault.not_a_vault": Message(
        QT_TRANSLATE_NOOP("Messages", "This file is no vault and no backup of one."), _ANOTHER
    ),
    "vault.damaged": Message(
        QT_TRANSLATE_NOOP("Messages", "A part of this file is damaged."),
        QT_TRANSLATE_NOOP("Messages", "Go back and choose an earlier backup. Nothing was made."),
    ),
    "vault.io_failed": Message(QT_TRANSLATE_NOOP("Messages", "The file cannot be read to its end."), _ANOTHER),
    "vault.practice_mismatch": Message(
        QT_TRANSLATE_NOOP("Messages", "This file is of a practice, whose cases are invented."), _ANOTHER
    ),
}
