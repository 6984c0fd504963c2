"""Where the keyboard's attention is, after opening, saving and closing: by one rule, on every form.

The rule stands in ``kit/attention.py``: on what one writes or reads next, never on a control that changes a record.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from counsellor_desk.casework.views import CaseRow
from counsellor_desk.desk.kit.attention import has_attention
from tests.desk.pages.contracts.choices import CHOICES, Choice
from tests.desk.pages.contracts.forms import FORMS, Form
from tests.desk.pages.contracts.open_desk import OpenDesk, focus, named
from tests.desk.pages.contracts.test_words import FIRST, fill_in

every_form = pytest.mark.parametrize("form", FORMS, ids=str)
every_choice = pytest.mark.parametrize("choice", CHOICES, ids=str)


@every_form
def test_after_opening_one_is_in_the_form_in_a_field_in_sight(desk: OpenDesk, one: CaseRow, form: Form) -> None:
    desk.open_at_rest(one)

    form.open(desk, one)

    assert has_attention(desk.part(form.kind)), named(focus())
    assert_can_be_read(focus())


@every_form
def test_after_saving_one_is_where_one_goes_on(desk: OpenDesk, one: CaseRow, form: Form) -> None:
    desk.open_at_rest(one)
    form.open(desk, one)
    fill_in(form, desk, FIRST)

    form.save(desk)
    desk.rest()

    assert form.then in named(focus())
    assert_can_be_read(focus())
    assert_harmless(desk)


@every_form
def test_after_escape_one_is_where_nothing_is_changed(desk: OpenDesk, one: CaseRow, form: Form) -> None:
    desk.open_at_rest(one)
    form.open(desk, one)
    form.write(desk, FIRST)

    desk.escape()
    desk.rest()

    assert_can_be_read(focus())
    assert_harmless(desk)


@every_choice
def test_after_a_choice_one_is_still_on_it_or_where_nothing_is_changed(desk: OpenDesk, choice: Choice) -> None:
    row, _other = choice.cases(desk)
    choice.ready(desk, row)

    choice.keep(desk)
    pressed = focus()
    desk.rest()

    assert_can_be_read(focus())
    if focus() is not pressed:
        assert_harmless(desk)


def assert_can_be_read(widget: QWidget | None) -> None:
    """Something has the attention, which has a name and is in sight."""
    assert widget is not None
    assert widget.accessibleName(), named(widget)
    assert not widget.visibleRegion().isEmpty(), named(widget)


def assert_harmless(desk: OpenDesk) -> None:
    """A key too many changes no record."""
    before, here = desk.records(), named(focus())

    desk.press(Qt.Key.Key_Space)
    desk.rest()

    assert desk.records() == before, here
