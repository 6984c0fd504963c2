"""Which pages the desk has, in the order of the rail. Settings come from the window itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from counsellor_desk.desk.model import place
from counsellor_desk.desk.page import PageSpec
from counsellor_desk.desk.pages.activities.page import ActivitiesPage
from counsellor_desk.desk.pages.case.page import CasesPage
from counsellor_desk.desk.pages.figures.page import FiguresPage
from counsellor_desk.desk.pages.today.page import TodayPage


def page_list() -> tuple[PageSpec, ...]:
    """The pages, named in the language of the moment."""
    translate = QCoreApplication.translate
    return (
        PageSpec(place.Today(), translate("Pages", "Today"), "today", TodayPage),
        PageSpec(place.Cases(), translate("Pages", "Cases"), "cases", CasesPage),
        PageSpec(place.Figures(), translate("Pages", "Figures"), "figures", FiguresPage),
        PageSpec(place.Activities(), translate("Pages", "Activities"), "activities", ActivitiesPage),
    )
