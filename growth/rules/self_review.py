"""A self-review: by theme the judgement, the statement, what shows it, what others said and what is next."""

from collections.abc import Callable

from msgspec.structs import replace

from growth.records.dates import Day
from growth.records.goal import Goal
from growth.rules import audience
from growth.rules.audience import Audience
from growth.rules.goals import ordered, was_set
from growth.rules.standing import (
    Ground,
    Judged,
    Standing,
    citations,
    private,
    shortened,
    standing,
    step,
    worth,
)
from growth.rules.standing_charts import charts

# How many records and quotes are told of for each criterion, and how many criteria in short.
PIECES, QUOTES, IN_SHORT = 4, 3, 3


class SelfReview(Standing, frozen=True, kw_only=True):
    """A standing with what it comes to, by the ids of criteria: `strengths` first, `work_on` lowest first.

    `unshown` are judged and shown by nothing, `own_word` by nothing but my own, `unjudged` are open
    still. `goals` are those of the period, whatever they came from; `givers` are quoted or counted.
    """

    strengths: tuple[str, ...] = ()
    work_on: tuple[str, ...] = ()
    unjudged: tuple[str, ...] = ()
    unshown: tuple[str, ...] = ()
    own_word: tuple[str, ...] = ()
    goals: tuple[Goal, ...] = ()
    givers: int = 0


def _told(row: Judged, for_me: bool) -> Judged:
    # What is not judged is named to others, and no more.
    return shortened(row, PIECES, QUOTES) if for_me or row.judgement else shortened(row, 0, 0)


def self_review(ground: Ground, whom: Audience, today: Day, giver: Callable[[str], str]) -> SelfReview:
    """Return the self-review of an assessment for an audience that may see it."""
    found = standing(ground, whom, today, giver)
    rows = found.rows
    themes = tuple(
        replace(one, rows=tuple(_told(row, whom.kind == "me") for row in one.rows)) for one in found.themes
    )
    cited = citations(themes, ground)
    base = {name: getattr(found, name) for name in found.__struct_fields__}
    base |= {"themes": themes, "charts": charts(found), "cited": cited, "private": private(cited, ground)}
    return SelfReview(
        **base,
        strengths=_strengths(rows),
        work_on=tuple(row.criterion for row in _lowest(rows)),
        unjudged=tuple(row.criterion for row in rows if not row.judgement),
        unshown=tuple(row.criterion for row in rows if row.judgement and "none" in row.proof.flags),
        own_word=tuple(row.criterion for row in rows if row.judgement and "own-word" in row.proof.flags),
        goals=_goals(ground, whom, found),
        givers=_givers(rows),
    )


def _strengths(rows: tuple[Judged, ...]) -> tuple[str, ...]:
    """Return what stands out: done, shown by something, and the most of both."""
    those = [row for row in rows if row.is_met and "none" not in row.proof.flags]
    return tuple(row.criterion for row in sorted(those, key=worth, reverse=True))


def _lowest(rows: tuple[Judged, ...]) -> list[Judged]:
    return sorted(
        (row for row in rows if row.judgement and not row.is_met), key=lambda row: step(row.judgement)
    )


def _goals(ground: Ground, whom: Audience, found: Standing) -> tuple[Goal, ...]:
    """Return the goals that were open in its time, as far as the audience may see them."""
    those = (
        goal
        for goal in ground.goals
        if was_set(goal, ground.assessment)
        if goal.state == "open" or (goal.closed or goal.day) >= found.start
        if goal.state != "dropped" and audience.may_see(goal, whom)
    )
    return tuple(ordered(those))


def _givers(rows: tuple[Judged, ...]) -> int:
    """Return how many people said something; those who are only counted may be the same for two criteria."""
    quoted = {one.person for row in rows for one in row.proof.quotes}
    return len(quoted) + max((row.proof.counted for row in rows), default=0)
