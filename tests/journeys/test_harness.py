"""The harness can start a window, type into it, read it, take its picture and end it."""

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
field.setAccessibleName("Given name")
field.textChanged.connect(lambda text: Path(sys.argv[1]).write_text(text, "utf-8"))
field.show()
app.exec()
"""


def test_a_window_is_typed_into_read_and_pictured(tmp_path: Path) -> None:
    typed = tmp_path / "typed"
    command = (sys.executable, "-c", _WINDOW)

    with harness.started(str(typed), home=tmp_path / "home", command=command) as program:
        program.focus()
        program.type("Zoë één €")
        program.press("Home", "x")
        program.wait_for(lambda: typed.exists() and typed.read_text("utf-8") == "xZoë één €", what="the typed text")
        picture = program.picture(tmp_path / "screen.png")

        program.wait_until_it_shows("xZoë één €")
        focused = [seen for seen in program.screen() if seen.focused]

    assert [(seen.role, seen.name, seen.text) for seen in focused] == [("text", "Given name", "xZoë één €")]
    assert picture.stat().st_size > 1000
    assert not program.is_running()
