from __future__ import annotations

from pathlib import Path

import pytest

from counsellor_desk.codebook import CodebookFault, load
from counsellor_desk.codebook.reader import COLUMNS, parse

from .lists import files, row, table

HEADER = ",".join(COLUMNS).encode()


def fault(content: dict[str, bytes]) -> tuple[object, object, object]:
    with pytest.raises(CodebookFault) as caught:
        parse(content)
    params = caught.value.params
    return params["file"], params["line"], params["problem"]


@pytest.mark.parametrize(
    ("content", "line", "problem"),
    [
        pytest.param(table(row("A"), row("B"), row("A")), 4, "duplicate", id="the same code twice"),
        pytest.param(table(row("A"), row("B", parent="Z")), 3, "unknown_parent", id="a parent nobody knows"),
        pytest.param(table(row("A", parent="A")), 2, "cycle", id="its own parent"),
        pytest.param(
            table(row("C"), row("A", parent="B"), row("B", parent="A")), 3, "cycle", id="parents in a circle"
        ),
        pytest.param(table(row("A"), row("B", rollup="Z")), 3, "unknown_rollup", id="a category nobody knows"),
        pytest.param(table(row("A", rollup="")), 2, "unknown_rollup", id="no category"),
        pytest.param(
            table(row("A"), row("B", rollup="A"), row("C", rollup="B")), 4, "rollup_chain", id="not a category itself"
        ),
        pytest.param(table(row("A"), row("B", label_en="")), 3, "missing_label", id="no English"),
        pytest.param(table(row("A"), row("B", label_nl="  ")), 3, "missing_label", id="blank Dutch"),
        pytest.param(table(row("A", label_nl="Naam ")), 2, "bad_label", id="a trailing space"),
        pytest.param(table(row("A", label_nl="Na\0am")), 2, "bad_label", id="a NUL"),
        pytest.param(table(row("A", label_nl="Na\u202eam")), 2, "bad_label", id="a change of direction"),
        pytest.param(table(row("a")), 2, "bad_code", id="a small letter"),
        pytest.param(table(row("")), 2, "bad_code", id="no code"),
        pytest.param(table(row("SI.É")), 2, "bad_code", id="an accent"),
        pytest.param(table(row("ABCDEF.GHIJKL")), 2, "bad_code", id="thirteen characters"),
        pytest.param(table(row("A", valid_from="")), 2, "bad_date", id="no first day"),
        pytest.param(table(row("A"), row("B", valid_from="2026-02-30")), 3, "bad_date", id="no such day"),
        pytest.param(table(row("A", valid_to="2025-12-31")), 2, "bad_date", id="ends before it starts"),
        pytest.param(table(row("A"), "B,,B"), 3, "bad_row", id="a short row"),
        pytest.param(table(row("A"), row("B", source='"open')), 3, "bad_row", id="an open quotation mark"),
        pytest.param(table(row("A"), row("B", source="x" * 200_000)), 3, "bad_row", id="an endless field"),
        pytest.param(HEADER + b"\n", 0, "empty", id="a header alone"),
        pytest.param(b"", 0, "empty", id="nothing at all"),
        pytest.param(HEADER.replace(b"label_en", b"label_fr"), 1, "missing_column", id="a column missing"),
        pytest.param(table(row("A"), row("B")) + b"\xff", 4, "not_utf8", id="not UTF-8"),
    ],
)
def test_a_faulty_list_is_refused_by_file_line_and_problem(content: bytes, line: int, problem: str) -> None:
    assert fault(files(colour=content)) == ("colour.csv", line, problem)


def test_a_code_of_another_list_is_a_duplicate_too() -> None:
    assert fault(files(colour=table(row("A")), shape=table(row("B"), row("A")))) == ("shape.csv", 3, "duplicate")


def test_a_parent_in_another_list_is_unknown() -> None:
    content = files(colour=table(row("A")), shape=table(row("B", parent="A")))

    assert fault(content) == ("shape.csv", 2, "unknown_parent")


@pytest.mark.parametrize(
    ("version", "problem"), [(b"", "bad_version"), (b"soon", "bad_version"), (b"\xff", "not_utf8")]
)
def test_an_unreadable_version_is_refused(version: bytes, problem: str) -> None:
    assert fault(files(colour=table(row("A"))) | {"VERSION": version}) == ("VERSION", 1, problem)


def test_a_version_without_lists_is_refused() -> None:
    assert fault(files()) == ("*.csv", 0, "missing_file")


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CodebookFault) as caught:
        load(tmp_path / "nowhere")

    assert caught.value.params == {"file": "VERSION", "line": 0, "problem": "missing_file"}


def test_what_a_spreadsheet_does_to_a_file_is_forgiven() -> None:
    content = b"\xef\xbb\xbf" + table(row("A"), row("B")).replace(b"\n", b"\r\n") + b"\r\n"

    assert [code.code for code in parse(files(colour=content)).codes("COLOUR")] == ["A", "B"]


def test_further_columns_are_left_alone() -> None:
    content = HEADER + b",remark\n" + row("A").encode() + b",mine\n"

    assert parse(files(colour=content)).has("COLOUR", "A")


def test_the_lists_are_read_from_a_folder(tmp_path: Path) -> None:
    for name, content in files(colour=table(row("A")), two_words=table(row("B"))).items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "SOURCES.md").write_text("not a list")

    book = load(tmp_path)

    assert book.version == "2026.1"
    assert book.list_names() == ("COLOUR", "TWO_WORDS")
