"""Long runs that look for rare failures: modules of ``tests/campaigns/``, each with ``main(arguments) -> int``."""

from __future__ import annotations

from pathlib import Path

from devtools.places import ROOT
from devtools.session import run_in_session

_FOLDER = ROOT / "tests" / "campaigns"


def names() -> list[str]:
    """The campaigns there are."""
    return sorted(path.stem for path in _FOLDER.glob("*.py") if not path.stem.startswith("_"))


def run_campaign(python: Path, name: str, arguments: list[str]) -> int:
    """The campaign's own exit code: 0 when it found nothing wrong."""
    return run_in_session([str(python), "-m", f"tests.campaigns.{name}", *arguments])
