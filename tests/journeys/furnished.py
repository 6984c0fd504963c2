"""A home with a real vault, its key in the session's keyring: for journeys that do not begin with the set-up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from counsellor_desk.casework.model import Identity, Organisation, OrganisationId
from counsellor_desk.custody import sheet
from counsellor_desk.custody.custodian import Custodian
from counsellor_desk.custody.keystore import OsKeyring
from counsellor_desk.custody.seal import Cost
from counsellor_desk.custody.seen import LastSeen
from counsellor_desk.doors.real import RealDoor
from tests.journeys.harness import PROGRAM, Program, started
from tests.vault.conftest import add_case, contact_of, note_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from counsellor_desk.office import Office

PASSPHRASE = "een rustige lange zin"


@dataclass(frozen=True, slots=True)
class Furnished:
    """A home, and the key of the vault in it. The vault is closed."""

    home: Path
    key: bytes

    @property
    def vault(self) -> Path:
        """The vault file."""
        return folder_of(self.home) / "desk.vault"

    @contextmanager
    def started(self, *arguments: str, command: Sequence[str] = PROGRAM) -> Iterator[Program]:
        """The program in this home, in front, before the passphrase."""
        with started("--language", "nl", *arguments, home=self.home, command=command) as desk:
            desk.wait_for(lambda: asks_passphrase(desk), what="the lock screen")
            desk.focus()
            yield desk


def folder_of(home: Path) -> Path:
    """Where the program keeps the vault of ``home``."""
    return home / ".local/share/counsellor-desk"


def furnish(
    home: Path,
    notes: Sequence[str],
    *,
    person: str = "Anna",
    last: date | None = None,
    more: Callable[[Office], None] = lambda _office: None,
) -> Furnished:
    """A vault with one organisation and one case of ``person``, and ``notes`` in it, one a day up to ``last``, which
    is today unless it is said; and whatever ``more`` puts there."""
    custodian = Custodian(folder_of(home), OsKeyring(), cost=lambda: Cost(log_n=12, passes=1))
    door = RealDoor(folder_of(home), custodian, LastSeen(OsKeyring()), date.today)
    set_up = door.begin_set_up()
    office = door.finish_set_up(set_up, PASSPHRASE, set_up.groups)
    try:
        fill(office, notes, person, last or date.today())
        more(office)
    finally:
        office.close()
    return Furnished(home, sheet.decode(set_up.groups))


def asks_passphrase(desk: Program) -> bool:
    """Whether the lock screen is there."""
    return any(seen.role == "text" and seen.name == "Wachtzin" for seen in desk.screen())


def unlock(desk: Program) -> None:
    """Type the passphrase and wait for the open desk."""
    desk.wait_for(lambda: asks_passphrase(desk), what="the lock screen")
    desk.focus()
    desk.type(PASSPHRASE)
    desk.press("Return")
    desk.wait_until_it_shows("Vandaag")


def fill(office: Office, notes: Sequence[str], person: str, last: date) -> None:
    """One organisation, one case of ``person``, and ``notes`` in it, one a day up to ``last``."""
    book = office.book
    with book.transaction():
        organisation = book.add_organisation(Organisation(OrganisationId(0), "Omroep Proef", "K.OMR", "W.250"))
        case = add_case(book, organisation, first_contact_on=last, registered_on=last)
        book.save_identity(Identity(case.person, name=person, reach=person, safe_contact=person))
        for number, text in enumerate(notes):
            day = last - timedelta(days=len(notes) - 1 - number)
            at = datetime.combine(day, datetime.min.time().replace(hour=9))
            contact = book.add_contact(contact_of(case, on=day))
            book.add_note(note_of(case, text, contact=contact.id, written_at=at, changed_at=at))
