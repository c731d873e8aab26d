"""What was edited in an Org file that an export wrote.

Org tells not all of an entry, and some of it otherwise. So a headline is held against what the entry
that is here would read as, written today: what differs was edited, and all else stays as it is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from growth.exchange import org, out_org
from growth.exchange.org_tasks import FORMAT
from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.ids import is_id
from growth.records.imported import Found, ReadOptions
from growth.text.clean import clean

_FIELDS = (
    "day", "kind", "title", "body", "tags", "project", "links", "spent", "skills", "impact", "star",
)  # fmt: skip
# What keeps a line of text from being one of Org's own.
_GUARDED = re.compile(rf"^(\s*){out_org.INVISIBLE}", re.MULTILINE)


class Edited(NamedTuple):
    """An entry that is here, and with what was edited; `since` tells that it was changed here, too."""

    here: Entry
    told: Entry
    since: bool


def own_id(found: Found) -> str:
    """Return the id of ours that an entry of an Org file has, or nothing."""
    identifier = found.source.removeprefix(f"{FORMAT}:")
    ours = found.becomes == "entry" and identifier != found.source and is_id(identifier)
    return identifier if ours else ""


def edits(pairs: Sequence[tuple[Entry, Found]], name: str, today: Day) -> Iterator[Edited]:
    """Yield the entries of which the file of that name says something else than their export would."""
    now = {own_id(found): found for found in _read(out_org.write(
        (here for here, _ in pairs), "", "", {}, for_me=True
    ), name, today)}  # fmt: skip
    for here, told in pairs:
        # What would not be read as an entry has changed for sure.
        before = now.get(here.id, msgspec.structs.replace(told, title=""))
        new = msgspec.structs.replace(here, **_changed(here, before, told))
        if new != here:
            yield Edited(here, new, since=told.exported != out_org.mark(here))


def _read(text: str, name: str, today: Day) -> Iterable[Found]:
    reading = org.read(clean(text).encode(), name=name, options=ReadOptions(today=today))
    yield from reading.found
    yield from (piece.kept for piece in reading.misread if piece.kept)


def _changed(here: Entry, before: Found, told: Found) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name in _FIELDS:
        old, new = getattr(before, name), getattr(told, name)
        if old == new:
            continue
        if isinstance(new, tuple):
            kept = (one for one in getattr(here, name) if one not in old or one in new)
            fields[name] = tuple(dict.fromkeys((*kept, *(one for one in new if one not in old))))
        elif name == "day":
            fields |= {"day": new or here.day, "precision": told.precision}
        else:
            fields[name] = _GUARDED.sub(r"\1", new) if name == "body" else new
    return fields
