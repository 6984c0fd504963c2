"""A day at the desk in a real window, under the eyes of strace, with 200 planted words in what is written and read.

Every file the program opens for writing must be one that is allowed; no planted word may stand in any file, in what
the program says, in its traffic on the session bus or in the reports it writes; no socket may be of the Internet. The
program runs without a network of its own. One try is one day; the long form is about a quarter of an hour.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

from counsellor_desk.figures.period import PeriodKind, last_full
from tests.campaigns._day import live
from tests.campaigns._planted import hits, plain, planted
from tests.campaigns._report import Length, Report, length
from tests.campaigns._traces import ALLOWED, opened_for_writing, sockets, unexpected
from tests.journeys.furnished import Furnished, furnish
from tests.journeys.harness import PROGRAM
from tests.vault.reader import decrypted

PLANTED = 200
TYPED = 20  # of the planted words are typed during the day; the others are in the vault when it begins
WRITTEN = 14  # of these are kept; the others are only searched for
HITS, UNEXPECTED, INTERNET, BROKEN = "hits", "unexpected files", "Internet sockets", "days cut short"
IN_VAULT = "planted words in the opened vault"
_SURELY = "the vault and its journal"  # what every day writes: without it the watch was blind
_CALLS = "trace=open,openat,creat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mkdir,mkdirat,socket"
_FAULTS = {  # what a program with a leak would do before it becomes ours
    "temp": "import os, sys; open(os.environ['TMPDIR'] + '/note.txt', 'w').write(sys.argv[1])",
    "report": "import os, sys; open(sys.argv[2] + '/report.csv', 'w').write(sys.argv[1])",
    "socket": "import socket; socket.socket().close()",
}
_THEN = "; import os, sys; os.execv(sys.executable, [sys.executable, '-m', 'counsellor_desk', *sys.argv[3:]])"


def main(arguments: Sequence[str]) -> int:
    """Exit code 0 when nothing leaked."""
    return run(length(__doc__, arguments, short=1, long=12)).finish()


def run(asked: Length, *, fault: str = "") -> Report:
    """The figures of ``asked.count`` days; ``fault`` is one of the leaks this campaign is there to see."""
    figures = {"days": 0, "planted words": PLANTED, IN_VAULT: 0, "files opened for writing": 0, "things searched": 0}
    report = Report("leak", {**figures, **dict.fromkeys((HITS, UNEXPECTED, INTERNET, BROKEN), 0)})
    for day in range(asked.count):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            _one_day(Path(folder), asked.seed + day, report, fault)
    return report


def _one_day(folder: Path, seed: int, report: Report, fault: str) -> None:
    words = planted(PLANTED, seed)
    typed = [plain(word) for word in words[:TYPED]]
    home, out, temporary = folder / "home", folder / "out", folder / "tmp"
    for made in (out, temporary):
        made.mkdir()
    notes = [" ".join(words[start : start + 6]) for start in range(TYPED, PLANTED, 6)]
    last_day = last_full(PeriodKind.QUARTER, date.today()).last_day
    furnished = furnish(home, notes, person=words[-1], last=last_day)
    report.count("days")
    with ExitStack() as stack:
        stack.enter_context(_bus_recorded(folder / "bus"))
        try:
            with furnished.started(command=_watched(folder, out, typed[0], fault)) as desk:
                live(desk, typed, out, whole=not fault)
        except AssertionError as trouble:
            report.count(BROKEN)
            report.wrong.append(f"seed {seed}: the day was cut short: {str(trouble).splitlines()[0]}")
    kept = [*words[TYPED:], *(typed[:WRITTEN] if not fault else ())]
    _see(furnished, kept, report, seed)
    _judge(folder, furnished, [*typed, *words[TYPED:]], report, seed)


def _see(furnished: Furnished, kept: Sequence[str], report: Report, seed: int) -> None:
    """The words must be where they belong: a search for words that were never written finds nothing."""
    inside = decrypted(furnished.vault, furnished.key)
    missing = [word for word in kept if word.encode() not in inside]
    report.count(IN_VAULT, len(kept) - len(missing))
    report.wrong += [f"seed {seed}: {word} was never written" for word in missing]


def _watched(folder: Path, out: Path, word: str, fault: str) -> tuple[str, ...]:
    """The program as strace's child, without a network; its temporary folder is one that is looked at."""
    watched = ("strace", "-D", "-f", "--seccomp-bpf", "-qq", "-s", "256", "-o", str(folder / "calls"), "-e", _CALLS)
    alone = ("unshare", "-n") if os.geteuid() == 0 else ("unshare", "-rn")
    program: tuple[str, ...] = PROGRAM
    if fault:
        program = (sys.executable, "-c", _FAULTS[fault] + _THEN, word, str(out))
    plain_python = (
        "PYTHONDONTWRITEBYTECODE=1"  # a checkout would be full of compiled files; an installed program is not
    )
    return ("env", plain_python, f"TMPDIR={folder / 'tmp'}", *alone, *watched, *program)


def _judge(folder: Path, furnished: Furnished, words: Sequence[str], report: Report, seed: int) -> None:
    calls = (folder / "calls").read_text("utf-8", "replace")
    written = opened_for_writing(calls)
    kinds, strangers = unexpected(written, folder)
    report.figures["files opened for writing"] = f"{len(kinds)} of {len(ALLOWED)} kinds allowed"
    if _SURELY not in kinds:
        report.wrong.append(f"seed {seed}: the watch did not see the vault being written")
    report.count(UNEXPECTED, len(strangers))
    report.wrong += [f"seed {seed}: written: {path}" for path in strangers]
    if b"FileDialog" in b"".join(path.read_bytes() for path in furnished.home.glob(".config/QtProject.conf")):
        report.count(UNEXPECTED)
        report.wrong.append(f"seed {seed}: Qt remembers the folders it has shown")
    internet = sockets(calls)
    report.count(INTERNET, len(internet))
    report.wrong += [f"seed {seed}: {line}" for line in internet]
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        report.count("things searched")
        for data in _contents(path):
            found = hits(words, data)
            report.count(HITS, len(found))
            report.wrong += [f"seed {seed}: {word} in {path.relative_to(folder)}" for word in found]


def _contents(path: Path) -> Iterator[bytes]:
    """The bytes of a file and, for a PDF, also what a reader sees: its letters may be numbers of a font."""
    yield path.read_bytes()
    if path.suffix == ".pdf":
        yield subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout


@contextmanager
def _bus_recorded(path: Path) -> Iterator[None]:
    """Every message on the session bus, byte by byte, in ``path``."""
    with path.open("wb") as sink:
        monitor = subprocess.Popen(["dbus-monitor", "--session", "--binary"], stdout=sink, stderr=subprocess.DEVNULL)
        try:
            yield
        finally:
            monitor.terminate()
            monitor.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
