"""Bringing back reports that left and that a vault from an older backup does not know."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from counsellor_desk.desk.page import DeskContext
from counsellor_desk.desk.pages.figures_jobs import FiguresJobs
from counsellor_desk.desk.pages.figures_run import FiguresRun
from counsellor_desk.desk.pages.folder import ask_for_files

AskForFiles = Callable[[QWidget, Callable[[list[str]], None], str, tuple[str, ...]], object]
"""Asks for files with a question and the kinds to show and, unless she thinks better of it, passes their paths on."""


class ReportsBack(QObject):
    """Asks for packets and takes them up. Signals: done() when there are reports that were not there before."""

    done = Signal()

    def __init__(
        self,
        context: DeskContext,
        run: FiguresRun,
        jobs: FiguresJobs,
        page: QWidget,
        ask_for_files: AskForFiles = ask_for_files,
    ) -> None:
        super().__init__(page)
        self._context, self._run, self._jobs, self._page = context, run, jobs, page
        self._ask_for_files = ask_for_files

    def ask(self) -> None:
        """Ask which files; nothing happens when she thinks better of it."""
        kinds = (self.tr("Packets of reports (*.json)"), self.tr("All files (*)"))
        self._ask_for_files(self._page, self._read, self.tr("Which reports left since the backup?"), kinds)

    def _read(self, files: list[str]) -> None:
        jobs = self._jobs
        self._run.work(lambda: jobs.packets(files), self._take_up)

    def _take_up(self, packets: list[bytes]) -> None:
        jobs = self._jobs
        self._context.tasks.run(lambda office: jobs.take_up(office, packets), self._say)

    def _say(self, count: int) -> None:
        if not count:
            self._context.frame.show_banner(self.tr("These reports are here already."))
            return
        self._context.frame.show_banner(self.tr("%n report(s) brought back: later figures count them in.", "", count))
        self.done.emit()
