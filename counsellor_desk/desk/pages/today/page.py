"""The Today page: what is due, and beside it what the quarter looks like and what is still loose."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from counsellor_desk.casework.followups import complete_follow_up, reopen_follow_up
from counsellor_desk.casework.model import CaseId, FollowUpId
from counsellor_desk.casework.status import Status
from counsellor_desk.casework.views import Board
from counsellor_desk.desk.kit.attention import give_attention, has_attention
from counsellor_desk.desk.kit.card import Scroll, column
from counsellor_desk.desk.kit.labels import Title
from counsellor_desk.desk.kit.states import EmptyState
from counsellor_desk.desk.kit.with_cards import WithCards
from counsellor_desk.desk.model import place
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.desk.pages.activities.hours_card import HoursCard
from counsellor_desk.desk.pages.today.cards import LooseEndsCard, QuarterCard
from counsellor_desk.desk.pages.today.due_list import DueList
from counsellor_desk.desk.pages.today.sheet_card import SETTING, SheetCard
from counsellor_desk.desk.pages.words.phrases import phrases_of
from counsellor_desk.desk.space import Space
from counsellor_desk.figures.quarter import last_quarter

_NEARLY_ALL = 1000  # to one: where nothing is due, all the height stays empty


class TodayPage(Page[place.Today]):
    """What waits today. Clicking a number opens its case; "Done" can be undone."""

    records = frozenset({Records.CASES, Records.TIMELINE, Records.ACTIVITIES, Records.RELEASES, Records.SETTINGS})

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._title = Title()
        self._due = DueList()
        self._due.done.connect(self._on_done)
        self._due.case_wanted.connect(self._on_case_wanted)
        self._nothing = EmptyState(
            "check", self.tr("Nothing waits for you."), self.tr("Follow-ups of the coming week appear here.")
        )
        self._nothing.hide()
        main = column(self._due, self._nothing, None, spacing=Space.L)
        main.setStretchFactor(self._due, _NEARLY_ALL)

        self._quarter = QuarterCard()
        self._quarter.figures_wanted.connect(lambda: context.frame.navigate(place.Figures()))
        self._loose = LooseEndsCard()
        self._loose.hide()
        self._loose.to_close_wanted.connect(lambda: context.frame.navigate(place.Cases(to_close=True)))
        self._loose.waiting_wanted.connect(lambda: context.frame.navigate(place.Cases(status=Status.WAITING)))
        self._sheet = SheetCard(context.sheet_check, context.today())
        self._sheet.checked.connect(self._on_sheet_checked)
        self._hours = HoursCard(phrases_of(context))
        self._scroll = scroll = Scroll()
        scroll.body.setContentsMargins(Space.XL, Space.L + Space.XS, Space.XL, Space.XL)
        scroll.body.addWidget(self._title)
        scroll.body.addWidget(WithCards(main, self._quarter, self._loose, self._sheet, self._hours, is_tall=False), 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def shown(self, where: place.Today | None = None) -> None:
        self.refresh()

    def come_to(self) -> None:
        give_attention(self._scroll)

    def refresh(self) -> None:
        read = self.context.operations.read
        read(lambda office: office.book.setting(SETTING), self._sheet.consider)
        today = self.context.today()
        read(lambda office: office.book.board(today), self._show)
        read(lambda office: last_quarter(office.facts, office.ledger, today), self._quarter.show_quarter)

    def _show(self, board: Board) -> None:
        days = phrases_of(self.context).days
        self._title.setText(days.heading(board.today))
        self._scroll.setAccessibleName(self._title.text())
        if not board.due and has_attention(self._due):
            self.come_to()  # what has it goes
        self._due.show_due(board.due, days)
        self._due.setVisible(bool(board.due))
        self._nothing.setVisible(not board.due)
        for card in (self._quarter, self._loose, self._hours):
            card.show_board(board)

    def _on_sheet_checked(self) -> None:
        day = self.context.today().isoformat()
        self.context.operations.write(lambda office: office.book.save_setting(SETTING, day), (Records.SETTINGS,))

    def _on_case_wanted(self, case: CaseId) -> None:
        self.context.frame.navigate(place.Cases(case=case))

    def _on_done(self, follow_up: FollowUpId) -> None:
        today = self.context.today()

        def undo() -> None:
            self.context.operations.write(lambda office: reopen_follow_up(office.book, follow_up), (Records.CASES,))

        def done(_follow_up: object) -> None:
            self.context.frame.offer_undo(self.tr("Done."), undo)

        self.context.operations.write(
            lambda office: complete_follow_up(office.book, follow_up, today), (Records.CASES,), done
        )
