"""A form of the model, bound to the widget on which it is written."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import isValid

from counsellor_desk.casework.drafting import Draft
from counsellor_desk.desk.autosave import Autosave
from counsellor_desk.desk.messages import message_for
from counsellor_desk.desk.model.form import Form, Sheet
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.page import DeskContext, Frame
from counsellor_desk.errors import DeskError

D = TypeVar("D", bound=Draft)


def form_of(
    context: DeskContext,
    sheet: Sheet[D],
    records: Collection[Records],
    owner: QObject,
    worth: Callable[[D], bool] = lambda _draft: True,
) -> Form[D]:
    """The form that is written on ``sheet``, for as long as its ``owner`` is there."""
    autosave, speaker = Autosave(owner), _FrameSpeaker(context.frame, context.operations.otherwise)
    form = Form(context.operations, sheet, autosave, speaker, context.now, records, worth)
    autosave.save_requested.connect(form.keep)
    return form


class _FrameSpeaker:
    """Says it in the frame around the page. When that one is gone, as after a change of language, what went wrong is
    told ``otherwise``."""

    def __init__(self, frame: Frame, otherwise: Callable[[DeskError], None]) -> None:
        self._frame = frame
        self._otherwise = otherwise

    def say_saved(self, at: datetime) -> None:
        if isValid(self._frame):
            self._frame.notify_saved(at)

    def say_refused(self, error: DeskError) -> None:
        (self._frame.show_error if isValid(self._frame) else self._otherwise)(error)

    def say_kept_as_draft(self, error: DeskError) -> None:
        if not isValid(self._frame):
            self._otherwise(error)
            return
        kept = QCoreApplication.translate(
            "Form", "Your words are kept as a draft and come back where you wrote them."
        )
        self._frame.show_banner(f"{message_for(error).text()} {kept}")
