"""The goals of a mentorship: looked at now and then, moved or stuck, until they are reached."""

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from growth.errors import Refused, WrongUsage
from growth.records.dates import Day
from growth.records.goal import Checkin, Goal, GoalState
from growth.records.mentorship import Look, Mentorship
from growth.rules.day_words import near
from growth.text.fold import fold


class Aim(msgspec.Struct, frozen=True):
    """One goal of a pair with the looks at it, the oldest first."""

    text: str
    looks: tuple[Look, ...] = ()

    @property
    def state(self) -> str:
        """Where it stands: `open` before the first look, then `moved`, `stuck` or `reached`."""
        if not self.looks:
            return "open"
        last = self.looks[-1]
        return "reached" if last.reached else "moved" if last.moved else "stuck"


def aims(pair: Mentorship) -> tuple[Aim, ...]:
    """Return the goals of a pair in their order; one that was written anew keeps no looks."""
    return tuple(Aim(goal, tuple(look for look in pair.looks if look.goal == goal)) for goal in pair.goals)


def as_goals(pair: Mentorship) -> tuple[Goal, ...]:
    """Return the goals of a pair as goals of their own; one that was not reached ends with the pair."""
    return tuple(_as_goal(pair, aim) for aim in aims(pair))


def _as_goal(pair: Mentorship, aim: Aim) -> Goal:
    state: GoalState = "reached" if aim.state == "reached" else "dropped" if pair.until else "open"
    return Goal(
        id=pair.id,
        text=aim.text,
        day=pair.since,
        state=state,
        closed=aim.looks[-1].day if state == "reached" else pair.until,
        checkins=tuple(Checkin(day=look.day, text=look.text, moved=look.moved) for look in aim.looks),
        share=pair.share,
        created=pair.created,
    )


def words(aim: Aim, today: Day) -> str:
    """Return where a goal stands in a few words: `moved Tue 17 Nov: the outline is written`."""
    if not aim.looks:
        return ""
    last = aim.looks[-1]
    return f"{aim.state} {near(last.day, today)}{': ' + last.text if last.text else ''}"


def added(pair: Mentorship, goals: Iterable[str]) -> Mentorship:
    """Return a pair with more goals; one that it has already is refused."""
    new = list(pair.goals)
    for goal in goals:
        text = " ".join(goal.split())
        if not text:
            raise WrongUsage("the goal is empty", "say it in a few words")
        if fold(text) in map(fold, new):
            raise Refused(f"{text!r} is a goal of theirs already", "nothing was changed")
        new.append(text)
    return replace(pair, goals=tuple(new))


def chosen(pair: Mentorship, number: int | None) -> Aim:
    """Return the goal of a number, counted from 1; without one, the only goal that is not reached."""
    every = aims(pair)
    if not every:
        raise Refused(f"{pair.id} has no goal", f"set one: growth mentor goal {pair.person} TEXT")
    if number is None:
        left = [aim for aim in every if aim.state != "reached"]
        if len(left) != 1:
            listed = "; ".join(f"{at}. {aim.text}" for at, aim in enumerate(every, start=1))
            raise WrongUsage("which goal is meant is missing", f"--goal N: {listed}")
        return left[0]
    if not 1 <= number <= len(every):
        raise WrongUsage(f"there is no goal {number}", f"there are 1 to {len(every)}: growth mentor list")
    return every[number - 1]


def looked(pair: Mentorship, aim: Aim, look: Look) -> Mentorship:
    """Return a pair after a look at one of its goals; one that is reached takes no more."""
    if aim.state == "reached":
        raise Refused(f"{aim.text!r} was reached on {aim.looks[-1].day}", "see: growth mentor list")
    looks = sorted((*pair.looks, look), key=lambda one: one.day)
    return replace(pair, looks=tuple(looks))
