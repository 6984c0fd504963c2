"""How periods, tables and rows of figures are called in the window. The report has its own words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from counsellor_desk.codebook import Codebook, CodeUnknown
from counsellor_desk.desk.i18n import QT_TRANSLATE_NOOP
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import TOTAL, Audience, AudienceKind, NotShown, Release

_PERIODS = {
    "Q1": QT_TRANSLATE_NOOP("Figures", "first quarter {year}"),
    "Q2": QT_TRANSLATE_NOOP("Figures", "second quarter {year}"),
    "Q3": QT_TRANSLATE_NOOP("Figures", "third quarter {year}"),
    "Q4": QT_TRANSLATE_NOOP("Figures", "fourth quarter {year}"),
    "H1": QT_TRANSLATE_NOOP("Figures", "first half of {year}"),
    "H2": QT_TRANSLATE_NOOP("Figures", "second half of {year}"),
    "Y1": QT_TRANSLATE_NOOP("Figures", "the year {year}"),
}
_SHORT = {
    "Q1": QT_TRANSLATE_NOOP("Figures", "{year}, quarter 1"),
    "Q2": QT_TRANSLATE_NOOP("Figures", "{year}, quarter 2"),
    "Q3": QT_TRANSLATE_NOOP("Figures", "{year}, quarter 3"),
    "Q4": QT_TRANSLATE_NOOP("Figures", "{year}, quarter 4"),
    "H1": QT_TRANSLATE_NOOP("Figures", "{year}, first half"),
    "H2": QT_TRANSLATE_NOOP("Figures", "{year}, second half"),
    "Y1": QT_TRANSLATE_NOOP("Figures", "{year}, year"),
}
_TABLES = {
    "T1": QT_TRANSLATE_NOOP("Figures", "Key figures"),
    "T2": QT_TRANSLATE_NOOP("Figures", "What it was about"),
    "T4": QT_TRANSLATE_NOOP("Figures", "In which role somebody came"),
    "T5": QT_TRANSLATE_NOOP("Figures", "Tie to the work"),
    "T7a": QT_TRANSLATE_NOOP("Figures", "Whom it was about"),
    "T7b": QT_TRANSLATE_NOOP("Figures", "Same organisation or another link"),
    "T8": QT_TRANSLATE_NOOP("Figures", "Where it happened"),
    "T11": QT_TRANSLATE_NOOP("Figures", "What was done"),
    "T13": QT_TRANSLATE_NOOP("Figures", "How it ended"),
    "T13b": QT_TRANSLATE_NOOP("Figures", "Aftercare"),
    "T13c": QT_TRANSLATE_NOOP("Figures", "Retaliation after reporting"),
    "T14": QT_TRANSLATE_NOOP("Figures", "Information and prevention"),
    "T14m": QT_TRANSLATE_NOOP("Figures", "Time for information and prevention"),
}
_ROWS = {
    TOTAL: QT_TRANSLATE_NOOP("Figures", "Total"),
    "new_cases": QT_TRANSLATE_NOOP("Figures", "New cases"),
    "closed_cases": QT_TRANSLATE_NOOP("Figures", "Closed cases"),
    "persons": QT_TRANSLATE_NOOP("Figures", "Persons"),
    "cases_with_contact": QT_TRANSLATE_NOOP("Figures", "Cases with contact"),
    "net_change": QT_TRANSLATE_NOOP("Figures", "Change in running cases"),
    "activities": QT_TRANSLATE_NOOP("Figures", "Activities"),
    "minutes": QT_TRANSLATE_NOOP("Figures", "Minutes of activities"),
    "yes": QT_TRANSLATE_NOOP("Figures", "Yes"),
    "no": QT_TRANSLATE_NOOP("Figures", "No"),
    "unknown": QT_TRANSLATE_NOOP("Figures", "Not known"),
}
_NOT_KNOWN = ("NB", "ONB")
_MOST_NAMED = 3
_WITHHELD = {
    "population": QT_TRANSLATE_NOOP("Figures", "{subject}: too few people to stand apart."),
    "not_proven": QT_TRANSLATE_NOOP("Figures", "{subject}: the protection could not be proven."),
    "no_cases": QT_TRANSLATE_NOOP("Figures", "{subject}: nothing to count in this period."),
}


def period_name(period: Period) -> str:
    """The period in the middle of a sentence: "third quarter 2026"."""
    return _say(_PERIODS[_part(period)]).format(year=period.year)


def period_label(period: Period) -> str:
    """The period on a chip or in a list: "2026, quarter 3"."""
    return _say(_SHORT[_part(period)]).format(year=period.year)


def audience_name(audience: Audience) -> str:
    """Whom it is for: the sector, or the organisation's own name."""
    if audience.kind is AudienceKind.SECTOR:
        return QCoreApplication.translate("Figures", "The sector")
    return audience.name


def table_name(table_id: str) -> str:
    """The title of a table; a part without a title of its own bears that of the whole."""
    title = _TABLES.get(table_id) or _TABLES.get(table_id.rstrip("abcdefghijklmnopqrstuvwxyz"))
    return _say(title) if title else table_id


def row_name(code: str, codebook: Codebook, language: str) -> str:
    """The words of a row: a headline, an answer, the total, or the label of a code."""
    if code in _ROWS:
        return _say(_ROWS[code])
    try:
        return codebook.label(code, language)
    except CodeUnknown:  # a row the plan adds to the list, as "not known"
        return _say(_ROWS["unknown"]) if code in _NOT_KNOWN else code


def withheld_sentences(withheld: Iterable[NotShown]) -> tuple[str, ...]:
    """Why a table is not shown, one sentence per reason. Organisations are counted elsewhere, not listed."""
    subjects: dict[str, list[str]] = {}
    for item in withheld:
        if not item.subject.startswith(AudienceKind.ORGANISATION):
            subjects.setdefault(item.reason, []).append(table_name(item.subject))
    return tuple(
        _say(_WITHHELD.get(reason, _WITHHELD["not_proven"])).format(subject=_listed(tuple(dict.fromkeys(names))))
        for reason, names in subjects.items()
    )


def figures_in(release: Release) -> int:
    """How many numbers leave with ``release``, sums over the year so far included."""
    return len(release.figures)


def tables_phrase(count: int) -> str:
    """So many tables."""
    return QCoreApplication.translate("Figures", "%n table(s)", None, count)


def figures_phrase(count: int) -> str:
    """So many figures."""
    return QCoreApplication.translate("Figures", "%n figure(s)", None, count)


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(names) if len(names) <= _MOST_NAMED else tables_phrase(len(names))


def _part(period: Period) -> str:
    """Which part of a year: "Q3", "H1", "Y1"."""
    return f"{period.kind}{period.index}"


def _say(marked: str) -> str:
    """The words marked for translation above, in the language of the window."""
    return QCoreApplication.translate("Figures", marked)
