"""A growth plan as a template gets it."""

import shlex
from collections.abc import Mapping

from growth.records.action import Action
from growth.records.assessment import JUDGEMENTS
from growth.records.dates import Day
from growth.records.goal import Goal
from growth.records.ids import short
from growth.records.mentorship import Mentorship
from growth.reports import period
from growth.reports.standing import CALLED, LONGEST_CRITERION, LONGEST_LINE, code, due, level_words
from growth.reports.told import Refs, Strings, audience_line, beginning, cited, told
from growth.rules.day_words import counted, day_words
from growth.rules.growth_plan import Aim, Gap, GrowthPlan
from growth.text.markdown import inline, literal


def context(found: GrowthPlan, names: Mapping[str, str]) -> Strings:
    """Return what the template `growth-plan` may use, every text in it safe."""
    refs, today = Refs(found.audience, found.cited), found.today
    for_me = found.audience == "me"
    return {
        "audience": audience_line(
            found.audience, dict(names), found.private, "growth report growth-plan --for manager"
        ),
        "for_me": for_me,
        "name": literal(names.get("me", "")),
        "day": day_words(today, today) + f" {today.year}",
        "role": level_words(found.target_name, found.level, found.ladder_name) if found.target else "",
        "period": period.words(found.label, found.start, found.end),
        "within": period.within(found.label, found.start, found.end),
        "empty": found.is_empty,
        "aims": [_aim(one, refs, today) for one in found.aims],
        "over": [_goal(one, refs, today) for one in found.over],
        "gaps": [
            {
                "theme": literal(gap.theme),
                "summary": literal(beginning(gap.summary, LONGEST_LINE)),
                "judgement": JUDGEMENTS[gap.judgement],
                "reached": gap.reached,
                "command": _command(found, gap) if for_me else "",
            }
            for gap in found.gaps
        ],
        "gaps_more": counted(found.gaps_more, "criterion", "criteria") if found.gaps_more else "",
        "steps": [
            {
                "text": inline(one.text),
                "words": _step_words(one, today),
                "late": bool(one.due and one.due < today),
                "ref": refs(one.id),
            }
            for one in found.steps
        ],
        "learned": [told(one, today, names) | {"ref": refs(one.id)} for one in found.learned],
        "learned_more": found.learned_more,
        "helpers": [_helper(one, names) for one in found.helpers],
        "dates": [
            {
                "day": day_words(one.day, today),
                "text": inline(beginning(one.text, CALLED)),
                "late": one.day < today,
                "ref": refs(one.ref) if one.ref else "",
            }
            for one in found.dates
        ],
        "cited": cited(found.cited, names),
    }


def _step_words(one: Action, today: Day) -> str:
    if one.due is None:
        return ""
    over = (today - one.due).days
    return f"{counted(over, 'day')} late" if over > 0 else f"due {day_words(one.due, today)}"


def _command(found: GrowthPlan, gap: Gap) -> str:
    if gap.reached:
        return code(shlex.join(("growth", "assess", "rate", gap.criterion)))
    origin = f"{found.ladder}/{gap.criterion}"
    return code(shlex.join(("growth", "goal", "add", "--from", origin, "--due", "3m")))


def _aim(one: Aim, refs: Refs, today: Day) -> Strings:
    same = one.goal.text == one.summary
    return _goal(one.goal, refs, today) | {
        "theme": literal(one.theme),
        "summary": "" if same else literal(beginning(one.summary, LONGEST_CRITERION)),
        "judgement": JUDGEMENTS.get(one.judgement, ""),
        "quiet": one.quiet,
        "late": bool(one.goal.due and one.goal.due < today),
    }


def _goal(one: Goal, refs: Refs, today: Day) -> Strings:
    return {
        "text": inline(beginning(one.text, LONGEST_LINE)),
        "words": due(one, today),
        "ref": refs(one.id),
        "id": short(one.id),
        "looks": [
            {"day": day_words(look.day, today), "text": inline(look.text), "stuck": not look.moved}
            for look in one.checkins
        ],
    }


def _helper(one: Mentorship, names: Mapping[str, str]) -> Strings:
    return {
        "name": literal(names.get(one.person) or one.person),
        "goals": [inline(goal) for goal in one.goals],
        "cadence": literal(f"every {one.cadence}") if one.cadence else "",
    }
