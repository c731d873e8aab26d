"""A source that reads differently now: what becomes of the entry it was imported as."""

import msgspec

from growth.records.entry import Entry
from growth.records.imported import Found


def _lines(title: str, body: str) -> set[str]:
    return {line.removeprefix("- ") for line in (body or title).splitlines()}


def renewed(entry: Entry, found: Found) -> Entry | None:
    """Return an entry with what its source says today, or None where its words were written by hand.

    An entry that was never changed follows its source. One that was changed, perhaps only in its
    share or tags, follows when all its words still stand in the source.
    """
    links = found.links
    if entry.changed is not None:
        fresh = _lines(found.title, found.body)
        titles = any(entry.title == line or entry.title.startswith(f"{line}, and ") for line in fresh)
        if not titles or not _lines(entry.title, entry.body) <= fresh:
            return None
        links = tuple(dict.fromkeys((*found.links, *entry.links)))
    return msgspec.structs.replace(
        entry, title=found.title, body=found.body, links=links, spent=found.spent or entry.spent,
        source=found.source,
    )  # fmt: skip
