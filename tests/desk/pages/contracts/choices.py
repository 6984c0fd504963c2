"""Every form of the desk in which one only chooses: how a person opens it for a case, chooses, and has it kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from counsellor_desk.casework.followups import plan_follow_up
from counsellor_desk.casework.views import CaseRow
from counsellor_desk.desk.pages.case.agenda import Agenda
from counsellor_desk.desk.pages.case.agreements import Agreements
from counsellor_desk.desk.pages.case.closing import ClosingCard
from counsellor_desk.desk.pages.case.destroying import DestroyCard
from counsellor_desk.desk.pages.case.glance import Glance
from counsellor_desk.desk.pages.case.glance_field import CodeGlance
from counsellor_desk.desk.pages.case.header import CaseHeader
from counsellor_desk.desk.pages.case.note_editor import NoteEditor
from counsellor_desk.desk.pages.writing.composer import Composer
from counsellor_desk.desk.pages.writing.step import StepWriting
from tests.desk.pages.at_cases import button, pick
from tests.desk.pages.cases_page import glance_line, row_of
from tests.desk.pages.contracts.open_desk import OpenDesk
from tests.desk.pages.held_desk import note_of


@dataclass(frozen=True, slots=True)
class Choice:
    """``open`` and ``choose`` are done at rest; ``keep`` is the key or button that changes the case, a closed one
    where it says so."""

    name: str
    made_of: tuple[type[QWidget], ...]
    open: Callable[[OpenDesk, CaseRow], None]
    choose: Callable[[OpenDesk], None]
    keep: Callable[[OpenDesk], None]
    of_closed: bool = False
    leaves: str = ""  # the table in which it leaves a row, if it does not only set what is there

    def __str__(self) -> str:
        return self.name

    def cases(self, desk: OpenDesk) -> tuple[CaseRow, CaseRow]:
        """Two cases to which it can be done."""
        first, second = desk.closed[:2] if self.of_closed else desk.open[1:3]
        return first, second

    def ready(self, desk: OpenDesk, row: CaseRow) -> None:
        """Open the case and the form; all is chosen."""
        desk.open_at_rest(row)
        self.open(desk, row)
        desk.rest()
        self.choose(desk)
        desk.rest()


def _nothing(_desk: OpenDesk, _row: CaseRow | None = None) -> None:
    pass


def _press(kind: type[QWidget], *names: str) -> Callable[[OpenDesk], None]:
    """Press the first button of these names."""

    def press(desk: OpenDesk) -> None:
        for name in names:
            try:
                return desk.press_button(button(desk.part(kind), name))
            except LookupError:
                continue
        raise LookupError(names)

    return press


def _step(tab: str) -> Callable[[OpenDesk, CaseRow], None]:
    return lambda desk, _row: desk.desk.composer.write(tab)


def _code(kind: type[QWidget], name: str, letters: str) -> Callable[[OpenDesk], None]:
    return lambda desk: pick(desk.part(kind), name, letters)


def _line(name: str) -> Callable[[OpenDesk, CaseRow], None]:
    return lambda desk, _row: glance_line(desk.desk.glance, name).click()


def _header(name: str) -> Callable[[OpenDesk, CaseRow], None]:
    return lambda desk, _row: button(desk.part(CaseHeader), name).click()


def _edit_and_ask(desk: OpenDesk, row: CaseRow) -> None:
    button(row_of(desk.desk.timeline, note_of(desk.view(row))), "Edit").click()
    desk.rest()
    button(desk.part(NoteEditor), "Delete this note").click()


def _plan(desk: OpenDesk, row: CaseRow) -> None:
    today = desk.context.today()
    for words in ("Call back", "Ask how it went"):
        desk.ask(lambda book, words=words: plan_follow_up(book, row.id, today, words))
    desk.shell.refresh()


CHOICES = (
    Choice(
        "action", (StepWriting, Composer), _step("action"),
        _code(StepWriting, "Action", "luister"), lambda desk: desk.save(), leaves="step",
    ),
    Choice(
        "referral", (StepWriting,), _step("referral"),
        _code(StepWriting, "Referral", "huisarts"), lambda desk: desk.save(), leaves="step",
    ),
    Choice("position", (CodeGlance,), _line("Position"), _nothing, _code(Glance, "Position", "freelance")),
    Choice("status", (Glance,), _nothing, _nothing, _press(Glance, "How the case stands: Waiting")),
    Choice("agreement", (Agreements,), _nothing, _nothing, _press(Agreements, "Recording: No"), leaves="consent"),
    Choice("follow-up done", (Agenda,), _plan, _nothing, _press(Agenda, "Done")),
    Choice("closing", (ClosingCard,), _header("Close case"), _nothing, _press(ClosingCard, "Close case")),
    Choice("reopening", (CaseHeader,), _nothing, _nothing, _press(CaseHeader, "Reopen"), of_closed=True),
    Choice(
        "destroying", (DestroyCard,), _header("Destroy"),
        _nothing, _press(DestroyCard, "Destroy case"), leaves="destruction", of_closed=True,
    ),
    Choice(
        "deleting a note", (NoteEditor,), _edit_and_ask,
        _nothing, _press(NoteEditor, "Delete for good"), leaves="erased",
    ),
)  # fmt: skip
