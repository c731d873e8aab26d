"""How many sessions two people held in a time, beside how many their cadence asks for."""

import datetime
from collections.abc import Iterable

from growth.records.dates import Day
from growth.rules import cadence

_ONE = datetime.timedelta(days=1)


def kept_up(rhythm: str, days: Iterable[Day], start: Day, end: Day) -> tuple[int, int]:
    """Return how many sessions were held from `start` to `end`, not included, and how many were to be.

    A part of a length asks for none yet; without a cadence nothing is asked for.
    """
    held = len({day for day in days if start <= day < end})
    known = cadence.known(rhythm)
    if known is None or end <= start:
        return held, 0
    return held, max((end - start) // (_ONE * known.length), 1 if held else 0)
