"""What the operating system must bring: Qt's libraries and, for the tests, a few programs."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

from devtools.places import VENV, ToolError, clean_environment

# Library file -> Debian package. Source: the libraries that the Qt 6 modules and platform plugins we
# load are linked against (objdump -p), less what a minimal Debian 12 always has.
_QT = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libbrotlidec.so.1": "libbrotli1",
}
_QT_ON_X11 = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
_QT_ON_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
# Program -> Debian package.
_SESSION_PROGRAMS = {
    "Xvfb": "xvfb",
    "setxkbmap": "x11-xkb-utils",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "faketime": "faketime",
    "dbus-daemon": "dbus-daemon",
    "dbus-run-session": "dbus-daemon",
    "gnome-keyring-daemon": "gnome-keyring",
    "sqlcipher": "sqlcipher",
    "pdftotext": "poppler-utils",
    "strace": "strace",
    "gcore": "gdb",
    "dbus-monitor": "dbus-bin",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "git": "git",
}


def has_display() -> bool:
    """Whether a window can be shown here: a name of a display is not enough, something must answer to it."""
    if sys.platform in ("win32", "darwin"):
        return True
    x11, wayland = os.environ.get("DISPLAY", ""), os.environ.get("WAYLAND_DISPLAY", "")
    if wayland and _answers(Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / wayland):
        return True
    number = x11.partition(":")[2].partition(".")[0]
    return bool(x11) and (not x11.startswith(":") or _answers(Path(f"/tmp/.X11-unix/X{number}")))


def missing_for_python() -> list[str]:
    """The Debian packages without which no virtual environment can be made."""
    return [] if VENV.exists() or importlib.util.find_spec("ensurepip") else ["python3-venv"]


def missing_for_qt(*, x11: bool) -> list[str]:
    """The Debian packages without which Qt cannot start; ``x11`` adds what a real window needs."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = dict(_QT)
    if x11:
        wanted |= _QT_ON_X11
        wanted |= _QT_ON_WAYLAND if os.environ.get("WAYLAND_DISPLAY") else {}
    return [package for library, package in wanted.items() if not _loads(library)]


def missing_for_session() -> list[str]:
    """The Debian packages without which no test session can be started; only Linux has one."""
    if not sys.platform.startswith("linux"):
        raise ToolError("This needs Linux. Elsewhere run: .venv/Scripts/pytest")
    return [package for program, package in _SESSION_PROGRAMS.items() if shutil.which(program) is None]


def need(packages: list[str]) -> None:
    """Installs Debian packages when we may (root on Debian or Ubuntu); otherwise says the one line that does."""
    names = sorted(set(packages))
    if not names:
        return
    if shutil.which("apt-get") is None:
        raise ToolError(f"Please install these first (by their names in Debian): {' '.join(names)}")
    if os.geteuid() != 0:
        raise ToolError(f"Please run this first:\n  sudo apt-get install --no-install-recommends {' '.join(names)}")
    print(f"Installing {' '.join(names)}", flush=True)
    if _apt("install", *names) and (_apt("update") or _apt("install", *names)):
        raise ToolError(f"apt-get could not install {' '.join(names)}; its words are above.")


def _answers(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as caller:
        try:
            caller.connect(str(path))
        except OSError:
            return False
    return True


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _apt(verb: str, *names: str) -> int:
    """The exit code of apt-get; what it says is shown only when it fails."""
    command = ["apt-get", "--yes", "--quiet", verb]
    if verb == "install":
        command.append("--no-install-recommends")
    environment = {**clean_environment(), "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        [*command, *names], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode:
        print("\n".join(done.stdout.splitlines()[-5:]), file=sys.stderr)
    return done.returncode
