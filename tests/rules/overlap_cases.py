"""Teams of other fields, with overlaps and look-alikes planted in what they log.

They are told in overlap_teams/NAME.txt, in the words of their field and of people in a hurry. A line is
whose, how many days ago, the kind and `Title #tag +project https://… | more words`; a mark before it
tells which pair it is of: `+1` and `+1` overlap, `-1` and `-1` only look as if they did.
"""

import datetime
import re
from pathlib import Path
from typing import NamedTuple

from growth.records.entry import Entry, EntryKind
from growth.rules.capture import captured

TODAY = datetime.date(2026, 11, 24)
_LINK = re.compile(r"https://\S+")


class Case(NamedTuple):
    """A team: names and entries by handle, and the pairs by what they are of."""

    names: dict[str, str]
    shared: dict[str, list[Entry]]
    pairs: dict[str, frozenset[str]]


def case(name: str) -> Case:
    """Return the team of that name."""
    text = (Path(__file__).parent / "overlap_teams" / f"{name}.txt").read_text(encoding="utf-8")
    shared: dict[str, list[Entry]] = {}
    pairs: dict[str, list[str]] = {}
    for number, line in enumerate(text.strip().splitlines()):
        mark, _, rest = line.partition(" ") if line[0] in "+-" else ("", "", line)
        owner, ago, kind, words = rest.split(" ", 3)
        made = _entry(number, int(ago), kind, words)
        shared.setdefault(owner, []).append(made)
        if mark:
            pairs.setdefault(mark, []).append(f"{owner}:{made.id}")
    names = {owner: f"{owner.title()} Example" for owner in shared}
    return Case(names, shared, {mark: frozenset(refs) for mark, refs in pairs.items()})


def _entry(number: int, ago: int, kind: str, words: str) -> Entry:
    day = TODAY - datetime.timedelta(days=ago)
    title, _, body = words.partition(" | ")
    said = captured(words)
    chosen: EntryKind = kind  # type: ignore[assignment]  # written in the texts above
    return Entry(
        id=f"j{day:%y%m%d}-{number:04d}", day=day, kind=chosen, title=title, body=body, tags=said.tags,
        people=said.people, project=said.projects[0] if said.projects else "",
        links=tuple(_LINK.findall(words)), share="manager",
        created=datetime.datetime.combine(day, datetime.time(16), datetime.UTC),
    )  # fmt: skip
