"""The values a policy may set. There are none for opening, reading, exporting or escrow: they could only loosen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """As the desk behaves without a policy; each value can only be made stricter.

    ``idle_seconds`` after which the desk locks. ``purge_days`` for which a backup that cannot be cleared of what was
    destroyed may stay. ``base`` of which figures are multiples, from the first report of a vault on.
    ``keep_out_of_capture``: nobody can switch on that others see the desk when a screen is shared.
    ``require_passphrase``: nobody can choose to do without one, the keyring alone.
    """

    idle_seconds: int = 300
    purge_days: int = 35
    base: int = 5
    keep_out_of_capture: bool = False
    require_passphrase: bool = False


OWN = Policy()
"""The desk's own rules."""

UNREADABLE = Policy(idle_seconds=60, keep_out_of_capture=True, require_passphrase=True)
"""For a file that says something nobody can read: as strict as can be, save for what could not be taken back. Backups
that were removed early do not come back, and a base stays for good."""
