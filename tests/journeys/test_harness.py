"""The harness can show a window, type into it, take its picture and end it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.journeys import harness

pytestmark = pytest.mark.x11

_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication(sys.argv)
field = QLineEdit()
field.setWindowTitle("Desk")
field.textChanged.connect(lambda text: Path(sys.argv[1]).write_text(text, "utf-8"))
field.show()
app.exec()
"""


def test_a_window_is_found_typed_into_and_pictured(tmp_path: Path) -> None:
    typed = tmp_path / "typed"
    command = (sys.executable, "-c", _WINDOW)

    with harness.started(str(typed), home=tmp_path / "home", command=command) as program:
        program.focus()
        program.type("Zoë €")
        program.press("Home", "x")
        program.wait_for(lambda: typed.exists() and typed.read_text("utf-8") == "xZoë €", what="the typed text")
        picture = program.picture(tmp_path / "screen.png")

    assert picture.stat().st_size > 1000
    assert not program.is_running()
