"""What pops up under the search field: places in cases and notes, and things to do, as one types."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QVBoxLayout
from shiboken6 import delete

from counsellor_desk.casework.views import SearchHit
from counsellor_desk.desk.kit.labels import Quiet
from counsellor_desk.desk.model import place
from counsellor_desk.desk.model.place import Place
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.search.commands import Command, matching, means_one
from counsellor_desk.desk.pages.search.rows import Row, SearchPainter, SearchRows
from counsellor_desk.desk.pages.words.days import Days
from counsellor_desk.desk.pages.words.figures import period_name
from counsellor_desk.desk.space import Space
from counsellor_desk.figures.offer import offered, older
from counsellor_desk.figures.period import Period

_PAUSE = 25  # ms after the last key
_MOST = 30
_TALLEST = 11  # rows; the rest scrolls
_WIDEST = 720


class SearchPalette(QFrame):
    """Listens to ``field``; arrows walk, Enter opens at the place, Esc closes. Only the newest words count:
    at most one question is under way, and an answer to older words is dropped."""

    def __init__(self, context: DeskContext, field: QLineEdit) -> None:
        super().__init__(field)
        self._context = context
        self._field = field
        self._asked: str | None = None  # the words under way in the vault
        self._enter_waits = False  # Enter was pressed before the answer to the words came
        self._answered: str | None = None
        self.setProperty("card", "plain")
        self.setAccessibleName(self.tr("Found"))
        self._rows = SearchRows(self)
        self._list = QListView()
        self._list.setModel(self._rows)
        self._list.setItemDelegate(SearchPainter(self._day_name, self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setAccessibleName(self.tr("Found"))
        self._list.clicked.connect(self._open)
        self._nothing = Quiet(self.tr("Nothing found. Other words may help, or part of a word."))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        column.addWidget(self._nothing)
        column.addWidget(self._list)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        field.textEdited.connect(lambda: self._pause.start())
        field.installEventFilter(self)
        field.destroyed.connect(self._go)
        self.hide()

    @property
    def rows(self) -> SearchRows:
        """What is listed."""
        return self._rows

    @property
    def chosen(self) -> Row | None:
        """What Enter would open."""
        return self._rows.row(self._list.currentIndex())

    @property
    def answered(self) -> str | None:
        """The words that what is listed belongs to."""
        return self._answered

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._field:
            if event.type() is QEvent.Type.Resize and self.isVisible():
                QTimer.singleShot(0, self, self._pop_up)  # once the window has laid out what it holds
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(Qt.Key(event.key()))
        if event.type() is QEvent.Type.FocusIn:
            self._pause.start()
        elif event.type() is QEvent.Type.FocusOut:
            self.close()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing found stays behind, on screen or in memory."""
        super().hideEvent(event)
        self._pause.stop()
        self._enter_waits = False
        self._answered = None
        self._rows.show_rows(())

    def _on_key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.isVisible():
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape and (self.isVisible() or self._field.text()):
            self._leave()
        else:
            return False
        return True

    def _walk(self, step: int) -> None:
        at = self._list.currentIndex().row()
        for _ in range(self._rows.rowCount()):
            at = (at + step) % self._rows.rowCount()
            if not isinstance(self._rows.row(self._rows.index(at)), str):
                self._list.setCurrentIndex(self._rows.index(at))
                self._list.scrollTo(self._rows.index(at - 1 if at == 1 else at))
                return

    def _enter(self) -> None:
        if self._pause.isActive() or self._asked is not None or self._answered != self._words():
            self._enter_waits = True
            self._pause.stop()
            self._ask()
        else:
            self._open(self._list.currentIndex())

    def _go(self) -> None:
        """With its field, at once: it hangs in the window, and an answer to come would look for the field."""
        delete(self)

    def _leave(self) -> None:
        self._field.clear()
        self.close()

    def _words(self) -> str:
        return self._field.text().strip()

    def _ask(self) -> None:
        """Ask the vault for the words that stand in the field, unless a question is still under way."""
        if self._asked is not None:
            return
        words = self._words()
        if not words:
            self._show((), words)
            return
        self._asked = words
        read = self._context.operations.read
        read(lambda office: office.book.search(words, _MOST), self._on_found, self._on_failed)

    def _on_failed(self, error: object) -> None:
        del error  # a search that fails finds nothing; whatever writes will say what is wrong
        self._on_found(())

    def _on_found(self, hits: tuple[SearchHit, ...]) -> None:
        asked, self._asked = self._asked, None
        if asked != self._words():
            self._ask()
        elif self._field.window().focusWidget() is self._field or self._enter_waits:
            self._show(hits, asked)

    def _show(self, hits: tuple[SearchHit, ...], words: str) -> None:
        self._answered = words
        commands = self._commands()
        todo = (self.tr("Do"), matching(commands, words) if words else commands[:3])
        found = (
            (self.tr("Cases"), [hit for hit in hits if hit.note is None]),
            (self.tr("Notes"), [hit for hit in hits if hit.note is not None]),
        )
        self._rows.show_rows((todo, *found) if means_one(todo[1], words) else (*found, todo))
        self._nothing.setVisible(not self._rows.rowCount())
        self._list.setVisible(bool(self._rows.rowCount()))
        self._list.setCurrentIndex(QModelIndex())
        self._walk(1)
        opens, self._enter_waits = self._enter_waits and self.chosen is not None, False
        if opens:
            self._open(self._list.currentIndex())
        else:
            self._pop_up()  # also when Enter was pressed for what was not found

    def _pop_up(self) -> None:
        """Stand under the field, over whatever is there."""
        if self.parent() is not self._field.window():
            self.setParent(self._field.window())
            self._field.window().installEventFilter(self)
        rows = range(min(self._rows.rowCount(), _TALLEST))
        place = self._field.mapTo(self._field.window(), QPoint(0, self._field.height() + Space.XS))
        tallest = max(self._field.window().height() - place.y() - 2 * Space.L, 0)
        height = sum(self._list.sizeHintForRow(row) for row in rows) + Space.XS
        self._list.setFixedHeight(min(height, tallest))
        room = self._field.window().width() - place.x() - Space.L
        self.setFixedWidth(min(max(self._field.width(), _WIDEST), room))
        self.move(place)
        self.adjustSize()
        self.show()
        self.raise_()

    def _open(self, index: QModelIndex) -> None:
        row = self._rows.row(index)
        frame = self._context.frame
        if isinstance(row, SearchHit):
            self._leave()
            frame.navigate(place.Cases(case=row.case, note=row.note))
        elif isinstance(row, Command):
            self._leave()
            row.run()

    def _day_name(self, hit: SearchHit) -> str:
        return Days(self._context.language, self._context.today()).short(hit.on)

    def _commands(self) -> tuple[Command, ...]:
        frame = self._context.frame

        def page(where: Place) -> Callable[[], None]:
            return lambda: frame.navigate(where)

        return (
            Command(self.tr("New contact"), "plus", frame.open_contact_card, "contact nieuw new log", "Ctrl N"),
            Command(self.tr("Lock the desk"), "lock", frame.lock, "lock vergrendel slot sluit", "Ctrl L"),
            Command(self.tr("Figures"), "figures", page(place.Figures()), "figures cijfers rapport report", "Ctrl 3"),
            Command(self.tr("Today"), "today", page(place.Today()), "today vandaag", "Ctrl 1"),
            Command(self.tr("Cases"), "cases", page(place.Cases()), "cases dossiers zaken", "Ctrl 2"),
            Command(
                self.tr("Activities"),
                "activities",
                page(place.Activities()),
                "activities activiteiten uren",
                "Ctrl 4",
            ),
            Command(self.tr("Settings"), "settings", page(place.Settings()), "settings instellingen", "Ctrl 5"),
            *(self._figures_of(period) for period in self._periods()),
        )

    def _periods(self) -> tuple[Period, ...]:
        today = self._context.today()
        return offered(today) + older(today, today.replace(year=today.year - 2, month=1, day=1))

    def _figures_of(self, period: Period) -> Command:
        title = self.tr("Figures, {period}").format(period=period_name(period))
        part = f"{period.kind}{period.index}".lower()
        dutch = part.replace("q", "k")
        words = (
            f"publish publiceer figures cijfers {part} {dutch} {period} {period.year}k{period.index} {period.year}"
        )
        frame = self._context.frame
        return Command(title, "figures", lambda: frame.navigate(place.Figures(period)), words)
