"""The timeline as plain rows: every entry once, in order, under its month, and every word of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from counsellor_desk.casework.model import ContactId, NoteClass, NoteId, StepId, StepKind
from counsellor_desk.casework.views import ContactEntry, NoteEntry, StepEntry, TimelineEntry
from counsellor_desk.desk.pages.case.timeline_rows import (
    PART,
    Amending,
    End,
    Entry,
    Month,
    Part,
    TimelineRow,
    Writing,
    note_of,
    parts_of,
    rows_of,
)

NEWEST = date(2026, 11, 23)


def contact(number: int, on: date, text: str = "", codes: tuple[str, ...] = ("D.LUI",)) -> ContactEntry:
    note = NoteId(number) if text else None
    note_class = NoteClass.FILE if text else None
    return ContactEntry(ContactId(number), on, None, 20, "M.TEL", "W.MEL", codes, note, note_class, text, 0)


def note(number: int, on: date, text: str) -> NoteEntry:
    return NoteEntry(NoteId(number), on, datetime(2026, 11, 23, 9), NoteClass.AID, text, 0)


def step(number: int, on: date, text: str = "") -> StepEntry:
    return StepEntry(StepId(number), on, StepKind.ACTION, "D.LUI", None)


def without_breaks(text: str) -> str:
    return text.replace("\n", "")


@st.composite
def timelines(draw: st.DrawFn) -> tuple[TimelineEntry, ...]:
    kinds = st.sampled_from([contact, note, step])
    texts = st.builds(
        lambda word, times: word * times, st.text("ab \né", min_size=1, max_size=9), st.integers(0, 900)
    )
    days = sorted(draw(st.lists(st.integers(0, 400), max_size=8)))
    return tuple(
        draw(kinds)(number + 1, NEWEST - timedelta(days=day), draw(texts)) for number, day in enumerate(days)
    )


def entries(rows: Sequence[TimelineRow]) -> list[TimelineEntry]:
    return [row.entry for row in rows if isinstance(row, Entry)]


@given(timelines())
def test_every_entry_has_its_row_in_order(timeline: tuple[TimelineEntry, ...]) -> None:
    rows = rows_of(timeline)

    assert tuple(entries(rows)) == timeline
    assert rows[0] == Writing()
    assert rows[-1] == End(is_empty=not timeline)


@given(timelines())
def test_every_entry_stands_under_its_month_and_every_month_once(timeline: tuple[TimelineEntry, ...]) -> None:
    month: date | None = None
    seen = []
    for row in rows_of(timeline):
        if isinstance(row, Month):
            month = row.on
            seen.append(month)
        elif isinstance(row, Entry):
            assert month == row.entry.on.replace(day=1)

    assert len(set(seen)) == len(seen)


@given(timelines())
def test_no_two_rows_have_the_same_key(timeline: tuple[TimelineEntry, ...]) -> None:
    amended = next((note_of(entry) for entry in timeline if note_of(entry)), None)
    for rows in (rows_of(timeline), rows_of(timeline, amended)):
        keys = [row.key for row in rows]
        assert len(set(keys)) == len(keys)


@given(timelines())
def test_every_word_and_code_of_an_entry_is_in_its_rows(timeline: tuple[TimelineEntry, ...]) -> None:
    rows = rows_of(timeline)
    for entry in timeline:
        own = [row for row in rows if isinstance(row, Entry | Part) and entry.id in (*_of(row),)]
        own = [row for row in own if _is_of(row, entry)]
        text = "" if isinstance(entry, StepEntry) else entry.text
        codes = entry.codes if isinstance(entry, ContactEntry) else ()
        assert without_breaks("".join(row.words for row in own)) == without_breaks(text)
        assert [row.codes for row in own if row.codes] == ([codes] if codes else [])
        assert [row.goes_on for row in own] == [True] * (len(own) - 1) + [False]


def _of(row: Entry | Part) -> tuple[object, ...]:
    key = row.key if isinstance(row, Entry) else row.of
    assert isinstance(key, tuple)
    return key


def _is_of(row: Entry | Part, entry: TimelineEntry) -> bool:
    return _of(row) == (type(entry).__name__, entry.id)


def test_the_line_ends_with_the_last_entry() -> None:
    rows = rows_of((contact(2, NEWEST, "Short."), contact(1, NEWEST, "word " * PART)))

    ends = [(type(row), row.is_last) for row in rows if isinstance(row, Entry | Part)]

    assert ends[0] == (Entry, False)
    assert len(ends) > 3
    assert {is_last for _kind, is_last in ends[1:]} == {True}


def test_a_note_that_is_amended_shows_its_editor_instead_of_its_words() -> None:
    rows = rows_of((contact(2, NEWEST, "word " * PART), contact(1, NEWEST, "Other.")), NoteId(2))

    kinds = [type(row) for row in rows]
    assert kinds == [Writing, Month, Entry, Amending, Entry, End]
    assert [row.words for row in rows if isinstance(row, Entry)] == ["", "Other."]


def test_rows_of_the_same_timeline_are_equal_and_of_a_changed_one_differ_where_it_changed() -> None:
    before = rows_of((contact(2, NEWEST, "Two."), contact(1, NEWEST, "One.")))
    again = rows_of((contact(2, NEWEST, "Two."), contact(1, NEWEST, "One.")))
    after = rows_of((contact(2, NEWEST, "Two!"), contact(1, NEWEST, "One.")))

    assert before == again
    assert [one == other for one, other in zip(before, after, strict=True)] == [True, True, False, True, True]


LONG = st.builds(lambda piece, times: piece * times, st.text("ab \né", min_size=1, max_size=30), st.integers(0, 600))


@given(LONG)
def test_parts_hold_the_whole_text_and_are_never_too_long(text: str) -> None:
    parts = parts_of(text)

    assert without_breaks("".join(parts)) == without_breaks(text)
    assert max(map(len, parts)) <= PART


@given(st.lists(st.text("ab ", max_size=80), min_size=1, max_size=120))
def test_a_text_in_lines_is_parted_between_lines(lines: list[str]) -> None:
    text = "\n".join(lines)

    assert "\n".join(parts_of(text)) == text


def test_letters_without_a_blank_are_parted_anywhere() -> None:
    assert [len(part) for part in parts_of("x" * 200_000)] == [PART] * 100
