"""What a report says, in one language: the one content that the PDF and the workbook set in type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import (
    TOTAL,
    AudienceKind,
    Figure,
    NotShown,
    Release,
    ReleasedTable,
    ToDate,
    Unit,
)
from counsellor_desk.reports.guarantee import limits, promise
from counsellor_desk.reports.wording import Wording

HEADLINE = "T1"
NATURE = "T2"
ROLE = "T4"
NET_CHANGE = "net_change"


@dataclass(frozen=True, slots=True)
class LineText:
    """One figure with its words. The true number differs by at most ``window``; 0 = exact."""

    code: str
    label: str
    value: int
    window: int
    to_date: tuple[Figure, ...] = ()  # the same count over each further span of ``ReportText.columns``

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figure of the period and those of the spans to date."""
        return (Figure(self.code, self.value, self.window), *self.to_date)


@dataclass(frozen=True, slots=True)
class Group:
    """Lines of one kind inside a table; ``title`` is empty when the table has one kind only."""

    title: str
    lines: tuple[LineText, ...]


@dataclass(frozen=True, slots=True)
class TableText:
    """A released table in words."""

    id: str
    title: str
    note: str
    groups: tuple[Group, ...]
    total: LineText | None

    @property
    def lines(self) -> tuple[LineText, ...]:
        """All lines, without the total."""
        return tuple(line for group in self.groups for line in group.lines)


@dataclass(frozen=True, slots=True)
class ReportText:
    """Every word and figure of a report. ``marks`` stand on each page: practice and preview. ``columns`` names the
    period, and the half and year so far where the release gives their figures too."""

    title: str
    period: str
    columns: tuple[str, ...]
    audience: str
    marks: tuple[str, ...]
    headline: tuple[LineText, ...]
    tables: tuple[TableText, ...]
    reading: str
    rules: tuple[str, ...]
    guarantee: tuple[str, ...]
    limits: tuple[str, ...]
    check: tuple[str, ...]
    not_shown: tuple[str, ...]
    about: tuple[tuple[str, str], ...]
    check_code: str


def compose(release: Release, codebook: Codebook, wording: Wording) -> ReportText:
    """The report of ``release`` in the language of ``wording``."""
    tables = tuple(_table(table, release.to_date, codebook, wording) for table in release.tables)
    return ReportText(
        title=report_title(release, wording),
        period=capitalised(wording.period(release.period)),
        columns=columns(release, wording),
        audience=_audience(release, wording),
        marks=_marks(release, wording),
        headline=tuple(_headline(tables, wording)),
        tables=tuple(table for table in tables if table.id != HEADLINE),
        reading=wording.say("reading.rounding", base=release.certificate.base),
        rules=tuple(_rules(wording)),
        guarantee=tuple(promise(release, wording)),
        limits=tuple(limits(release, wording)),
        check=wording.lines("check.sentences", earlier=release.certificate.releases - 1),
        not_shown=tuple(_not_shown(release, wording)),
        about=tuple(_about(release, wording)),
        check_code=short_code(release.check_code) if release.published_on else "",
    )


def report_title(release: Release, wording: Wording) -> str:
    """The neutral title of a report: what it is and of when, not whose."""
    return wording.say("report.title", period=wording.period(release.period))


def capitalised(words: str) -> str:
    """The words as they begin a line."""
    return words[:1].upper() + words[1:]


def short_code(check_code: str) -> str:
    """The first sixteen characters of a check code in groups of four: enough to compare two papers by eye."""
    return " ".join(check_code[at : at + 4] for at in range(0, min(16, len(check_code)), 4))


def table_title(table_id: str, wording: Wording) -> str:
    """The title of a table; a part of a table without a title of its own ("T2b") bears that of the whole."""
    own = f"table.{table_id}"
    return wording.say(own if wording.has(own) else own.rstrip("abcdefghijklmnopqrstuvwxyz"))


def row_label(table: ReleasedTable, code: str, codebook: Codebook, wording: Wording) -> str:
    """The words of a row: a headline, an answer, the total, or a code of the code lists."""
    if code == TOTAL:
        return wording.say("row.total")
    if not table.code_list:
        return wording.say(f"headline.{code}")
    if wording.has(f"answer.{code}"):
        return wording.say(f"answer.{code}")
    return codebook.label(code, wording.language)


def columns(release: Release, wording: Wording) -> tuple[str, ...]:
    """Short names of the period and of the half and year so far, as quarters of the year."""

    def named(first: Period, last: Period) -> str:
        key = "period.quarter" if first == last else "period.quarters"
        return wording.say(key, first=str(first.index), last=str(last.index))

    quarters = release.period.quarters
    return (named(quarters[0], quarters[-1]), *(named(span.first, span.last) for span in release.to_date))


def _table(table: ReleasedTable, spans: Sequence[ToDate], codebook: Codebook, wording: Wording) -> TableText:
    same = [one for span in spans for one in span.tables if one.id == table.id]

    def line(figure: Figure) -> LineText:
        later = tuple(found for one in same for found in one.figures if found.code == figure.code)
        label = row_label(table, figure.code, codebook, wording)
        return LineText(figure.code, label, figure.value, figure.window, later)

    return TableText(
        id=table.id,
        title=table_title(table.id, wording),
        note=_note(table, wording),
        groups=tuple(_groups(tuple(line(figure) for figure in table.rows), wording)),
        total=line(table.total) if table.total else None,
    )


def _groups(lines: tuple[LineText, ...], wording: Wording) -> Iterator[Group]:
    """Lines by the letter before the point of their codes, where the report has a name for each letter."""
    parts = [(letter, tuple(part)) for letter, part in groupby(lines, key=lambda line: line.code.partition(".")[0])]
    if len(parts) > 1 and all(wording.has(f"group.{letter}") for letter, _ in parts):
        for letter, part in parts:
            yield Group(wording.say(f"group.{letter}"), part)
    else:
        yield Group("", lines)


def _note(table: ReleasedTable, wording: Wording) -> str:
    if table.unit is Unit.MINUTES:
        return wording.say("table_note.minutes")
    if all(figure.window == 0 for figure in table.rows):
        return wording.say("table_note.exact", unit=capitalised(wording.say(f"unit.{table.unit}")))
    kind = "adds_up" if table.additive else "each_own"
    return wording.say(f"table_note.{kind}", unit=wording.say(f"per.{table.unit}"))


def _headline(tables: tuple[TableText, ...], wording: Wording) -> Iterator[LineText]:
    """The key figures, and the change in running cases where the table itself does not give it."""
    lines = {line.code: line for table in tables if table.id == HEADLINE for line in table.lines}
    yield from lines.values()
    opened, closed = lines.get(Unit.NEW_CASES), lines.get(Unit.CLOSED_CASES)
    if opened and closed and NET_CHANGE not in lines:
        change = _change(opened, closed)
        later = tuple(_change(*pair) for pair in zip(opened.to_date, closed.to_date, strict=True))
        yield LineText(NET_CHANGE, wording.say(f"headline.{NET_CHANGE}"), change.value, change.window, later)


def _change(opened: LineText | Figure, closed: LineText | Figure) -> Figure:
    """The change in running cases: a difference of two published figures, whose margins add up."""
    return Figure(NET_CHANGE, opened.value - closed.value, opened.window + closed.window)


def _audience(release: Release, wording: Wording) -> str:
    if release.audience.kind is AudienceKind.SECTOR:
        return wording.say("report.for_sector")
    return wording.say("report.for_organisation", name=release.audience.name)


def _marks(release: Release, wording: Wording) -> tuple[str, ...]:
    replaces = release.corrections.replaces
    marks = (
        ("report.practice", release.practice),
        ("report.correction", replaces > 0),
        ("report.preview", release.published_on is None),
    )
    return tuple(wording.say(key, number=replaces) for key, holds in marks if holds)


def _rules(wording: Wording) -> Iterator[str]:
    nature, role = table_title(NATURE, wording), table_title(ROLE, wording)
    yield from wording.lines("rules.sentences", nature_table=nature, role_table=role)


def _not_shown(release: Release, wording: Wording) -> Iterator[str]:
    for reason in dict.fromkeys(withheld.reason for withheld in release.withheld):
        subjects = (_subject(withheld, wording) for withheld in release.withheld if withheld.reason == reason)
        # Several small organisations are named once: how many there are is nobody's business.
        yield wording.say(f"not_shown.{reason}", subject="; ".join(dict.fromkeys(subjects)))
    yield from wording.lines("not_shown.always")


def _subject(withheld: NotShown, wording: Wording) -> str:
    if withheld.subject.startswith(AudienceKind.ORGANISATION):
        return wording.say("not_shown.organisation")
    return table_title(withheld.subject, wording)


def _about(release: Release, wording: Wording) -> Iterator[tuple[str, str]]:
    def named(key: str, value: str) -> tuple[str, str]:
        return wording.say(f"about.{key}"), value

    period = release.period
    first, last = wording.day(period.first_day), wording.day(period.last_day)
    yield named("period", wording.say("about.days", first=first, last=last))
    sector = release.audience.kind is AudienceKind.SECTOR
    yield named("audience", wording.say("about.sector") if sector else release.audience.name)
    yield named("office", wording.say("about.office_unnamed"))
    if release.published_on is None:
        yield named("published", wording.say("about.not_published"))
    else:
        yield named("number", str(release.number))
        yield named("published", wording.day(release.published_on))
        yield named("check_code", release.check_code)
    if release.corrections.replaces:
        yield named("replaces", str(release.corrections.replaces))
    yield named("codebook", release.codebook)
    yield named("plan", release.plan)
