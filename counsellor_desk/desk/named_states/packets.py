"""Why the figures of a packet are not proven."""

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
}

REASONS: Mapping[str, Mapping[str, str]] = {
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
        "ladder": QT_TRANSLATE_NOOP("Messages", "Publication {number} has a wider window than it says."),
        "sum": QT_TRANSLATE_NOOP("Messages", "The exact numbers of publication {number} do not add up."),
        "again": QT_TRANSLATE_NOOP("Messages", "Publication {number} is about a period that was published before."),
        "redrawn": QT_TRANSLATE_NOOP(
            "Messages", "Publication {number} shows another figure for what was published before."
        ),
        "unequal": QT_TRANSLATE_NOOP(
            "Messages", "Publication {number} shows two figures for one and the same number."
        ),
        "releases": QT_TRANSLATE_NOOP(
            "Messages", "The certificate of publication {number} is about another number of publications."
        ),
        "witness": QT_TRANSLATE_NOOP(
            "Messages", "No set of cases has the figures of publication {number} and of those before it."
        ),
        "slack": QT_TRANSLATE_NOOP("Messages", "Too few numbers remain possible after publication {number}."),
        "rho": QT_TRANSLATE_NOOP("Messages", "The certificate of publication {number} claims more than is true."),
        "too_large": QT_TRANSLATE_NOOP("Messages", "Publication {number} is larger than can be checked."),
        "time": QT_TRANSLATE_NOOP(
            "Messages", "The figures of publication {number} could not be proven in the time allowed."
        ),
    },
}
