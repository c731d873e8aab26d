"""Tags and projects: how each is written, how often, and how one becomes another.

Case and accents make no other label: `Latency` and `latency` are one, in two spellings.
"""

from collections.abc import Collection, Iterable
from typing import Literal, TypeVar

import msgspec

from growth.errors import WrongUsage
from growth.records.answer import Answer
from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.request import Request
from growth.text.fold import fold

Sort = Literal["tag", "project"]
Labelled = Entry | Request | Answer
L = TypeVar("L", bound=Labelled)
SIGILS: dict[Sort, str] = {"tag": "#", "project": "+"}


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """One tag or project as it is written most; `spellings` are the other ways it is written.

    Entries are counted apart from feedback, which may be about a project. Days are those of entries.
    """

    name: str
    entries: int = 0
    feedback: int = 0
    first: Day | None = None
    last: Day | None = None
    spellings: tuple[str, ...] = ()


def written(record: Labelled, sort: Sort) -> tuple[str, ...]:
    """Return the tags of a record, or its project, as they are written."""
    if isinstance(record, Entry):
        return record.tags if sort == "tag" else (record.project,) if record.project else ()
    about = record.about
    return (about[1:],) if sort == "project" and about.startswith("+") and len(about) > 1 else ()


def labels(records: Iterable[Labelled], sort: Sort) -> tuple[Label, ...]:
    """Return every tag or project of some records, the most used first."""
    holding: dict[str, list[tuple[str, Labelled]]] = {}
    for record in records:
        for name in written(record, sort):
            holding.setdefault(fold(name), []).append((name, record))
    found = [_label(those) for those in holding.values()]
    return tuple(sorted(found, key=lambda one: (-one.entries, -one.feedback, fold(one.name))))


def _label(those: list[tuple[str, Labelled]]) -> Label:
    counts: dict[str, int] = {}
    for name, _ in those:
        counts[name] = counts.get(name, 0) + 1
    spelt = sorted(counts, key=lambda name: (-counts[name], name))
    entries = [record for _, record in those if isinstance(record, Entry)]
    days = sorted(entry.day for entry in entries if entry.precision != "none")
    return Label(
        name=spelt[0],
        entries=len({entry.id for entry in entries}),
        feedback=len({record.id for _, record in those if not isinstance(record, Entry)}),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        spellings=tuple(spelt[1:]),
    )


def named(known: Iterable[Label], text: str) -> Label | None:
    """Return the label that `text` means, with or without its sign."""
    name = fold(bare(text))
    return next((label for label in known if fold(label.name) == name), None)


def bare(text: str) -> str:
    """Return a label without its sign and without spaces around it."""
    words = " ".join(text.split())
    return words[1:].lstrip() if words[:1] in SIGILS.values() else words


def checked(text: str, sort: Sort) -> str:
    """Return a new name for a tag or a project, or refuse it."""
    name = bare(text)
    if not name or not any(char.isalnum() for char in name):
        example = "latency" if sort == "tag" else "search"
        raise WrongUsage(f"{text!r} is no name of a {sort}", f"a name is a word such as {example}")
    if sort == "tag" and " " in name:
        raise WrongUsage(f"{text!r} is more than one tag", f"write {name.replace(' ', '-')}")
    return name


def relabelled(record: L, sort: Sort, old: Collection[str], new: str) -> L:
    """Return a record in which `new` stands in the place of the `old` labels, given folded; each once."""
    names = written(record, sort)
    if not any(fold(name) in old for name in names):
        return record
    if isinstance(record, Entry) and sort == "tag":
        kept: dict[str, str] = {}
        for name in (new if fold(name) in old else name for name in names):
            kept.setdefault(fold(name), name)
        return msgspec.structs.replace(record, tags=tuple(kept.values()))
    if isinstance(record, Entry):
        return msgspec.structs.replace(record, project=new)
    return msgspec.structs.replace(record, about=f"+{new}")


def still_said(entries: Iterable[Entry], sort: Sort, old: Collection[str]) -> int:
    """Return how many entries say one of the `old` labels, given folded, in their own words."""
    from growth.rules.capture import captured

    count = 0
    for entry in entries:
        seen = captured(f"{entry.title}\n{entry.body}")
        count += any(fold(name) in old for name in (seen.tags if sort == "tag" else seen.projects))
    return count
