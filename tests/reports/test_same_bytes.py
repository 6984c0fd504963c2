from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from counsellor_desk.figures.release import Release
from counsellor_desk.reports.writers import Writers

_ROOT = Path(__file__).resolve().parents[2]
_ELSEWHERE = """
import hashlib, os
os.umask(0o077)
from counsellor_desk.bundle import resource
from counsellor_desk.codebook import load
from counsellor_desk.reports.writers import Writers
from tests.reports.samples import sample
codebook = load(resource("codebook"))
writers = Writers(codebook)
for name, data in writers.files(sample(codebook), "LANGUAGE", "figures").items():
    print(name, hashlib.sha256(data).hexdigest())
"""


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_same_release_gives_the_same_bytes_in_another_place_and_time(
    writers: Writers, release: Release, language: str
) -> None:
    here = {name: _digest(data) for name, data in writers.files(release, language, "figures").items()}
    environment = {**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "7"}
    elsewhere = subprocess.run(
        [sys.executable, "-c", _ELSEWHERE.replace("LANGUAGE", language)],
        check=True,
        capture_output=True,
        text=True,
        cwd=_ROOT,
        env=environment,
    )

    assert dict(line.split() for line in elsewhere.stdout.splitlines()) == here


def test_no_file_depends_on_a_compressor(writers: Writers, release: Release) -> None:
    files = writers.files(release, "nl", "figures")

    assert b"/FlateDecode" not in files["figures.pdf"]
    assert b"Seksuele intimidatie" in files["figures.xlsx"]


def test_no_file_knows_where_it_was_made(writers: Writers, release: Release) -> None:
    for data in writers.files(release, "nl", "figures").values():
        assert str(Path.home()).encode() not in data
        assert str(_ROOT).encode() not in data


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
