from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.packet import from_json, sealed
from counsellor_desk.figures.release import Release
from counsellor_desk.reports.errors import ExportFailed
from counsellor_desk.reports.export import export, stem
from counsellor_desk.reports.writers import Writers
from tests.reports.samples import NOORD, OFFICE_KEY, preview_of, sample

_ROOT = Path(__file__).resolve().parents[2]
_FULL_DISK = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
from counsellor_desk.bundle import resource as shipped
from counsellor_desk.codebook import load
from counsellor_desk.reports.errors import ExportFailed
from counsellor_desk.reports.writers import Writers
from tests.reports.samples import sample
codebook = load(shipped("codebook"))
try:
    Writers(codebook).export(sample(codebook), "nl", sys.argv[1])
except ExportFailed as failed:
    print(failed.params["reason"])
"""


def test_all_files_appear_under_names_of_period_and_audience(
    writers: Writers, release: Release, tmp_path: Path
) -> None:
    paths = writers.export(release, "nl", str(tmp_path))

    assert [Path(path).name for path in paths] == [
        "figures-2026Q3-sector.pdf",
        "figures-2026Q3-sector.xlsx",
        "figures-2026Q3-sector.csv",
        "figures-2026Q3-sector.csv-metadata.json",
        "figures-2026Q3-sector.json",
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(Path(path).name for path in paths)


def test_the_packet_gives_the_release_back(writers: Writers, release: Release, tmp_path: Path) -> None:
    release = sealed(release, OFFICE_KEY)
    packet = Path(writers.export(release, "nl", str(tmp_path))[-1])

    assert from_json(packet.read_text(encoding="utf-8")) == release


def test_an_organisation_is_known_by_its_number_only(codebook: Codebook) -> None:
    assert stem(sample(codebook, audience=NOORD, period="2025")) == "figures-2025-organisation-3"


def test_files_are_for_their_owner_only(writers: Writers, release: Release, tmp_path: Path) -> None:
    assert {Path(path).stat().st_mode & 0o777 for path in writers.export(release, "nl", str(tmp_path))} == {0o600}


def test_exporting_again_changes_nothing(writers: Writers, release: Release, tmp_path: Path) -> None:
    first = writers.export(release, "nl", str(tmp_path))
    before = {path.name: (path.stat().st_mtime_ns, path.stat().st_ino) for path in tmp_path.iterdir()}

    assert writers.export(release, "nl", str(tmp_path)) == first
    assert {path.name: (path.stat().st_mtime_ns, path.stat().st_ino) for path in tmp_path.iterdir()} == before


def test_a_file_that_was_lost_is_written_again(writers: Writers, release: Release, tmp_path: Path) -> None:
    first, *_ = writers.export(release, "nl", str(tmp_path))
    data = Path(first).read_bytes()
    Path(first).unlink()

    writers.export(release, "nl", str(tmp_path))

    assert Path(first).read_bytes() == data


def test_another_file_of_the_same_name_is_kept_and_the_export_numbered(
    writers: Writers, release: Release, tmp_path: Path
) -> None:
    writers.export(release, "nl", str(tmp_path))
    dutch = (tmp_path / "figures-2026Q3-sector.pdf").read_bytes()

    names = {Path(path).name for path in writers.export(release, "en", str(tmp_path))}

    assert "figures-2026Q3-sector_2.pdf" in names
    assert (tmp_path / "figures-2026Q3-sector.pdf").read_bytes() == dutch
    assert b'"figures-2026Q3-sector_2.csv"' in (tmp_path / "figures-2026Q3-sector_2.csv-metadata.json").read_bytes()


def test_a_folder_in_the_way_is_left_alone(writers: Writers, release: Release, tmp_path: Path) -> None:
    (tmp_path / "figures-2026Q3-sector.pdf").mkdir()

    assert writers.export(release, "nl", str(tmp_path))[0].endswith("sector_2.pdf")


def test_a_preview_does_not_leave(writers: Writers, release: Release, tmp_path: Path) -> None:
    with pytest.raises(ExportFailed) as caught:
        writers.export(preview_of(release), "nl", str(tmp_path))

    assert caught.value.params["reason"] == "not_published"
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_named_as_such(writers: Writers, release: Release, tmp_path: Path) -> None:
    with pytest.raises(ExportFailed) as caught:
        writers.export(release, "nl", str(tmp_path / "gone"))

    assert caught.value.params["reason"] == "no_folder"


def test_a_full_disk_leaves_no_half_file(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", _FULL_DISK, str(tmp_path)], check=True, capture_output=True, text=True, cwd=_ROOT
    )

    assert told.stdout.strip() == "no_space"
    assert not list(tmp_path.iterdir())


def test_a_rename_that_fails_takes_back_what_was_placed(
    release: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def second_fails(path: Path, target: Path) -> Path:
        if target.name.endswith("b"):
            raise PermissionError(1, "no")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", second_fails)

    with pytest.raises(ExportFailed) as caught:
        export(release, lambda _: {"a": b"1", "b": b"2"}, tmp_path)

    assert caught.value.params["reason"] == "not_writable"
    assert not list(tmp_path.iterdir())


def test_after_many_different_files_the_export_says_so(release: Release, tmp_path: Path) -> None:
    for number in range(1, 100):
        name = stem(release) if number == 1 else f"{stem(release)}_{number}"
        (tmp_path / name).write_bytes(b"other")

    with pytest.raises(ExportFailed) as caught:
        export(release, lambda name: {name: b"ours"}, tmp_path)

    assert caught.value.params["reason"] == "names_taken"


def test_the_date_of_a_release_is_what_makes_it_published(release: Release, tmp_path: Path) -> None:
    with pytest.raises(ExportFailed):
        export(replace(release, published_on=None), lambda stem: {stem: b""}, tmp_path)
