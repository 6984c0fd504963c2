"""Reads code lists from CSV files and proves them sound before anybody uses them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from io import StringIO
from pathlib import Path
from types import MappingProxyType

from counsellor_desk.codebook.errors import CodebookFault
from counsellor_desk.codebook.model import LANGUAGES, Code, Codebook

CROSSWALKS = ("mores6", "cov", "ioa", "c190", "be", "bios")
COLUMNS = (
    *("code", "parent", "rollup", "valid_from", "valid_to"),
    *(f"label_{language}" for language in LANGUAGES),
    *CROSSWALKS,
    "source",
)
_CODE = re.compile(r"[A-Z0-9]+(\.[A-Z0-9]+)?")
_LONGEST_CODE = 12
_VERSION = re.compile(r"\d{4}\.\d+")
_VERSION_FILE = "VERSION"

_Place = tuple[str, int]  # file name, line from 1


def is_code(text: str) -> bool:
    """Whether a list of codes could have it."""
    return len(text) <= _LONGEST_CODE and _CODE.fullmatch(text) is not None


def load(folder: Path) -> Codebook:
    """The code lists of a folder: ``VERSION`` and one ``<list name in lower case>.csv`` for each list.

    Raises: CodebookFault.
    """
    return parse({path.name: _bytes(path) for path in (folder / _VERSION_FILE, *sorted(folder.glob("*.csv")))})


def parse(files: Mapping[str, bytes]) -> Codebook:
    """The code lists in ``files``, file name to content.

    Raises: CodebookFault.
    """
    version = _text(_VERSION_FILE, files.get(_VERSION_FILE, b"")).strip()
    if not _VERSION.fullmatch(version):
        raise CodebookFault(_VERSION_FILE, 1, "bad_version")
    lists: dict[str, list[Code]] = {}
    places: dict[str, _Place] = {}
    for file, content in files.items():
        if file == _VERSION_FILE:
            continue
        name = file.removesuffix(".csv").upper()
        lists[name] = []
        for line, code in _codes(name, file, _text(file, content)):
            if code.code in places:
                raise CodebookFault(file, line, "duplicate")
            places[code.code] = (file, line)
            lists[name].append(code)
        if not lists[name]:
            raise CodebookFault(file, 0, "empty")
    if not lists:
        raise CodebookFault("*.csv", 0, "missing_file")
    for codes in lists.values():
        _check_relations(codes, places)
    return Codebook(version, lists)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise CodebookFault(path.name, 0, "missing_file") from None


def _text(file: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")  # spreadsheets put a byte order mark in front
    except UnicodeDecodeError as error:
        raise CodebookFault(file, content.count(b"\n", 0, error.start) + 1, "not_utf8") from None


def _codes(list_name: str, file: str, text: str) -> Iterator[tuple[int, Code]]:
    rows = csv.reader(StringIO(text, newline=""), strict=True)
    try:
        header = next(rows, None)
        if header is None:
            raise CodebookFault(file, 0, "empty")
        if not set(COLUMNS) <= set(header):
            raise CodebookFault(file, 1, "missing_column")
        for row in rows:
            if not row:
                continue
            if len(row) != len(header):
                raise CodebookFault(file, rows.line_num, "bad_row")
            yield rows.line_num, _code(list_name, dict(zip(header, row, strict=True)), (file, rows.line_num))
    except csv.Error:
        raise CodebookFault(file, rows.line_num, "bad_row") from None


def _code(list_name: str, row: Mapping[str, str], place: _Place) -> Code:
    code = row["code"]
    if not is_code(code):
        raise CodebookFault(*place, "bad_code")
    labels = {language: row[f"label_{language}"] for language in LANGUAGES}
    if not all(label.strip() for label in labels.values()):
        raise CodebookFault(*place, "missing_label")
    if not all(label.isprintable() and label == label.strip() for label in labels.values()):
        raise CodebookFault(*place, "bad_label")
    valid_from = _day(row["valid_from"], place)
    valid_to = _day(row["valid_to"], place) if row["valid_to"] else None
    if valid_to is not None and valid_to < valid_from:
        raise CodebookFault(*place, "bad_date")
    return Code(
        list=list_name,
        code=code,
        parent=row["parent"] or None,
        rollup=row["rollup"],
        valid_from=valid_from,
        valid_to=valid_to,
        labels=MappingProxyType(labels),
        crosswalks=MappingProxyType({name: row[name] for name in CROSSWALKS if row[name]}),
        source=row["source"],
    )


def _day(text: str, place: _Place) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CodebookFault(*place, "bad_date") from None


def _check_relations(codes: Iterable[Code], places: Mapping[str, _Place]) -> None:
    """Parents and roll-ups stay within the list, parents end somewhere, a public category is its own roll-up."""
    by_code = {code.code: code for code in codes}
    for code in by_code.values():
        place = places[code.code]
        if code.rollup not in by_code:
            raise CodebookFault(*place, "unknown_rollup")
        if by_code[code.rollup].rollup != code.rollup:
            raise CodebookFault(*place, "rollup_chain")
        if code.parent is not None and code.parent not in by_code:
            raise CodebookFault(*place, "unknown_parent")
    for code in by_code.values():
        above, seen = code.parent, {code.code}
        while above is not None:
            if above in seen:
                raise CodebookFault(*places[code.code], "cycle")
            seen.add(above)
            above = by_code[above].parent
