"""What something else changed is seen before it is believed, and never written over."""

from .damage import damage, mended, seals
from .lab import Lab


def test_a_changed_file_is_told_of_and_refuses_every_write(lab: Lab) -> None:
    tally = damage(lab, most=200)
    assert tally.faults == []
    assert tally.outcomes["warned"] > 100
    assert tally.outcomes["refused"] > 100


def test_a_changed_file_is_told_of_by_the_program_and_refuses_every_write(lab: Lab) -> None:
    assert seals(lab).faults == []


def test_doctor_names_what_is_damaged_and_restore_brings_it_back(lab: Lab) -> None:
    assert mended(lab, times=20).faults == []
