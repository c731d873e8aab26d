"""What something else changed is seen before it is believed, and never written over."""

from .damage import damage
from .lab import Lab


def test_a_changed_file_is_told_of_and_refuses_every_write(lab: Lab) -> None:
    assert damage(lab).faults == []
