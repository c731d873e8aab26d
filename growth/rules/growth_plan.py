"""A growth plan: what I want to be able to do, what it is for, what I learned, who helps, and when."""

import datetime
from collections.abc import Collection, Iterable, Sequence

import msgspec

from growth.records.action import Action
from growth.records.assessment import Assessment
from growth.records.dates import Day, Period
from growth.records.entry import Entry
from growth.records.goal import Goal
from growth.records.ladder import Ladder
from growth.records.mentorship import Mentorship
from growth.rules import audience, ladders
from growth.rules.assessing import SHOWN, expected, rating_of
from growth.rules.audience import Audience
from growth.rules.cited import Citable, Cited, cite
from growth.rules.goals import ordered, reached_since
from growth.rules.select import falls_in
from growth.rules.standing import step

# How much that was learned, and how many gaps without a goal are told of.
LEARNED, GAPS = 7, 5
# A goal that nobody looked at for so long has gone quiet.
QUIET = datetime.timedelta(days=30)


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """The records that a plan is made from. `ladder` is that of the assessment.

    `steps` are my open promises that came from feedback or from a mentoring session.
    """

    goals: Sequence[Goal] = ()
    entries: Iterable[Entry] = ()
    steps: Sequence[Action] = ()
    mentorships: Sequence[Mentorship] = ()
    assessment: Assessment | None = None
    ladder: Ladder | None = None


class Aim(msgspec.Struct, frozen=True, kw_only=True):
    """One goal, the criterion it came from, and how that was judged. `quiet` says I did not look lately."""

    goal: Goal
    theme: str = ""
    summary: str = ""
    judgement: str = ""
    quiet: bool = False


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """One criterion that is not there yet and is no open goal; `reached` one that was since it was judged."""

    criterion: str
    theme: str
    summary: str
    judgement: str
    reached: bool = False


class Date(msgspec.Struct, frozen=True, kw_only=True):
    """One day that something is due on."""

    day: Day
    text: str
    ref: str = ""


class GrowthPlan(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a growth plan shows, already cut for whom it is."""

    audience: str
    today: Day
    label: str
    start: Day | None
    end: Day | None
    ladder: str = ""
    ladder_name: str = ""
    target: str = ""
    target_name: str = ""
    level: str = ""
    aims: tuple[Aim, ...] = ()
    over: tuple[Goal, ...] = ()
    gaps: tuple[Gap, ...] = ()
    gaps_more: int = 0
    steps: tuple[Action, ...] = ()
    learned: tuple[Entry, ...] = ()
    learned_more: int = 0
    helpers: tuple[Mentorship, ...] = ()
    dates: tuple[Date, ...] = ()
    private: int = 0
    withheld: int = 0
    cited: tuple[Cited, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it but gaps."""
        return not (self.aims or self.over or self.learned or self.steps or self.helpers)


def growth_plan(material: Material, whom: Audience, period: Period, today: Day) -> GrowthPlan:
    """Return the plan for an audience; the assessment counts for it only where it may see that."""
    goals, kept_goals = audience.cut((one for one in material.goals if _is_of(one, period)), whom)
    steps, kept_steps = audience.cut(material.steps, whom)
    learning = (one for one in material.entries if _is_learning(one) and falls_in(one, period))
    learned, kept_entries = audience.cut(learning, whom)
    helpers, kept_pairs = audience.cut(material.mentorships, whom)
    seen = material.assessment if _is_seen(material, whom) else None
    ladder = material.ladder if seen else None
    level = next((one for one in ladder.levels if seen and one.id == seen.target), None) if ladder else None
    told = sorted(learned, key=_worth)[:LEARNED]
    gaps = _gaps(goals, seen, ladder)
    open_ = [goal for goal in ordered(goals) if goal.state == "open"]
    cited: list[Citable] = [*ordered(goals), *steps, *told, *([seen] if seen else [])]
    return GrowthPlan(
        audience=whom.word,
        today=today,
        label=period.label,
        start=period.start,
        end=period.end,
        ladder=seen.ladder if seen else "",
        ladder_name=ladder.name if ladder else "",
        target=seen.target if seen else "",
        target_name=level.name if level else (seen.target if seen else ""),
        level=ladders.called(level) if level else "",
        aims=tuple(_aim(goal, seen, material.ladder, today) for goal in open_),
        over=tuple(goal for goal in ordered(goals) if goal.state != "open"),
        gaps=tuple(gaps[:GAPS]),
        gaps_more=len(gaps[GAPS:]),
        steps=tuple(sorted(steps, key=lambda one: (one.due or Day.max, one.id))),
        learned=tuple(told),
        learned_more=len(learned) - len(told),
        helpers=helpers,
        dates=_dates(open_, steps, seen, today),
        private=sum(record.share == "private" for record in cited),
        withheld=kept_goals + kept_steps + kept_entries + kept_pairs,
        cited=tuple(cite(record) for record in cited),
    )


def _is_of(goal: Goal, period: Period) -> bool:
    """Tell whether a goal is open, or ended in the period; what was given up is no part of a plan."""
    return goal.state == "open" or (goal.state == "reached" and (goal.closed or goal.day) in period)


def _is_learning(entry: Entry) -> bool:
    return entry.kind == "learning" and not entry.about


def _is_seen(material: Material, whom: Audience) -> bool:
    return material.assessment is not None and audience.may_see(material.assessment, whom)


def _worth(entry: Entry) -> tuple[bool, bool, int, str]:
    """Sort what was learned: what has a star or came to something first, then the newest."""
    return not entry.star, not (entry.impact or entry.metrics), -entry.day.toordinal(), entry.id


def _aim(goal: Goal, seen: Assessment | None, ladder: Ladder | None, today: Day) -> Aim:
    name, _, id = goal.criterion.rpartition("/")
    criterion = None
    if ladder and ladder.key == name:
        criterion = next((one for one in ladder.criteria if one.id == id), None)
    if criterion is None or ladder is None:
        return Aim(goal=goal, quiet=_is_quiet(goal, today))
    rating = rating_of(seen, id) if seen else None
    return Aim(
        goal=goal,
        theme=next((theme.name for theme in ladder.themes if theme.id == criterion.theme), criterion.theme),
        summary=criterion.summary,
        judgement=rating.judgement if rating else "",
        quiet=_is_quiet(goal, today),
    )


def _is_quiet(goal: Goal, today: Day) -> bool:
    last = goal.checkins[-1].day if goal.checkins else goal.day
    return today - last > QUIET


def _gaps(goals: Collection[Goal], seen: Assessment | None, ladder: Ladder | None) -> list[Gap]:
    """Return what is judged and not there yet, the lowest first, where no open goal is for it."""
    if seen is None or ladder is None:
        return []
    names = {theme.id: theme.name for theme in ladder.themes}
    taken = {goal.criterion for goal in goals if goal.state == "open"}
    found = [
        Gap(criterion=one.id, theme=names.get(one.theme, one.theme), summary=one.summary,
            judgement=rating.judgement,
            reached=not seen.finished and reached_since(goals, f"{seen.ladder}/{one.id}", rating))
        for one in expected(ladder, seen.target)
        if f"{seen.ladder}/{one.id}" not in taken
        if (rating := rating_of(seen, one.id)) and rating.judgement not in SHOWN
    ]  # fmt: skip
    return sorted(found, key=lambda gap: step(gap.judgement))


def _dates(
    goals: Iterable[Goal], steps: Iterable[Action], seen: Assessment | None, today: Day
) -> tuple[Date, ...]:
    found = [Date(day=one.due, text=one.text, ref=one.id) for one in goals if one.due]
    found += [Date(day=one.due, text=one.text, ref=one.id) for one in steps if one.due]
    if seen and not seen.finished:
        last = seen.end - datetime.timedelta(days=1)
        found += (
            [Date(day=last, text=f"the end of {seen.period}, and of its assessment")] if last >= today else []
        )
    return tuple(sorted(found, key=lambda one: (one.day, one.ref)))
