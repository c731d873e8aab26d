"""How it stands with everybody who reports to me: who needs me first, and what is spread over them how.

Nobody gets a score: the order is by reasons that stand on the page, one after another.
"""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.records.goal import Goal
from growth.records.person import Person
from growth.records.request import Request
from growth.records.session import Session
from growth.rules import agenda, cadence, meetings
from growth.rules.audience import ME
from growth.rules.cited import Cited, cite
from growth.rules.feedback_since import Late, feedback
from growth.rules.goal_news import GoalNews, goal_news
from growth.rules.promises import Promise, late, of_two, promises
from growth.rules.team_evidence import Shows
from growth.rules.team_spread import Spread, spread
from growth.rules.thanks import thanks


class Owed(msgspec.Struct, frozen=True, kw_only=True):
    """The open promises of one side: how many, how many are overdue, and the one that presses most.

    `words` is what to say of the day of that `first` one.
    """

    open: int = 0
    late: int = 0
    first: Promise | None = None
    words: str = ""


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """Feedback waited for: `came` of `asked` requests about somebody, `late` of the rest, by `days` at most.

    `by` says who is late, `owes` how their own answer to me stands, by how many days late.
    """

    asked: int = 0
    came: int = 0
    late: int = 0
    days: int = 0
    by: tuple[Late, ...] = ()
    owes: str = ""
    owes_late: int = 0


class Mood(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody said of their mood and workload on a day, in their own numbers and words."""

    day: Day
    mood: int | None = None
    mood_words: str = ""
    workload: int | None = None
    workload_words: str = ""


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """One person as it stands today: 1:1s, promises, answers, goals, evidence.

    `held` of `due` 1:1s took place `lately`, `missed` were due since the last one. `goals` counts the
    stuck ones, `stuck` tells them. `bundle` is the day of what they shared last.
    """

    person: str
    name: str
    last: Day | None = None
    next: Day | None = None
    time: str = ""
    cadence: str = ""
    held: int = 0
    due: int = 0
    lately: str = ""
    missed: int = 0
    overdue: int = 0
    mine: Owed = Owed()
    theirs: Owed = Owed()
    answers: Answers = Answers()
    goals: int = 0
    stuck: tuple[GoalNews, ...] = ()
    evidence: Shows | None = None
    mood: Mood | None = None
    bundle: Day | None = None


class Team(msgspec.Struct, frozen=True, kw_only=True):
    """Everybody who reports to me, who needs me first at the top. For nobody but me."""

    today: Day
    discreet: bool = False
    members: tuple[Member, ...]
    spread: Spread
    private: int = 0
    cited: tuple[Cited, ...] = ()


class Shared(msgspec.Struct, frozen=True, kw_only=True):
    """What one person handed me, and on which day."""

    made: Day
    entries: tuple[Entry, ...] = ()
    goals: tuple[Goal, ...] = ()


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """What the page is made from: `handed` are promises they shared, `shared` and `evidence` by handle."""

    sessions: Sequence[Session] = ()
    actions: Sequence[Action] = ()
    handed: Sequence[Promise] = ()
    entries: Sequence[Entry] = ()
    requests: Sequence[Request] = ()
    answers: Sequence[Answer] = ()
    shared: Mapping[str, Shared] = {}
    evidence: Mapping[str, Shows] = {}


def team(
    people: Sequence[Person], material: Material, today: Day, period: Period, *, with_mood: bool = False
) -> Team:
    """Return how it stands with some people; what they did is told of a period."""
    found = sorted((_member(one, material, today, with_mood) for one in people), key=_need)
    shared = {name: one.entries for name, one in material.shared.items()}
    return _cited(
        Team(
            today=today,
            members=tuple(found),
            spread=spread(people, thanks(material.entries, material.answers, today), shared, today, period),
        ),
        material,
    )


def _need(one: Member) -> tuple[object, ...]:
    """Order by what I broke, then by what was left out, kept waiting or stuck, then by when we meet."""
    waiting = one.answers.late + bool(one.answers.owes_late)
    return (
        -one.mine.late, -one.missed, -waiting, -one.goals, one.next or Day.max, one.time, one.person,
    )  # fmt: skip


def _member(person: Person, material: Material, today: Day, with_mood: bool) -> Member:
    meeting = meetings.meeting(material.sessions, person, person.meets, today)
    rhythm = cadence.known(person.meets)
    open_ = of_two(promises(material.actions, today, person, material.handed), person)
    shared = material.shared.get(person.handle)
    news = goal_news(shared.goals, today, today, shared.made) if shared else ()
    stuck = tuple(one for one in news if one.state == "stuck")
    return Member(
        person=person.handle,
        name=person.name,
        last=meeting.last,
        next=meeting.next,
        time=meeting.time,
        cadence=meeting.words,
        held=meeting.held,
        due=meeting.of,
        lately=meeting.lately,
        missed=cadence.missed(rhythm, meeting.last, today) if rhythm else 0,
        overdue=meeting.overdue,
        mine=_owed(open_.mine),
        theirs=_owed(open_.theirs),
        answers=_answers(person, material.requests, today),
        goals=len(stuck),
        stuck=stuck,
        evidence=material.evidence.get(person.handle),
        mood=_mood(agenda.held(material.sessions, person), today) if with_mood else None,
        bundle=shared.made if shared else None,
    )


def _owed(those: Sequence[Promise]) -> Owed:
    if not those:
        return Owed()
    return Owed(open=len(those), late=late(those), first=those[0], words=those[0].words)


def _answers(person: Person, requests: Iterable[Request], today: Day) -> Answers:
    found = feedback(person, requests, (), (), today, today, ME)
    return Answers(
        asked=found.asked,
        came=found.came,
        late=len(found.late),
        days=max((one.days for one in found.late), default=0),
        by=found.late,
        owes=found.theirs.words if found.theirs else "",
        owes_late=found.theirs.days_late if found.theirs else 0,
    )


def _mood(held: Iterable[Session], today: Day) -> Mood | None:
    """Return what was said of the newest 1:1 in which anything was said of it."""
    for one in held:
        said = one.mood or one.mood_words or one.workload or one.workload_words
        if said and one.day and one.day <= today:
            return Mood(
                day=one.day, mood=one.mood, mood_words=one.mood_words,
                workload=one.workload, workload_words=one.workload_words,
            )  # fmt: skip
    return None


def _cited(page: Team, material: Material) -> Team:
    """Return the page with the records that its lines tell of, and how many of mine are private."""
    told = [one.first for member in page.members for one in (member.mine, member.theirs) if one.first]
    found = {one.action.id: cite(one.record, one.whose) for one in told}
    for member in page.members:
        for news in member.stuck:
            found[f"{member.person}:{news.goal.id}"] = cite(news.goal, member.person)
        if member.evidence and member.evidence.cited:
            found[member.evidence.cited.ref] = member.evidence.cited
    private = sum(not one.whose and one.action.share == "private" for one in told)
    return msgspec.structs.replace(page, private=private, cited=tuple(found.values()))
