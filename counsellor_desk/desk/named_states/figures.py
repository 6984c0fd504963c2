"""What can keep figures from leaving."""

from __future__ import annotations

from collections.abc import Mapping

from counsellor_desk.desk.catalogue import QT_TRANSLATE_NOOP
from counsellor_desk.desk.named_states.message import Message

MESSAGES: Mapping[str, Message] = {
    "figures.period_unreadable": Message(
        QT_TRANSLATE_NOOP("Messages", "This is not a period."),
        QT_TRANSLATE_NOOP("Messages", "Write it as 2026Q3, 2026H1 or 2026."),
    ),
    "figures.period_not_ended": Message(
        QT_TRANSLATE_NOOP("Messages", "This period is not over yet."),
        QT_TRANSLATE_NOOP("Messages", "Choose a period that has ended."),
    ),
    "figures.nothing_to_count": Message(
        QT_TRANSLATE_NOOP("Messages", "Up to the end of this period no case was registered that may be counted."),
        QT_TRANSLATE_NOOP(
            "Messages", "A case counts once its client has agreed to that. Otherwise choose a later or longer period."
        ),
    ),
    "figures.audience_too_small": Message(
        QT_TRANSLATE_NOOP("Messages", "This organisation is too small for figures of its own."),
        QT_TRANSLATE_NOOP("Messages", "Its cases count in the figures of the sector."),
    ),
    "figures.audience_unknown": Message(
        QT_TRANSLATE_NOOP("Messages", "This is not an audience."),
        QT_TRANSLATE_NOOP("Messages", "Write sector, or organisation: and its number."),
    ),
    "figures.correction_refused": Message(
        QT_TRANSLATE_NOOP("Messages", "This report stays as it is."),
        QT_TRANSLATE_NOOP(
            "Messages", "Nothing has left. Corrected cases count rightly in whatever is published for the first time."
        ),
    ),
    "figures.ledger_broken": Message(
        QT_TRANSLATE_NOOP("Messages", "The list of publications was changed from outside, at number {number}."),
        QT_TRANSLATE_NOOP("Messages", "Nothing is published until that is clear. Put back a backup of the vault."),
    ),
    "figures.release_missing": Message(
        QT_TRANSLATE_NOOP("Messages", "There is no publication with number {number}."),
        QT_TRANSLATE_NOOP("Messages", "Choose one from the list."),
    ),
    "disclosure.not_proven": Message(
        QT_TRANSLATE_NOOP("Messages", "These figures cannot be shown to be safe together with the earlier ones."),
        QT_TRANSLATE_NOOP("Messages", "Nothing has left. Choose a longer period."),
    ),
    "disclosure.not_linkable": Message(
        QT_TRANSLATE_NOOP("Messages", "These tables cannot be protected together."),
        QT_TRANSLATE_NOOP("Messages", "Nothing has left. Install the newest version of the program."),
    ),
    "disclosure.plan_unsound": Message(
        QT_TRANSLATE_NOOP("Messages", "This table plan contradicts itself at “{subject}”."),
        QT_TRANSLATE_NOOP("Messages", "Nothing was counted. Correct the plan and try again."),
    ),
    "reports.export_failed": Message(
        QT_TRANSLATE_NOOP("Messages", "The files could not be written."),
        QT_TRANSLATE_NOOP("Messages", "Nothing was left half done. Choose another folder."),
    ),
    "output.lost": Message(
        QT_TRANSLATE_NOOP("Messages", "The output of this command could not be written."),
        QT_TRANSLATE_NOOP("Messages", "The command itself was carried out. Make room where its output goes."),
    ),
    "reports.wording_damaged": Message(
        QT_TRANSLATE_NOOP("Messages", "The sentences of the reports cannot be read."),
        QT_TRANSLATE_NOOP("Messages", "Install the program again. Your vault is unharmed."),
    ),
}

REASONS: Mapping[str, Mapping[str, str]] = {
    "disclosure.plan_unsound": {
        "name": QT_TRANSLATE_NOOP(
            "Messages", "A name or a code of “{subject}” is empty, reserved, or written like a formula."
        ),
        "twice": QT_TRANSLATE_NOOP("Messages", "“{subject}”, or one of its codes, comes twice in this plan."),
        "parent": QT_TRANSLATE_NOOP(
            "Messages", "A parent in “{subject}” has no codes under it, or is a code itself."
        ),
        "cycle": QT_TRANSLATE_NOOP("Messages", "A code of “{subject}” lies under itself."),
        "unknown": QT_TRANSLATE_NOOP(
            "Messages", "A table of this plan names “{subject}”, which is none of its dimensions."
        ),
        "tables": QT_TRANSLATE_NOOP("Messages", "This plan has no tables."),
        "base": QT_TRANSLATE_NOOP("Messages", "The base of this plan is {subject}; it can be 3, 5 or 10."),
        "size": QT_TRANSLATE_NOOP("Messages", "The tables of this plan have more than {subject} cells together."),
    },
    "figures.correction_refused": {
        "replaced": QT_TRANSLATE_NOOP("Messages", "Another report has taken the place of report {number} already."),
        "built_on": QT_TRANSLATE_NOOP(
            "Messages", "Report {number} counts the same quarters; a correction of this one would not fit it."
        ),
        "same": QT_TRANSLATE_NOOP("Messages", "Nothing that this report counts has changed since it left."),
        "too_much": QT_TRANSLATE_NOOP(
            "Messages", "More than one case would move in a row: beside the first report that would tell too much."
        ),
        "not_proven": QT_TRANSLATE_NOOP(
            "Messages", "Whoever has both reports could work out too much; that was corrected often enough."
        ),
    },
    "reports.export_failed": {
        "no_space": QT_TRANSLATE_NOOP("Messages", "There is no room for the files on that disk."),
        "not_writable": QT_TRANSLATE_NOOP("Messages", "You may not write in that folder."),
        "no_folder": QT_TRANSLATE_NOOP("Messages", "That folder is not there."),
        "names_taken": QT_TRANSLATE_NOOP("Messages", "There are other files with these names in that folder."),
        "not_published": QT_TRANSLATE_NOOP("Messages", "These figures are not published yet."),
    },
}
