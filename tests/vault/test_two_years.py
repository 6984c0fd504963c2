"""Two years of an office whose clock goes wrong every few weeks: nothing is lost early, nothing is final early."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from counsellor_desk.bundle import resource
from counsellor_desk.casework.destroying import expire_memory_aids
from counsellor_desk.codebook import load
from counsellor_desk.errors import DeskError
from counsellor_desk.figures.period import Period, PeriodKind, last_full
from counsellor_desk.figures.publishing import releases
from counsellor_desk.vault.backups.rotation import kept
from tests.support import FakeClock
from tests.vault.backups.conftest import files, write
from tests.vault.life import Life

START, END = datetime(2026, 11, 23, 9), datetime(2028, 11, 27, 9)
WRONG = [datetime(1970, 1, 1), datetime(2020, 2, 29, 12), datetime(2099, 12, 31, 23, 59), datetime(9999, 12, 31)]
HOURS = [
    datetime(2027, 3, 28, 3),
    datetime(2027, 10, 31, 2, 30),
    datetime(2028, 3, 26, 3),
    datetime(2028, 10, 29, 2, 30),
]


def test_two_years_with_a_clock_that_goes_wrong(tmp_path: Path, key: bytes) -> None:
    clock = FakeClock(START)
    life = Life(tmp_path / "desk", key, clock, load(resource("codebook")))
    expires: dict[int, datetime] = {}
    used, published, week = [START], 0, 0

    def refuses(deed: Callable[[], object]) -> bool:
        try:
            deed()
        except DeskError:
            return True
        return False

    while used[-1] < END:
        week += 1
        right = used[-1] + timedelta(weeks=1)
        life.reopen(right)
        assert life.vault.clock.doubt() is None
        for note in set(expires) - life.aids():
            assert expires.pop(note) < right
        case = life.start_case()
        if week % 30 == 8:
            expires[life.jot(case).id] = right + timedelta(days=30)
        write(life.vault, f"week {week}")
        quarter = last_full(PeriodKind.QUARTER, right.date())
        if quarter.first_day >= START.date() and quarter not in {one.period for one in releases(life.vault.ledger)}:
            life.publish(quarter)
            published += 1
        used.append(right)

        if week % 5 == 0:
            before, aids = files(life.home), life.aids()
            wrong = WRONG[week // 5 % len(WRONG)] if week % 2 else right + timedelta(days=36 + week)
            for moment in (wrong, wrong - timedelta(days=1)):  # on two days
                clock.set(moment)  # while the desk is open
                life.reopen()
                assert life.vault.clock.doubt() is not None
                assert refuses(life.start_case)
                assert refuses(partial(expire_memory_aids, life.vault.book, clock.today()))
                assert refuses(partial(life.publish, Period.quarter_of(right.date())))
            assert life.aids() == aids
            assert set(before) <= set(files(life.home))
            clock.set(right)

    days = {at.date().isoformat() for at in kept(used)}
    life.reopen(used[-1])
    assert week == 105
    assert days <= life.days_backed_up()
    cases = life.vault.session.rows("SELECT registered_on FROM case_file ORDER BY id")
    assert [day for (day,) in cases] == [at.date().isoformat() for at in used[1:]]
    assert published == len(releases(life.vault.ledger)) == 7
    assert expires == {}  # all four went, in their time
    life.vault.close()


def test_the_changes_of_the_hour_ask_nothing(tmp_path: Path, key: bytes) -> None:
    life = Life(tmp_path / "desk", key, FakeClock(HOURS[0] - timedelta(days=1)), load(resource("codebook")))

    for after in HOURS:
        before = after - timedelta(hours=1, minutes=1) if after.month == 3 else after + timedelta(minutes=29)
        for day in range(30, 0, -15):
            life.reopen(before - timedelta(days=day))
            life.vault.clock.accept(life.clock.now())  # the months in between are no part of this
        life.reopen(before)
        assert life.vault.clock.doubt() is None
        life.reopen(after)
        assert life.vault.clock.doubt() is None
        life.start_case()
    life.vault.close()
