"""Where the system says no, it is saved, or the exit code is 4 and the message is true."""

import shlex

import pytest

from .errors import errors, reading
from .examples import READ_ONLY, Example, representatives
from .lab import Lab


@pytest.mark.parametrize("example", representatives(), ids=lambda example: example.shape)
def test_an_error_at_an_operation_is_told_and_leaves_all_or_nothing(lab: Lab, example: Example) -> None:
    tally = errors(lab, example, most=50)
    assert tally.faults == []
    assert any(outcome.endswith(" 4") for outcome in tally.outcomes)


@pytest.mark.parametrize("line", READ_ONLY.values(), ids=lambda line: line)
def test_a_reader_that_meets_an_error_says_so_and_writes_nothing(lab: Lab, line: str) -> None:
    assert reading(lab, shlex.split(line), most=12).faults == []
