"""What is opened in the panel, made when it is first asked for: most of it is not opened on most days."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QWidget

from counsellor_desk.desk.page import Page

P = TypeVar("P", bound=Page[Any])


class LatePage(Generic[P]):
    """Called, it gives the page that ``make`` gives, always the same one. The panel has it only while it is open, so
    it goes with ``owner``."""

    def __init__(self, owner: QWidget, make: Callable[[], P]) -> None:
        self._owner = owner
        self._make = make
        self._page: P | None = None

    def __call__(self) -> P:
        if self._page is None:
            self._page = self._make()
            self._owner.destroyed.connect(self._page.deleteLater)
        return self._page

    def close(self) -> None:
        """Ask the panel to close, if this is what it shows."""
        if self._page is not None:
            self._page.close_requested.emit()
