"""A list of any length that costs the same at any length: a handful of widgets over plain rows.

``heights`` knows how high each row is, or guesses; ``sight`` which rows are in sight and where (both plain Python);
``row`` what a row and its widget are; ``pool`` keeps the widgets, which show one row after another; ``heard`` tells
assistive technology what they are; ``row_list`` is the widget that brings it together.
"""
