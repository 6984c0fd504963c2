"""What can be the matter with what was entered about cases."""

from __future__ import annotations

from collections.abc import Mapping

from counsellor_desk.desk.catalogue import QT_TRANSLATE_NOOP
from counsellor_desk.desk.named_states.message import Message

_LOOK_AGAIN = QT_TRANSLATE_NOOP("Messages", "Open it again to see how it is now.")

MESSAGES: Mapping[str, Message] = {
    "casework.stale": Message(
        QT_TRANSLATE_NOOP("Messages", "This was changed elsewhere since you opened it."),
        QT_TRANSLATE_NOOP("Messages", "Your text is still here. Look at the newer version, then save again."),
    ),
    "casework.missing": Message(QT_TRANSLATE_NOOP("Messages", "This is not there any more."), _LOOK_AGAIN),
    "casework.organisation_needed": Message(
        QT_TRANSLATE_NOOP("Messages", "A case needs an organisation."),
        QT_TRANSLATE_NOOP("Messages", "Choose one, or add one."),
    ),
    "casework.case_needed": Message(
        QT_TRANSLATE_NOOP("Messages", "Which case does this belong to?"),
        QT_TRANSLATE_NOOP("Messages", "Type its number, or choose a new case."),
    ),
    "casework.date_in_future": Message(
        QT_TRANSLATE_NOOP("Messages", "This day is still to come."),
        QT_TRANSLATE_NOOP("Messages", "Choose today or a day before."),
    ),
    "casework.before_first_contact": Message(
        QT_TRANSLATE_NOOP("Messages", "This day lies before the first contact of the case ({first})."),
        QT_TRANSLATE_NOOP("Messages", "Choose a later day, or change the day of the first contact."),
    ),
    "casework.minutes": Message(
        QT_TRANSLATE_NOOP("Messages", "Minutes lie between 1 and 1440."),
        QT_TRANSLATE_NOOP("Messages", "Change the number of minutes."),
    ),
    "casework.too_many_codes": Message(
        QT_TRANSLATE_NOOP("Messages", "A contact carries at most {most} codes."),
        QT_TRANSLATE_NOOP("Messages", "Take one away first."),
    ),
    "casework.note_too_long": Message(
        QT_TRANSLATE_NOOP("Messages", "This text is longer than a note can hold."),
        QT_TRANSLATE_NOOP("Messages", "It is still here. Move a part of it to a second note."),
    ),
    "casework.unknown_code": Message(
        QT_TRANSLATE_NOOP("Messages", "This code is not in use (any more)."),
        QT_TRANSLATE_NOOP("Messages", "Choose another one."),
    ),
    "casework.closed": Message(
        QT_TRANSLATE_NOOP("Messages", "This case is closed."), QT_TRANSLATE_NOOP("Messages", "Open it again first.")
    ),
    "casework.destroyed": Message(
        QT_TRANSLATE_NOOP("Messages", "This case was destroyed."),
        QT_TRANSLATE_NOOP("Messages", "Only its codes are left, for the figures; they stay as they are."),
    ),
    "casework.retention_unknown": Message(
        QT_TRANSLATE_NOOP("Messages", "This case follows a retention term that this program does not know."),
        QT_TRANSLATE_NOOP("Messages", "Until the program is updated, the case stays open."),
    ),
    "casework.still_open": Message(
        QT_TRANSLATE_NOOP("Messages", "This case is not closed."),
        QT_TRANSLATE_NOOP("Messages", "Close it first; then it can be destroyed."),
    ),
    "casework.on_hold": Message(
        QT_TRANSLATE_NOOP("Messages", "This case is on hold until {until}, so nothing of it is destroyed."),
        QT_TRANSLATE_NOOP("Messages", "Wait until that day, or end the hold first."),
    ),
    "codebook.fault": Message(
        QT_TRANSLATE_NOOP("Messages", "A code list cannot be used: {file}, line {line}."),
        QT_TRANSLATE_NOOP("Messages", "Install the program again. Your vault is unharmed."),
    ),
    "codebook.code_unknown": Message(
        QT_TRANSLATE_NOOP("Messages", "A code ({code}) is in none of the lists."),
        QT_TRANSLATE_NOOP("Messages", "Install the newest version of the program. Your vault is unharmed."),
    ),
}
