"""Commands that run at the same time get out of each other's way, and lose nothing."""

from .lab import Lab
from .together import stuck, together


def test_eight_that_log_at_once_lose_nothing_while_others_read_and_write(lab: Lab) -> None:
    tally = together(lab, processes=8, times=15)
    assert tally.faults == []
    assert tally.trials > 120


def test_eight_that_begin_a_store_at_once_begin_one(lab: Lab) -> None:
    assert together(lab, processes=8, times=3, start="none").faults == []


def test_a_stuck_lock_is_named_and_no_reader_waits_for_it(lab: Lab) -> None:
    assert stuck(lab).faults == []
