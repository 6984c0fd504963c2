"""What can be the matter with backups."""

from __future__ import annotations

from collections.abc import Mapping

from counsellor_desk.desk.catalogue import QT_TRANSLATE_NOOP
from counsellor_desk.desk.named_states.message import Message

_MAKE_ONE = QT_TRANSLATE_NOOP("Messages", "Make a new one in Settings, under Vault. Your vault itself is unharmed.")

MESSAGES: Mapping[str, Message] = {
    "backup.stopped": Message(
        QT_TRANSLATE_NOOP("Messages", "This was stopped, and nothing was changed."),
        QT_TRANSLATE_NOOP("Messages", "Start it again whenever you like."),
    ),
    "backup.failed": Message(
        QT_TRANSLATE_NOOP("Messages", "The backup of last time was not ready when the desk closed."),
        QT_TRANSLATE_NOOP("Messages", "It is being made now; you can go on working."),
    ),
    "backup.not_whole": Message(QT_TRANSLATE_NOOP("Messages", "This backup is not whole."), _MAKE_ONE),
    "backup.missing": Message(
        QT_TRANSLATE_NOOP("Messages", "This backup is not there any more."),
        QT_TRANSLATE_NOOP("Messages", "Connect the drive it is on, or choose another one."),
    ),
    "backup.drill_failed": Message(
        QT_TRANSLATE_NOOP("Messages", "The backup of {made} could not be brought back in a trial."), _MAKE_ONE
    ),
    "backup.not_cleared": Message(
        QT_TRANSLATE_NOOP("Messages", "What you destroyed is still in a backup, because it cannot be written."),
        QT_TRANSLATE_NOOP("Messages", "Make its folder writable; it is tried again when you open the desk."),
    ),
    "backup.strangers": Message(
        QT_TRANSLATE_NOOP("Messages", "Some files among your backups cannot be used as backups ({number})."),
        QT_TRANSLATE_NOOP("Messages", "They were left as they are. Their names are in Settings, under Backups."),
    ),
    "backup.not_looked_into": Message(
        QT_TRANSLATE_NOOP(
            "Messages", "What you destroyed may still be in files that could not be looked into ({number})."
        ),
        QT_TRANSLATE_NOOP("Messages", "Their names are in Settings, under Backups; delete those you do not need."),
    ),
    "backup.folder_away": Message(
        QT_TRANSLATE_NOOP("Messages", "The folder for backups has not been there since {last}."),
        QT_TRANSLATE_NOOP("Messages", "Connect its drive; until then backups are kept beside the vault."),
    ),
    "backup.folder_unfit": Message(
        QT_TRANSLATE_NOOP("Messages", "Nothing can be written into this folder."),
        QT_TRANSLATE_NOOP("Messages", "Choose another one."),
    ),
}
