"""A named state in words: looks it up and fills it in. The table is loaded when something went wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from counsellor_desk.errors import DeskError

if TYPE_CHECKING:
    from counsellor_desk.desk.named_states.message import Message


def message_for(error: DeskError) -> Message:
    """The message of a state. An unknown code (a test forbids it) gets calm general words."""
    return message_of(error.code, error.params)


def message_of(code: str, params: Mapping[str, str | int] | None = None, *, first_run: bool = False) -> Message:
    """The message of the state that ``code`` names; on the first run there is no vault to speak of yet."""
    from counsellor_desk.desk.message_table import FIRST_RUN, MESSAGES, REASONS, UNKNOWN
    from counsellor_desk.desk.named_states.message import Message, NextStep

    known = MESSAGES.get(code, UNKNOWN)
    told = params or {}
    reason = str(told.get("reason", told.get("why", "")))
    case = REASONS.get(code, {}).get(reason, known.case)
    if first_run:
        return Message(case, FIRST_RUN.get(code, known.next_step), NextStep.TRY_AGAIN, params)
    return Message(case, known.next_step, known.step, params, known.anyway)


def explain(error: DeskError, language: str) -> str:
    """The same words without a window, for the command line."""
    from counsellor_desk.desk.catalogue import spoken

    say = spoken("Messages", language)
    message = message_for(error)
    return message.filled(f"{say(message.case)} {say(message.next_step)}")
