"""Records as the safe strings that templates put together."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.ids import short
from growth.rules.cited import Cited
from growth.rules.day_words import counted
from growth.rules.entry_words import entry_day, metric_words, shown_words
from growth.rules.promises import Promise
from growth.rules.told_title import told as told_words
from growth.rules.told_title import told_title
from growth.text import excerpt
from growth.text.markdown import inline, link, literal

Safe = Callable[[str], str]
Strings = dict[str, Any]
# Names by handle. Whom a record of others names, only they know: it gets none.
Names = Mapping[str, str]
NOBODY: Names = {}
# Longer than this, a text of a record is told by its beginning.
LONGEST = 240


class Refs:
    """How a document points at a record: for me by its short id, for others by a number at the end."""

    def __init__(self, audience: str, cited: Sequence[Cited]) -> None:
        self._numbers = {} if audience == "me" else {one.ref: n for n, one in enumerate(cited, start=1)}
        self._for_me = audience == "me"

    def __call__(self, identifier: str, owner: str = "") -> str:
        ref = f"{owner}:{identifier}" if owner else identifier
        if self._for_me:
            return f"`{owner}:{short(identifier)}`" if owner else f"`{short(identifier)}`"
        return f"[{self._numbers[ref]}]" if ref in self._numbers else ""


def told(entry: Entry, today: Day, names: Names, safe: Safe = inline, body: str = "") -> Strings:
    """Return an entry as strings: one line of what it says, its links, day and kind."""
    return {
        "text": line(entry, names, safe, body),
        "title": safe(told_title(entry, names.get)),
        "impact": safe(entry.impact),
        "metrics": [safe(metric_words(metric)) for metric in entry.metrics],
        "links": [link(url) for url in entry.links],
        "day": entry_day(entry, today),
        "kind": entry.kind,
        "star": entry.star,
        "project": literal(entry.project),
        "tags": [literal(tag) for tag in entry.tags],
    }


def line(entry: Entry, names: Names, safe: Safe = inline, body: str = "") -> str:
    """Return what an entry says on one line: title, numbers, impact, and links that stand in none of it.

    `body` is what is told under the line, so that a link in it is not told twice.
    """
    words = headline(entry, names)
    title = safe(words)
    said = f"**{title}**" if entry.star and safe is inline and not _marked(title) else title
    said += proof(entry, safe, names=names)
    seen = excerpt.addresses(f"{words}\n{entry.impact}\n{body}") if entry.links or entry.shown else ()
    links = [link(url) for url in (*entry.links, *_artefact(entry)) if url not in seen]
    return f"{said} ({', '.join(links)})" if links else said


def headline(entry: Entry, names: Names, longest: int = LONGEST, proven: int = LONGEST) -> str:
    """Return an entry's title as prose, cut where it is long; with proof after it, it is `proven` long."""
    title = told_title(entry, names.get)
    return beginning(title.rstrip("."), proven) if _has_proof(entry) else beginning(title, longest)


def _has_proof(entry: Entry) -> bool:
    return bool(entry.metrics or entry.impact or (entry.shown and shown_words(entry.shown, NOBODY)))


def _artefact(entry: Entry) -> tuple[str, ...]:
    """Return where it can be looked at, if that is said and is no link of the entry."""
    where = entry.shown.artefact if entry.shown else ""
    return (where,) if where and where not in entry.links else ()


def proof(entry: Entry, safe: Safe, longest: int | None = None, names: Names = NOBODY) -> str:
    """Return what follows a title: an entry's numbers, what changed by it, for whom it was; or nothing."""
    if not _has_proof(entry):
        return ""
    said = [safe(metric_words(metric)) for metric in entry.metrics]
    impact = entry.impact.rstrip(".")
    said += [safe(beginning(impact, longest) if longest else impact)] if impact else []
    shown = shown_words(entry.shown, names) if entry.shown else ""
    said += [safe(beginning(shown, longest) if longest else shown)] if shown else []
    return f"{'; ' if ':' in entry.title else ': '}{'; '.join(said)}"


def _marked(text: str) -> bool:
    """Tell whether a text has marks of its own that would end ours."""
    return "**" in text or "`" in text or text.endswith("\\")


def beginning(text: str, longest: int = LONGEST) -> str:
    """Return a text on one line, cut at a word where it is long; no link, code or emphasis is cut."""
    return excerpt.beginning(text, longest)


def first_paragraph(text: str) -> str:
    """Return the first paragraph of a text."""
    return text.strip().split("\n\n", 1)[0]


def cited(records: Sequence[Cited], names: Names, longest: int = LONGEST) -> list[Strings]:
    """Return the section that ends a document: number, id, day, title and hash of each record."""

    def title(one: Cited) -> str:
        title = told_words(one.title, one.marks, (NOBODY if ":" in one.ref else names).get)
        return literal(beginning(excerpt.named_links(title), longest))

    return [
        {
            "number": number,
            "ref": one.ref,
            "day": one.day.isoformat(),
            "title": title(one),
            "hash": one.hash,
        }
        for number, one in enumerate(records, start=1)
    ]


def shared_line(names: dict[str, str]) -> str:
    """Return the first line of a document about what somebody shared with me."""
    return f"For you only: what {literal(names['me'])} shared with you"


def audience_line(audience: str, names: dict[str, str], private: int, command: str) -> str:
    """Return a document's first line: whom it is for, and how it would be sent."""
    if audience == "me":
        holds = f": {counted(private, 'private record')}" if private else ""
        return f"For you only{holds}. To send: `{command}`"
    to = {"manager": "my manager", "team": "my team"}.get(audience) or names.get(
        audience.removeprefix("@"), audience
    )
    sender = names.get("me", "")
    return f"For {literal(to)}{', from ' + literal(sender) if sender else ''}"


def promise_lines(those: Sequence[Promise], refs: Refs) -> list[Strings]:
    """Return promises as the lines of a document."""
    return [
        {
            "text": (literal if one.whose else inline)(beginning(one.action.text)),
            # The reason that was given for a promise is a text, too.
            "words": literal(one.words),
            "late": one.days_late > 0,
            "done": one.action.state == "done",
            "ref": refs(one.action.id),
        }
        for one in those
    ]
