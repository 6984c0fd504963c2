"""Why the figures of a packet are not proven, and why counts of one's own are not protected."""

from __future__ import annotations

from collections.abc import Mapping

from counsellor_desk.desk.catalogue import QT_TRANSLATE_NOOP
from counsellor_desk.desk.named_states.message import Message

MESSAGES: Mapping[str, Message] = {
    "packet.unreadable": Message(
        QT_TRANSLATE_NOOP("Messages", "This file is not a packet of figures."),
        QT_TRANSLATE_NOOP("Messages", "Choose the packet that came with a report."),
    ),
    "packet.chain_broken": Message(
        QT_TRANSLATE_NOOP("Messages", "Publication {number} does not belong to an unbroken row of publications."),
        QT_TRANSLATE_NOOP("Messages", "Ask the office for its packets anew, as they left it."),
    ),
    "verifier.not_verified": Message(
        QT_TRANSLATE_NOOP("Messages", "The figures of publication {number} are not protected as they should be."),
        QT_TRANSLATE_NOOP("Messages", "Nothing is proven about these figures. Ask the office what happened."),
    ),
    "workbench.plan_unreadable": Message(
        QT_TRANSLATE_NOOP("Messages", "This file is not a table plan."),
        QT_TRANSLATE_NOOP("Messages", "Nothing was written. The form of a plan is in methodology.md, part 7."),
    ),
    "workbench.counts_unreadable": Message(
        QT_TRANSLATE_NOOP("Messages", "The counts cannot be read at line {line}."),
        QT_TRANSLATE_NOOP("Messages", "Nothing was written. Correct the counts and run the command again."),
    ),
    "workbench.ledger_unreadable": Message(
        QT_TRANSLATE_NOOP("Messages", "This file is not a ledger, or it was changed from outside."),
        QT_TRANSLATE_NOOP("Messages", "Nothing was written. Put back a copy of the ledger."),
    ),
    "workbench.ledger_busy": Message(
        QT_TRANSLATE_NOOP("Messages", "Somebody else works with this ledger at this moment."),
        QT_TRANSLATE_NOOP("Messages", "Nothing was written. Run the command again when they are done."),
    ),
    "workbench.plan_changed": Message(
        QT_TRANSLATE_NOOP("Messages", "A plan with this name was published before and does not fit with this one."),
        QT_TRANSLATE_NOOP("Messages", "Nothing was written. Give a plan about other cases another name."),
    ),
    "workbench.not_protected": Message(
        QT_TRANSLATE_NOOP("Messages", "These counts cannot be protected by this plan."),
        QT_TRANSLATE_NOOP("Messages", "Nothing was written. Use a larger base, or fewer or smaller tables."),
    ),
    "workbench.counts_changed": Message(
        QT_TRANSLATE_NOOP("Messages", "These counts are not those that were published under this name."),
        QT_TRANSLATE_NOOP("Messages", "Nothing was written. Give a plan about other cases another name."),
    ),
}

REASONS: Mapping[str, Mapping[str, str]] = {
    "workbench.plan_unreadable": {
        "too_large": QT_TRANSLATE_NOOP("Messages", "This plan is larger than can be protected."),
        "no_file": QT_TRANSLATE_NOOP("Messages", "The file of the plan cannot be read."),
    },
    "workbench.counts_unreadable": {
        "too_large": QT_TRANSLATE_NOOP("Messages", "The file of the counts is too large."),
        "no_file": QT_TRANSLATE_NOOP("Messages", "The file of the counts cannot be read."),
        "encoding": QT_TRANSLATE_NOOP("Messages", "The counts are not written in UTF-8 at line {line}."),
        "semicolon": QT_TRANSLATE_NOOP(
            "Messages", "Line {line}: the columns are parted by semicolons, not by commas."
        ),
        "missing": QT_TRANSLATE_NOOP("Messages", "Line {line}: the column “{column}” is missing."),
        "unknown": QT_TRANSLATE_NOOP("Messages", "Line {line}: the plan has no dimension “{column}”."),
        "twice": QT_TRANSLATE_NOOP("Messages", "Line {line}: there are two columns “{column}”."),
        "fields": QT_TRANSLATE_NOOP("Messages", "Line {line} has not as many fields as the heading."),
        "code": QT_TRANSLATE_NOOP("Messages", "Line {line}: the plan has no such finest code of “{column}”."),
        "count": QT_TRANSLATE_NOOP(
            "Messages", "Line {line}: a count is a whole number from 0; all together up to {most}."
        ),
    },
    "workbench.ledger_unreadable": {
        "no_folder": QT_TRANSLATE_NOOP("Messages", "There is no ledger in that folder, and none can be made."),
    },
    "workbench.plan_changed": {
        "codes": QT_TRANSLATE_NOOP("Messages", "“{subject}” had other codes when this plan was published before."),
        "base": QT_TRANSLATE_NOOP("Messages", "This plan was published before with another base than {subject}."),
        "method": QT_TRANSLATE_NOOP("Messages", "This plan was published before by another method."),
        "dimension": QT_TRANSLATE_NOOP("Messages", "“{subject}” is missing; this plan was published before with it."),
    },
    "workbench.not_protected": {
        "figures": QT_TRANSLATE_NOOP(
            "Messages", "No figures were found that can be proven safe together with those published before."
        ),
        "tables": QT_TRANSLATE_NOOP("Messages", "These tables hang together in too large a ring ({drop})."),
    },
    "workbench.counts_changed": {
        "exact": QT_TRANSLATE_NOOP(
            "Messages", "Exact counts were published under this name before, and these are other ones."
        ),
        "many": QT_TRANSLATE_NOOP(
            "Messages", "More than {most} cases are other ones than when this plan was published before."
        ),
        "tables": QT_TRANSLATE_NOOP(
            "Messages", "Some cases are other ones than before, and this plan lacks rows that were published."
        ),
    },
    "packet.unreadable": {
        "too_large": QT_TRANSLATE_NOOP("Messages", "This file is larger than any packet of figures."),
        "newer": QT_TRANSLATE_NOOP("Messages", "This packet was made by a newer version of the program."),
        "no_file": QT_TRANSLATE_NOOP("Messages", "This file cannot be read."),
    },
    "packet.chain_broken": {
        "changed": QT_TRANSLATE_NOOP("Messages", "Publication {number} was changed after it left the office."),
        "signature": QT_TRANSLATE_NOOP("Messages", "Publication {number} is not signed by the office that it names."),
        "foreign": QT_TRANSLATE_NOOP("Messages", "Publication {number} is from another office."),
        "twice": QT_TRANSLATE_NOOP("Messages", "There are two different publications with number {number}."),
        "missing": QT_TRANSLATE_NOOP("Messages", "The publications with these numbers are missing: {missing}."),
        "order": QT_TRANSLATE_NOOP("Messages", "Publication {number} does not follow from the one before it."),
    },
    "verifier.not_verified": {
        "practice": QT_TRANSLATE_NOOP(
            "Messages", "Publication {number} mixes invented figures of a practice with real ones."
        ),
        "plan": QT_TRANSLATE_NOOP("Messages", "The table plan of publication {number} is not known."),
        "tables": QT_TRANSLATE_NOOP("Messages", "Publication {number} has other tables or rows than its plan."),
        "spans": QT_TRANSLATE_NOOP("Messages", "Publication {number} is about other quarters than its plan allows."),
        "base": QT_TRANSLATE_NOOP("Messages", "The figures of publication {number} have another base than they may."),
        "negative": QT_TRANSLATE_NOOP("Messages", "Publication {number} has a figure below zero."),
        "multiple": QT_TRANSLATE_NOOP(
            "Messages", "Publication {number} has a figure that is no multiple of its base."
        ),
        "exact": QT_TRANSLATE_NOOP("Messages", "Publication {number} shows an exact number of cases."),
        "window": QT_TRANSLATE_NOOP("Messages", "Publication {number} has a window narrower than its base."),
        "ladder": QT_TRANSLATE_NOOP("Messages", "Publication {number} has another window than it says."),
        "sum": QT_TRANSLATE_NOOP("Messages", "The exact numbers of publication {number} do not add up."),
        "again": QT_TRANSLATE_NOOP("Messages", "Publication {number} is about a period that was published before."),
        "correction": QT_TRANSLATE_NOOP(
            "Messages", "Publication {number} corrects one that cannot be corrected, or that is not there."
        ),
        "redrawn": QT_TRANSLATE_NOOP(
            "Messages", "Publication {number} shows another figure for what was published before."
        ),
        "unequal": QT_TRANSLATE_NOOP(
            "Messages", "Publication {number} shows two figures for one and the same number."
        ),
        "releases": QT_TRANSLATE_NOOP(
            "Messages", "The certificate of publication {number} is about another number of publications."
        ),
        "rows": QT_TRANSLATE_NOOP(
            "Messages", "The certificate of publication {number} is about another number of figures."
        ),
        "witness": QT_TRANSLATE_NOOP(
            "Messages", "No set of cases has the figures of publication {number} and of those before it."
        ),
        "slack": QT_TRANSLATE_NOOP("Messages", "Too few numbers remain possible after publication {number}."),
        "rho": QT_TRANSLATE_NOOP("Messages", "The certificate of publication {number} claims more than is true."),
        "method": QT_TRANSLATE_NOOP(
            "Messages", "Publication {number} rounds counts of which others were withheld before, or the other way."
        ),
        "small": QT_TRANSLATE_NOOP("Messages", "Publication {number} shows a count that is smaller than its base."),
        "presence": QT_TRANSLATE_NOOP(
            "Messages", "From publication {number} it follows that a withheld count is a small one."
        ),
        "interval": QT_TRANSLATE_NOOP(
            "Messages", "What publication {number} says about a withheld count does not follow from the others."
        ),
        "too_large": QT_TRANSLATE_NOOP("Messages", "Publication {number} is larger than can be checked."),
        "time": QT_TRANSLATE_NOOP(
            "Messages", "The figures of publication {number} could not be proven in the time allowed."
        ),
    },
}
