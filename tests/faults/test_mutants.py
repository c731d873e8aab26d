"""The trials find what they are there to find: every fault put into the storage code is caught."""

from pathlib import Path

import pytest

from .lab import Lab
from .mutants import MUTANTS, Mutant, caught


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_fault_put_into_the_storage_code_is_caught(lab: Lab, mutant: Mutant, tmp_path: Path) -> None:
    """The laboratory of the whole program is asked for so that a missing compiler skips this, too."""
    trial, _ = caught(mutant, tmp_path)
    assert trial > 0
