"""What is there already before one builds: entries of mine and of others, ranked, and one of them taken."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec
from msgspec.structs import replace

from growth.records.dates import Day, Instant
from growth.records.entry import Entry, Share
from growth.rules.bm25 import Index
from growth.rules.shown import offers
from growth.rules.stems import beginning as beginning_of
from growth.rules.stems import stems
from growth.text.excerpt import beginning, named_links

# How much a word counts by where it stands, and what is offered for reuse over what is only there.
WEIGHTS = {
    "title": 2.0, "reuse": 2.0, "labels": 1.5, "problem": 1.5, "body": 1.0, "impact": 1.0, "takeaway": 1.0,
    "project": 0.5, "artefact": 0.5,
}  # fmt: skip
OFFERED = 1.5
# Whatever is searched, there is a journal of that many entries about other things: to count it would be
# to read it.
BESIDE = 1000
# In the others there is nothing to build on: thanks, notes, troubles, reviews of what somebody made.
_MADE = ("win", "work", "design", "talk", "decision", "learning")
# A name for a thing is no longer than this; what is longer is a sentence.
NAME, TITLE = 60, 100
_ARTICLE = re.compile(r"(?:an?|the|my|our)\s+", re.IGNORECASE)


class Find(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that is about what was asked for. `owner` is whose it is, empty for mine."""

    owner: str
    ref: str
    entry: Entry
    points: float


def phrases(words: str) -> list[tuple[str, ...]]:
    """Return beginnings of words, so that whatever `search` may find holds all of one of these tuples."""
    starts = sorted(map(beginning_of, dict.fromkeys(stems(words))), key=len, reverse=True)
    if len(starts) < 3:
        return [tuple(starts)] if starts else []
    # What lacks fewer than so many of them holds one of any so many: the longest are the rarest.
    return [(one,) for one in starts[: len(starts) - _enough(len(starts)) + 1]]


def search(words: str, mine: Iterable[Entry], theirs: Mapping[str, Sequence[Entry]]) -> tuple[Find, ...]:
    """Return the entries that hold most of the words, best first; what others have before mine.

    Of mine those will do that hold `phrases`.
    """
    query = dict.fromkeys(stems(words), 1.0)
    every = [(owner, one) for owner, those in (*theirs.items(), ("", mine)) for one in those if _is_made(one)]
    index = Index((_document(one) for _, one in every), BESIDE)
    found = []
    for number, points in enumerate(index.scores(query)):
        owner, one = every[number]
        if points and len(index.parts(query, number)) >= _enough(len(query)) and _says(one, query):
            ref = f"{owner}:{one.id}" if owner else one.id
            points *= OFFERED if offers(one) else 1.0
            found.append(Find(owner=owner, ref=ref, entry=one, points=round(points, 2)))
    return tuple(
        sorted(found, key=lambda one: (-one.points, not one.owner, -one.entry.day.toordinal(), one.ref))
    )


def _enough(words: int) -> int:
    """Return how many words an entry must hold: both of two, two of three, three of four."""
    return words if words < 3 else -(-2 * words // 3)


def _says(entry: Entry, words: Collection[str]) -> bool:
    """Tell whether an entry says one of the words itself: its project's name is that of many others."""
    if not any(word in words for word in stems(entry.project)):
        return True
    return any(word in words for word in _document(replace(entry, project="")))


def _is_made(entry: Entry) -> bool:
    return not entry.about and entry.kind in _MADE


def _document(entry: Entry) -> Mapping[str, float]:
    shown, learned = entry.shown, entry.learning
    texts = {
        "title": entry.title,
        "body": entry.body,
        "impact": entry.impact,
        "project": entry.project,
        "labels": " ".join((*entry.tags, *entry.skills)),
        "takeaway": learned.takeaway if learned else "",
    }
    if shown:
        texts |= {"reuse": shown.reuse, "problem": shown.problem, "artefact": shown.artefact}
    found: dict[str, float] = {}
    for field, text in texts.items():
        for word in stems(text) if text else ():
            found[word] = found.get(word, 0.0) + WEIGHTS[field]
    return found


def taken(
    source: Entry, owner: str, called: str, *, words: str, share: Share, today: Day, now: Instant
) -> tuple[Entry, Entry]:
    """Return what it is to build on something: the work, and the thanks to whose it is.

    `owner` is their handle, `called` their first name; without words the work says what it is built on.
    """
    name = _name(source)
    built = f"Built on what {called} made: {_title(source)}"
    thanks = f"Thanks for what I built on: {_title(source)}"
    if name:
        built = f"Built on {called}'s {name} instead of writing one"
        thanks = f"Thanks for the {name}, which I built on instead of writing one"
    work = Entry(
        day=today, kind="work", title=words or built, people=(owner,), built_on=f"{owner}:{source.id}",
        share=share, created=now,
    )  # fmt: skip
    return work, Entry(day=today, kind="kudos", title=thanks, people=(owner,), share=share, created=now)


def _name(source: Entry) -> str:
    """Return what may be reused as a name without an article, or nothing where that is a sentence."""
    said = source.shown.reuse.rstrip(".") if source.shown else ""
    name = _ARTICLE.sub("", said, count=1) if _ARTICLE.match(said) else said
    return name if len(name) <= NAME else ""


def _title(source: Entry) -> str:
    # Their text becomes part of mine: a link of theirs is no link of mine.
    return beginning(named_links(source.title).rstrip("."), TITLE)
