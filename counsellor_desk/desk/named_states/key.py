"""What can be the matter with the key, its keyring, its passphrase and its sheet."""

from __future__ import annotations

from collections.abc import Mapping

from counsellor_desk.desk.catalogue import QT_TRANSLATE_NOOP
from counsellor_desk.desk.named_states.message import Message, NextStep

_SHEET_OPENS = QT_TRANSLATE_NOOP("Messages", "Your vault is unharmed. The recovery sheet opens it.")
_NEWER_PROGRAM = QT_TRANSLATE_NOOP("Messages", "Install the newer version to open it. Your vault is unharmed.")
_THIS_ONCE = QT_TRANSLATE_NOOP("Messages", "Open it here this once")

MESSAGES: Mapping[str, Message] = {
    "custody.keyring_failed": Message(
        QT_TRANSLATE_NOOP("Messages", "The keyring of this computer did not answer as it should."),
        QT_TRANSLATE_NOOP("Messages", "Your vault is unharmed. Try again, or open it with the recovery sheet."),
        NextStep.TRY_AGAIN,
    ),
    "custody.keyring_missing": Message(
        QT_TRANSLATE_NOOP("Messages", "This computer has no keyring that can be trusted with the key."),
        QT_TRANSLATE_NOOP("Messages", "Start the system's keyring, then press Try again. Your vault is unharmed."),
        NextStep.TRY_AGAIN,
    ),
    "custody.keyring_locked": Message(
        QT_TRANSLATE_NOOP("Messages", "The keyring is locked."),
        QT_TRANSLATE_NOOP("Messages", "Unlock it in your system, then press Try again. Your vault is unharmed."),
        NextStep.TRY_AGAIN,
    ),
    "custody.keyring_denied": Message(
        QT_TRANSLATE_NOOP("Messages", "The system asked whether the desk may have its key, and the answer was no."),
        QT_TRANSLATE_NOOP("Messages", "Press Try again and allow it. Your vault is unharmed."),
        NextStep.TRY_AGAIN,
    ),
    "custody.keyring_timeout": Message(
        QT_TRANSLATE_NOOP("Messages", "The keyring gave no answer within {seconds} seconds."),
        QT_TRANSLATE_NOOP(
            "Messages", "Perhaps a question of your system waits behind this window. Answer it, then press Try again."
        ),
        NextStep.TRY_AGAIN,
    ),
    "custody.key_absent": Message(
        QT_TRANSLATE_NOOP("Messages", "The keyring is open, and the key of this vault is not in it."),
        _SHEET_OPENS,
        NextStep.USE_SHEET,
    ),
    "custody.keyring_forgets": Message(
        QT_TRANSLATE_NOOP("Messages", "The keyring took the key and did not give it back, so it was not relied on."),
        QT_TRANSLATE_NOOP("Messages", "Nothing was changed. Start the system's keyring, then press Try again."),
        NextStep.TRY_AGAIN,
    ),
    "custody.backend_changed": Message(
        QT_TRANSLATE_NOOP("Messages", "The key was put into another kind of keyring than the one this session has."),
        QT_TRANSLATE_NOOP(
            "Messages", "Log in to the desktop you used before, or open the vault with the recovery sheet."
        ),
        NextStep.USE_SHEET,
    ),
    "custody.key_for_another_vault": Message(
        QT_TRANSLATE_NOOP("Messages", "The key in the keyring belongs to another vault."),
        _SHEET_OPENS,
        NextStep.USE_SHEET,
    ),
    "custody.passphrase_too_short": Message(
        QT_TRANSLATE_NOOP("Messages", "A passphrase has at least {least} characters."),
        QT_TRANSLATE_NOOP("Messages", "Four or five words are easy to remember and hard to guess."),
    ),
    "custody.passphrase_needed": Message(
        QT_TRANSLATE_NOOP("Messages", "This vault asks for a passphrase."),
        QT_TRANSLATE_NOOP("Messages", "Type it, then press Open."),
    ),
    "custody.wrong_passphrase": Message(
        QT_TRANSLATE_NOOP("Messages", "That is not the passphrase of this vault."),
        QT_TRANSLATE_NOOP("Messages", "Look at capitals and spaces, and try again."),
        NextStep.TRY_AGAIN,
    ),
    "custody.too_many_tries": Message(
        QT_TRANSLATE_NOOP("Messages", "After several tries the desk waits a little."),
        QT_TRANSLATE_NOOP("Messages", "Try again in {seconds} seconds."),
        NextStep.TRY_AGAIN,
    ),
    "custody.seal_damaged": Message(
        QT_TRANSLATE_NOOP("Messages", "What the keyring gave back is not what was put there."),
        _SHEET_OPENS,
        NextStep.USE_SHEET,
    ),
    "custody.seal_too_new": Message(
        QT_TRANSLATE_NOOP("Messages", "The key was sealed by a newer version of this program."),
        _NEWER_PROGRAM,
        NextStep.CLOSE,
    ),
    "custody.sheet_incomplete": Message(
        QT_TRANSLATE_NOOP("Messages", "The sheet has {needed} groups; not all of them are filled in."),
        QT_TRANSLATE_NOOP("Messages", "Type the groups that are still empty."),
    ),
    "custody.sheet_group_wrong": Message(
        QT_TRANSLATE_NOOP("Messages", "Group {group} is not as it stands on the sheet."),
        QT_TRANSLATE_NOOP("Messages", "Look at group {group} once more, sign by sign."),
    ),
    "custody.sheet_for_another_vault": Message(
        QT_TRANSLATE_NOOP("Messages", "This sheet belongs to another vault."),
        QT_TRANSLATE_NOOP(
            "Messages", "Compare the fingerprint on the sheet with the one in Settings, and take the right sheet."
        ),
    ),
    "custody.sheet_old": Message(
        QT_TRANSLATE_NOOP("Messages", "This sheet of {made} belongs to an earlier key of this vault."),
        QT_TRANSLATE_NOOP(
            "Messages", "Take the newest sheet. Keep this one: backups from before {until} still need it."
        ),
    ),
    "custody.sheet_not_in_use": Message(
        QT_TRANSLATE_NOOP("Messages", "This sheet belongs to a key that the vault did not get."),
        QT_TRANSLATE_NOOP("Messages", "Take the sheet of {made}, and tear this one up."),
    ),
    "custody.not_remembered": Message(
        QT_TRANSLATE_NOOP("Messages", "Your vault is open. This computer has no keyring that can keep its key."),
        QT_TRANSLATE_NOOP("Messages", "Keep the recovery sheet at hand: you need it again the next time."),
    ),
    "custody.header_missing": Message(
        QT_TRANSLATE_NOOP("Messages", "The vault is here; the small file that says where its key is, is not."),
        _SHEET_OPENS,
        NextStep.USE_SHEET,
    ),
    "custody.header_damaged": Message(
        QT_TRANSLATE_NOOP("Messages", "The small file beside the vault cannot be read."),
        _SHEET_OPENS,
        NextStep.USE_SHEET,
    ),
    "custody.header_too_new": Message(
        QT_TRANSLATE_NOOP("Messages", "A newer version of this program has used this vault."),
        _NEWER_PROGRAM,
        NextStep.CLOSE,
    ),
    "custody.already_established": Message(
        QT_TRANSLATE_NOOP("Messages", "There is a vault in this folder already."),
        QT_TRANSLATE_NOOP("Messages", "A new one is never made over it. Close the desk and open it again."),
    ),
    "custody.folder_synced": Message(
        QT_TRANSLATE_NOOP("Messages", "{service} copies the folder of the vault to other machines."),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Copied piece by piece a vault breaks. Let your helpdesk put the folder on a disk of this computer that "
            "is not copied, then press Try again. Your vault is unharmed.",
        ),
        NextStep.TRY_AGAIN,
        anyway=_THIS_ONCE,
    ),
    "custody.folder_remote": Message(
        QT_TRANSLATE_NOOP("Messages", "The folder of the vault lies on another machine ({kind})."),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Over a network a vault breaks. Let your helpdesk put the folder on a disk of this computer, then press "
            "Try again. Your vault is unharmed.",
        ),
        NextStep.TRY_AGAIN,
        anyway=_THIS_ONCE,
    ),
    "custody.vault_older": Message(
        QT_TRANSLATE_NOOP(
            "Messages", "This vault, or a part of it, is older than the one last seen on this computer."
        ),
        QT_TRANSLATE_NOOP(
            "Messages",
            "Is the newest one somewhere else? Put it back and press Try again. If you put back a backup on purpose, "
            "open it: what was written after it is not in it.",
        ),
        NextStep.TRY_AGAIN,
        anyway=QT_TRANSLATE_NOOP("Messages", "Open this older vault"),
    ),
    "custody.folder_failed": Message(
        QT_TRANSLATE_NOOP("Messages", "The folder of the vault cannot be read or written."),
        QT_TRANSLATE_NOOP(
            "Messages", "Look whether the drive is there and whether you may write in it, then press Try again."
        ),
        NextStep.TRY_AGAIN,
    ),
}

_OTHER_FOLDER = QT_TRANSLATE_NOOP(
    "Messages",
    "A vault would break there. Let your helpdesk put the folder on a disk of this computer that is not copied, "
    "then press Try again. Nothing was made.",
)
# What to do before there is a vault: the same states, and nothing yet to be unharmed.
FIRST_RUN: Mapping[str, str] = {
    "custody.keyring_failed": QT_TRANSLATE_NOOP(
        "Messages", "The desk keeps its key there. Log in to your computer anew, then press Try again."
    ),
    "custody.keyring_missing": QT_TRANSLATE_NOOP(
        "Messages", "The desk keeps its key there. Start the system's keyring, then press Try again."
    ),
    "custody.keyring_locked": QT_TRANSLATE_NOOP(
        "Messages", "The desk keeps its key there. Unlock it in your system, then press Try again."
    ),
    "custody.keyring_denied": QT_TRANSLATE_NOOP("Messages", "Press Try again and allow it. Nothing was made."),
    "custody.folder_synced": _OTHER_FOLDER,
    "custody.folder_remote": _OTHER_FOLDER,
}
