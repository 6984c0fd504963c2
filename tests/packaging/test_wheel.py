"""The built wheel carries the program's resources, and an installed program finds them."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ASK = "from counsellor_desk import __version__, bundle; print(bundle.resource('codebook')); print(__version__)"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of the present checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_every_resource(wheel: Path) -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "-z", "resources"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split("\0")
    names = set(zipfile.ZipFile(wheel).namelist())

    assert {f"counsellor_desk/{name}" for name in tracked if name} - names == set()


def test_the_wheel_holds_the_program_and_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}

    assert "counsellor_desk" in tops
    assert all(top == "counsellor_desk" or top.endswith(".dist-info") for top in tops)


def test_an_installed_program_finds_its_resources(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    done = subprocess.run(
        [sys.executable, "-c", ASK], cwd=tmp_path, env=environment, check=True, capture_output=True, text=True
    )
    codebook, version = done.stdout.split()

    assert Path(codebook) == tmp_path / "site" / "counsellor_desk" / "resources" / "codebook"
    assert any(Path(codebook).glob("*.csv"))
    assert version in wheel.name
