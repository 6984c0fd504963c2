"""The left column of the Cases page: filters with counts, order, and the rows; all found and sorted by the vault."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHBoxLayout, QListView, QVBoxLayout, QWidget

from counsellor_desk.casework import status
from counsellor_desk.casework.model import CaseId, Organisation, OrganisationId
from counsellor_desk.casework.views import CaseFilter, CaseRow, CaseSort
from counsellor_desk.desk.kit.buttons import IconButton
from counsellor_desk.desk.kit.chips import ChipGroup
from counsellor_desk.desk.kit.choice_field import ChoiceField
from counsellor_desk.desk.kit.labels import PlainLabel, Remark
from counsellor_desk.desk.model.operation import LatestRead
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.case.case_rows import PAGE_SIZE, CaseRowPainter, CaseRows
from counsellor_desk.desk.pages.words.phrases import phrases_of
from counsellor_desk.desk.space import Space
from counsellor_desk.office import Office

LIST_WIDTHS = (328, 440)
"""In pixels, on a small page and on a large one, until it is given another."""
_LEAST_WIDTH, _MOST_WIDTH = 260, 640
TO_CLOSE = "to_close"
TO_ASK = "to_ask"

_GROUPS = {"open": status.OPEN, "waiting": status.WAITING, "aftercare": status.AFTERCARE, "closed": status.CLOSED}
_Found = tuple[tuple[CaseRow, ...], dict[str, int], tuple[Organisation, ...], int]


class CaseList(QWidget):
    """The cases that are asked for.

    Signals: case_chosen(CaseId) when another row is the current one; entered() when the current one is clicked or
    Enter is pressed on it; new_wanted(); listed(int) with the number of rows shown.
    """

    case_chosen = Signal(int)
    entered = Signal()
    new_wanted = Signal()
    listed = Signal(int)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._chosen: CaseId | None = None
        self._first = LatestRead[_Found](context.operations)
        self._rest = LatestRead[tuple[CaseRow, ...]](context.operations)
        self._shown_status = ""
        self._among: tuple[CaseId, ...] = ()
        self.setObjectName("listcolumn")
        self._unbounded = self.maximumWidth()
        self.setMinimumWidth(_LEAST_WIDTH)

        self._chips = ChipGroup(self.tr("Which cases"))
        self._chips.set_choices([(key, name) for key, name in self._group_names({})])
        self._chips.choose("open")
        self._chips.changed.connect(self.read)
        self._organisations = ChoiceField(self.tr("Organisation"), none=self.tr("All organisations"), always=True)
        self._organisations.changed.connect(self.read)
        for signal in (self._organisations.typed, self._organisations.changed):
            signal.connect(lambda: self._say(""))
        self._organisations.refused.connect(
            lambda letters: self._say(self.tr("No organisation is called “%1”.").replace("%1", letters))
        )
        self._remark = Remark("small")
        self._remark.hide()
        self._sort = QComboBox()
        self._sort.setAccessibleName(self.tr("Order"))
        for sort, name in self._sort_names():
            self._sort.addItem(name, sort.value)
        self._sort.activated.connect(self.read)
        self._sort.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._sort.setMinimumContentsLength(8)
        new = IconButton("plus", self.tr("New case"), self.new_wanted.emit)

        self.rows = CaseRows(lambda row: phrases_of(context).spoken_row(row), self)
        self.rows.more_wanted.connect(self._read_more)
        self.view = _Rows()
        self.view.setAccessibleName(self.tr("Cases"))
        self.view.setModel(self.rows)
        self.view.setItemDelegate(
            CaseRowPainter(context.codebook, context.language, context.today, lambda: context.theme.tokens, self.view)
        )
        self.view.selectionModel().currentChanged.connect(self._on_current)
        for entering in (self.view.clicked, self.view.activated):
            entering.connect(lambda _row: self.entered.emit())
        self._none = PlainLabel(self.tr("No cases here."), "quiet")
        self._none.setContentsMargins(Space.L, Space.L, Space.L, 0)
        self._none.hide()

        head = QVBoxLayout()
        head.setContentsMargins(Space.L, Space.L, Space.L, Space.S)
        head.setSpacing(Space.S)
        top = QHBoxLayout()
        top.addWidget(self._chips, 1)
        top.addWidget(new, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(top)
        line = QHBoxLayout()
        line.setSpacing(Space.S)
        line.addWidget(self._organisations, 1)
        line.addWidget(self._sort, 1)
        head.addLayout(line)
        head.addWidget(self._remark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._none)
        column.addWidget(self.view, 1)

    def grow(self, grows: bool) -> None:
        """Whether it takes all the width there is."""
        self.setMaximumWidth(self._unbounded if grows else _MOST_WIDTH)

    def show_to_ask(self, cases: tuple[CaseId, ...]) -> None:
        """Just these: their client is to be asked whether they may be counted."""
        self._among = cases
        self._chips.set_choices([*self._group_names({}), (TO_ASK, self.tr("To ask"))])
        self.show_status(TO_ASK)

    def show_status(self, group: str) -> None:
        """The cases of one group: open, waiting, aftercare, closed, or those to close."""
        if group == TO_CLOSE:
            self._chips.set_choices([*self._group_names({}), (TO_CLOSE, self.tr("To close"))])
        self._chips.choose(group)
        self.read()

    def choose(self, case: CaseId) -> None:
        """Mark the row of ``case``; when it is not among the rows no row is marked."""
        self._chosen = case
        place = self.rows.place_of(case)
        with QSignalBlocker(self.view.selectionModel()):
            if place.isValid():
                self.view.setCurrentIndex(place)
            else:
                self.view.setCurrentIndex(QModelIndex())
                self.view.clearSelection()
        if place.isValid():
            self.view.scrollTo(place)
        self.view.viewport().update()

    def first(self) -> CaseId | None:
        """The case in the first row."""
        row = self.rows.row_of(self.rows.index(0)) if self.rows.rowCount() else None
        return row.id if row else None

    def read(self) -> None:
        """Ask the vault again, from the first row."""
        wanted, to_close, today = self._wanted(), self._chips.value() == TO_CLOSE, self._context.today()

        def find(office: Office) -> _Found:
            book = office.book
            board = book.board(today)
            rows = board.to_close if to_close else book.list_cases(wanted)
            return rows, book.status_counts(), book.organisations(), len(board.to_close)

        self._rest.cancel()
        self._first.ask(find, self._show)

    def _read_more(self, offset: int) -> None:
        """The next page of what was asked last; those to close came all at once."""
        if self._chips.value() == TO_CLOSE:
            return
        wanted = replace(self._wanted(), offset=offset)

        def add(rows: tuple[CaseRow, ...]) -> None:
            self.rows.add(offset, rows)

        self._rest.ask(lambda office: office.book.list_cases(wanted), add)

    def _wanted(self) -> CaseFilter:
        organisation = self._organisations.value()
        sort = CaseSort(self._sort.currentData())
        return CaseFilter(
            statuses=_GROUPS.get(self._chips.value() or "open", ()),
            cases=self._among if self._chips.value() == TO_ASK else (),
            organisations=(OrganisationId(int(organisation)),) if organisation is not None else (),
            sort=sort,
            descending=sort in (CaseSort.LAST_CONTACT, CaseSort.NUMBER),
            limit=PAGE_SIZE,
        )

    def _show(self, found: _Found) -> None:
        rows, counts, organisations, to_close = found
        self._show_counts(counts, to_close)
        self._show_organisations(organisations)
        with QSignalBlocker(self.view.selectionModel()):
            self.rows.show(rows)
        self._none.setVisible(not rows)
        if self._chosen is not None:
            self.choose(self._chosen)
        self.listed.emit(len(rows))

    def _show_counts(self, counts: dict[str, int], to_close: int) -> None:
        for key, name in self._group_names(counts):
            self._chips.set_label(key, name)
        if self._chips.value() == TO_CLOSE:
            self._chips.set_label(TO_CLOSE, self.tr("To close %1").replace("%1", str(to_close)))

    def _show_organisations(self, organisations: tuple[Organisation, ...]) -> None:
        self._organisations.set_choices([(str(one.id), one.name) for one in organisations])
        self._organisations.setVisible(len(organisations) > 1)

    def _say(self, words: str) -> None:
        self._remark.setText(words)
        self._remark.setVisible(bool(words))

    def _group_names(self, counts: dict[str, int]) -> list[tuple[str, str]]:
        names = {
            "open": self.tr("Open"),
            "waiting": self.tr("Waiting"),
            "aftercare": self.tr("Aftercare"),
            "closed": self.tr("Closed"),
        }
        named = []
        for key, codes in _GROUPS.items():
            count = sum(counts.get(code, 0) for code in codes)
            show_count = counts and key != "closed"
            named.append((key, f"{names[key]} {count}" if show_count else names[key]))
        return named

    def _sort_names(self) -> tuple[tuple[CaseSort, str], ...]:
        return (
            (CaseSort.LAST_CONTACT, self.tr("Last contact")),
            (CaseSort.NUMBER, self.tr("Number")),
            (CaseSort.STATUS, self.tr("Status")),
            (CaseSort.ORGANISATION, self.tr("Organisation")),
        )

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = self.rows.row_of(current)
        if row is not None and row.id != self._chosen:
            self._chosen = row.id
            self.case_chosen.emit(row.id)


class _Rows(QListView):
    """Rows of one height, one of them chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
