"""Stand-ins for what lies behind the desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from counsellor_desk.casework.backups import Contents
from counsellor_desk.casework.clock import ClockInDoubt
from counsellor_desk.casework.model import NoteId, Organisation, OrganisationId
from counsellor_desk.casework.progress import Progress, no_progress
from counsellor_desk.desk.page import DeskContext, Page
from counsellor_desk.errors import DeskError
from counsellor_desk.figures.release import Release
from counsellor_desk.office import Office, SetUp, SheetCheck, SheetMark, Situation

PASSPHRASE = "open sesame please"
GROUPS = (
    "R12NK",
    "S6FRT",
    "Q3Q91",
    "1WHV2",
    "SXS00",
    "T9J6E",
    "G65S0",
    "2ZTXK",
    "4RHNX",
    "J7CXR",
    "58VZA",
    "CW3V3",
    "2MVGE",
)


class Refused(DeskError):
    """A state under any code a test wants to see."""

    def __init__(self, state: str, **params: str | int) -> None:
        super().__init__(**params)
        vars(self)["code"] = state


class FakeBook:
    """Organisations in memory."""

    def __init__(self) -> None:
        self.kept: list[Organisation] = []
        self.clock = FakeTimekeeper()
        self.expired: tuple[NoteId, ...] = ()  # memory aids past their day

    def transaction(self) -> FakeBook:
        return self

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        return None

    def setting(self, key: str) -> str | None:
        return "2026-11-20" if self.expired else None

    def expired_notes(self, today: date, announced: date) -> tuple[NoteId, ...]:
        return self.expired

    def remove_note(self, note: NoteId, on: date) -> None:
        self.expired = tuple(one for one in self.expired if one != note)

    def settle(self) -> None:
        pass

    def save_setting(self, key: str, value: str) -> None:
        pass

    def organisations(self, *, active_only: bool = False) -> tuple[Organisation, ...]:
        return tuple(self.kept)

    def add_organisation(self, organisation: Organisation) -> Organisation:
        self.kept.append(organisation)
        return organisation

    def save_organisation(self, organisation: Organisation) -> None:
        self.kept = [organisation if kept.id == organisation.id else kept for kept in self.kept]


class FakeTimekeeper:
    """Trusts every clock until a test says what is in doubt; then until that moment is accepted."""

    def __init__(self) -> None:
        self.in_doubt: ClockInDoubt | None = None
        self.accepted: list[datetime] = []

    def doubt(self) -> ClockInDoubt | None:
        return self.in_doubt

    def check(self) -> None:
        if self.in_doubt is not None:
            raise self.in_doubt

    def accept(self, now: datetime) -> None:
        self.accepted.append(now)
        self.in_doubt = None


class OnlyRemarks:
    """Backups that have one thing to say and no work waiting."""

    def __init__(self, said: DeskError) -> None:
        self._said = said

    def reached_by(self, run_there: Callable[[Callable[[], None]], None], wishes: Callable[[], int]) -> None:
        pass

    def remark(self) -> DeskError | None:
        return self._said

    def chore(self, progress: Progress) -> None:
        return None


class FakeOffice:
    """An open vault. ``log`` tells what happened to it, in order; ``looks`` counts looks at all its pages."""

    practice = True

    def __init__(self) -> None:
        self.book = FakeBook()
        self.clock = self.book.clock
        self.facts = None
        self.ledger = None
        self.backups: OnlyRemarks | None = None
        self.log: list[str] = []
        self.looks = 0

    def check_pages(self, progress: Progress = no_progress) -> None:
        self.looks += 1

    def close(self, seconds: float = 0) -> None:
        self.log.append("closed")


class FakeArrival:
    """A backup of a year ago, which ``refuse`` makes fail; ``brought`` is with what a vault was made of it."""

    def __init__(self, office: FakeOffice) -> None:
        self._office = office
        self.refuse: DeskError | None = None
        self.brought: tuple[str, tuple[str, ...], str | None] | None = None

    def backups(self) -> str:
        return "/media/disk/backups"

    def written_at(self, file: str) -> datetime:
        self._refuse()
        return datetime(2025, 11, 20, 17, 30)

    def group_may_be(self, number: int, typed: str) -> bool:
        return GROUPS[number - 1] == typed.upper()

    def contents(self, file: str, typed: tuple[str, ...], progress: Progress) -> Contents:
        self._refuse()
        return Contents(12, 340, date(2025, 11, 19), 3)

    def bring(self, file: str, typed: tuple[str, ...], passphrase: str | None, progress: Progress) -> FakeOffice:
        self._refuse()
        self.brought = (file, typed, passphrase)
        return self._office

    def _refuse(self) -> None:
        if self.refuse is not None:
            raise self.refuse


class FakeDoor:
    """Opens with one passphrase or one sheet; ``refuse`` makes it fail with a state."""

    def __init__(self, office: FakeOffice) -> None:
        self.office = office
        self.arriving = FakeArrival(office)
        self.finds = Situation.NEEDS_PASSPHRASE
        self.passphrase_required = False
        self.refuse: DeskError | None = None
        self.replaced: list[bool] = []
        self.opener: Callable[[], Office] = lambda: self.office
        self.made_with: str | None = "nothing was made"
        self.key_given: tuple[str | None, tuple[str, ...]] | None = None
        self.leaves_to_say: DeskError | None = None

    def situation(self) -> Situation:
        return self.finds

    def unlock(self, passphrase: str, accepted: str = "") -> Office:
        if self.refuse is not None and self.refuse.code != accepted:
            raise self.refuse
        if passphrase != PASSPHRASE and self.finds is Situation.NEEDS_PASSPHRASE:
            raise Refused("custody.wrong_passphrase")
        return self.opener()

    def prepare_set_up(self) -> None:
        if self.refuse is not None:
            raise self.refuse

    def begin_set_up(self) -> SetUp:
        return SetUp(GROUPS, "7Y815RH8", token=object())

    def check_group(self, set_up: SetUp, number: int, typed: str) -> bool:
        return set_up.groups[number - 1] == typed.upper()

    def finish_set_up(self, set_up: SetUp, passphrase: str | None, typed: tuple[str, ...]) -> FakeOffice:
        if self.refuse is not None:
            raise self.refuse
        self.made_with = passphrase
        return self.office

    def arrival(self) -> FakeArrival:
        return self.arriving

    def open_with_sheet(self, typed: tuple[str, ...], passphrase: str | None) -> FakeOffice:
        if self.refuse is not None:
            raise self.refuse
        for number, (group, right) in enumerate(zip(typed, GROUPS, strict=True), start=1):
            if group.upper() != right:
                raise Refused("custody.sheet_group_wrong", group=number)
        self.made_with = passphrase
        return self.office

    def remark(self) -> DeskError | None:
        return self.leaves_to_say

    def check_passphrase(self, passphrase: str | None) -> None:
        if passphrase not in (PASSPHRASE, None):
            raise Refused("custody.wrong_passphrase")

    def change_passphrase(self, old: str | None, new: str | None) -> None:
        self.check_passphrase(old)
        self.made_with = new

    def begin_key_change(self, passphrase: str | None) -> SetUp:
        self.check_passphrase(passphrase)
        return self.begin_set_up()

    def change_key(self, office: Office, set_up: SetUp, passphrase: str | None, typed: tuple[str, ...]) -> None:
        office.close()
        if self.refuse is not None:
            raise self.refuse
        self.key_given = (passphrase, typed)

    def sheet_check(self) -> SheetCheck | None:
        return None

    def sheet_mark(self) -> SheetMark | None:
        return SheetMark("7Y815RH8", date(2026, 5, 3))


class FakePrinter:
    """Prints nothing."""

    def pdf(self, release: Release, language: str) -> bytes:
        return b""

    def export(self, release: Release, language: str, folder: str) -> tuple[str, ...]:
        return ()


class QuietPalette:
    """A palette that never opens."""

    def close(self) -> bool:
        return True


class BlankPage(Page[Any]):
    """A page with one field; remembers where it was shown and hands what was typed to the vault thread."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.places: list[object] = []
        self.field = QLineEdit()
        self.field.setAccessibleName("Field")
        QVBoxLayout(self).addWidget(self.field)

    def shown(self, about: object = None) -> None:
        self.places.append(about)

    def flush(self) -> None:
        if text := self.field.text():
            self.context.operations.write(lambda office: write_down(office, f"saved {text}"), ())


ORGANISATION = Organisation(OrganisationId(1), "Omroep Noord", "K.OMR", "W.249")


def write_down(office: object, words: str) -> None:
    """Note in the office's log what was done."""
    assert isinstance(office, FakeOffice)
    office.log.append(words)
