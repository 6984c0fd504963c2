"""What a page is and what the frame gives it."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from counsellor_desk.desk.folds import LEAST_PAGE
from counsellor_desk.desk.kit.attention import give_attention
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.model.place import Place

if TYPE_CHECKING:
    from datetime import date, datetime

    from counsellor_desk.casework.model import CaseId
    from counsellor_desk.codebook import Codebook
    from counsellor_desk.desk.kit.meter import Meter
    from counsellor_desk.desk.model.operation import Operations
    from counsellor_desk.desk.theme import Theme
    from counsellor_desk.errors import DeskError
    from counsellor_desk.office import Printer, SheetCheck


P = TypeVar("P")


def locale_of(language: str) -> QLocale:
    """Dutch as in the Netherlands; English as in Europe (day before month, week from Monday)."""
    if language == "nl":
        return QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


class Page(QWidget, Generic[P]):
    """A page of the desk, or the content of a panel. It reads in ``shown`` and writes as it goes.

    ``records`` are the kinds of records it shows: whenever one of them was written to while it is in sight, it is
    asked to ``refresh``. ``panel_foot`` is the last part, which a panel keeps in sight while the rest scrolls: what
    saves the form. ``least_width`` is what it needs beside an open panel, in pixels; with less it gives the panel its
    place.

    Signals: close_requested() asks the panel that holds it to close.
    """

    close_requested = Signal()
    records: frozenset[Records] = frozenset()
    least_width = LEAST_PAGE
    panel_foot: QWidget | None = None

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        if self.records:
            context.operations.watch(self.records, self._on_written)

    def shown(self, about: P | None = None) -> None:
        """It came to the front. ``about`` says where in it one goes, or in a panel whom or what it is about; None is
        nowhere in particular."""

    def come_to(self) -> None:
        """The keyboard's attention goes to where one begins to write or read here."""
        give_attention(self)

    def come_to_read(self) -> None:
        """It goes to where one reads here: keys that are still on their way write nothing."""
        self.come_to()

    def refresh(self) -> None:
        """The vault changed; read again without moving what the person looks at."""

    def flush(self) -> None:
        """Hand everything typed to the vault thread now. Called before locking, hiding and leaving."""

    def _on_written(self, _records: frozenset[Records]) -> None:
        if self.isVisible():  # one that is out of sight reads when it is shown
            self.refresh()


class Frame(Protocol):
    """What a page may ask of the window around it."""

    def navigate(self, place: Place) -> None:
        """Go to the page of ``place`` and call its ``shown(place)``."""
        ...

    def notify_saved(self, at: datetime) -> None:
        """Show "Saved 14:03" in the top bar."""
        ...

    def show_error(self, error: DeskError) -> None:
        """Show the sentence of a named state, calmly, above the page."""
        ...

    def show_banner(self, text: str, action: str = "", on_action: Callable[[], None] | None = None) -> None:
        """Show a calm sentence above the page, with at most one thing to do."""
        ...

    def show_work(self, text: str) -> Meter:
        """What work that goes on by itself is told its progress to; a line above the page, once it takes a second."""
        ...

    def offer_undo(self, text: str, undo: Callable[[], None]) -> None:
        """Say what was done and offer to undo it, for eight seconds."""
        ...

    def open_panel(self, title: str, content: Page[P], about: P | None = None) -> None:
        """Slide ``content`` in from the right and call its ``shown(about)``; the page stays usable, if there is
        room for both."""
        ...

    def close_panel(self) -> None:
        """Close the panel; its content is flushed, so a draft stays."""
        ...

    def open_contact_card(self, case: CaseId | None = None) -> None:
        """Open the contact card, for a case or for none yet (Ctrl+N)."""
        ...

    def lock(self) -> None:
        """Lock at once."""
        ...


@dataclass(frozen=True, slots=True)
class DeskContext:
    """All a page may use. ``now`` and ``today`` are the wall clock; ``language`` is "nl" or "en"; ``widths`` are
    those a person gave to lists, in pixels, and outlast the desk."""

    frame: Frame
    operations: Operations
    codebook: Codebook
    language: str
    now: Callable[[], datetime]
    today: Callable[[], date]
    theme: Theme
    printer: Printer
    practice: bool = False
    sheet_check: SheetCheck | None = None
    widths: MutableMapping[str, int] = field(default_factory=dict)

    @property
    def locale(self) -> QLocale:
        """How days and numbers are written in the language of the desk."""
        return locale_of(self.language)

    def label(self, code: str | None) -> str:
        """The label of a code in the language of the desk; empty for None."""
        return self.codebook.label(code, self.language) if code else ""


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page as the frame lists it, and where one is when one goes there; ``symbol`` an icon's name."""

    place: Place
    title: str
    symbol: str
    factory: Callable[[DeskContext, QWidget], Page[Any]]
    at_foot: bool = False

    @property
    def key(self) -> str:
        """Its name among the pages."""
        return self.place.key


class Palette(Protocol):
    """What pops up under the search field. Made by ``PaletteFactory(context, field)``; it listens to the field."""

    def close(self) -> bool: ...


ContactCardFactory = Callable[[DeskContext], "Page[CaseId]"]
"""Makes the contact card; ``shown(case)`` is called each time it opens."""

PaletteFactory = Callable[[DeskContext, QLineEdit], Palette]
