"""Makes code lists for tests: short rows in, files out."""

from __future__ import annotations

from counsellor_desk.codebook.reader import COLUMNS


def row(code: str, **fields: str) -> str:
    """A sound row of a list, but for ``fields``."""
    sound = {
        "code": code,
        "rollup": code,
        "valid_from": "2026-01-01",
        "label_nl": f"Naam {code}",
        "label_en": f"Name {code}",
        "source": "test",
    }
    return ",".join((sound | fields).get(column, "") for column in COLUMNS)


def table(*rows: str) -> bytes:
    """A list's file with a header."""
    return "\n".join((",".join(COLUMNS), *rows, "")).encode()


def files(**lists: bytes) -> dict[str, bytes]:
    """A version and the lists, by name in lower case."""
    return {"VERSION": b"2026.1\n"} | {f"{name}.csv": content for name, content in lists.items()}
