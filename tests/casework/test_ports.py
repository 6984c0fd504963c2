from __future__ import annotations

from pathlib import Path

from counsellor_desk import casework

MODULES = sorted(Path(casework.__file__).parent.glob("*.py"))


def test_a_use_case_asks_for_less_than_the_whole_book() -> None:
    asking = [path.name for path in MODULES if path.name != "ports.py" and "Casebook" in path.read_text("utf-8")]

    assert asking == []
