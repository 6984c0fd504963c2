"""The schema of the packet and the worked example: what is documented is what is done."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from counsellor_desk.bundle import resource
from counsellor_desk.cli import DONE, main
from counsellor_desk.packet.envelope import Packet
from counsellor_desk.workbench.release import Method
from tests.figures.fakes import FakeLedger, office, shipped_codebook
from tests.verifier.conftest import HOUSE, published
from tests.verifier.test_corrections import corrected_chain
from tests.workbench.plans import PLAN, some
from tests.workbench.plans import published as planned
from tests.workbench.test_protecting import revised

EXAMPLE = resource("packet", "example")


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    found = json.loads(resource("packet", "packet.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found)


def packets() -> Iterator[Packet]:
    codebook, ledger = shipped_codebook(), FakeLedger()
    facts = office(30, 1, codebook=codebook)
    published(facts, ledger, codebook, "2025Q1", "2025Q2", audience=HOUSE)
    yield from published(facts, ledger, codebook, "2025")
    yield corrected_chain(codebook)[-1]
    yield planned(PLAN, some(PLAN, 30))[0]
    yield revised()[1]
    yield planned(PLAN, some(PLAN, 60), method=Method.SUPPRESSION)[0]


def test_every_kind_of_packet_fits_the_schema(schema: Draft202012Validator) -> None:
    for packet in packets():
        schema.validate(json.loads(packet.text))


def edges(found: Any) -> Iterator[Any]:
    """``found`` with an unknown member in each object, one at a time."""
    for part in _objects(found):
        part["unheard_of"] = 1
        yield found
        del part["unheard_of"]


def _objects(found: Any) -> Iterator[dict[str, Any]]:
    inner = list(found.values()) if isinstance(found, dict) else found if isinstance(found, list) else ()
    if isinstance(found, dict):
        yield found
    for one in inner:
        yield from _objects(one)


def test_no_object_of_a_packet_has_room_for_anything_else(schema: Draft202012Validator) -> None:
    rounded, withheld = (planned(PLAN, some(PLAN, 9), method=method)[0] for method in Method)
    for packet in (rounded, withheld):
        for changed in edges(json.loads(packet.text)):
            with pytest.raises(ValidationError):
                schema.validate(changed)


def test_the_example_runs_and_gives_the_files_beside_it(tmp_path: Path) -> None:
    folder = shutil.copytree(EXAMPLE, tmp_path / "example")
    given = [str(folder / name) for name in ("plan.json", "counts.csv")]

    assert main(["protect", *given, "--ledger", str(folder / "ledger.json"), "--out", str(tmp_path / "out")]) == DONE

    for name in ("figures.csv", "packet.json"):
        assert (tmp_path / "out" / name).read_bytes() == (EXAMPLE / name).read_bytes()
    assert (folder / "ledger.json").read_bytes() == (EXAMPLE / "ledger.json").read_bytes()


def test_the_example_is_proven_and_fits_the_schema(
    schema: Draft202012Validator, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(EXAMPLE / "packet.json"), "--language", "en"]) == DONE
    assert capsys.readouterr().out.startswith("Proven")
    schema.validate(json.loads((EXAMPLE / "packet.json").read_text("utf-8")))


def test_the_documented_commands_name_the_files_of_the_example() -> None:
    words = resource("docs", "methodology.md").read_text("utf-8")

    assert "counsellor-desk protect plan.json counts.csv --ledger ledger.json --out ." in words
    assert "counsellor-desk verify packet.json" in words
