"""What can be the matter with the vault file."""

from __future__ import annotations

from collections.abc import Mapping

from counsellor_desk.desk.catalogue import QT_TRANSLATE_NOOP
from counsellor_desk.desk.named_states.message import Message, NextStep

_NEWER_PROGRAM = QT_TRANSLATE_NOOP("Messages", "Install the newer version to open it. Your vault is unharmed.")

MESSAGES: Mapping[str, Message] = {
    "vault.exists": Message(
        QT_TRANSLATE_NOOP("Messages", "There is a file where the vault should come."),
        QT_TRANSLATE_NOOP(
            "Messages", "A vault is never made over something else. Move that file, then press Try again."
        ),
        NextStep.TRY_AGAIN,
    ),
    "vault.missing": Message(
        QT_TRANSLATE_NOOP("Messages", "The vault is not where it was."),
        QT_TRANSLATE_NOOP(
            "Messages", "Connect the drive or put the file back, then press Try again. No new one is made."
        ),
        NextStep.TRY_AGAIN,
    ),
    "vault.wrong_key": Message(
        QT_TRANSLATE_NOOP("Messages", "This key does not open this vault."),
        QT_TRANSLATE_NOOP(
            "Messages", "Perhaps the file was replaced by another one. The recovery sheet of this vault opens it."
        ),
        NextStep.USE_SHEET,
    ),
    "vault.not_a_vault": Message(
        QT_TRANSLATE_NOOP("Messages", "The file in the place of the vault is something else."),
        QT_TRANSLATE_NOOP("Messages", "It was left as it is. Put the vault back in its place, then press Try again."),
        NextStep.TRY_AGAIN,
    ),
    "vault.damaged": Message(
        QT_TRANSLATE_NOOP("Messages", "A part of the vault is damaged."),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Nothing was changed. A backup and your recovery sheet bring the vault back; the damaged file is kept "
            "beside it, as it is.",
        ),
        NextStep.TRY_AGAIN,
    ),
    "vault.too_new": Message(
        QT_TRANSLATE_NOOP("Messages", "A newer version of this program has written this vault."),
        _NEWER_PROGRAM,
        NextStep.CLOSE,
    ),
    "vault.read_only": Message(
        QT_TRANSLATE_NOOP("Messages", "The vault may be read here, but not written."),
        QT_TRANSLATE_NOOP("Messages", "Ask for the right to write in its folder, then press Try again."),
        NextStep.TRY_AGAIN,
    ),
    "vault.busy": Message(
        QT_TRANSLATE_NOOP("Messages", "The vault is open in another window."),
        QT_TRANSLATE_NOOP("Messages", "Go on there, or close that window and press Try again."),
        NextStep.TRY_AGAIN,
    ),
    "vault.disk_full": Message(
        QT_TRANSLATE_NOOP("Messages", "There is no room left on the disk."),
        QT_TRANSLATE_NOOP(
            "Messages", "What was saved is safe, and your text is still here. Make room, then try again."
        ),
        NextStep.TRY_AGAIN,
    ),
    "vault.io_failed": Message(
        QT_TRANSLATE_NOOP("Messages", "The disk did not answer as it should."),
        QT_TRANSLATE_NOOP("Messages", "What was saved is safe, and your text is still here. Try again in a moment."),
        NextStep.TRY_AGAIN,
    ),
    "vault.memory_short": Message(
        QT_TRANSLATE_NOOP("Messages", "The computer has no memory left for this."),
        QT_TRANSLATE_NOOP("Messages", "What was saved is safe. Close other programs, then try again."),
        NextStep.TRY_AGAIN,
    ),
    "vault.practice_mismatch": Message(
        QT_TRANSLATE_NOOP("Messages", "A practice vault is never opened as a real one, nor the other way round."),
        QT_TRANSLATE_NOOP("Messages", "Start the desk the way this vault was made."),
    ),
    "vault.profile_refused": Message(
        QT_TRANSLATE_NOOP("Messages", "A safety setting of the vault could not be made, so it stays closed."),
        QT_TRANSLATE_NOOP("Messages", "Your vault is unharmed. Install the program again."),
    ),
    "vault.ledger_forked": Message(
        QT_TRANSLATE_NOOP("Messages", "Figures were published in between."),
        QT_TRANSLATE_NOOP("Messages", "Look at the new preview, then publish."),
    ),
}
