"""What figures leave out, before they are published: how many cases, why, and the way to those that can be asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from counsellor_desk.casework.model import CaseId
from counsellor_desk.casework.views import UncountedCase, WhyUncounted
from counsellor_desk.desk.kit.buttons import LinkButton
from counsellor_desk.desk.kit.card import Card
from counsellor_desk.desk.kit.labels import PlainLabel, Quiet


def to_ask(cases: Sequence[UncountedCase]) -> tuple[CaseId, ...]:
    """Those whose client can still be asked."""
    return tuple(one.case for one in cases if one.why is WhyUncounted.NOT_ASKED)


def how_many(cases: Sequence[UncountedCase]) -> str:
    """How many cases are not counted, in a sentence."""
    return QCoreApplication.translate("Uncounted", "%n case(s) of this period are not counted.", None, len(cases))


def reasons(cases: Sequence[UncountedCase]) -> tuple[str, ...]:
    """Why not, a sentence for each reason."""
    numbers = Counter(one.why for one in cases)
    return tuple(_reason(why, numbers[why]) for why in WhyUncounted if numbers[why])


def show_words() -> str:
    """What the way to the cases is called."""
    return QCoreApplication.translate("Uncounted", "Show the cases without an answer")


class UncountedCard(Card):
    """The cases that a preview leaves out; hidden when there are none.

    Signals: cases_wanted(tuple[CaseId, ...]) to see those without an answer.
    """

    cases_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tone="own-eyes", parent=parent)
        self._cases: tuple[UncountedCase, ...] = ()
        self._number = PlainLabel("", "own-eyes", wrap=True)
        self._reasons = Quiet()
        self._final = Quiet(self.tr("Once published, these figures stay as they are, also when an answer follows."))
        self.show_button = LinkButton(show_words(), lambda: self.cases_wanted.emit(to_ask(self._cases)), size="small")
        for widget in (self._number, self._reasons, self._final, self.show_button):
            self.body.addWidget(widget)
        self.hide()

    def show_cases(self, cases: tuple[UncountedCase, ...]) -> None:
        """Say how many ``cases`` are not counted, and why."""
        self._cases = cases
        self._number.setText(how_many(cases))
        self._reasons.setText("\n".join(reasons(cases)))
        for widget in (self._final, self.show_button):
            widget.setVisible(bool(to_ask(cases)))
        self.setVisible(bool(cases))


def _reason(why: WhyUncounted, number: int) -> str:
    match why:
        case WhyUncounted.NOT_ASKED:
            return QCoreApplication.translate(
                "Uncounted", "%n case(s) have no answer yet to “May it be counted?”.", None, number
            )
        case WhyUncounted.DECLINED:
            return QCoreApplication.translate("Uncounted", "In %n case(s) the client did not agree.", None, number)
        case WhyUncounted.GONE:
            return QCoreApplication.translate(
                "Uncounted", "%n case(s) were destroyed before there was an answer.", None, number
            )
        case WhyUncounted.NO_CASE:
            return QCoreApplication.translate("Uncounted", "%n case(s) are trial cases or duplicates.", None, number)
