"""What others shared with me, as it is looked back on: entries by whose they are, of the last half year."""

from collections.abc import Iterable

from growth import clock
from growth.app import App
from growth.records.dates import Period
from growth.records.entry import Entry
from growth.store.others import Theirs

# What one looks back on when no period is named.
LATELY = clock.DAY * 7 * 26


def lately(app: App, period: Period) -> Period:
    """Return a period with a first day: half a year before its end where none is named."""
    start = period.start or (period.end or app.today + clock.DAY) - LATELY
    return Period(start, period.end, period.label)


def entries_by_owner(those: Iterable[Theirs]) -> dict[str, list[Entry]]:
    """Return what was shared, by who shared it; two that were merged into one person have two bundles."""
    found: dict[str, list[Entry]] = {}
    for one in those:
        found.setdefault(one.owner, []).extend(one.entries)
    return found
