"""After a power cut what was acknowledged is there, and the rest is all there or not at all."""

import pytest

from .examples import EXAMPLES, Example, representatives
from .lab import Lab
from .power import kill_then_cut, model_of, power


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_model_of_the_disk_ends_like_the_disk(lab: Lab, example: Example) -> None:
    """Nothing that changes a file escapes the injector, or the two would differ."""
    assert model_of(lab, example) == []


@pytest.mark.parametrize("example", representatives(), ids=lambda example: example.shape)
def test_cut_at_any_operation_it_is_done_or_not_done(lab: Lab, example: Example) -> None:
    assert power(lab, example, most=60).faults == []


@pytest.mark.parametrize("example", representatives(), ids=lambda example: example.shape)
def test_what_a_killed_command_left_unsynced_is_not_built_on(lab: Lab, example: Example) -> None:
    assert kill_then_cut(lab, example, most=7).faults == []
