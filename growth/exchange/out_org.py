"""The journal as an Org file: a date tree, an entry a heading, its fields in a drawer."""

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from growth.exchange.source_ids import digest
from growth.exchange.told_entry import Names
from growth.records.entry import Entry
from growth.rules.entry_words import metric_words
from growth.text.clean import clean, one_line

_TAG = re.compile(r"[\w@#%]+")
_NO_TAG = re.compile(r"[^\w@#%]+")
# What would begin a block, a drawer, a keyword or a table of Org; an invisible sign before it makes it text.
_OPENING = re.compile(r"(?=#\+|# |:[\w-]+:|\||CLOCK:|DEADLINE:|SCHEDULED:|CLOSED:|%%\()")
INVISIBLE = "\u200b"


def write(entries: Iterable[Entry], title: str, audience: str, names: Names, *, for_me: bool) -> str:
    """Return a date tree of entries, the oldest first; what has no day stands under a heading of its own."""
    lines = [f"#+TITLE: {one_line(title)}", f"# {one_line(audience)}"]
    before: Sequence[str] = ()
    for entry in sorted(entries, key=lambda one: one.precision == "none"):
        path = _path(entry)
        # From the first heading that is another, those below it are new, too.
        same = next((n for n, (old, new) in enumerate(zip(before, path, strict=False)) if old != new), None)
        start = min(len(before), len(path)) if same is None else same
        lines += [f"{'*' * depth} {path[depth - 1]}" for depth in range(start + 1, len(path) + 1)]
        before = path
        lines += _entry(entry, len(path) + 1, names, for_me)
    return "\n".join(lines) + "\n"


def mark(entry: Entry) -> str:
    """Return what tells whether an entry is still what it was when it was exported."""
    return digest(msgspec.json.encode(entry))


def _path(entry: Entry) -> tuple[str, ...]:
    day = entry.day
    if entry.precision == "none":
        return ("Without a day",)
    return (f"{day.year:04}", f"{day.year:04}-{day:%m %B}", f"{day} {day:%A}")


def _entry(entry: Entry, depth: int, names: Names, for_me: bool) -> Iterator[str]:
    tags = [_NO_TAG.sub("_", tag).strip("_") for tag in entry.tags]
    marked = f" :{':'.join(filter(None, tags))}:" if any(tags) else ""
    # A keyword or a priority at the start of a heading would be read as one.
    text = one_line(entry.title)
    text = f"{INVISIBLE}{text}" if re.match(r"(TODO|DONE|COMMENT)\b|\[#.\]", text) else text
    text = f"{text}{INVISIBLE}" if text.endswith(":") else text
    yield f"{'*' * depth} {text}{marked}"
    yield ":PROPERTIES:"
    # Without a value it would be read as the beginning of a drawer.
    told = ((name, one_line(value).strip()) for name, value in _properties(entry, names, for_me))
    yield from (f":{name}: {value}" for name, value in told if value)
    yield ":END:"
    for line in clean(entry.body).strip("\n").split("\n") if entry.body else ():
        yield f"  {_OPENING.sub(INVISIBLE, line.strip(), count=1) if _opens(line) else line}".rstrip()


def _opens(line: str) -> bool:
    return _OPENING.match(line.strip()) is not None


def _properties(entry: Entry, names: Names, for_me: bool) -> Iterator[tuple[str, str]]:
    if for_me:
        yield "ID", entry.id
    yield "KIND", entry.kind
    yield "PROJECT", entry.project
    yield "ABOUT", names.get(entry.about, entry.about)
    yield "PEOPLE", ", ".join(names.get(handle, handle) for handle in entry.people)
    if any(not _TAG.fullmatch(tag) for tag in entry.tags):
        yield "TAGS_AS_WRITTEN", "; ".join(entry.tags)
    yield "SKILLS", "; ".join(entry.skills)
    yield "IMPACT", entry.impact
    yield "METRICS", "; ".join(map(metric_words, entry.metrics))
    if entry.learning:
        yield "TYPE", entry.learning.type
        yield "TAKEAWAY", entry.learning.takeaway
        yield "TAUGHT_BACK", ", ".join(names.get(one, one) for one in entry.learning.taught_back)
        yield "LED", "yes" if entry.learning.led else ""
    if entry.shown:
        yield "STATE", entry.shown.state
        yield "AUDIENCE", entry.shown.audience
        yield "ARTEFACT", entry.shown.artefact
        yield "PROBLEM", entry.shown.problem
        yield "REUSE", entry.shown.reuse
        yield "REUSED_BY", ", ".join(names.get(one, one) for one in entry.shown.reused_by)
    if for_me:
        yield "BUILT_ON", entry.built_on
    yield "LINKS", " ".join(entry.links)
    yield "MINUTES", str(entry.spent) if entry.spent is not None else ""
    if entry.precision not in ("day", "none"):
        yield "PRECISION", entry.precision
    if for_me:
        yield "EXPORTED", mark(entry)
        yield "SHARE", entry.share
        yield "STAR", "yes" if entry.star else ""
