"""Every page of the desk and every panel, and how one opens it for a case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from counsellor_desk.casework.views import CaseRow
from counsellor_desk.desk.model import place
from counsellor_desk.desk.page import Page
from counsellor_desk.desk.pages.activities.page import ActivitiesPage
from counsellor_desk.desk.pages.case.closing import ClosingCard
from counsellor_desk.desk.pages.case.destroying import DestroyCard
from counsellor_desk.desk.pages.case.note_history import NoteHistory
from counsellor_desk.desk.pages.case.page import CasesPage
from counsellor_desk.desk.pages.figures.page import FiguresPage
from counsellor_desk.desk.pages.settings.gone_for_good import GoneForGoodPanel
from counsellor_desk.desk.pages.settings.page import SettingsPage
from counsellor_desk.desk.pages.settings.restore import RestorePanel
from counsellor_desk.desk.pages.settings.strangers import StrangersPanel
from counsellor_desk.desk.pages.today.page import TodayPage
from counsellor_desk.desk.pages.writing.contact_card import ContactCard
from counsellor_desk.desk.pages.writing.identity import IdentityForm
from counsellor_desk.desk.pages.writing.intake import IntakePage
from tests.desk.pages.contracts.open_desk import OpenDesk

PAGES: dict[type[Page[Any]], place.Place] = {
    TodayPage: place.Today(),
    CasesPage: place.Cases(),
    FiguresPage: place.Figures(),
    ActivitiesPage: place.Activities(),
    SettingsPage: place.Settings(),
}
"""The pages of the rail."""

OF_BACKUPS = {RestorePanel, GoneForGoodPanel, StrangersPanel}
"""Panels of a vault that has backups, which the practice has not: tests/desk/pages/test_backups.py."""


@dataclass(frozen=True, slots=True)
class PanelRow:
    """A panel; ``open`` asks for it, for a case that is in sight and may be a closed one."""

    kind: type[Page[Any]]
    open: Callable[[OpenDesk, CaseRow], None]
    of_closed: bool = False

    def __str__(self) -> str:
        return self.kind.__name__

    def cases(self, desk: OpenDesk) -> tuple[CaseRow, CaseRow]:
        """Two cases it can be opened for."""
        first, second = desk.closed[:2] if self.of_closed else desk.open[1:3]
        return first, second


def _history(desk: OpenDesk, row: CaseRow) -> None:
    desk.shell.open_panel("Earlier versions", desk.desk.timeline.history(), desk.note(row))


PANELS = (
    PanelRow(ContactCard, lambda desk, row: desk.shell.open_contact_card(row.id)),
    PanelRow(IntakePage, lambda desk, _row: desk.page._on_new()),
    PanelRow(IdentityForm, lambda desk, row: desk.shell.open_panel("Name", desk.desk.glance.people.form(), row.id)),
    PanelRow(ClosingCard, lambda desk, row: desk.shell.open_panel("Close", desk.desk._closing(), row.id)),
    PanelRow(DestroyCard, lambda desk, row: desk.shell.open_panel("Destroy", desk.desk._destroying(), row.id), True),
    PanelRow(NoteHistory, _history),
)
