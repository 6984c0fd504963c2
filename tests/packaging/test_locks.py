"""The locked lists: complete, hashed, consistent, and naming no registry."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ("runtime", "dev", "peers")


def requirements(lock: str) -> dict[tuple[str, str], list[str]]:
    """(name, version with marker) -> hashes."""
    text = (ROOT / "packaging" / "locks" / f"{lock}.txt").read_text("utf-8").replace("\\\n", " ")
    entries = [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return {
        (words[0].split("==")[0], " ".join(word for word in words if not word.startswith("--hash"))): [
            word for word in words if word.startswith("--hash")
        ]
        for words in entries
    }


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_is_pinned_and_hashed(lock: str) -> None:
    for (_, entry), hashes in requirements(lock).items():
        assert "==" in entry
        assert hashes, entry
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", each) for each in hashes)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_registry(lock: str) -> None:
    text = (ROOT / "packaging" / "locks" / f"{lock}.txt").read_text("utf-8")

    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_developers_run_what_users_run() -> None:
    assert requirements("runtime").items() <= requirements("dev").items()


def test_what_the_project_asks_for_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = {
        "runtime": project["project"]["dependencies"],
        "dev": project["dependency-groups"]["dev"],
        "peers": project["dependency-groups"]["peers"],
    }

    for lock, wishes in asked.items():
        names = {normal(re.split(r"[<>=!~\[; ]", wish)[0]) for wish in wishes}
        assert names <= {normal(name) for name, _ in requirements(lock)}
