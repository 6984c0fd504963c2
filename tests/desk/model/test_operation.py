"""Reads may be cancelled, writes never; who watches records hears that they were written."""

from __future__ import annotations

from counsellor_desk.desk.model.operation import LatestRead, Operations, Records, State
from counsellor_desk.errors import DeskError
from tests.desk.model.late import Full, SlowVault


def refuse(_office: object) -> None:
    raise Full


class Desk:
    """Operations over a slow vault, and all that was heard."""

    def __init__(self) -> None:
        self.vault = SlowVault()
        self.heard: list[object] = []
        self.refused: list[DeskError] = []
        self.operations = Operations(self.vault, self.refused.append)


def test_a_read_that_was_cancelled_before_it_began_does_not_run() -> None:
    desk, ran = Desk(), []

    operation = desk.operations.read(lambda _office: ran.append("ran"), desk.heard.append)
    operation.cancel()
    desk.vault.settle()

    assert (ran, desk.heard, operation.state) == ([], [], State.CANCELLED)


def test_a_read_that_was_cancelled_while_it_ran_tells_nobody() -> None:
    desk = Desk()

    operation = desk.operations.read(lambda _office: "read", desk.heard.append)
    desk.vault.work()
    operation.cancel()
    desk.vault.settle()

    assert desk.heard == []


def test_who_asked_hears_of_a_refusal_and_otherwise_the_desk() -> None:
    desk = Desk()

    desk.operations.read(refuse, failed=desk.heard.append)
    desk.operations.read(refuse)
    desk.operations.write(refuse, [Records.TIMELINE])
    desk.vault.settle()

    assert [type(error) for error in desk.heard] == [Full]
    assert [type(error) for error in desk.refused] == [Full, Full]


def test_who_watches_hears_of_what_was_written_after_the_one_who_wrote_it() -> None:
    desk = Desk()
    desk.operations.watch([Records.TIMELINE], desk.heard.append)

    desk.operations.write(lambda _office: "kept", [Records.TIMELINE, Records.CASES], desk.heard.append)
    before = list(desk.heard)
    desk.vault.settle()

    assert (before, desk.heard) == ([], ["kept", frozenset({Records.TIMELINE})])


def test_what_was_refused_is_no_change() -> None:
    desk = Desk()
    desk.operations.watch([Records.TIMELINE], desk.heard.append)

    desk.operations.write(refuse, [Records.TIMELINE])
    desk.vault.settle()

    assert desk.heard == []


def test_a_chore_waits_for_no_job_of_the_vault_and_tells_what_it_changed() -> None:
    desk = Desk()
    desk.operations.watch([Records.BACKUPS], desk.heard.append)

    desk.operations.write(lambda _office: None, [Records.TIMELINE])
    desk.operations.chore(lambda _backups: "made", desk.heard.append, changes=[Records.BACKUPS])
    desk.vault.work_beside()
    desk.vault.answer()

    assert desk.heard == ["made", frozenset({Records.BACKUPS})]
    assert desk.vault.jobs == 1


def test_a_chore_that_is_refused_is_told_to_who_asked_and_otherwise_to_the_desk() -> None:
    desk = Desk()

    desk.operations.chore(refuse, failed=desk.heard.append)
    desk.operations.chore(refuse)
    desk.vault.settle()

    assert [type(error) for error in desk.heard] == [Full]
    assert [type(error) for error in desk.refused] == [Full]


def test_a_watch_that_was_stopped_hears_nothing_more() -> None:
    desk = Desk()
    watch = desk.operations.watch([Records.TIMELINE], desk.heard.append)
    watch.stop()

    desk.operations.write(lambda _office: None, [Records.TIMELINE])
    desk.vault.settle()

    assert desk.heard == []


def test_several_kinds_of_records_written_at_once_are_told_once() -> None:
    desk = Desk()
    desk.operations.watch(Records, desk.heard.append)

    desk.operations.write(lambda _office: None, [Records.TIMELINE, Records.CASES])
    desk.vault.settle()

    assert desk.heard == [frozenset({Records.TIMELINE, Records.CASES})]


def test_whoever_watched_and_is_no_more_is_not_asked_again() -> None:
    desk = Desk()
    watch = desk.operations.watch(Records, desk.heard.append)
    desk.vault.everybody_is_gone = True

    desk.operations.write(lambda _office: None, [Records.CASES])
    desk.vault.settle()

    assert (desk.heard, watch.is_over) == ([], True)


def test_a_refusal_that_nobody_is_there_to_hear_is_told_to_the_desk() -> None:
    desk = Desk()
    desk.vault.everybody_is_gone = True

    desk.operations.write(refuse, [Records.CASES], failed=desk.heard.append)
    desk.vault.settle()

    assert (desk.heard, [type(error) for error in desk.refused]) == ([], [Full])


def test_asking_again_cancels_what_was_asked_before() -> None:
    desk = Desk()
    reading = LatestRead[str](desk.operations)

    reading.ask(lambda _office: "first", desk.heard.append)
    desk.vault.work()
    reading.ask(lambda _office: "second", desk.heard.append)
    desk.vault.settle()

    assert desk.heard == ["second"]
