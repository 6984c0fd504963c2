"""Random walks through the real window on a slow disk, driven from outside: every word in its own case, once.

A walk goes over pages, cases, the contact card, notes, follow-ups and Today, types a word of its own wherever it may,
goes on typing right after Ctrl+Enter, asks for another case while one still loads, locks, hides and comes back. Then
the vault is read by SQLCipher alone. The disk takes 1.5, 0.3 or 0 seconds for every sync, in turns, or what --delay
says; the short form leaves the slowest one out. The long form takes two hours.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random

from tests.campaigns._report import Length, Report, length
from tests.campaigns._walk_desk import SlowDisk, Words, command_on, furnished
from tests.campaigns._walk_eyes import eyes_on
from tests.campaigns._walk_hands import Hands
from tests.campaigns._walk_judge import judge, places
from tests.campaigns._walk_steps import Walk

STEPS = 10
DELAYS = (1.5, 0.3, 0.0)  # seconds for each sync; in turns by the number of the walk
WRONG_CASE, LOST, TWICE, STRAYED = "words in a wrong case", "words lost", "words twice", "another case shown"
CRASHED, BROKEN = "faults on the error stream", "walks cut short"
_FAULTS = {  # what stands in the way of a desk before it becomes ours; sitecustomize.py of the program
    LOST: "add_note(book, replace(note, body='-') if next(count) % 2 else note)",
    WRONG_CASE: "add_note(book, replace(note, case=book.case_by_number('26-001').id))",
}
_PLANTED = """
from dataclasses import replace
from itertools import count
from counsellor_desk.vault.book import Book
add_note, count = Book.add_note, count()
Book.add_note = lambda book, note: {fault}
"""
_STRAYING = """
from counsellor_desk.vault.book import Book
case_view = Book.case_view
Book.case_view = lambda book, case: case_view(book, book.case_by_number('26-001').id)
"""


def main(arguments: Sequence[str]) -> int:
    """Exit code 0 when every word was where it belongs and every case shown was the one asked for."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--delay", type=float, action="append", help="seconds a sync takes")
    known, others = parser.parse_known_args(list(arguments))
    return run(length(__doc__, others, short=2, long=200), delays=known.delay or DELAYS).finish()


def run(asked: Length, *, delays: Sequence[float] = DELAYS, steps: Sequence[str] = (), fault: str = "") -> Report:
    """The figures of ``asked.count`` walks, of ``steps`` or else of random ones; ``fault`` is what is planted in the
    program."""
    wrong = (WRONG_CASE, LOST, TWICE, STRAYED, CRASHED, BROKEN)
    report = Report("walks", dict.fromkeys(("walks", "steps", "words typed", "words not taken", *wrong), 0))
    for number in range(asked.seed, asked.seed + asked.count):
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            _one_walk(Path(folder), number, delays[number % len(delays)], steps, fault, report)
    return report


def _one_walk(folder: Path, seed: int, delay: float, steps: Sequence[str], fault: str, report: Report) -> None:
    dice = Random(seed)
    words, diary = Words(dice), list[str]()
    home, written = furnished(folder / "home", words)
    disk = SlowDisk(delay, folder / "calls")
    report.count("walks")
    report.count(f"  at {delay} s a sync")
    found: dict[str, list[str]] = {CRASHED: [], BROKEN: []}
    with home.started(command=command_on(disk, *_planted(folder, fault))) as desk, eyes_on(desk.pid) as eyes:
        hands = Hands(desk, eyes, disk, dice, words, diary)
        hands.words += written
        try:
            walk = Walk(hands, tuple(sorted({word.case for word in written})))
            hands.unlock()
            for step in steps:
                walk.take(step)
            for _ in range(0 if steps else STEPS):
                walk.take_any()
            if (code := walk.end()) != 0:
                found[CRASHED].append(f"exit code {code}")
        except AssertionError as trouble:
            found[BROKEN].append(str(trouble).splitlines()[0])
        said = desk.errors().splitlines()
    report.count("steps", len(diary) - 1)
    found[CRASHED] += [line for line in said if "Error" in line and "TimeoutError" not in line]
    judgement = judge(hands.words, places(home.vault, home.key))
    report.count("words typed", len(hands.words) - len(written))
    report.count("words not taken", judgement.not_taken)
    found |= {WRONG_CASE: judgement.elsewhere, LOST: judgement.lost, TWICE: judgement.twice, STRAYED: hands.strayed}
    for kind, lines in found.items():
        report.count(kind, len(lines))
        report.wrong += [f"--seed {seed} --delay {delay}: {kind}: {line}" for line in lines]
    if any(found.values()):
        report.wrong.append(f"--seed {seed} --delay {delay}: its steps were {', '.join(diary)}")


def _planted(folder: Path, fault: str) -> tuple[str, ...]:
    """What makes the program, and each that takes its place, one with ``fault``."""
    if not fault:
        return ()
    code = _STRAYING if fault == STRAYED else _PLANTED.format(fault=_FAULTS[fault])
    (folder / "sitecustomize.py").write_text(code, "utf-8")
    return ("env", f"PYTHONPATH={folder}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
