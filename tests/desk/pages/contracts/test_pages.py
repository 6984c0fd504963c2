"""What every page and every panel promises while it is read, and when it comes."""

from __future__ import annotations

import inspect
import pkgutil
from importlib import import_module
from typing import Any

import pytest
from PySide6.QtCore import Qt

from counsellor_desk.desk import pages
from counsellor_desk.desk.kit.attention import has_attention
from counsellor_desk.desk.kit.card import Scroll
from counsellor_desk.desk.kit.panel import Panel
from counsellor_desk.desk.model.place import Place
from counsellor_desk.desk.page import Page
from tests.desk.pages.at_cases import words
from tests.desk.pages.contracts.open_desk import OpenDesk, focus, named
from tests.desk.pages.contracts.pages import OF_BACKUPS, PAGES, PANELS, PanelRow
from tests.desk.pages.contracts.test_focus import assert_can_be_read, assert_harmless
from tests.desk.pages.desk_at_work import stand_still

every_page = pytest.mark.parametrize(("number", "page"), tuple(enumerate(PAGES.values(), start=1)))
every_panel = pytest.mark.parametrize("panel", PANELS, ids=str)


def test_every_page_and_every_panel_is_in_a_table() -> None:
    known = {*PAGES, *(panel.kind for panel in PANELS), *OF_BACKUPS}

    assert {kind.__name__ for kind in page_classes() - known} == set()


@every_page
def test_ctrl_and_a_digit_leads_to_where_one_reads_or_writes(desk: OpenDesk, number: int, page: Place) -> None:
    desk.press(Qt.Key(Qt.Key.Key_0.value + number), Qt.KeyboardModifier.ControlModifier)
    desk.rest()

    assert has_attention(desk.shell.page(page.key)), named(focus())
    assert_can_be_read(focus())
    assert_harmless(desk)


@every_panel
def test_while_a_panel_is_read_it_holds_nothing_of_the_former_case(desk: OpenDesk, panel: PanelRow) -> None:
    one, other = panel.cases(desk)
    desk.open_at_rest(other)
    desk.note(one), desk.note(other)
    desk.hold()
    panel.open(desk, other)
    before = said(desk, panel)
    desk.let_all_go()
    desk.open_at_rest(one)
    panel.open(desk, one)
    desk.rest()
    desk.hold()

    panel.open(desk, other)

    assert said(desk, panel) - before == set()
    desk.let_all_go()


@every_panel
def test_a_panel_opens_at_its_top_with_the_keyboard_in_it(desk: OpenDesk, panel: PanelRow) -> None:
    one, other = panel.cases(desk)
    desk.shell.resize(1280, 420)
    desk.open_at_rest(one)
    panel.open(desk, one)
    desk.rest()
    stand_still(desk.qtbot, desk.shell)
    bar = desk.part(Panel).findChildren(Scroll)[0].verticalScrollBar()
    bar.setValue(bar.maximum())
    desk.escape()
    desk.open_at_rest(other)

    panel.open(desk, other)
    desk.rest()
    stand_still(desk.qtbot, desk.shell)

    assert bar.value() == 0
    assert has_attention(desk.part(Panel)), named(focus())


def said(desk: OpenDesk, panel: PanelRow) -> set[str]:
    """What one reads in the panel, and in its fields."""
    _chosen, fields = desk.filled_in(panel.kind)
    return {*words(desk.part(panel.kind)), *fields.values()}


def page_classes() -> set[type[Page[Any]]]:
    """All there are."""
    modules = (import_module(one.name) for one in pkgutil.walk_packages(pages.__path__, f"{pages.__name__}."))
    found = (kind for module in modules for _name, kind in inspect.getmembers(module, inspect.isclass))
    return {kind for kind in found if issubclass(kind, Page) and kind is not Page}
