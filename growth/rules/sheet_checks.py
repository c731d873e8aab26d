"""What is to mend of practice, put on a 1:1 sheet with the records it is about."""

from collections.abc import Sequence

from msgspec.structs import replace

from growth.records.entry import Entry
from growth.records.practice import Practice
from growth.rules.cited import cite
from growth.rules.findings import Red
from growth.rules.since import Prep

Found = tuple[Red, Practice | Entry]


def with_checks(sheet: Prep, found: Sequence[Found]) -> Prep:
    """Return a sheet with what is to mend; it cites each record once, and counts those that are private."""
    there = {one.ref for one in sheet.cited}
    new = {(red.whose, record.id): (cite(record, red.whose), record) for red, record in found}
    told = {key: pair for key, pair in new.items() if pair[0].ref not in there}
    hidden = sum(not whose and record.share == "private" for (whose, _), (_, record) in told.items())
    return replace(
        sheet,
        checks=tuple(red for red, _ in found),
        cited=(*sheet.cited, *(cited for cited, _ in told.values())),
        private=sheet.private + hidden,
    )
