"""A picture of every page, in light and dark, in each language, at one size of the window or more: for the
documentation and for a second look."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from counsellor_desk.desk.model import place
from counsellor_desk.desk.model.place import PLACES, Place
from counsellor_desk.desk.pages.figures.page import FiguresPage
from counsellor_desk.desk.preferences import LANGUAGES
from counsellor_desk.desk.shell.shell import Shell
from counsellor_desk.desk.theme import Look, Theme
from counsellor_desk.desk.window import DeskWindow

Size = tuple[int, int]
"""Width and height of the window in device-independent pixels."""
USUAL_SIZE: Size = (1280, 800)
_PATIENCE = 30_000  # ms for the desk to open, and for a page to become quiet
_WORD = "draai"  # a word that stands in invented notes
_SETTLED = 250  # ms without work on the vault after which a page is taken to stand still


class Tour:
    """Walks through an open desk. ``folder`` gets ``page-language-look.png``, and ``page-language-look-640x400.png``
    for any size but the usual one."""

    def __init__(self, window: DeskWindow, theme: Theme, folder: Path, sizes: Sequence[Size] = (USUAL_SIZE,)) -> None:
        self._window = window
        self._theme = theme
        self._folder = folder
        self._sizes = sizes

    def walk(self) -> list[str]:
        """Take all pictures; gives their paths."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._window.resize(*self._sizes[0])
        self._window.show()
        self._wait_until(lambda: self._window.shell is not None)
        return list(self._pictures())

    def _pictures(self) -> Iterator[str]:
        for language in LANGUAGES:
            self._window.switch_language(language)
            for look in (Look.LIGHT, Look.DARK):
                self._theme.apply(look)
                for name, open_place in self._places():
                    open_place()
                    for size in self._sizes:
                        self._window.resize(*size)
                        self._settle()
                        yield self._take(f"{name}-{language}-{look.value}", size)
                    self._shell.close_panel()
                    self._shell.top_bar.search.clear()

    def _take(self, name: str, size: Size) -> str:
        name = name if size == USUAL_SIZE else f"{name}-{size[0]}x{size[1]}"
        path = self._folder / f"{name}.png"
        if not self._window.grab().save(str(path)):
            raise OSError(f"no picture: {name}")
        return str(path)

    @property
    def _shell(self) -> Shell:
        shell = self._window.shell
        if shell is None:
            raise RuntimeError("the desk is not open")
        return shell

    def _places(self) -> Iterator[tuple[str, Callable[[], None]]]:
        for where in PLACES:
            yield where.key, partial(self._shell.navigate, where)
        yield "figures-attack", lambda: self._figures().cards.known_card.attack_button.setChecked(True)
        yield "figures-own-eyes", lambda: self._figures().view.eyes_button.setChecked(True)
        yield "contact", partial(self._open_contact_card, place.Today())
        yield "cases-contact", partial(self._open_contact_card, place.Cases())
        yield "search", self._search

    def _figures(self) -> FiguresPage:
        """The figures page, its report at hand."""
        self._shell.navigate(place.Today())
        self._shell.navigate(place.Figures())
        self._settle()
        page = self._shell.findChild(FiguresPage)
        if page is None:
            raise RuntimeError("there are no figures")
        return page

    def _open_contact_card(self, where: Place) -> None:
        self._shell.navigate(where)
        self._shell.open_contact_card()

    def _search(self) -> None:
        self._shell.navigate(place.Today())
        field = self._shell.top_bar.search
        field.setFocus()
        field.setText(_WORD)
        field.textEdited.emit(_WORD)

    def _settle(self) -> None:
        """Until the vault thread has had nothing to do for a moment."""
        quiet = 0
        while quiet < _SETTLED:
            _pass(50)
            quiet = 0 if self._window.tasks.busy else quiet + 50
        QApplication.processEvents()

    def _wait_until(self, condition: Callable[[], bool]) -> None:
        for _ in range(_PATIENCE // 50):
            if condition():
                return
            _pass(50)
        raise TimeoutError("the desk did not open")


def _pass(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
