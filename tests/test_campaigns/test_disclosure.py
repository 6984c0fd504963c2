"""The short form of the campaign on what was published, and that it sees what it is there to see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from types import SimpleNamespace
from typing import Any

import pytest

from counsellor_desk.disclosure import protect
from counsellor_desk.disclosure.attacker import Attacker
from counsellor_desk.disclosure.certificate import Proof
from counsellor_desk.disclosure.rounding import round_rows
from counsellor_desk.disclosure.system import System
from counsellor_desk.disclosure.table import Promise, Wanted
from counsellor_desk.figures import assembly, correcting
from counsellor_desk.figures.gate import Gate
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.plan import as_row, lines
from counsellor_desk.figures.release import Certificate
from counsellor_desk.figures.span import whole
from counsellor_desk.figures.tally import tally, total
from tests.campaigns import (
    _attacks,
    _comparison,
    _corrections,
    _enumeration,
    _methods,
    _micro,
    _packets,
    _sabotage,
    disclosure,
)
from tests.campaigns._findings import Findings
from tests.campaigns._offices import OfficeYear, book, cases_of, counted, office_year
from tests.campaigns._report import Length, Report
from tests.figures.fakes import office


@pytest.fixture(scope="module")
def published() -> OfficeYear:
    return office_year(1)


def attacked(office: OfficeYear, fault: Promise) -> Findings:
    """Attacks on the row of ``fault`` after that was said as well."""
    reader = Attacker(office.system, (fault, *office.promises))
    return _attacks.attack(replace(office, promises=(fault,)), reader, Random(1), 6)


def test_no_attack_on_an_office_or_a_small_one_breaks_the_promise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disclosure, "ATTACKS", 16)

    assert disclosure.main(["attacks", "--count", "2"]) == 0


def test_one_exact_number_is_found_out(published: OfficeYear) -> None:
    small = next(one for one in published.promises if counted(published.cases, one.row) == 2)

    found = attacked(published, small._replace(figure=2, window=0))

    report = Report("a fault")
    disclosure.tell(found, report)
    assert found.too_few
    assert found.presence
    assert report.finish() == 1


def test_a_window_that_is_missed_is_found_out(published: OfficeYear) -> None:
    row = next(one.row for one in published.promises if counted(published.cases, one.row) == 2)

    assert attacked(published, Promise(row, 10, 7)).untrue


def test_equations_that_are_forgotten_are_found_out_by_the_second_attacker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(System, "_agree", lambda *_: None)

    assert any("disagree" in line for line in _micro.compare(0, 40).wrong)


def test_a_correction_that_shows_true_numbers_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(system: System, wanted: Sequence[Wanted], *_: Any, changed: int) -> SimpleNamespace:
        exact = [Promise(one.row, one.truth, 0) for one in wanted]
        return SimpleNamespace(promises=exact, proof=Proof(3, len(exact), ""))

    monkeypatch.setattr(_corrections, "revise", careless)

    assert _corrections.correct(3, 12).too_few


def test_a_corrected_report_that_claims_more_than_it_keeps_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def boastful(*arguments: Any) -> Certificate:
        return replace(assembly.certificate(*arguments), rho=8)

    monkeypatch.setattr(correcting, "certificate", boastful)

    assert _corrections.correct_report(1, 12).too_few


@pytest.mark.parametrize("words", ["2025Q1", "2025Q4", "2025H1", "2025"])
def test_the_campaign_counts_what_the_desk_counts(words: str) -> None:
    facts, span = office(60, 1, (2024, 2025), book()), whole(Period.parse(words))
    cases = cases_of(facts, ["1"])
    tallies = {str(quarter): tally(facts, quarter, book()) for quarter in span.quarters}

    for organisation in (None, 1):
        for line in lines(span, organisation, Gate.ALL, book()):
            assert counted(cases, as_row(line)) == total(tallies, line), line


def test_the_attacker_sees_through_naive_methods() -> None:
    assert disclosure.main(["sight", "--count", "4"]) == 0


def test_an_attacker_that_sees_nothing_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Attacker, "bounds_of", lambda _, rows: [(0, 99)] * len(rows))

    assert disclosure.main(["sight", "--count", "4"]) == 1


def test_a_reader_who_knows_the_method_concludes_what_the_windows_say_and_no_more() -> None:
    assert disclosure.main(["enumeration", "--count", "2"]) == 0


def test_without_chance_a_method_leaks_as_much_as_the_classical_optimum() -> None:
    for method in (_enumeration.without_chance, _enumeration.nearest_of_all):
        found = _enumeration.conclude(method)  # pictures that cost the same may be told apart otherwise

        assert (found.narrowed, found.presence, found.cells) == (12, 12, 24)


def test_a_program_that_forgets_its_chance_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    forgetful = _enumeration.Steered(b"", "")
    monkeypatch.setattr(
        _enumeration,
        "round_rows",
        lambda system, wanted, windows, history, _, base: round_rows(
            system, wanted, windows, history, forgetful, base
        ),
    )

    assert disclosure.main(["enumeration", "--count", "1"]) == 1


def test_figures_are_useful_and_their_windows_narrow() -> None:
    assert disclosure.main(["usefulness", "--count", "1"]) == 0


def test_figures_that_need_wider_windows_are_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def timid(system: System, wanted: Sequence[Wanted], windows: Sequence[int], *rest: Any) -> Any:
        return None if 5 in windows else round_rows(system, wanted, windows, *rest)

    monkeypatch.setattr(protect, "round_rows", timid)

    assert disclosure.main(["usefulness", "--count", "1"]) == 1


def test_of_all_methods_compared_ours_give_nothing_away(capsys: pytest.CaptureFixture[str]) -> None:
    assert disclosure.main(["methods", "--count", "1"]) == 0

    lines = [line for line in capsys.readouterr().out.splitlines() if "presence" in line]
    silent = [line for line in lines if "exact 0.0%  <= 5 counts 0.0%  presence 0.0%" in line]
    assert len(lines) == 2 * len(_comparison.METHODS)
    assert all(any(line.strip().startswith(f"{n}  {_comparison.OURS}") for line in silent) for n in ("40", "2,000"))


def test_a_method_of_ours_that_gives_something_away_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(_comparison.METHODS, _comparison.OURS, _methods.nearest)

    assert disclosure.main(["methods", "--count", "1"]) == 1


@pytest.mark.parametrize("name", _sabotage.SABOTAGES)
def test_a_spoiled_build_is_named(name: str) -> None:
    assert _sabotage.SABOTAGES[name](1) != _sabotage.MISSED


def test_whatever_is_changed_in_a_packet_is_named_or_proves_as_much_as_it_says() -> None:
    report = disclosure.packets(Length(6, seed=1))

    assert report.wrong == []


def test_a_verifier_that_looks_at_nothing_or_falls_over_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_packets, "verify", lambda *_: None)
    assert disclosure.packets(Length(1, seed=1)).wrong == [f"way: {_packets.TAKEN}"]

    monkeypatch.setattr(_packets, "verify", lambda *_: {}["nothing"])
    assert disclosure.packets(Length(1, seed=1)).finish() == 1


def test_a_gate_that_is_open_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_sabotage, "prove", lambda *_: Proof(5, 1, ""))

    report = disclosure.sabotage(Length(1, seed=1))

    assert len(report.wrong) == 6
