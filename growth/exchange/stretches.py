"""Stretches of tracked time put together: what was worked on in a day is one entry, however often."""

import datetime
import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from growth.errors import WrongUsage
from growth.exchange.instants import seconds_between
from growth.exchange.left_out import left_out
from growth.exchange.markdown_text import links
from growth.exchange.source_ids import digest, reading, source
from growth.records.dates import Day
from growth.records.entry import MOST_MINUTES
from growth.records.imported import Found, Misread, Reading
from growth.records.packed import Packing, in_order

# Nobody works for a month on end: a stretch of that length is a slip.
LONGEST = 31 * 24 * 60 * 60
# Those of a day are held at once; it has 86,400 seconds.
MOST_A_DAY = 100_000


class Stretch(msgspec.Struct, frozen=True, omit_defaults=True):
    """One stretch of time. `work` says what it was spent on: a day's stretches of one work are one entry.

    `own` is its own name in a source key, for whoever wants each apart. `notes` are for who tells it.
    """

    line: int
    day: Day | None
    seconds: float
    work: str
    own: str
    project: str = ""
    tags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Timed(NamedTuple):
    """The day and the length of a stretch, as far as they are known; `why` says what is wrong with them."""

    day: Day | None
    seconds: float = 0
    why: str = ""


Told = Callable[[Sequence[Stretch]], tuple[str, str]]


def timed(start: datetime.datetime | None, stop: datetime.datetime | None) -> Timed:
    """Return the day on which a stretch began, and how long it was."""
    if start is None or stop is None:
        missing = "start" if start is None else "end"
        return Timed(start.date() if start else None, why=f"its {missing} is no moment of the calendar")
    seconds = seconds_between(start, stop)
    if seconds is None:
        return Timed(start.date(), why="one of start and end has an offset, the other has none")
    if seconds < 0:
        return Timed(start.date(), why="it ends before it starts")
    if seconds > LONGEST:
        return Timed(start.date(), why="it lasts longer than a month")
    return Timed(start.date(), seconds)


def tag(text: str) -> str:
    """Return what another program calls a tag as one of ours: a single word."""
    return "-".join(text.removeprefix("#").split())


def tags(those: Iterable[str]) -> tuple[str, ...]:
    """Return tags of another program, each once."""
    return tuple(dict.fromkeys(found for found in map(tag, those) if found))


def minutes(seconds: float) -> int | None:
    """Return seconds as minutes spent; what is there at all is one at least."""
    found = max(1, round(seconds / 60)) if seconds > 0 else 0
    return found if 0 < found < MOST_MINUTES else None


def _entry(those: Sequence[Stretch], source: str, told: Told) -> Found:
    first = those[0]
    title, body = told(those)
    labels = tuple(dict.fromkeys(label for one in those for label in one.tags))
    spent = minutes(sum(one.seconds for one in those))
    return Found(
        line=first.line,
        day=first.day,
        precision="day" if first.day else "none",
        title=title,
        body=body,
        tags=labels,
        project=first.project,
        links=links(f"{title}\n{body}"),
        spent=spent,
        source=source,
        version=digest(title, body, spent, *labels),
    )


def alone(format: str, one: Stretch, told: Told) -> Found:
    """Return one stretch as an entry of its own."""
    return _entry([one], source(format, one.own), told)


def put_together(
    format: str, pieces: Iterable[Stretch | Misread], told: Told, left: Counter[str], *, each: bool
) -> Reading:
    """Return what the stretches of a file make, with what is in doubt of it.

    `left` is counted while the pieces come, and looked at when they are all there.
    """
    doubtful = Packing[Misread]()

    def sure() -> Iterator[Stretch]:
        for piece in pieces:
            if isinstance(piece, Stretch):
                yield piece
            else:
                doubtful.add(piece)

    def made() -> Iterator[Found | Misread]:
        yield from (alone(format, one, told) for one in sure()) if each else _days(format, sure(), told)
        yield from doubtful.done()

    return msgspec.structs.replace(reading(format, made()), left=left_out(left))


def _days(format: str, those: Iterable[Stretch], told: Told) -> Iterator[Found]:
    """Yield one entry a day and work; `told` makes title and body."""
    for day, of_day in itertools.groupby(in_order(those, _ordinal), lambda one: one.day):
        groups: dict[str, list[Stretch]] = {}
        for number, one in enumerate(of_day):
            if number == MOST_A_DAY:
                raise WrongUsage(
                    f"more than {MOST_A_DAY:,} stretches of time on {day or 'no day'}",
                    "look at what made the file",
                )
            groups.setdefault(one.work, []).append(one)
        for work, group in groups.items():
            yield _entry(group, source(f"{format}:{day}", work or "-"), told)


def _ordinal(one: Stretch) -> int:
    return one.day.toordinal() if one.day else 0
