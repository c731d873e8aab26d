"""However streams and surroundings are: no traceback, no hang, no output lost in silence."""

import zlib

from .lab import Lab
from .streams import broken_pipe, streams


def test_odd_streams_and_surroundings_change_neither_result_nor_manners(lab: Lab) -> None:
    # A third of the pairs, the same ones each time; all of them belong to the full form.
    tally = streams(lab, lambda name, odd: zlib.crc32(f"{name} {odd}".encode()) % 3 == 0)
    assert tally.faults == []
    assert tally.trials > 40


def test_a_reader_that_leaves_ends_the_command_in_silence(lab: Lab) -> None:
    assert broken_pipe(lab).faults == []
