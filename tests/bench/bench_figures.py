"""Preview of a quarter and of a year at 240, 5,000 and 100,000 cases: growth no worse than linear, and its time."""

from __future__ import annotations

import gc
import time
from datetime import date

from counsellor_desk.codebook import Codebook
from counsellor_desk.figures.period import Period
from counsellor_desk.figures.release import SECTOR
from counsellor_desk.figures.tally import tally
from tests.bench.frame import Ratio
from tests.figures.fakes import FakeFacts, FakeLedger, office, shipped_codebook
from tests.figures.published import preview, publish

TODAY = date(2026, 11, 23)
QUARTER = Period.parse("2025Q3")
SIZES = (240, 5_000, 100_000)
QUARTER_MS, YEAR_MS, FIVE_YEARS_MS = 1_000.0, 3_000.0, 5_000.0


def run() -> list[Ratio]:
    """Counting per case against a small office (caches may cost up to twice); the whole way against fixed times."""
    codebook = shipped_codebook()
    offices = {size: office(size, 1, codebook=codebook) for size in SIZES}
    counting = {size: _counting_ms(facts, codebook) for size, facts in offices.items()}
    ratios = [
        Ratio(f"count a quarter, {size} cases, per case", counting[size] / size, counting[240] / 240, "ms", 1.5, 2.0)
        for size in SIZES[1:]
    ]
    for size, facts in offices.items():
        taken = _preview_ms(facts, FakeLedger(), codebook, QUARTER) - counting[size]
        ratios.append(Ratio(f"protect a quarter, {size} cases", taken, QUARTER_MS, "ms", 1.0, 2.0))
    ratios.append(Ratio("a year after its quarters", _history_ms((2025,), codebook), YEAR_MS, "ms", 1.0, 2.0))
    five = _history_ms((2021, 2022, 2023, 2024, 2025), codebook)
    return [*ratios, Ratio("a year after five years of quarters", five, FIVE_YEARS_MS, "ms", 1.0, 2.0)]


def _counting_ms(facts: FakeFacts, codebook: Codebook) -> float:
    gc.collect()
    gc.freeze()  # the invented facts themselves are no garbage to look through
    times = []
    for _ in range(3):
        started = time.perf_counter()
        tally(facts, QUARTER, codebook)
        times.append((time.perf_counter() - started) * 1000)
    gc.unfreeze()
    return min(times)


def _preview_ms(facts: FakeFacts, ledger: FakeLedger, codebook: Codebook, period: Period) -> float:
    started = time.perf_counter()
    seen = preview(facts, ledger, codebook, period, SECTOR, TODAY)
    if seen.release is None:
        raise RuntimeError(f"no release: {seen.refusal}")
    return (time.perf_counter() - started) * 1000


def _history_ms(years: tuple[int, ...], codebook: Codebook) -> float:
    facts, ledger = office(80, 1, years, codebook), FakeLedger()
    for year in years:
        for index in (1, 2, 3, 4):
            publish(facts, ledger, codebook, Period.parse(f"{year}Q{index}"), SECTOR, TODAY)
    return _preview_ms(facts, ledger, codebook, Period.parse(str(years[-1])))
