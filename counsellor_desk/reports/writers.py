"""Everything that turns a release into what leaves. Writers accept a release and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from counsellor_desk.bundle import resource
from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.packet import to_json
from counsellor_desk.figures.release import Release
from counsellor_desk.reports import export
from counsellor_desk.reports.lint import refuse_strangers
from counsellor_desk.reports.pdf import pdf
from counsellor_desk.reports.tabular import csv_metadata, figures_csv
from counsellor_desk.reports.wording import load
from counsellor_desk.reports.xlsx import xlsx


class Writers:
    """The desk's printer."""

    def __init__(self, codebook: Codebook) -> None:
        """Raises: WordingDamaged."""
        self._codebook = codebook
        self._wordings = load(resource("report"))

    def pdf(self, release: Release, language: str) -> bytes:
        """The report as a PDF, also of a preview; a preview says on each page that it is one."""
        return pdf(release, self._codebook, self._wordings[language])

    def files(self, release: Release, language: str, stem: str) -> Mapping[str, bytes]:
        """All files of a release, name -> bytes: PDF, workbook, CSV with its description, packet.

        Raises: WordingDamaged.
        """
        codebook, wording = self._codebook, self._wordings[language]
        refuse_strangers(release, codebook, wording)
        return {
            f"{stem}.pdf": self.pdf(release, language),
            f"{stem}.xlsx": xlsx(release, codebook, wording),
            f"{stem}.csv": figures_csv(release, codebook, wording),
            f"{stem}.csv-metadata.json": csv_metadata(release, codebook, wording, f"{stem}.csv"),
            f"{stem}.json": to_json(release).encode("utf-8"),
        }

    def export(self, release: Release, language: str, folder: str) -> tuple[str, ...]:
        """Write all files into ``folder``; gives their paths.

        Raises: ExportFailed, WordingDamaged.
        """
        paths = export.export(release, lambda stem: self.files(release, language, stem), Path(folder))
        return tuple(str(path) for path in paths)
