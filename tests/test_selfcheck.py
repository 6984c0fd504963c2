"""What self-check says of the policy of the organisation."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from counsellor_desk.policy import NONE, parse
from counsellor_desk.selfcheck import Finding, Severity, look
from tests.custody.conftest import FakeStore


def _of_the_policy(folder: Path, text: str | None) -> list[tuple[Severity, str]]:
    reading = NONE if text is None else parse(text)
    findings: tuple[Finding, ...] = look(folder, FakeStore(), date(2026, 11, 23), reading)
    return [(found.state, found.detail) for found in findings if found.subject == "policy"]


def test_without_a_policy_it_says_so(tmp_path: Path) -> None:
    assert _of_the_policy(tmp_path, None) == [(Severity.OK, "none")]


def test_it_prints_what_is_in_force_and_what_is_not_taken(tmp_path: Path) -> None:
    said = _of_the_policy(tmp_path, "idle_seconds = 120\nbase = 3\nraw_export = true\n")

    assert said == [
        (Severity.OK, "idle_seconds=120 set"),
        (Severity.OK, "purge_days=35 own"),
        (Severity.OK, "base=5 own"),
        (Severity.OK, "keep_out_of_capture=false own"),
        (Severity.OK, "require_passphrase=false own"),
        (Severity.REMARK, "looser:base"),
        (Severity.REMARK, "unknown_key:raw_export"),
    ]


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    assert (Severity.REMARK, "unreadable") in _of_the_policy(tmp_path, "idle_seconds = = 60")
