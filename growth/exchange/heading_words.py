"""What a heading of a brag document, worklog or weeknote says about the notes under it."""

import re
from typing import NamedTuple

from growth.records.entry import EntryKind
from growth.text.fold import fold


class Sense(NamedTuple):
    """The kind and tag that a heading gives; `projects` tells that the headings below it are projects."""

    kind: EntryKind | None = None
    tag: str = ""
    projects: bool = False


# A goal or a plan is not something done: as a `note` it stays out of every document for others.
_SENSES: tuple[tuple[str, Sense], ...] = (
    (r"(?:.* )?goals?(?: (?:summary|review|progress|check-?in))?|objectives?|okrs?", Sense("note", "goal")),
    (r"to-?dos?|plans?|planned|tomorrow|next(?: steps| week| up)?|up next|upcoming", Sense("note", "plan")),
    (r"wins?|highlights?|accomplishments?|achievements?|successes|what went well", Sense("win")),
    (r"(?:what )?(?:i |we |you )?(?:have |ve )?learn(?:ed|t|ings?)?|(?:new )?skills", Sense("learning")),
    (r"til|today i learn(?:ed|t)|lessons?(?: learn(?:ed|t))?", Sense("learning")),
    (r"(?:public |tech |lightning )?talks?|presentations?|(?:public )?speaking|talks panels", Sense("talk")),
    (r"workshops?", Sense("talk", "workshop")),
    (r"podcasts?", Sense("talk", "podcast")),
    (r"(?:online )?(?:courses?|trainings?)", Sense("learning", "course")),
    (r"certificat(?:es?|ions?)", Sense("learning", "certificate")),
    (r"books?(?: read)?", Sense("learning", "book")),
    (r"reading(?: list)?|articles read|papers(?: read)?", Sense("learning", "reading")),
    (r"links?(?: of the week)?", Sense("learning", "link")),
    (r"(?:code )?reviews?(?: given)?|pull request reviews?", Sense("review")),
    (r"designs?(?: docs?| documents?)?|design and documentation", Sense("design")),
    (r"documentation|docs", Sense(None, "documentation")),
    (r"decisions?(?: made)?", Sense("decision")),
    (r"incidents?|outages?|on call", Sense("incident")),
    (r"challenges?|problems?|blockers?|blocked|difficulties", Sense("challenge")),
    (r"lowlights?|what went (?:badly|wrong)", Sense("challenge")),
    (r"kudos|thanks|thank you|shout ?outs?|gratitude", Sense("kudos")),
    (r"praise|recognition|positive feedback", Sense(None, "praise")),
    (r"blog ?posts?|articles?(?: written)?", Sense(None, "blog")),
    (r"writing", Sense(None, "writing")),
    (r"open source(?: work)?", Sense(None, "open-source")),
    (r"(?:meetups?|conferences?|events?)(?: and (?:meetups?|conferences?|events?))?", Sense(None, "event")),
    (r"collaboration(?: and mentorship)?|mentorship|mentoring", Sense(None, "mentorship")),
    (r"company building", Sense(None, "company-building")),
    (r"hiring|recruiting|interviews?|interviewing", Sense(None, "hiring")),
    (r"outside (?:of )?work(?: personal development)?|side projects", Sense(None, "outside-work")),
    (r"(?:work |key |main |other )?projects?", Sense(projects=True)),
    (r"(?:brag|hype) (?:document|doc|sheet)|week ?notes?", Sense()),
    (r"(?:work ?|time ?|dev ?)?(?:log|journal|diary)", Sense()),
    (r"done|today|yesterday|this week|work(?: done)?|tasks|misc|other", Sense()),
    (r"(?:what )?(?:i )?(?:did|worked on)", Sense()),
    (r"(?:week|day|sprint) \d+", Sense()),
)  # fmt: skip
_WHEN = (
    r"(?: (?:for|from|of|in|during|this|last|next)(?: (?:this|the|last|next|past|coming|work))?"
    r"(?: (?:year|half|quarter|month|week|sprint|day|(?:19|20)\d\d|q\d|h\d))*)?"
)
_PATTERNS = tuple((re.compile(rf"(?:my |our |the )?(?:{words}){_WHEN}"), sense) for words, sense in _SENSES)
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()\s]*\)|\[[^\[\]]*\])")
_MARKS = re.compile(r"\*\*|__|`|(?<!\w)[*_]|[*_](?!\w)")
LONGEST_TAG = 4


def plain(text: str) -> str:
    """Return a heading without its Markdown: links as their words, no emphasis."""
    return " ".join(_MARKS.sub("", _LINK.sub(r"\1", text)).split())


def sense(text: str) -> Sense | None:
    """Return what a heading says of the notes under it, or None if it is no word of the trade."""
    if len(text) > 60:
        return None
    folded = " ".join(re.sub(r"[^\w]+", " ", fold(text).replace("&", " and ").replace("'", " ")).split())
    return next((meaning for pattern, meaning in _PATTERNS if pattern.fullmatch(folded)), None)


def slug(text: str) -> str:
    """Return `text` as one tag: lower case, words joined by dashes, letters of any script kept."""
    import unicodedata

    kept = (
        char if char.isalnum() or unicodedata.category(char).startswith("M") else "-"
        for char in plain(text).lower()
    )
    return "-".join(part for part in "".join(kept).split("-") if part)


def as_tag(text: str) -> str:
    """Return the tag that a short heading makes, or an empty string for a longer one."""
    made = slug(text)
    return made if made.count("-") < LONGEST_TAG else ""
