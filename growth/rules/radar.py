"""The radar: what the people who report to me work on and learn, against what I did myself.

A topic is a tag, a skill or a project that somebody put on what they shared; signs between its words
make no other. I was there when an entry of mine carries it, or says it in words: who leads labels
little, and what is not new to me must not be called new.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.rules.select import falls_in
from growth.rules.shown import is_planned
from growth.text.fold import words

# What is thanks, or a note, was not done by who wrote it.
_NOT_DONE = ("kudos", "note")


class Whom(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who was there: how many entries, how many of them learning, the first and the last day."""

    person: str
    entries: int
    learning: int
    first: Day
    last: Day


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """A topic of the team. `sorts` says as what it is written; whom one learns it from comes first.

    `team_first` is the first day of all, `moved` tells whether that lies in the period. `me_last` is the
    day on which I last was there, None for never; `lag` the days from then to the team's last day, 0
    where I was there no earlier.
    """

    name: str
    sorts: tuple[str, ...]
    entries: int
    people: tuple[Whom, ...]
    team_first: Day
    team_last: Day
    moved: bool = False
    me_last: Day | None = None
    lag: int | None = None


class Learned(msgspec.Struct, frozen=True, kw_only=True):
    """Something that somebody learned and put no tag and no skill on: its title is all there is."""

    person: str
    ref: str
    day: Day
    title: str


class Radar(msgspec.Struct, frozen=True, kw_only=True):
    """What the team did in a period, by topic. For nobody but me.

    `new` is where I never was, `behind` where I was earlier than they, `level` where I was no
    earlier; what most people and most entries are about stands first, but `behind` is by its lag.
    """

    today: Day
    start: Day | None
    end: Day | None
    new: tuple[Topic, ...] = ()
    behind: tuple[Topic, ...] = ()
    level: tuple[Topic, ...] = ()
    learned: tuple[Learned, ...] = ()

    @property
    def topics(self) -> tuple[Topic, ...]:
        """All topics, those that I know least first."""
        return (*self.new, *self.behind, *self.level)


def radar(shared: Mapping[str, Sequence[Entry]], mine: Iterable[Entry], today: Day, period: Period) -> Radar:
    """Return the topics of a period; `shared` are the entries of others by handle, `mine` all of mine."""
    every = [
        (person, entry)
        for person, those in sorted(shared.items())
        for entry in those
        if is_done(entry, today)
    ]
    told = [one for one in every if falls_in(one[1], period)]
    first = {name: min(entry.day for _, _, (_, entry) in those) for name, those in _by_topic(every).items()}
    own = _Mine([entry for entry in mine if is_done(entry, today)])
    found = [_topic(those, own, first[name], period) for name, those in _by_topic(told).items()]
    found.sort(key=lambda one: (-len(one.people), -one.entries, -one.team_last.toordinal(), one.name))
    return Radar(
        today=today,
        start=period.start,
        end=period.end,
        new=tuple(one for one in found if one.lag is None),
        behind=tuple(sorted((one for one in found if one.lag), key=lambda one: -(one.lag or 0))),
        level=tuple(one for one in found if one.lag == 0),
        learned=_learned(told),
    )


def named(found: Radar, text: str) -> Topic | None:
    """Return the topic that a person typed, with or without its sign."""
    wanted = key(text)
    return next((one for one in found.topics if key(one.name) == wanted), None)


def key(label: str) -> str:
    """Return what a label is compared by: its words, so that `on-call` and `On call` are one."""
    return " ".join(words(label))


def labels(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield every tag, skill and project of an entry, each with what it is."""
    yield from ((name, "tag") for name in entry.tags)
    yield from ((name, "skill") for name in entry.skills)
    if entry.project:
        yield entry.project, "project"


def is_done(entry: Entry, today: Day) -> bool:
    """Tell whether an entry is something that its author did or learned, on a day that is known."""
    told = not entry.about and entry.kind not in _NOT_DONE and not is_planned(entry)
    return told and entry.precision != "none" and entry.day <= today


Told = tuple[str, Entry]


def _by_topic(told: Iterable[Told]) -> dict[str, list[tuple[str, str, Told]]]:
    """Return what was told of each topic: how it is written, as what, by whom in which entry."""
    found: dict[str, list[tuple[str, str, Told]]] = {}
    for one in told:
        for name, sort in labels(one[1]):
            if key(name):
                found.setdefault(key(name), []).append((name, sort, one))
    return found


def _topic(those: Sequence[tuple[str, str, Told]], own: "_Mine", first: Day, period: Period) -> Topic:
    spelt = [name for name, _, _ in those]
    by: dict[str, dict[str, Entry]] = {}
    for _, _, (person, entry) in those:
        by.setdefault(person, {})[entry.id] = entry
    people = tuple(sorted((_whom(name, list(each.values())) for name, each in by.items()), key=_teaches))
    last, mine = max(one.last for one in people), own.last(spelt[0])
    return Topic(
        name=max(dict.fromkeys(spelt), key=spelt.count),
        sorts=tuple(sort for sort in ("tag", "skill", "project") if any(sort == one for _, one, _ in those)),
        entries=sum(one.entries for one in people),
        people=people,
        team_first=first,
        team_last=last,
        moved=period.start is not None and first >= period.start,
        me_last=mine,
        lag=None if mine is None else max(0, (last - mine).days),
    )


def _whom(person: str, entries: Sequence[Entry]) -> Whom:
    days = sorted(entry.day for entry in entries)
    learning = sum(entry.kind == "learning" for entry in entries)
    return Whom(person=person, entries=len(entries), learning=learning, first=days[0], last=days[-1])


def _teaches(one: Whom) -> tuple[int, int, str]:
    """Order by who did most of it, then by who was there last."""
    return -one.entries, -one.last.toordinal(), one.person


class _Mine:
    """My own entries, to be asked when I last was at a topic."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = sorted(entries, key=lambda entry: entry.day, reverse=True)
        self._said = [
            (frozenset(key(name) for name, _ in labels(entry)), f" {_spoken(_text(entry))} ")
            for entry in self._entries
        ]

    def last(self, label: str) -> Day | None:
        wanted, spoken = key(label), f" {_spoken(label)} "
        for entry, (labelled, text) in zip(self._entries, self._said, strict=True):
            if wanted in labelled or spoken in text:
                return entry.day
        return None


def _text(entry: Entry) -> str:
    return f"{entry.title}\n{entry.body}\n{entry.impact}"


def _spoken(text: str) -> str:
    """Return the words of a text, one thing and several alike; `reading` is not `read`."""
    return " ".join(word.removesuffix("s") if len(word) > 3 else word for word in words(text))


def _learned(told: Iterable[Told]) -> tuple[Learned, ...]:
    """Return what was learned under no tag and no skill, the newest first."""
    found = [
        Learned(person=person, ref=f"{person}:{entry.id}", day=entry.day, title=entry.title)
        for person, entry in told
        if entry.kind == "learning" and not entry.tags and not entry.skills
    ]
    return tuple(sorted(found, key=lambda one: (-one.day.toordinal(), one.ref)))
