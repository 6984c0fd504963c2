"""Right after opening every page of the vault is looked at, beside everything else that the desk does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from counsellor_desk.casework.progress import Cancelled
from counsellor_desk.errors import DeskError

if TYPE_CHECKING:
    from counsellor_desk.desk.tasks import VaultThread
    from counsellor_desk.office import Office


def check_pages(tasks: VaultThread, office: Office, on_damaged: Callable[[DeskError], None]) -> None:
    """Nothing waits for it, and a lock stops it; then it begins anew at the next opening. A practice is made anew."""
    if office.practice:
        return

    def failed(error: DeskError) -> None:
        if not isinstance(error, Cancelled):
            on_damaged(error)

    progress = tasks.cancellable()
    tasks.run_aside(lambda: office.check_pages(progress), None, failed)
