"""What is in a copy of a vault, in numbers."""

from __future__ import annotations

from datetime import date

from counsellor_desk.casework.backups import Contents
from counsellor_desk.vault.session import Session

_CONTENTS = """
SELECT
  (SELECT count(*) FROM case_file WHERE destroyed_on IS NULL),
  (SELECT count(*) FROM note),
  (SELECT max(day) FROM (SELECT max(registered_on) AS day FROM contact UNION SELECT max(changed_at) FROM note)),
  (SELECT count(*) FROM release)
"""


def contents(session: Session) -> Contents:
    """Counted over ``session``, which only has to be able to read."""
    cases, notes, last, reports = session.rows(_CONTENTS)[0]
    return Contents(cases, notes, date.fromisoformat(last[:10]) if last else None, reports)
