"""A command that is killed is done or not done, and the next one works."""

import pytest

from .examples import Example, representatives
from .kill import kill
from .lab import Lab


@pytest.mark.parametrize("example", representatives(), ids=lambda example: example.shape)
def test_killed_at_any_operation_it_is_done_or_not_done(lab: Lab, example: Example) -> None:
    tally = kill(lab, example, most=60)
    assert tally.faults == []
    assert tally.trials >= 20
