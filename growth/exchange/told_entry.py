"""An entry as a document for people tells it: one line of what it is, then its numbers and links."""

from collections.abc import Iterator, Mapping

from growth.records.dates import Day
from growth.records.entry import Entry, Shown
from growth.rules.entry_words import entry_day, hours_words, learning_words, metric_words, shown_words
from growth.text.markdown import inline, literal

SHARED = {
    "person": "shared with them",
    "manager": "shared with my manager",
    "team": "shared with my team",
}
Names = Mapping[str, str]


def day_words(entry: Entry) -> str:
    """Return the day of an entry, as exact as it is known."""
    # Of a day that is known the date says it in every year to come.
    return entry.day.isoformat() if entry.precision == "day" else entry_day(entry, Day.max)


def lines(entry: Entry, names: Names, *, for_me: bool) -> Iterator[str]:
    """Yield what stands between the title of an entry and its text."""
    yield f"*{' · '.join(_words(entry, names, for_me))}*"
    if entry.impact:
        yield f"- Impact: {inline(entry.impact)}"
    if entry.learning and entry.learning.takeaway:
        yield f"- Takeaway: {inline(entry.learning.takeaway)}"
    if entry.shown:
        yield from _shown(entry.shown)
    for metric in entry.metrics:
        yield f"- {inline(metric_words(metric))}"
    for url in entry.links:
        yield f"- {literal(url)}"


def _shown(shown: Shown) -> Iterator[str]:
    for word, text in (("Problem", shown.problem), ("To reuse", shown.reuse), ("To look at", shown.artefact)):
        if text:
            yield f"- {word}: {literal(text) if word == 'To look at' else inline(text)}"


def _words(entry: Entry, names: Names, for_me: bool) -> Iterator[str]:
    yield day_words(entry)
    yield entry.kind
    if entry.about:
        yield f"about {literal(names.get(entry.about, entry.about))}"
    if entry.project:
        yield literal(entry.project)
    if entry.people:
        yield "with " + ", ".join(literal(names.get(handle, handle)) for handle in entry.people)
    if entry.tags:
        yield " ".join(f"#{literal(tag)}" for tag in entry.tags)
    if entry.skills:
        yield "shows " + ", ".join(map(literal, entry.skills))
    if entry.spent:
        yield hours_words(entry.spent)
    if entry.learning and (words := learning_words(entry.learning, lambda one: names.get(one, one))):
        yield literal(words)
    if entry.shown and (words := shown_words(entry.shown, names, listed=True)):
        yield literal(words)
    if for_me and entry.share in SHARED:
        yield SHARED[entry.share]
    if for_me and entry.star:
        yield "starred"
