"""An import before it is done: what was recognised, how much of it, and what was not understood."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from growth.records.action import Action
from growth.records.entry import Entry, Metric
from growth.records.imported import Found, Misread, Plan
from growth.records.session import Session
from growth.rules.calendar_keys import bare
from growth.rules.day_words import counted
from growth.rules.entry_words import metric_words
from growth.terminal.cells import fit
from growth.terminal.screen import Part

READERS = {
    "private": "only you can read them",
    "person": "for the people they are with",
    "manager": "your manager may read them",
    "team": "your team may read them",
}
UNREAD_MARKS = "#tags, @people and +projects are left as text: --read-marks reads them"
# Fields of a record that say nothing to a reader.
SILENT = ("id", "source", "created", "changed")
LISTED = 20
SHOWN = 5
MONTHS = 24


def preview(plan: Plan, width: int) -> Iterator[tuple[Part, ...]]:
    """Yield the lines that show what importing foreign entries would add."""
    if not plan.new:
        return
    if plan.first and plan.last:
        days = f"{plan.first}" if plan.first == plan.last else f"{plan.first} to {plan.last}"
        yield ("  days     ", "dim"), days
    if plan.undated:
        yield ("  undated  ", "dim"), str(plan.undated)
    yield ("  kinds    ", "dim"), _counts(plan.kinds)
    for number, line in enumerate(_wrapped(_by_time(plan), width - 11)):
        yield (f"  {'' if number else 'by time':<9}", "dim"), line
    for number, found in enumerate(plan.samples):
        yield (f"  {'' if number else 'samples':<9}", "dim"), *_sample(found, width - 11)


def by_rule(titles: Sequence[tuple[str, int]], out: Sequence[tuple[str, int]]) -> Iterator[tuple[Part, ...]]:
    """Yield what was told by the words of titles, which may mislead, and what was left out."""
    if titles:
        yield ("  by title ", "dim"), _counts(left(titles))
    if out:
        yield ("  left out ", "dim"), ", ".join(f"{count} {what}" for what, count in left(out))


def brought(pairs: Sequence[tuple[object, object]], width: int) -> Iterator[tuple[Part, ...]]:
    """Yield what was imported before and reads differently now."""
    for number, (old, new) in enumerate(pairs[:SHOWN]):
        before, after = _words(old), _words(new)
        changed = f"{after}: {', '.join(_differing(old, new))}" if before == after else f"{before} → {after}"
        yield (f"  {'' if number else 'changed':<9}", "dim"), fit(changed, width - 11)
    if len(pairs) > SHOWN:
        yield (f"{'':<11}… and {len(pairs) - SHOWN} more", "dim"), ""


def kept(pairs: Sequence[tuple[Entry, Entry]], width: int) -> Iterator[tuple[Part, ...]]:
    """Yield the entries that were changed here since they were exported, and say something else there."""
    for here, told in pairs[:LISTED]:
        yield (f"{here.id} was changed here since it was exported, or its mark is gone: left as it is",)
        for name in _differing(here, told):
            for place, words in zip(("here", "file"), _apart(here, told, name), strict=True):
                yield (f"  {place}, {name}: ", "dim"), fit(words, max(40, width - 20))
    if len(pairs) > LISTED:
        yield (f"  … and {len(pairs) - LISTED} more", "dim"), ""


def _differing(old: object, new: object) -> list[str]:
    """Return the fields in which two of one kind differ, as far as they say something."""
    names = getattr(type(new), "__struct_fields__", ()) if type(old) is type(new) else ()
    return [name for name in names if name not in SILENT and getattr(old, name) != getattr(new, name)]


def _apart(here: Entry, told: Entry, name: str) -> tuple[str, str]:
    """Return what a field says here and in a file; of a text the first line that is another one."""
    return _first_apart(_value(getattr(here, name)), _value(getattr(told, name)))


def _first_apart(one: str, other: str) -> tuple[str, str]:
    lines = zip_longest(one.split("\n"), other.split("\n"), fillvalue="")
    return next(((old, new) for old, new in lines if old != new), (one, other))


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(metric_words(one) if isinstance(one, Metric) else str(one) for one in value)
    return "" if value is None else str(value)


def _words(record: object) -> str:
    fields = ("title", "text", "question", "day")
    return str(next(filter(None, (getattr(record, field, "") for field in fields)), ""))


def vanished(
    pairs: Sequence[tuple[Entry, Found]], ids: Mapping[str, str], width: int
) -> Iterator[tuple[Part, ...]]:
    """Yield each entry that its file no longer holds, beside what probably took its place."""
    for entry, found in pairs[:LISTED]:
        edited, new = entry.changed is not None, ids.get(found.source, "")
        yield (
            f"{entry.id} is no longer in the file{', and you have edited it here' if edited else ''}: ",
            (fit(entry.title, max(40, width - 40)), "dim"),
        )
        became = f"perhaps it became {new}".rstrip()
        yield (f"  {became}: {fit(found.title, max(40, width - 20))}",)
        if entry.title == found.title:
            for place, words in zip(("old", "new"), _first_apart(entry.body, found.body), strict=True):
                yield (f"    {place} text: ", "dim"), fit(words, max(40, width - 20))
        carry = f", once what you wrote is in {new or 'the new one'}" if edited else ""
        yield (f"  if so: growth delete {entry.id}{carry}",)
    if len(pairs) > LISTED:
        yield (f"  … and {len(pairs) - LISTED} more", "dim"), ""


def done_since(pairs: Sequence[tuple[Action, Found]], width: int) -> Iterator[tuple[Part, ...]]:
    """Yield each open promise that is called done where it came from, with the command that closes it."""
    for action, found in pairs[:LISTED]:
        yield f"{action.id} is open here, and done in its source: ", (fit(action.text, max(40, width)), "dim")
        when = f" --when {found.day}" if found.day and found.day >= action.day else ""
        yield (f"  if it is the same: growth done {action.id}{when}",)
    if len(pairs) > LISTED:
        yield (f"  … and {len(pairs) - LISTED} more", "dim"), ""


def called_off(
    records: Sequence[Entry | Session], name: Callable[[str], str], width: int
) -> Iterator[tuple[Part, ...]]:
    """Yield what its calendar called off since; what nobody added to may be deleted."""
    gone = []
    for record in records:
        if isinstance(record, Entry):
            words, edited = record.title, record.changed is not None
        else:
            kind = "mentoring" if record.kind == "mentoring" else "1:1"
            words, edited = f"{kind} with {name(record.person)}", not bare(record)
        fate = ", but you have edited it: left as it is" if edited else ""
        gone += [] if edited else [record.id]
        yield (
            f"{record.id} was cancelled or moved since{fate}: ",
            (fit(f"{record.day}, {words}", max(40, width)), "dim"),
        )
    if gone:
        yield (f"  if it did not take place then: growth delete {' '.join(gone)}",)


def left(pairs: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return what was left out by rule, summed up over the files."""
    sums: Counter[str] = Counter()
    for what, count in pairs:
        sums[what] += count
    return [(what, count) for what, count in sums.items() if count]


def _sample(found: Found, width: int) -> tuple[Part, ...]:
    day = found.day.isoformat() if found.day else "undated"
    kind = found.kind if found.becomes == "entry" else found.becomes
    return (f"{day:<10}  ", "dim"), (f"{kind:<9} ", "kind"), fit(found.title, width - 22)


def _counts(pairs: Sequence[tuple[str, int]]) -> str:
    return ", ".join(f"{word} {count}" for word, count in pairs)


def _by_time(plan: Plan) -> str:
    if len(plan.months) <= MONTHS:
        return _counts(plan.months)
    years: Counter[str] = Counter()
    for month, count in plan.months:
        years[month[:4]] += count
    return _counts(sorted(years.items()))


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split(", ") if text else []:
        if lines and len(lines[-1]) + len(word) + 2 <= width:
            lines[-1] += f", {word}"
        else:
            lines.append(word)
    return lines


def not_understood(
    misread: Iterable[tuple[str, Misread]], width: int, *, skip: bool | None
) -> Iterator[tuple[Part, ...]]:
    """Yield what no reader understood, each with its file and line.

    What can be an entry all the same stands apart, as left out or kept if `skip` tells.
    """
    fate = "" if skip is None else "left out " if skip else "kept "
    groups = ("not understood", f"{fate}without a day", f"{fate}in doubt")
    counts: Counter[str] = Counter()
    shown: dict[str, list[tuple[str, Misread]]] = {words: [] for words in groups}
    for name, piece in misread:
        words = groups[0 if piece.kept is None else 2 if piece.kept.day else 1]
        counts[words] += 1
        if counts[words] <= LISTED:
            shown[words].append((name, piece))
    for words in groups:
        yield from _pieces(words, counts[words], shown[words], width)


def _pieces(
    words: str, count: int, pieces: Sequence[tuple[str, Misread]], width: int
) -> Iterator[tuple[Part, ...]]:
    if count:
        yield (f"{words}: {counted(count, 'line')}", "late"), ""
    for name, piece in pieces:
        yield f"  {name}:{piece.line}  ", (fit(f"{piece.why}: {piece.text}", max(40, width - 12)), "dim")
    if count > LISTED:
        yield (f"  … and {count - LISTED} more", "dim"), ""
