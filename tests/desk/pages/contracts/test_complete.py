"""No form is forgotten: every class that holds a field is in a table, or named here with the reason why not."""

from __future__ import annotations

import inspect
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from counsellor_desk.desk import kit, pages
from counsellor_desk.desk.kit.reading import ReadingText
from counsellor_desk.desk.pages.activities.page import ActivitiesPage
from counsellor_desk.desk.pages.case.case_list import CaseList
from counsellor_desk.desk.pages.figures.choice import FiguresChoice
from counsellor_desk.desk.pages.settings.page import SettingsPage
from counsellor_desk.desk.pages.today.sheet_card import SheetCard
from tests.desk.pages.contracts.choices import CHOICES
from tests.desk.pages.contracts.forms import FORMS

ONLY_READS = {CaseList, ActivitiesPage, FiguresChoice}  # what is typed or chosen here says what one sees
AT_ONCE = {SettingsPage}  # of this computer, not of a case; each choice holds at once
NEVER_KEPT = {SheetCard}  # groups of the recovery sheet are looked at and forgotten


def test_every_class_that_holds_a_field_is_in_a_table() -> None:
    known = {part for form in (*FORMS, *CHOICES) for part in form.made_of}

    forgotten = {kind.__name__ for kind in with_a_field()} - {
        kind.__name__ for kind in known | ONLY_READS | AT_ONCE | NEVER_KEPT
    }

    assert forgotten == set()


def with_a_field() -> Iterator[type[QWidget]]:
    """The widgets of the pages that make a field where one types or chooses, or keep a draft."""
    names = [kind.__name__ for kind in widgets(kit) if is_field(kind)]
    makes_one = re.compile(rf"\b({'|'.join(names)}|form_of)(\[\w+\])?\(")
    return (kind for kind in widgets(pages) if makes_one.search(inspect.getsource(kind)))


def is_field(kind: type[QWidget]) -> bool:
    """Whether one can type or choose in it."""
    return (issubclass(kind, QLineEdit | QPlainTextEdit) or hasattr(kind, "changed")) and kind is not ReadingText


def widgets(room: ModuleType) -> Iterator[type[QWidget]]:
    """The widgets of a room, also of the rooms in it."""
    for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
        for _name, kind in inspect.getmembers(import_module(module.name), inspect.isclass):
            if kind.__module__ == module.name and issubclass(kind, QWidget):
                yield kind
