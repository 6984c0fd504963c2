"""``python -m counsellor_desk`` is ``counsellor-desk``."""

from __future__ import annotations

import sys

from counsellor_desk.cli import main

if __name__ == "__main__":
    sys.exit(main())
