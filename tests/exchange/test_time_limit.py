"""The bound on processor time: what takes longer is given up, even where every exception is caught."""

import signal

import pytest

from growth.errors import Refused
from growth.exchange.time_limit import time_limit


def test_what_ends_in_time_is_left_alone() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with time_limit(5, Refused("too long")):
        pass
    assert signal.getsignal(signal.SIGVTALRM) == before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)


def test_a_loop_that_catches_all_it_can_is_given_up() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with pytest.raises(Refused, match="too long"), time_limit(0.05, Refused("too long")):
        while True:
            try:
                sum(range(1000))
            except Exception:
                continue
    assert signal.getsignal(signal.SIGVTALRM) == before


def test_what_else_is_raised_goes_on() -> None:
    with pytest.raises(KeyError), time_limit(5, Refused("too long")):
        raise KeyError
