"""Goals: from a gap or freely set, looked at now and then, reached or dropped."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from growth.errors import Refused, WrongUsage
from growth.records.dates import Day
from growth.records.entry import Share
from growth.records.goal import Checkin, Goal, GoalState
from growth.records.mentorship import Mentorship
from growth.rules.pair_goals import as_goals
from growth.text.fold import fold

if TYPE_CHECKING:
    from growth.records.assessment import Assessment, Rating


def checked_in(goal: Goal, text: str, day: Day, *, moved: bool = True, state: GoalState = "open") -> Goal:
    """Return a goal after a look at it; one that is over takes no more."""
    if goal.state != "open":
        raise Refused(f"{goal.id} was {goal.state} on {goal.closed}", "see: growth goal list --all")
    look = Checkin(day=day, text=text, moved=moved)
    closed = day if state != "open" else None
    return replace(goal, checkins=(*goal.checkins, look), state=state, closed=closed)


def check_share(share: Share) -> None:
    """Refuse to share a goal with whom it is about: it is mine, and with nobody."""
    if share == "person":
        raise WrongUsage("a goal is with nobody", "--share manager, or --share team")


def was_set(goal: Goal, assessment: "Assessment") -> bool:
    """Tell whether a goal was there when an assessment was made; what came later is of the next one."""
    return not assessment.finished or goal.day < assessment.end or goal.day <= assessment.finished


def reached_since(goals: Iterable[Goal], origin: str, rating: "Rating") -> bool:
    """Tell whether a goal for a criterion, `ladder/criterion`, was reached since that was judged."""
    those = (goal for goal in goals if goal.criterion == origin and goal.state == "reached")
    return any(goal.closed is not None and goal.closed >= rating.day for goal in those)


def ordered(goals: Iterable[Goal]) -> list[Goal]:
    """Return open goals first, what is due soonest at the top; then what is over, the newest first."""
    those = list(goals)
    open_ = [goal for goal in those if goal.state == "open"]
    over = [goal for goal in those if goal.state != "open"]
    open_.sort(key=lambda goal: (goal.due or Day.max, goal.created, goal.id))
    over.sort(key=lambda goal: (goal.closed or goal.day, goal.id), reverse=True)
    return [*open_, *over]


def of_another(
    handle: str, mine: Iterable[Mentorship], goals: Iterable[Goal], pairs: Iterable[Mentorship]
) -> list[Goal]:
    """Return the goals of somebody: of our mentoring, and what they shared, named `ana:7k3q` as theirs.

    `mine` are my mentorships with them, `goals` and `pairs` those that they shared. A goal that both of
    us wrote down is told as I did.
    """
    found = [goal for pair in mine if pair.role != "mentee" for goal in as_goals(pair)]
    known = {fold(goal.text) for goal in found}
    shared = (*goals, *(goal for pair in pairs if pair.role == "mentee" for goal in as_goals(pair)))
    theirs = (goal for goal in shared if fold(goal.text) not in known)
    return ordered([*found, *(replace(goal, id=f"{handle}:{goal.id}") for goal in theirs)])


def words(goal: Goal, today: Day) -> str:
    """Return how a goal stands in a few words: `due 2026-12-18, 2 looks, did not move since 3 Nov`."""
    if goal.state != "open":
        return f"{goal.state} {goal.closed}"
    parts = []
    if goal.due:
        late = (today - goal.due).days
        parts.append(f"{late} days late" if late > 1 else "one day late" if late == 1 else f"due {goal.due}")
    last = goal.checkins[-1] if goal.checkins else None
    if last is None:
        parts.append("no check-in yet")
    else:
        parts.append(f"{'moved' if last.moved else 'did not move'}, checked in {last.day}")
    return ", ".join(parts)
