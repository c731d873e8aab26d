"""Whatever a file holds is read, or refused in words: a few hundred broken inputs of each format."""

import pytest

from tests.fuzz.run import fuzz
from tests.fuzz.targets import Target, targets

TARGETS = targets()
OTHERS = [seed for target in TARGETS for seed in target.seeds]
COUNT = 300


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_broken_files_are_read_or_refused(target: Target) -> None:
    found = fuzz(target, COUNT, 0, OTHERS)
    assert not found.faults, "\n".join(f"{fault.what}\n{fault.data!r}" for fault in found.faults)
    assert found.read + found.refused == COUNT


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_some_of_them_are_read(target: Target) -> None:
    """A mutation that breaks everything would try nothing."""
    assert fuzz(target, 60, 0, OTHERS).read
