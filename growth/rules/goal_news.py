"""What became of goals since two people last met: reached, moved, or stuck."""

from collections.abc import Iterable
from typing import Literal

import msgspec

from growth.records.dates import Day
from growth.records.goal import Goal
from growth.rules.day_words import counted, near

# A goal that did not come nearer for so many days is stuck, also where nobody said so.
STUCK = 28
_ORDER = ("stuck", "moved", "reached", "dropped")


class GoalNews(msgspec.Struct, frozen=True):
    """One goal that there is something to say of.

    `said` is the last look at it, where that is new; of one that is stuck also an old one, with its day.
    """

    goal: Goal
    state: Literal["stuck", "moved", "reached", "dropped"]
    words: str
    said: str = ""


def goal_news(
    goals: Iterable[Goal], since: Day, today: Day, as_of: Day | None = None
) -> tuple[GoalNews, ...]:
    """Return what there is to say of goals, the stuck ones first, those at rest left out.

    `as_of` is the day up to which they are known: a goal that was handed to me weeks ago may have
    moved since.
    """
    known = min(today, as_of or today)
    found = (one for goal in goals if (one := _news(goal, since, today, known)))
    return tuple(
        sorted(found, key=lambda one: (_ORDER.index(one.state), one.goal.due or Day.max, one.goal.id))
    )


def _news(goal: Goal, since: Day, today: Day, known: Day) -> GoalNews | None:
    last = goal.checkins[-1] if goal.checkins else None
    said = last.text if last and last.day >= since else ""
    if goal.state != "open":
        closed = goal.closed or goal.day
        return (
            GoalNews(goal, goal.state, f"{goal.state} {near(closed, today)}", said)
            if closed >= since
            else None
        )
    moved = max((look.day for look in goal.checkins if look.moved), default=goal.day)
    still = (known - moved).days
    if still >= STUCK or (last and not last.moved):
        # Why it is stuck was perhaps said long ago, and not again since.
        why = f"{last.text} ({near(last.day, today)})" if last and last.text and not said else said
        return GoalNews(goal, "stuck", f"no movement for {_long(still)}{_late(goal, today)}", why)
    if last and last.day >= since:
        return GoalNews(goal, "moved", f"moved {near(last.day, today)}{_late(goal, today)}", said)
    return None


def _long(days: int) -> str:
    return counted(days // 7, "week") if days >= 14 else counted(days, "day")


def _late(goal: Goal, today: Day) -> str:
    over = (today - goal.due).days if goal.due else 0
    return f", due {counted(over, 'day')} ago" if over > 0 else ""
