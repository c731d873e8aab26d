"""What needs me today: promises, the next meetings and what they hold, who lets me wait, the journal."""

import datetime
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from growth.records.action import Action
from growth.records.dates import Day
from growth.records.entry import Entry
from growth.records.mentorship import Mentorship
from growth.records.person import Person
from growth.records.session import Session
from growth.rules import meetings, promises
from growth.rules.meetings import Meeting
from growth.rules.promises import Promise

if TYPE_CHECKING:
    from growth.rules.requests import Standings

# How far ahead a meeting is worth a line.
AHEAD = datetime.timedelta(days=7)


class Coming(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting of the next days: open promises, `mine` and `theirs`, topics, wins to tell to my manager."""

    meeting: Meeting
    mine: int = 0
    theirs: int = 0
    topics: int = 0
    manager: bool = False
    wins: int = 0


class Today(msgspec.Struct, frozen=True, kw_only=True):
    """What needs me on a day. `week` counts this week's entries, `last` is the day of the newest.

    `unsent`, `asked`, `unanswered` and `unspoken` count requests for feedback: those yet to be sent,
    those that wait, those of them that are late, and the answers not talked over yet. `bundles` counts
    what others put into my inbox since: new ones, and damaged ones. `wondering` is the day of a question
    that is open too long.
    """

    day: Day
    mine: tuple[Promise, ...] = ()
    theirs: tuple[Promise, ...] = ()
    coming: tuple[Coming, ...] = ()
    week: int = 0
    last: Day | None = None
    unsent: int = 0
    asked: int = 0
    unanswered: int = 0
    unspoken: int = 0
    bundles: tuple[int, int] = (0, 0)
    wondering: Day | None = None


def week_start(day: Day) -> Day:
    """Return the Monday of a day's week."""
    return day - datetime.timedelta(days=day.weekday())


def today(
    day: Day,
    *,
    people: Sequence[Person],
    sessions: Sequence[Session],
    actions: Sequence[Action],
    handed: Sequence[Promise] = (),
    pairs: Iterable[tuple[Mentorship, Person]],
    entries: Sequence[Entry],
    last: Day | None,
    feedback: "Standings | None" = None,
    bundles: tuple[int, int] = (0, 0),
    wondering: Day | None = None,
) -> Today:
    """Return what needs me on `day`. `entries` reach back to the last meeting with my manager at least."""
    open_ = promises.promises(actions, day, handed=handed)
    mentoring = meetings.mentoring(sessions, pairs, day)
    mentored = {one.person.id for one in mentoring}
    # How often one meets a mentor or a mentee is said of the person too; that is no 1:1 besides.
    met = mentoring + [
        one
        for one in meetings.one_on_ones(sessions, people, day)
        if one.last or one.topics or one.person.id not in mentored
    ]
    near = [one for one in met if _is_near(one, day)]
    near.sort(key=lambda one: (one.next or Day.max, one.time, one.person.handle))
    start = week_start(day)
    return Today(
        day=day,
        mine=open_.mine,
        theirs=open_.theirs,
        coming=tuple(_coming(one, actions, handed, entries, day) for one in near),
        week=sum(start <= entry.day <= day and not entry.about for entry in entries),
        last=last,
        unsent=len(feedback.drafted) if feedback else 0,
        asked=len(feedback.waiting) if feedback else 0,
        unanswered=feedback.late if feedback else 0,
        unspoken=len(feedback.answered) if feedback else 0,
        bundles=bundles,
        wondering=wondering,
    )


def _is_near(found: Meeting, day: Day) -> bool:
    """Tell whether a meeting is worth a line: within days, or never held although it is said how often."""
    return found.next <= day + AHEAD if found.next else bool(found.words) and found.last is None


def _coming(
    found: Meeting,
    actions: Sequence[Action],
    handed: Sequence[Promise],
    entries: Sequence[Entry],
    day: Day,
) -> Coming:
    person = found.person
    with_them = promises.of_two(promises.promises(actions, day, person, handed), person)
    manager = found.kind == "1on1" and found.person.relation(day) == "manager"
    since = found.last or Day.min
    wins = sum(_is_win(entry) and since <= entry.day <= day for entry in entries) if manager else 0
    return Coming(
        meeting=found,
        mine=len(with_them.mine),
        theirs=len(with_them.theirs),
        topics=len(found.topics),
        manager=manager,
        wins=wins,
    )


def _is_win(entry: Entry) -> bool:
    return entry.kind == "win" and not entry.about


def since(people: Iterable[Person], sessions: Sequence[Session], day: Day) -> Day:
    """Return from which day on entries are needed: this week, and since I last met my manager.

    Never more than six weeks, so that the cost does not grow where the two of us do not meet.
    """
    start = week_start(day)
    for person in people:
        if person.relation(day) == "manager":
            last = meetings.meeting(sessions, person, person.meets, day).last
            start = min(start, last or day - AHEAD * 6)
    return max(start, day - AHEAD * 6)
