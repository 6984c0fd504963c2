"""Makes the bundle, the program with its own Python in one folder, and tries the promises of the program on it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from devtools.environment import ensure_bundler
from devtools.places import BUNDLE, ROOT, ToolError, clean_environment
from devtools.session import run_in_session

_NAME = "counsellor-desk"  # of the folder and of the program in it, as packaging/bundle.spec says
_TESTS = ("tests/packaging/bundled.py", "tests/journeys/test_memory_after_lock.py")


def build() -> Path:
    """The program in a bundle made anew.

    Raises: ToolError when it cannot be made here.
    """
    shutil.rmtree(BUNDLE, ignore_errors=True)
    build = [str(ensure_bundler()), "-m", "PyInstaller", "--noconfirm", "--log-level=WARN"]
    build += [f"--distpath={BUNDLE}", f"--workpath={BUNDLE / 'work'}", str(ROOT / "packaging" / "bundle.spec")]
    print("Making the bundle; this takes a minute or more", flush=True)
    if subprocess.run(build, cwd=ROOT, env=clean_environment(), check=False).returncode:
        raise ToolError("The bundle could not be made; the reason is above.")
    folder = BUNDLE / _NAME
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"Made: {folder}, {size / 1e6:.0f} MB", flush=True)
    return folder / _NAME


def keeps_its_promises(python: Path, program: Path) -> bool:
    """Whether the bundled ``program`` passes its tests, and a lock leaves nothing in its memory."""
    tests = [str(python), "-m", "pytest", "-s", *_TESTS]  # -s shows the figures that are measured
    return run_in_session(["env", f"COUNSELLOR_DESK_PROGRAM={program}", *tests]) == 0
