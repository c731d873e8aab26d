"""What of a store goes out, and what of it nobody but me may see."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from growth.records.bundle import Header
from growth.records.dates import EVER, Day, Period
from growth.records.entry import Entry
from growth.records.kinds import Record
from growth.records.mentorship import Mentorship
from growth.records.observation import Observation
from growth.records.session import Session
from growth.rules.select import Selection, falls_in

if TYPE_CHECKING:
    from growth.rules.audience import Audience

# Kinds that may be for somebody else at all; people, requests, thumbs and ladders stay mine.
_SHAREABLE = (
    "Entry", "Session", "Mentorship", "Action", "Answer", "Assessment", "Goal", "Observation", "Practice",
)  # fmt: skip


class Going(msgspec.Struct, frozen=True, kw_only=True):
    """What goes out. `private` counts what is for me only, `withheld` what its reader may not see."""

    records: tuple[Record, ...]
    private: int = 0
    withheld: int = 0

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries among them, the oldest first."""
        found = (record for record in self.records if isinstance(record, Entry))
        return tuple(sorted(found, key=lambda one: (one.day, one.created, one.id)))


def of_journal(chosen: Selection) -> bool:
    """Tell whether filters ask for more than a time: they ask for entries then."""
    return msgspec.structs.replace(chosen, period=EVER) != Selection()


def chosen(records: Iterable[Record], wanted: Selection) -> list[Record]:
    """Return what filters let through: of every kind by time alone, else of the journal."""
    if of_journal(wanted):
        return [one for one in records if isinstance(one, Entry) and wanted.matches(one)]
    return [one for one in records if _in(one, wanted.period)]


def _in(record: Record, period: Period) -> bool:
    """Tell whether a record is of a period; people and ladders are of every one."""
    if isinstance(record, Entry):
        return falls_in(record, period)
    if isinstance(record, Session) and record.day is None:
        return period.end is None
    if isinstance(record, Mentorship):
        over = record.until is not None and period.start is not None and record.until < period.start
        return not over and (period.end is None or record.since < period.end)
    day: Day | None = getattr(record, "day", None)
    return day is None or day in period


def mine(records: Sequence[Record]) -> Going:
    """Return all of it, for me."""
    return Going(records=tuple(records), private=sum(map(is_private, records)))


def is_private(record: Record) -> bool:
    """Tell whether a record, or a part of one, is for nobody but me."""
    if isinstance(record, Session) and record.share != "private":
        hidden = (record.private, record.mood_words, record.workload_words, record.mood, record.workload)
        return any(hidden) or any(item.private for item in record.agenda)
    # What has no share is a person: what I know of somebody is mine.
    return getattr(record, "share", "private") == "private"


def for_others(records: Sequence[Record], header: Header, whom: "Audience") -> Going:
    """Return what an audience may see, as a bundle would hand it over, and what I saw of them as a mentor."""
    # What is for me alone is often all of it, and needs none of these.
    from growth.rules import audience, bundling

    made = bundling.bundle(bundling.sorted_out(records), header, whom, None)
    seen, _ = audience.cut((one for one in records if isinstance(one, Observation)), whom)
    visible = (*made.records, *seen)
    shareable = sum(type(record).__name__ in _SHAREABLE for record in records)
    return Going(records=visible, withheld=shareable - len(visible))
