"""The real program in a real window, worked in by a hand that never rests: ``_soaking.py COUNT SEED FAULT``.

Prints one sample a line as JSON: operations done, resident megabytes, open handles, megabytes in the journal.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from random import Random

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from counsellor_desk.casework.drafts import NoteDraft
from counsellor_desk.casework.model import CaseId
from counsellor_desk.casework.notes import write_note
from counsellor_desk.desk.model import place
from counsellor_desk.desk.shell.shell import Shell
from counsellor_desk.desk.window import DeskWindow
from tests import inside
from tests.support import type_text

SAMPLES = 25
_WORDS = ("sfeer", "montage", "gesprek", "afspraak", "redactie", "planning")
_PAGES = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)


class Hand:
    """Does one operation after the other on the open desk."""

    def __init__(self, window: DeskWindow, seed: int) -> None:
        self._window = window
        self._chance = Random(seed)
        self._kinds: dict[Callable[[], None], int] = {
            self._page: 30,
            self._case: 25,
            self._search: 20,
            self._draft: 20,
            self._note: 4,
            self._language: 1,
        }

    def operate(self) -> None:
        """One operation; its answer comes in the event loop."""
        self._chance.choices(list(self._kinds), list(self._kinds.values()))[0]()

    @property
    def _shell(self) -> Shell:
        assert self._window.shell is not None
        return self._window.shell

    def _page(self) -> None:
        key = self._chance.choice(_PAGES)
        QTest.keyClick(self._window.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)

    def _case(self) -> None:
        self._shell.navigate(place.Cases(case=self._any_case()))

    def _search(self) -> None:
        field = self._shell.top_bar.search
        field.setFocus()
        field.clear()
        type_text(field, self._chance.choice(_WORDS)[:4])

    def _draft(self) -> None:
        self._shell.open_contact_card(self._any_case())
        paper = next(paper for paper in self._window.findChildren(QPlainTextEdit) if paper.isVisible())
        paper.setPlainText("")
        type_text(paper, self._chance.choice(_WORDS))
        self._shell.close_panel()

    def _note(self) -> None:
        case, draft = self._any_case(), NoteDraft(" ".join(self._chance.choices(_WORDS, k=40)))
        self._window.tasks.run(
            lambda office: write_note(office.book, case, draft, datetime.now()), lambda _note: self._shell.refresh()
        )

    def _language(self) -> None:
        self._window.switch_language(self._chance.choice(("nl", "en")))

    def _any_case(self) -> CaseId:
        return CaseId(self._chance.randrange(1, 200))


def soak(window: DeskWindow, count: int, seed: int, fault: str) -> None:
    """``count`` operations, each begun when the one before was answered, from the event loop as a person's are."""
    hand, held = Hand(window, seed), []

    def steps() -> Iterator[None]:
        for done in range(1, count + 1):
            hand.operate()
            if fault == "memory":
                held.append(bytearray(os.urandom(1 << 20)))
            if fault == "handles":
                os.open(os.devnull, os.O_RDONLY)
            if done % max(count // SAMPLES, 1) == 0:
                print(json.dumps([done, *_sample()]), flush=True)
            yield

    under_way, timer = steps(), QTimer(window)

    def go_on() -> None:
        if not window.tasks.busy and next(under_way, "done") == "done":
            timer.stop()
            window.close()

    timer.timeout.connect(go_on)
    timer.start(0)


def _sample() -> tuple[float, int, float]:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    journals = Path.home().glob(".cache/counsellor-desk/practice/*/desk.vault-wal")
    handles = len(list(Path("/proc/self/fd").iterdir()))
    return (
        round(pages * os.sysconf("SC_PAGE_SIZE") / 2**20, 1),
        handles,
        round(max((journal.stat().st_size for journal in journals), default=0) / 2**20, 2),
    )


if __name__ == "__main__":
    operations, chance, wrong = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    sys.exit(inside.run(lambda window: soak(window, operations, chance, wrong), "--practice", "--language", "nl"))
