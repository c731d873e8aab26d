"""Entries on a terminal: a line each, or one whole."""

from collections.abc import Iterable

from growth.records.dates import Day
from growth.records.entry import Entry, Metric, Shown
from growth.records.ids import is_id, short
from growth.rules.entry_words import entry_day, learning_words, metric_words, shown_words, spent_words
from growth.terminal.cells import fit
from growth.terminal.screen import Part, Screen

READERS = {
    "private": "only you can read it",
    "person": "for the person it is with",
    "manager": "your manager may read it",
    "team": "your team may read it",
}


def sigils(entry: Entry) -> str:
    """Return what the title itself does not say: tags, project and people, as they are typed."""
    words = [f"#{tag}" for tag in entry.tags]
    words += [f"+{entry.project}"] if entry.project else []
    words += [f"@{handle.removeprefix('@')}" for handle in entry.people]
    return " ".join(word for word in words if word not in entry.title)


def _title(entry: Entry) -> str:
    """Return a title with its links as their words; where they lead is for `show`."""
    if "://" not in entry.title:
        return entry.title
    from growth.text.excerpt import named_links

    return named_links(entry.title)


def line(entry: Entry, today: Day, width: int) -> tuple[Part, ...]:
    """Return one entry on one line of at most `width` columns."""
    star = "* " if entry.star else ""
    about = f"[{entry.about}] " if entry.about else ""
    head: tuple[Part, ...] = (
        (short(entry.id), "id"), "  ", (f"{entry_day(entry, today):<10}", "dim"), "  ",
        (f"{entry.kind:<9}", "kind"), " ",
    )  # fmt: skip
    room = max(10, width - 28)
    title = fit(f"{star}{about}{_title(entry)}", room)
    rest = room - len(title) - 2
    extra = sigils(entry)
    return (*head, title, "  ", (fit(extra, rest), "dim")) if extra and rest > 3 else (*head, title)


def plain(entry: Entry) -> str:
    """Return one entry on one line for a pipe: id, day, kind, title, sigils."""
    extra = " ".join(sigils(entry).split())
    about = f"[{entry.about}] " if entry.about else ""
    title = about + " ".join(_title(entry).split())
    return f"{entry.id}  {entry.day}  {entry.kind:<9}  {title}{'  ' + extra if extra else ''}"


def stored(screen: Screen, entry: Entry, today: Day) -> None:
    """Say what was stored and who may see it."""
    for parts in whole(entry, today):
        screen.out(*parts)


def whole(entry: Entry, today: Day, readers: str = "") -> Iterable[tuple[Part, ...]]:
    """Yield the lines of one entry, all its fields; `readers` says who may read one that is not mine."""
    star = "* " if entry.star else ""
    yield (entry.id, "id"), "  ", (entry.kind, "kind"), f"  {star}", (entry.title, "bold")
    about = f"about {entry.about} · " if entry.about else ""
    yield ((f"      {about}{entry_day(entry, today)} · {readers or READERS[entry.share]}", "dim"),)
    if sigils(entry) or entry.skills:
        skills = f"  skills: {', '.join(entry.skills)}" if entry.skills else ""
        yield (f"      {sigils(entry)}{skills}",)
    for metric in entry.metrics:
        yield "      ", (metric_words(metric), "good")
    if entry.impact:
        yield "      impact: ", entry.impact
    if entry.spent is not None:
        yield (f"      spent: {spent_words(entry.spent)}",)
    if entry.learning:
        if words := learning_words(entry.learning):
            yield (f"      learned: {words}",)
        if entry.learning.takeaway:
            yield "      takeaway: ", entry.learning.takeaway
    if entry.shown:
        yield from _shown(entry.shown)
    if entry.built_on:
        yield "      built on: ", (entry.built_on, "id")
    for link in entry.links:
        yield (f"      {link}",)
    for text in entry.body.splitlines():
        yield (f"      {text}",)
    if is_id(entry.source):
        was = "drafted" if entry.source.startswith("d") else "was a question"
        yield ((f"      {was}: {entry.source}", "dim"),)


def _shown(shown: Shown) -> Iterable[tuple[Part, ...]]:
    if words := shown_words(shown, {}, listed=True):
        yield (f"      {words}",)
    for word, text in (("problem", shown.problem), ("to reuse", shown.reuse), ("look at", shown.artefact)):
        if text:
            yield f"      {word}: ", text


def metric_source(metric: Metric) -> str:
    """Return a metric as it is typed: `p99: 480 ms -> 210 ms`."""
    unit = f" {metric.unit}" if metric.unit else ""
    before = f"{metric.before}{unit} -> " if metric.before else ""
    return f"{metric.name}: {before}{metric.after}{unit}"
