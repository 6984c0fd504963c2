"""What can go wrong with the code lists."""

from __future__ import annotations

from counsellor_desk.errors import DeskError


class CodebookFault(DeskError):
    """A code list cannot be used. ``file`` and ``line`` (from 1; 0 = the file as a whole) say where.

    ``problem`` is one of: missing_file, not_utf8, empty, bad_version, missing_column, bad_row, bad_code, bad_date,
    missing_label, bad_label, duplicate, unknown_parent, cycle, unknown_rollup, rollup_chain.
    """

    code = "codebook.fault"

    def __init__(self, file: str, line: int, problem: str) -> None:
        super().__init__(file=file, line=line, problem=problem)


class CodeUnknown(DeskError):
    """No list holds this code."""

    code = "codebook.code_unknown"

    def __init__(self, code: str) -> None:
        super().__init__(code=code)
