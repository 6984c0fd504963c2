"""Writes into a vault until it is stopped, and says after each commit what is now safe.

``python -m tests.vault.writer PATH`` with the key in hex on the first line of standard input.
"""

from __future__ import annotations

import sys
from pathlib import Path

from counsellor_desk.casework.model import Organisation, OrganisationId
from counsellor_desk.errors import DeskError
from counsellor_desk.vault.vault import open_vault
from tests.vault.conftest import NOW, add_case, contact_of, note_of


def main(path: Path, most_bytes: int) -> None:
    """Contact, note and draft in one transaction each time, an older note amended in between."""
    key = bytes.fromhex(sys.stdin.readline().strip())
    vault = open_vault(path, key, practice=False)
    if most_bytes:
        _no_file_beyond(most_bytes)
    book = vault.book
    case = book.case_by_number("26-001")
    if case is None:
        with book.transaction():
            organisation = book.add_organisation(Organisation(OrganisationId(0), "O", "K.OMR", "W.250"))
            case = add_case(book, organisation)
    try:
        for number in range(100_000):
            with book.transaction():
                contact = book.add_contact(contact_of(case))
                note = book.add_note(note_of(case, f"gesprek {number} " + "en verder " * 40, contact=contact.id))
                book.save_draft("contact", str(number), NOW)
            print("note", note.id, flush=True)
            book.amend_note(note.id, 0, f"herzien {number} " + "en verder " * 40, NOW)
            print("amended", note.id, flush=True)
    except DeskError as error:
        print("refused", error.code, flush=True)


def _no_file_beyond(size: int) -> None:
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
