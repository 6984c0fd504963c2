"""The table of all named states: what is the case, and one safe next step. English here, other languages in i18n."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from counsellor_desk.desk.i18n import QT_TRANSLATE_NOOP


class Step(Enum):
    """What the one button beside a state does."""

    NONE = "none"
    TRY_AGAIN = "try_again"
    USE_SHEET = "use_sheet"


@dataclass(frozen=True, slots=True)
class Message:
    """The words of a state, in English as they stand in the catalogue; ``{name}`` is a parameter of the error."""

    case: str
    next_step: str
    step: Step = Step.NONE
    params: Mapping[str, str | int] | None = None

    def sentence(self) -> str:
        """What is the case, in the language of the desk."""
        return self.filled(QCoreApplication.translate("Messages", self.case))

    def advice(self) -> str:
        """The next step, in the language of the desk."""
        return self.filled(QCoreApplication.translate("Messages", self.next_step))

    def text(self) -> str:
        """Both, as one line."""
        return f"{self.sentence()} {self.advice()}"

    def filled(self, words: str) -> str:
        """``words`` with the parameters of the error in their places."""
        for name, value in (self.params or {}).items():
            words = words.replace("{" + name + "}", str(value))
        return words


UNKNOWN = Message(
    QT_TRANSLATE_NOOP("Messages", "This did not work."),
    QT_TRANSLATE_NOOP("Messages", "What you saved is safe. Try again."),
    Step.TRY_AGAIN,
)

_SHEET_OPENS = QT_TRANSLATE_NOOP("Messages", "Your vault is unharmed. The recovery sheet opens it.")
_NEWER_PROGRAM = QT_TRANSLATE_NOOP("Messages", "Install the newer version to open it. Your vault is unharmed.")
_LOOK_AGAIN = QT_TRANSLATE_NOOP("Messages", "Open it again to see how it is now.")

MESSAGES: Mapping[str, Message] = {
    "desk.error": UNKNOWN,
    "desk.not_open": Message(
        QT_TRANSLATE_NOOP("Messages", "The desk is locked."), QT_TRANSLATE_NOOP("Messages", "Open it first.")
    ),
    # the key
    "custody.keyring_failed": Message(
        QT_TRANSLATE_NOOP("Messages", "The keyring of this computer did not answer as it should."),
        QT_TRANSLATE_NOOP("Messages", "Your vault is unharmed. Try again, or open it with the recovery sheet."),
        Step.TRY_AGAIN,
    ),
    "custody.keyring_missing": Message(
        QT_TRANSLATE_NOOP("Messages", "This computer has no keyring that can be trusted with the key."),
        QT_TRANSLATE_NOOP("Messages", "Start the system's keyring, then press Try again. Your vault is unharmed."),
        Step.TRY_AGAIN,
    ),
    "custody.keyring_locked": Message(
        QT_TRANSLATE_NOOP("Messages", "The keyring is locked."),
        QT_TRANSLATE_NOOP("Messages", "Unlock it in your system, then press Try again. Your vault is unharmed."),
        Step.TRY_AGAIN,
    ),
    "custody.keyring_denied": Message(
        QT_TRANSLATE_NOOP("Messages", "The system asked whether the desk may have its key, and the answer was no."),
        QT_TRANSLATE_NOOP("Messages", "Press Try again and allow it. Your vault is unharmed."),
        Step.TRY_AGAIN,
    ),
    "custody.keyring_timeout": Message(
        QT_TRANSLATE_NOOP("Messages", "The keyring gave no answer within {seconds} seconds."),
        QT_TRANSLATE_NOOP(
            "Messages", "Perhaps a question of your system waits behind this window. Answer it, then press Try again."
        ),
        Step.TRY_AGAIN,
    ),
    "custody.key_absent": Message(
        QT_TRANSLATE_NOOP("Messages", "The keyring is open, and the key of this vault is not in it."),
        _SHEET_OPENS,
        Step.USE_SHEET,
    ),
    "custody.keyring_forgets": Message(
        QT_TRANSLATE_NOOP("Messages", "The keyring took the key and did not give it back, so it was not relied on."),
        QT_TRANSLATE_NOOP("Messages", "Nothing was changed. Start the system's keyring, then press Try again."),
        Step.TRY_AGAIN,
    ),
    "custody.backend_changed": Message(
        QT_TRANSLATE_NOOP("Messages", "The key was put into another kind of keyring than the one this session has."),
        QT_TRANSLATE_NOOP(
            "Messages", "Log in to the desktop you used before, or open the vault with the recovery sheet."
        ),
        Step.USE_SHEET,
    ),
    "custody.key_for_another_vault": Message(
        QT_TRANSLATE_NOOP("Messages", "The key in the keyring belongs to another vault."),
        _SHEET_OPENS,
        Step.USE_SHEET,
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
        Step.TRY_AGAIN,
    ),
    "custody.too_many_tries": Message(
        QT_TRANSLATE_NOOP("Messages", "After several tries the desk waits a little."),
        QT_TRANSLATE_NOOP("Messages", "Try again in {seconds} seconds."),
        Step.TRY_AGAIN,
    ),
    "custody.seal_damaged": Message(
        QT_TRANSLATE_NOOP("Messages", "What the keyring gave back is not what was put there."),
        _SHEET_OPENS,
        Step.USE_SHEET,
    ),
    "custody.seal_too_new": Message(
        QT_TRANSLATE_NOOP("Messages", "The key was sealed by a newer version of this program."), _NEWER_PROGRAM
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
    "custody.not_remembered": Message(
        QT_TRANSLATE_NOOP("Messages", "Your vault is open. This computer has no keyring that can keep its key."),
        QT_TRANSLATE_NOOP("Messages", "Keep the recovery sheet at hand: you need it again the next time."),
    ),
    "custody.header_missing": Message(
        QT_TRANSLATE_NOOP("Messages", "The vault is here; the small file that says where its key is, is not."),
        _SHEET_OPENS,
        Step.USE_SHEET,
    ),
    "custody.header_damaged": Message(
        QT_TRANSLATE_NOOP("Messages", "The small file beside the vault cannot be read."), _SHEET_OPENS, Step.USE_SHEET
    ),
    "custody.header_too_new": Message(
        QT_TRANSLATE_NOOP("Messages", "A newer version of this program has used this vault."), _NEWER_PROGRAM
    ),
    "custody.already_established": Message(
        QT_TRANSLATE_NOOP("Messages", "There is a vault in this folder already."),
        QT_TRANSLATE_NOOP("Messages", "A new one is never made over it. Close the desk and open it again."),
    ),
    "custody.folder_failed": Message(
        QT_TRANSLATE_NOOP("Messages", "The folder of the vault cannot be read or written."),
        QT_TRANSLATE_NOOP(
            "Messages", "Look whether the drive is there and whether you may write in it, then press Try again."
        ),
        Step.TRY_AGAIN,
    ),
    # the vault
    "vault.exists": Message(
        QT_TRANSLATE_NOOP("Messages", "There is a file where the vault should come."),
        QT_TRANSLATE_NOOP(
            "Messages", "A vault is never made over something else. Move that file, then press Try again."
        ),
        Step.TRY_AGAIN,
    ),
    "vault.missing": Message(
        QT_TRANSLATE_NOOP("Messages", "The vault is not where it was."),
        QT_TRANSLATE_NOOP(
            "Messages", "Connect the drive or put the file back, then press Try again. No new one is made."
        ),
        Step.TRY_AGAIN,
    ),
    "vault.wrong_key": Message(
        QT_TRANSLATE_NOOP("Messages", "This key does not open this vault."),
        QT_TRANSLATE_NOOP(
            "Messages", "Perhaps the file was replaced by another one. The recovery sheet of this vault opens it."
        ),
        Step.USE_SHEET,
    ),
    "vault.not_a_vault": Message(
        QT_TRANSLATE_NOOP("Messages", "The file in the place of the vault is something else."),
        QT_TRANSLATE_NOOP("Messages", "It was left as it is. Put the vault back in its place, then press Try again."),
        Step.TRY_AGAIN,
    ),
    "vault.damaged": Message(
        QT_TRANSLATE_NOOP("Messages", "A part of the vault is damaged."),
        QT_TRANSLATE_NOOP("Messages", "Nothing was changed. Make a copy of the file first, then put back a backup."),
    ),
    "vault.too_new": Message(
        QT_TRANSLATE_NOOP("Messages", "A newer version of this program has written this vault."), _NEWER_PROGRAM
    ),
    "vault.read_only": Message(
        QT_TRANSLATE_NOOP("Messages", "The vault may be read here, but not written."),
        QT_TRANSLATE_NOOP("Messages", "Ask for the right to write in its folder, then press Try again."),
        Step.TRY_AGAIN,
    ),
    "vault.busy": Message(
        QT_TRANSLATE_NOOP("Messages", "The vault is open in another window."),
        QT_TRANSLATE_NOOP("Messages", "Go on there, or close that window and press Try again."),
        Step.TRY_AGAIN,
    ),
    "vault.disk_full": Message(
        QT_TRANSLATE_NOOP("Messages", "There is no room left on the disk."),
        QT_TRANSLATE_NOOP(
            "Messages", "What was saved is safe, and your text is still here. Make room, then try again."
        ),
        Step.TRY_AGAIN,
    ),
    "vault.io_failed": Message(
        QT_TRANSLATE_NOOP("Messages", "The disk did not answer as it should."),
        QT_TRANSLATE_NOOP("Messages", "What was saved is safe, and your text is still here. Try again in a moment."),
        Step.TRY_AGAIN,
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
    # the work
    "casework.stale": Message(
        QT_TRANSLATE_NOOP("Messages", "This was changed elsewhere since you opened it."),
        QT_TRANSLATE_NOOP("Messages", "Your text is still here. Look at the newer version, then save again."),
    ),
    "casework.missing": Message(QT_TRANSLATE_NOOP("Messages", "This is not there any more."), _LOOK_AGAIN),
    "casework.organisation_needed": Message(
        QT_TRANSLATE_NOOP("Messages", "A case needs an organisation."),
        QT_TRANSLATE_NOOP("Messages", "Choose one, or add it in Settings."),
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
    # the code lists
    "codebook.fault": Message(
        QT_TRANSLATE_NOOP("Messages", "A code list cannot be used: {file}, line {line}."),
        QT_TRANSLATE_NOOP("Messages", "Install the program again. Your vault is unharmed."),
    ),
    "codebook.code_unknown": Message(
        QT_TRANSLATE_NOOP("Messages", "A code ({code}) is in none of the lists."),
        QT_TRANSLATE_NOOP("Messages", "Install the newest version of the program. Your vault is unharmed."),
    ),
    # what leaves
    "figures.period_unreadable": Message(
        QT_TRANSLATE_NOOP("Messages", "This is not a period."),
        QT_TRANSLATE_NOOP("Messages", "Write it as 2026Q3, 2026H1 or 2026."),
    ),
    "figures.period_not_ended": Message(
        QT_TRANSLATE_NOOP("Messages", "This period is not over yet."),
        QT_TRANSLATE_NOOP("Messages", "Choose a period that has ended."),
    ),
    "figures.nothing_to_count": Message(
        QT_TRANSLATE_NOOP("Messages", "In this period there is nothing that may be counted."),
        QT_TRANSLATE_NOOP("Messages", "Choose a longer period."),
    ),
    "figures.audience_too_small": Message(
        QT_TRANSLATE_NOOP("Messages", "This organisation is too small for figures of its own."),
        QT_TRANSLATE_NOOP("Messages", "Its cases count in the figures of the sector."),
    ),
    "figures.audience_unknown": Message(
        QT_TRANSLATE_NOOP("Messages", "This is not an audience."),
        QT_TRANSLATE_NOOP("Messages", "Write sector, or organisation: and its number."),
    ),
    "figures.ledger_broken": Message(
        QT_TRANSLATE_NOOP("Messages", "The list of publications was changed from outside, at number {number}."),
        QT_TRANSLATE_NOOP("Messages", "Nothing is published until that is clear. Put back a backup of the vault."),
    ),
    "figures.release_missing": Message(
        QT_TRANSLATE_NOOP("Messages", "There is no publication with number {number}."),
        QT_TRANSLATE_NOOP("Messages", "Choose one from the list."),
    ),
    "figures.packet_unreadable": Message(
        QT_TRANSLATE_NOOP("Messages", "This file is not a packet of figures."),
        QT_TRANSLATE_NOOP("Messages", "Choose the packet that came with a report."),
    ),
    "disclosure.not_proven": Message(
        QT_TRANSLATE_NOOP("Messages", "These figures cannot be shown to be safe together with the earlier ones."),
        QT_TRANSLATE_NOOP("Messages", "Nothing has left. Choose a longer period."),
    ),
    "disclosure.not_linkable": Message(
        QT_TRANSLATE_NOOP("Messages", "These tables cannot be protected together."),
        QT_TRANSLATE_NOOP("Messages", "Nothing has left. Install the newest version of the program."),
    ),
    "reports.export_failed": Message(
        QT_TRANSLATE_NOOP("Messages", "The files could not be written."),
        QT_TRANSLATE_NOOP("Messages", "Nothing was left half done. Choose another folder."),
    ),
    "reports.wording_damaged": Message(
        QT_TRANSLATE_NOOP("Messages", "The sentences of the reports cannot be read."),
        QT_TRANSLATE_NOOP("Messages", "Install the program again. Your vault is unharmed."),
    ),
}

REASONS: Mapping[str, Mapping[str, str]] = {
    "reports.export_failed": {
        "no_space": QT_TRANSLATE_NOOP("Messages", "There is no room for the files on that disk."),
        "not_writable": QT_TRANSLATE_NOOP("Messages", "You may not write in that folder."),
        "no_folder": QT_TRANSLATE_NOOP("Messages", "That folder is not there."),
        "names_taken": QT_TRANSLATE_NOOP("Messages", "There are other files with these names in that folder."),
        "not_published": QT_TRANSLATE_NOOP("Messages", "These figures are not published yet."),
    },
}
