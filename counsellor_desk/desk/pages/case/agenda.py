"""The follow-ups of a case: what is to come, and adding one in own words."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counsellor_desk.casework.drafts import FollowUpDraft
from counsellor_desk.casework.followups import complete_follow_up, plan_follow_up, reopen_follow_up
from counsellor_desk.casework.model import CaseId, FollowUp
from counsellor_desk.casework.views import CaseView
from counsellor_desk.desk.form_of import form_of
from counsellor_desk.desk.kit.attention import give_attention, has_attention, put_away
from counsellor_desk.desk.kit.buttons import IconButton, LinkButton, QuietButton
from counsellor_desk.desk.kit.card import empty
from counsellor_desk.desk.kit.fields import DateField, LineField
from counsellor_desk.desk.kit.fitting import on_the_margin
from counsellor_desk.desk.kit.form import Field, show_unclear, unclear_in
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet
from counsellor_desk.desk.model.operation import Records
from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.words.phrases import Phrases
from counsellor_desk.desk.space import Space


class Agenda(QWidget):
    """Open follow-ups, soonest first; done ones disappear and can be undone."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._case: CaseId | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.XS)
        self._on = DateField(
            self.tr("Follow-up day"), context.today, QLocale(context.language), placeholder=self.tr("in 2 weeks")
        )
        self._day_field = Field("", self._on)
        self._text = LineField(self.tr("Follow-up"), self.tr("Call back"))
        self._text.returnPressed.connect(self._add)
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(Space.XS)
        form.addWidget(self._day_field)
        form.addWidget(self._text)
        form.addWidget(QuietButton(self.tr("Plan"), self._add, size="small"))
        self._form.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(self._list)
        self._plan = LinkButton(self.tr("Plan a follow-up"), self._open, size="small")
        column.addLayout(on_the_margin(self._plan))
        column.addWidget(self._form)
        self._saver = form_of(context, self, (Records.CASES,), self)
        self._on.changed.connect(self._saver.touch)
        self._text.textEdited.connect(lambda _words: self._saver.touch())

    def show_case(self, view: CaseView, phrases: Phrases) -> None:
        """The follow-ups of this case."""
        if view.case.id != self._case:
            self._case = view.case.id
            self._saver.begin()
        if any(has_attention(line) for line in self._lines()):
            give_attention(self._plan)  # the line that has it goes
        empty(self._list)
        waiting = [follow_up for follow_up in view.follow_ups if follow_up.done_on is None]
        for follow_up in sorted(waiting, key=lambda one: one.due_on):
            self._list.addWidget(self._line(follow_up, phrases))

    def leave(self) -> None:
        """Keep the draft in its case, and belong to none."""
        self.flush()
        self._form.hide()
        self._case = None
        empty(self._list)

    def _lines(self) -> list[QWidget]:
        items = (self._list.itemAt(place) for place in range(self._list.count()))
        return [line for item in items if item is not None and (line := item.widget()) is not None]

    def _line(self, follow_up: FollowUp, phrases: Phrases) -> QWidget:
        line = QWidget()
        words = follow_up.text or self.tr("Call back")
        text = QVBoxLayout()
        text.setSpacing(0)
        when = phrases.days.moment(follow_up.due_on, follow_up.due_at)
        late = follow_up.due_on < phrases.days.today
        text.addWidget(PlainLabel(when, "attention") if late else Quiet(when))
        text.addWidget(PlainLabel(words, wrap=True))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(text, 1)
        layout.addWidget(IconButton("check", self.tr("Done"), lambda: self._done(follow_up)))
        return line

    def _done(self, follow_up: FollowUp) -> None:
        today = self._context.today()

        def undo() -> None:
            self._context.operations.write(
                lambda office: reopen_follow_up(office.book, follow_up.id), (Records.CASES,)
            )

        def done(_follow_up: FollowUp) -> None:
            self._context.frame.offer_undo(self.tr("Done."), undo)

        self._context.operations.write(
            lambda office: complete_follow_up(office.book, follow_up.id, today), (Records.CASES,), done
        )

    def _open(self) -> None:
        self._form.setVisible(not self._form.isVisible())
        if self._form.isVisible():
            self._on.setFocus()

    def slot(self) -> str:
        """Where its draft is kept."""
        return f"follow-up:{self._case}" if self._case is not None else ""

    def blank(self) -> FollowUpDraft:
        """Before anything is planned."""
        return FollowUpDraft()

    def draft(self) -> FollowUpDraft:
        """What is being planned."""
        return FollowUpDraft(self._on.day(), self._text.text(), unclear_in({"on": self._day_field}))

    def show_draft(self, draft: FollowUpDraft) -> None:
        """Show it, silently."""
        self._on.set_day(draft.on)
        self._text.setText(draft.text)
        self._day_field.remark("")
        show_unclear({"on": self._day_field}, draft.typed)
        if draft != self.blank():
            self._form.show()

    def flush(self) -> None:
        """Keep the draft now."""
        self._saver.flush()

    def _add(self) -> None:
        case, draft = self._case, self.draft()
        day, text = draft.on, draft.text
        if case is None or (self._saver.busy and self._saver.is_blank):
            return
        if day is None:
            self._day_field.remark(self._on.complaint())
            self._on.mark_wrong(bool(draft.typed))
            self._on.setFocus()
            return

        def done(_follow_up: FollowUp) -> None:
            if self._saver.is_blank:
                put_away(self._form, self._plan)

        self._saver.send(
            draft, lambda book: plan_follow_up(book, case, day, text), done, self._context.frame.show_error
        )
