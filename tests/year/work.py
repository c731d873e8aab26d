"""What somebody did in the year: the entries of their story, what was planted, ordinary days; their goals."""

import random
import re

from msgspec.structs import replace

from growth.records.entry import ENTRY_KINDS, Entry, EntryKind
from growth.records.goal import Checkin, Goal, GoalState
from growth.rules.capture import captured
from tests.year.days import NEW_YEAR, WEEKS, Numbers, at, day, met
from tests.year.planted import TABLE, TOGETHER
from tests.year.story import Beat, Story, beat

_LINK = re.compile(r"https://\S+")
_LOOKS = {"moved": True, "still": False, "reached": True}
_ORDINARY: tuple[tuple[EntryKind, str], ...] = (
    ("work", "Finished a piece of {}"), ("work", "Tidied {}"), ("work", "Measured {} again"),
    ("review", "Reviewed a change to {}"), ("work", "Mended {}"), ("learning", "Read up on {}"),
    ("design", "Wrote down what {} is for"), ("review", "Read along on {}"), ("work", "Tests for {}"),
)  # fmt: skip


def entry(found: Beat, numbers: Numbers, minute: int) -> Entry:
    """Return the entry that a line is: `Title #tag +project @person https://… | more words`."""
    # The last two weeks are told up to the evening before today.
    when = day(found.week, {WEEKS: 4, WEEKS + 1: 0}.get(found.week, minute % 5))
    title, _, body = found.text.partition(" | ")
    said = captured(found.text)
    assert found.word in ENTRY_KINDS, found
    return Entry(
        id=numbers.id("j", when),
        day=when,
        kind=found.word,  # type: ignore[arg-type]  # tested in the line above
        title=title,
        body=body,
        tags=said.tags,
        people=said.people,
        project=said.projects[0] if said.projects else "",
        links=tuple(_LINK.findall(found.text)),
        share="private" if found.mark == "!" else "manager",
        created=at(when, 15, minute % 60),
    )


def planted(owner: str) -> list[Beat]:
    """Return what was planted in one person's story, and what everybody logged."""
    sides = [side.line for pair in TABLE for side in (pair.a, pair.b) if side.owner == owner]
    return [beat(line) for line in dict.fromkeys((*sides, *TOGETHER))]


def ordinary(story: Story, chance: random.Random) -> list[Beat]:
    """Return what fills the weeks: one or two small things, a fifth of them private."""
    found = []
    for week in range(1, WEEKS + 1):
        for _ in range(0 if week == NEW_YEAR else chance.choice((1, 1, 2))):
            kind, words = chance.choice(_ORDINARY)
            mark = "!" if chance.random() < 0.2 else ""
            found.append(Beat(week, kind, mark, words.format(chance.choice(story.objects))))
    return found


def theirs(story: Story, numbers: Numbers, chance: random.Random) -> list[Entry]:
    """Return all that one of the eight logged."""
    told = story.of(*(kind for kind in ENTRY_KINDS if kind != "note"))
    lines = [*told, *planted(story.handle), *ordinary(story, chance)]
    every = [entry(line, numbers, place) for place, line in enumerate(lines)]
    return [one if one.project else replace(one, project=story.about["project"]) for one in every]


def goals(story: Story, numbers: Numbers) -> list[Goal]:
    """Return the goals of a story with every look at them; the number in a look says at which."""
    found = [_goal(line, story, numbers) for line in story.of("goal")]
    for line in story.of(*_LOOKS):
        number, words = line.text.split(" ", 1)
        old = found[int(number) - 1]
        assert old.state == "open", f"{story.handle}: a look at what is closed: {line.text!r}"
        when = met(line.week, story)
        look = Checkin(day=when, text=words, moved=_LOOKS[line.word])
        state: GoalState = "reached" if line.word == "reached" else "open"
        closed = when if state == "reached" else None
        found[int(number) - 1] = replace(old, checkins=(*old.checkins, look), state=state, closed=closed)
    return found


def _goal(line: Beat, story: Story, numbers: Numbers) -> Goal:
    due, words = line.text.removeprefix("due ").split(": ", 1)
    when = met(line.week, story)
    return Goal(
        id=numbers.id("g", when), text=words, day=when, due=met(int(due), story), share="manager",
        created=at(when),
    )  # fmt: skip
