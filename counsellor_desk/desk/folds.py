"""How the desk folds when there is little room, and stops growing when there is much: all of it in one table.

Widths in device-independent pixels, of the window or of the page. What unfolds does so from its width on.
"""

from __future__ import annotations

SMALLEST = (640, 400)
"""The least window in which every page can be used. On a smaller screen the window is smaller yet."""

RAIL_WORDS_FROM = 1120
"""Of the window: the rail has words beside its icons."""

LEAST_PAGE = 440
"""What a page needs beside an open panel. Where there is less, the panel takes the place of the page."""

CARDS_BESIDE_FROM = 640
"""Of a page with a column of cards: they stand beside what it is about, not below it."""

LIST_BESIDE_FROM = 700
"""Of the page of cases: the list stands beside the case. Below, one sees the one or the other."""

GLANCE_BESIDE_FROM = 1000
"""Of the page of cases: "at a glance" stands beside list and case, not in the place of one of them."""

LEAST_CASE = 370
"""A case beside its list."""

MOST_CASE = 720
"""What is written and told of a case is no wider."""

FIGURES_CARDS_BESIDE_FROM = 860
"""Of the page of figures: the cards about a report stand beside it, not below what is chosen."""

LEAST_FIGURES = 560
"""Of the page of figures, beside an open panel."""

MOST_LIST = 860
"""A list of rows, from its first word to its last, is no wider: the eye would lose its line."""

READABLE = 70
"""A line of text is no wider than so many letters of average width, which makes some 90 of a text; more is hard to
read."""

MOST_FORM = 560
"""A form in a panel is no wider."""
