"""A command that is interrupted, ended or hung up on says so in its exit code, and leaves no litter."""

import pytest

from .examples import Example, representatives
from .lab import Lab
from .signals import signals


@pytest.mark.parametrize("example", representatives(), ids=lambda example: example.shape)
def test_a_signal_at_an_operation_ends_the_command_in_order(lab: Lab, example: Example) -> None:
    tally = signals(lab, example, most=30)
    assert tally.faults == []
    assert {int(outcome.split()[1]) for outcome in tally.outcomes} == {129, 130, 143}
