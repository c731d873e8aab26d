"""Entries out of what forges and trackers tell: what was merged or closed, and what was reviewed."""

import datetime
from collections.abc import Iterable, Sequence

from growth.exchange.forge import Place
from growth.exchange.heading_words import as_tag
from growth.exchange.instants import instant
from growth.exchange.source_ids import digest, source
from growth.records.dates import Day
from growth.records.entry import Precision
from growth.records.imported import Found

# A tool written in Go writes so that there is none.
_NO_YEAR = 1
_DAY = datetime.timedelta(days=1)
_SPANS: tuple[tuple[Precision, int], ...] = (("month", 1), ("quarter", 3), ("year", 12))
# One may comment on one's own, but neither approve it nor ask for changes.
MAY_BE_OWN = "comments alone, and nothing says whose work they are on: it may be your own"
# The same review is told with more and with less; what tells less must not undo what told more.
_REVIEWED = "1"


def day_of(stamp: str | None) -> Day | None:
    """Return the day of a stamp where I am, or None where there is none."""
    moment = instant(stamp) if stamp else None
    return moment.date() if moment and moment.year > _NO_YEAR else None


def entry(
    line: int, format: str, key: str, *, title: str, place: Place, link: str, stamp: str | None,
    body: str = "", labels: Iterable[str] = (),
) -> tuple[Found, str]:  # fmt: skip
    """Return the entry of something that was done, and why its day is in doubt, or nothing."""
    day = day_of(stamp)
    title, body = " ".join(title.split()), cleaned(body)
    found = Found(
        line=line,
        day=day,
        precision="day" if day else "none",
        kind="work",
        title=title or key,
        body=body,
        tags=tuple(dict.fromkeys(tag for label in labels if (tag := as_tag(label)))),
        project=place.name,
        links=(link,) if link else (),
        source=source(format, key),
        version=digest(title, body),
    )
    return found, "" if day else "nothing says when it was done" if not stamp else f"{stamp!r} is no day"


def review(
    line: int, format: str, key: str, *, title: str, place: Place, link: str, states: Sequence[str],
    when: tuple[Day | None, Precision], people: tuple[str, ...] = (),
) -> Found:  # fmt: skip
    """Return the entry of a review, which is one however many rounds it took."""
    words = list(dict.fromkeys(state.lower().replace("_", " ") for state in states if state))
    rounds = f"{len(states)} reviews: " if len(states) > 1 else ""
    return Found(
        line=line,
        day=when[0],
        precision=when[1] if when[0] else "none",
        kind="review",
        title=f"Reviewed: {' '.join(title.split())}",
        body=f"{rounds}{', '.join(words)}".capitalize() if words else "",
        project=place.name,
        links=(link,) if link else (),
        people=people,
        source=source(format, f"{key}/review"),
        version=_REVIEWED,
    )


def between(first: Day | None, last: Day | None, today: Day) -> tuple[Day | None, Precision]:
    """Return a day between two others, as precisely as they tell it: one day, or its month, quarter, year."""
    if first is None or last is None or first == last:
        return (last if first == last else None), "day"
    for precision, months in _SPANS:
        if first.year == last.year and (first.month - 1) // months == (last.month - 1) // months:
            after = (last.month - 1) // months * months + months
            end = Day(last.year, 12, 31) if after == 12 else Day(last.year, after + 1, 1) - _DAY
            return min(end, today), precision
    return None, "none"


def cleaned(text: str) -> str:
    """Return a description without the hidden hints of its template."""
    first, *rest = text.replace("\r\n", "\n").replace("\r", "\n").split("<!--")
    shown = first + "".join(part.partition("-->")[2] if "-->" in part else f"<!--{part}" for part in rest)
    lines = [line.rstrip() for line in shown.split("\n")]
    kept = [line for number, line in enumerate(lines) if line or (number and lines[number - 1])]
    return "\n".join(kept).strip("\n")
