"""The project's virtual environment: made from a hash-locked list, and made again only when that list changes."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from devtools.places import (
    BUNDLER,
    LOCKS,
    PEERS,
    ROOT,
    VENV,
    ToolError,
    clean_environment,
    venv_program,
    venv_python,
)

_STAMP = VENV / "installed.json"
_LOCK_MAKER = "uv==0.13.9"


def ensure_environment(kind: str) -> Path:
    """The Python of an environment holding ``kind`` ("runtime", or "dev" which includes it); installs if needed.

    A stamp inside the environment names the lists it was installed from, so an interrupted install is
    repeated and an unchanged one costs nothing. One that was copied from another checkout is made anew:
    its path line and its programs still point there.
    """
    wanted = {"checkout": str(ROOT), **_fingerprints(kind)}
    if not _made_by_this_python() or _stamp().get("checkout", wanted["checkout"]) != wanted["checkout"]:
        _create()
    if any(_stamp().get(name) != value for name, value in wanted.items()):
        _install(kind)
        _STAMP.write_text(json.dumps(wanted, indent=1), "utf-8")
    put_program(venv_program(), venv_python())
    return venv_python()


def put_program(program: Path, python: Path) -> None:
    """``counsellor-desk`` beside ``python``, whose path holds the checkout: it is not installed, so pip makes none.

    With -P nothing in the folder one happens to be in is taken for a part of the program.
    """
    text = f'#!/bin/sh\nexec {shlex.quote(str(python))} -P -m counsellor_desk "$@"\n'
    if os.name == "nt":
        text = f'@"%~dp0{python.name}" -P -m counsellor_desk %*\n'
    if not program.exists() or program.read_text("utf-8") != text:
        program.write_text(text, "utf-8")
        program.chmod(0o755)


def ensure_peers() -> Path:
    """The Python of an environment with the programs that a benchmark compares ours with, and nothing else.

    None of them comes near the desk.

    Raises: ToolError when this machine cannot have them.
    """
    return _ensure_beside(PEERS, "peers")


def ensure_bundler() -> Path:
    """The Python of an environment with the program's own packages and PyInstaller, and nothing else.

    What the developers' environment has besides can so not slip into the bundle.

    Raises: ToolError when this machine cannot have them.
    """
    return _ensure_beside(BUNDLER, "runtime", "bundle")


def lock() -> None:
    """Writes ``packaging/locks/*.txt`` anew: every file's hash, no registry's address, all platforms."""
    with tempfile.TemporaryDirectory() as folder:
        maker = Path(folder) / "maker"
        _make_venv(maker)
        binaries = maker / ("Scripts" if sys.platform == "win32" else "bin")
        _run([str(binaries / "python"), "-m", "pip", "install", "--quiet", _LOCK_MAKER])
        common = [
            str(binaries / "uv"),
            "pip",
            "compile",
            "--quiet",
            "--upgrade",
            "--universal",
            "--python-version=3.11",
        ]
        common += ["--generate-hashes", "--no-annotate", "--no-emit-index-url", "--no-config"]
        common += ["--no-strip-extras"]  # with hashes pip wants "coverage[toml]" pinned under that very name
        common += ["--custom-compile-command=python3 packaging/dev.py lock"]
        runtime, dev, peers, bundle = (LOCKS / f"{name}.txt" for name in ("runtime", "dev", "peers", "bundle"))
        _run([*common, "pyproject.toml", "-o", str(runtime)])
        _run([*common, "pyproject.toml", "--group=dev", "-c", str(runtime), "-o", str(dev)])
        _run([*common, "--group=pyproject.toml:peers", "-o", str(peers)])
        _run([*common, "--group=pyproject.toml:bundle", "-c", str(runtime), "-o", str(bundle)])


def _ensure_beside(folder: Path, *lists: str) -> Path:
    """The Python of the environment in ``folder``; made anew whenever a list, Python or the checkout changes."""
    stamp = folder / _STAMP.name
    wanted = {"checkout": str(ROOT), "python": platform.python_version()}
    told = json.dumps(wanted | {name: _fingerprint(name) for name in lists})
    if not stamp.exists() or stamp.read_text("utf-8") != told:
        shutil.rmtree(folder, ignore_errors=True)
        print(f"Installing the locked packages into {folder.name}; this happens once", flush=True)
        _make_venv(folder)
        for name in lists:
            _pip(venv_python(folder), name)
        stamp.write_text(told, "utf-8")
    return venv_python(folder)


def _fingerprints(kind: str) -> dict[str, str]:
    names = ("runtime", "dev") if kind == "dev" else ("runtime",)
    return {name: _fingerprint(name) for name in names}


def _fingerprint(name: str) -> str:
    return hashlib.sha256((LOCKS / f"{name}.txt").read_bytes()).hexdigest()


def _stamp() -> dict[str, str]:
    try:
        stamp = json.loads(_STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _made_by_this_python() -> bool:
    """Whether an environment is there whose Python starts and is of the running version."""
    try:
        ask = [str(venv_python()), "-c", "import pip, platform; print(platform.python_version())"]
        answer = subprocess.run(ask, capture_output=True, text=True, check=False, env=clean_environment())
    except OSError:
        return False
    return answer.stdout.strip() == platform.python_version()


def _create() -> None:
    """An empty environment; one made by another Python, or left half made, gives way."""
    if VENV.exists():
        shutil.rmtree(VENV)
    print(f"Making {VENV.name} with Python {platform.python_version()}", flush=True)
    _make_venv(VENV)


def _make_venv(folder: Path) -> None:
    _run([sys.executable, "-m", "venv", str(folder)])


def _install(kind: str) -> None:
    print(f"Installing the locked packages ({kind}); this happens once", flush=True)
    _pip(venv_python(), kind)
    _put_checkout_on_the_path()


def _pip(python: Path, kind: str) -> None:
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet"]
    _run([*pip, "--require-hashes", "--only-binary=:all:", "-r", str(LOCKS / f"{kind}.txt")])


def _put_checkout_on_the_path() -> None:
    """The checkout itself is what runs: one path line, no build step."""
    ask = [str(venv_python()), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    site = subprocess.run(ask, check=True, capture_output=True, text=True, env=clean_environment()).stdout.strip()
    (Path(site) / "counsellor_desk.pth").write_text(f"{ROOT}\n", "utf-8")


def _run(command: list[str]) -> None:
    if subprocess.run(command, cwd=ROOT, env=clean_environment(), check=False).returncode:
        raise ToolError(f"This step failed; its message is above: {' '.join(command)}")
