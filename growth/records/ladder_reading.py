"""What a reader of a foreign ladder made of it."""

import msgspec

from growth.records.imported import Misread
from growth.records.ladder import Ladder


class LadderReading(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A ladder read from `format`. `left_out` counts what the normal form has no place for, by its name."""

    format: str
    ladder: Ladder
    misread: tuple[Misread, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()
