"""What can go wrong when figures are written."""

from __future__ import annotations

from counsellor_desk.errors import DeskError


class ExportFailed(DeskError):
    """Nothing was exported. ``reason``: no_space, not_writable, no_folder, names_taken, not_published or io."""

    code = "reports.export_failed"


class WordingDamaged(DeskError):
    """A file with the sentences of the reports is missing, unreadable or differs in its keys from the others."""

    code = "reports.wording_damaged"
