"""Which entry already tells what was found elsewhere: by a link, or by the words of its title."""

from collections.abc import Iterable

from growth.records.entry import Entry
from growth.records.imported import Found
from growth.rules.stems import stems

# One writes of a thing on the day after it as well, or before the weekend.
NEAR = 3
FEWEST = 2
# Two lines that share no other word than these are hardly about the same thing.
_OF_WORK = frozenset(
    stems(
        """
        add allow build call change check clean day design discuss document draft feature finish fix
        improve issue meet meeting more move new plan pull release remove rename report request review
        small start support sync team test tidy update week work write
        """
    )
)


def twin(found: Found, entries: Iterable[Entry]) -> Entry | None:
    """Return the entry that most likely tells the same, or None; a guess to be asked about."""
    links = set(found.links)
    lines = [frozenset(stems(line)) for line in (found.body or found.title).splitlines()]
    best: tuple[int, int] = (0, 0)
    chosen = None
    for entry in entries:
        if links & set(entry.links):
            return entry
        away = abs((entry.day - found.day).days) if found.day else NEAR
        if away > NEAR or entry.precision != "day":
            continue
        told = frozenset(stems(entry.title))
        score = (max((_alike(told, said) for said in lines), default=0), -away)
        if score[0] and score > best:
            best, chosen = score, entry
    return chosen


def _alike(told: frozenset[str], said: frozenset[str]) -> int:
    """Return how many words two lines share, or 0 where that says little."""
    shared = told & said
    enough = len(shared) >= FEWEST and 2 * len(shared) >= min(len(told), len(said))
    return len(shared) if enough and shared - _OF_WORK else 0
