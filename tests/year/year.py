"""The year as records: Mira's own, and what each of the eight keeps and hands her in a bundle."""

import random
from functools import cache
from hashlib import blake2b
from typing import NamedTuple

from growth import __version__, shelf
from growth.records.bundle import Bundle, Header, Sender
from growth.records.entry import Entry
from growth.records.kinds import Record
from growth.records.mentorship import Role
from growth.rules import bank, bundling
from growth.rules.audience import audience
from tests.year import cast
from tests.year.days import NOW, Numbers, at, day, met
from tests.year.pairs import pair
from tests.year.planted import TABLE, Side
from tests.year.story import Story, read
from tests.year.talks import Talks
from tests.year.work import entry, goals, ordinary, theirs


class Found(NamedTuple):
    """A planted pair as it stands in the store: `ana:j261001-7k3q`, whether it overlaps, and why."""

    a: str
    b: str
    overlap: bool
    why: str


class Year(NamedTuple):
    """All of it. `bundles` are what the eight hand over, `kept` what they have at home."""

    mine: list[Record]
    kept: dict[str, list[Record]]
    bundles: dict[str, Bundle]

    @property
    def planted(self) -> list[Found]:
        """The table of what was planted, by references."""
        refs = {
            (owner, one.title): f"{owner}:{one.id}"
            for owner, records in self.kept.items()
            for one in records
            if isinstance(one, Entry)
        }

        def ref(side: Side) -> str:
            return refs[side.owner, side.title]

        return [Found(ref(one.a), ref(one.b), one.overlap, one.why) for one in TABLE]


def store_id(handle: str) -> str:
    """Return the id of somebody's store."""
    return blake2b(f"year of {handle}".encode(), digest_size=8).hexdigest()


@cache
def year(seed: int = 7) -> Year:
    """Tell the year. The same seed tells the same one."""
    numbers = Numbers()
    known = cast.stories()
    mine: list[Record] = [*cast.others(numbers)]
    kept: dict[str, list[Record]] = {}
    text = (shelf.shipped() / "questions" / "1on1.toml").read_text(encoding="utf-8")
    questions = bank.read(text, "1on1.toml")
    for handle, story in known.items():
        chance = random.Random(f"{seed} {handle}")
        person = cast.direct(story, numbers)
        aims = goals(story, numbers)
        talks = Talks(story, person, numbers, chance)
        talks.tell(aims, questions)
        mine += [person, *talks.sessions, *talks.actions, *_seen(story, numbers)]
        kept[handle] = [*theirs(story, numbers, chance), *aims, *_pairs(story, numbers, chance)]
    mine += _own(numbers, random.Random(f"{seed} {cast.ME}"))
    return Year(mine, kept, {handle: _bundle(known[handle], records) for handle, records in kept.items()})


def _seen(story: Story, numbers: Numbers) -> list[Record]:
    """Return what Mira noted about somebody, and her thanks to them."""
    found: list[Record] = []
    for line in story.of("note", "thanks"):
        when = met(line.week, story)
        note = line.word == "note"
        found.append(
            Entry(
                id=numbers.id("j", when), day=when, kind="note" if note else "kudos", title=line.text,
                about=story.handle if note else "", people=() if note else (story.handle,),
                share="private" if note else "person", created=at(when, 18),
            )
        )  # fmt: skip
    return found


def _pairs(story: Story, numbers: Numbers, chance: random.Random) -> list[Record]:
    """Return the two mentorships of one of the eight."""
    other = cast.stories()[cast.mentored(story.handle)]
    sides: tuple[tuple[Story, Role, str], ...] = ((story, "mentor", ""), (other, "mentee", other.handle))
    found: list[Record] = []
    for whose, role, named in sides:
        who, goal = whose.about["mentors"].split("; ")
        person, cadence = who.split()
        found += pair(numbers, chance, named or person, role, cadence, goal, "manager")
    return found


def _own(numbers: Numbers, chance: random.Random) -> list[Record]:
    """Return Mira's own journal and her two mentorships."""
    story = read(cast.ME)
    found: list[Record] = []
    for word, role in (("mentors", "mentor"), ("mentored", "mentee")):
        who, goal = story.about[word].split("; ")
        person, cadence = who.split()
        found += pair(numbers, chance, person, role, cadence, goal, "person")  # type: ignore[arg-type]  # a role
    lines = (*story.beats, *ordinary(story, chance))
    return [*found, *(entry(line, numbers, place) for place, line in enumerate(lines))]


def _bundle(story: Story, records: list[Record]) -> Bundle:
    """Return what one of the eight shares with their manager."""
    header = Header(
        growth=__version__,
        store=store_id(story.handle),
        sender=Sender(name=story.about["name"], handle=story.handle, emails=(story.about["email"],)),
        audience="manager",
        to=cast.ME,
        made=at(day(53, 0), 17),
    )
    whom = audience("manager", [cast.manager(story, Numbers())], NOW.date())
    return bundling.bundle(bundling.sorted_out(records), header, whom, None)
