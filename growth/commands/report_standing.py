"""growth report self-review and promotion: where I stand, as a document."""

from collections.abc import Callable, Mapping
from typing import Any

from growth.app import App
from growth.commands import report_company
from growth.commands.audiences import names_of, say_former, say_withheld
from growth.commands.case import START, Case
from growth.commands.handed import beside
from growth.commands.report_asked import Asked
from growth.commands.reusers import with_reusers
from growth.errors import Refused, WrongUsage
from growth.records.assessment import Assessment
from growth.records.dates import EVER, Day
from growth.records.entry import Entry
from growth.records.goal import Goal
from growth.records.ids import short
from growth.rules import assessing, audience, gaps
from growth.rules.audience import Audience
from growth.rules.cited import Citable
from growth.rules.self_review import SelfReview
from growth.rules.standing import Ground, Standing, as_of
from growth.store.find import find


def self_review(app: App, asked: Asked) -> int | None:
    """Write how I judge myself, theme by theme."""
    from growth.reports.self_review import context
    from growth.rules.self_review import self_review

    return _write(app, asked, self_review, context, "Self-review")


def promotion(app: App, asked: Asked) -> None:
    """Write the case for the level that I judge myself against."""
    from growth.reports.promotion import context
    from growth.rules.promotion import promotion

    _write(app, asked, promotion, context, "Promotion case")


def _write(
    app: App, asked: Asked, rule: Callable[..., Any], context: Callable[..., dict[str, Any]], title: str
) -> int | None:
    from growth.reports.engine import render

    if asked.project:
        raise WrongUsage(f"{asked.name} is of no project", "leave --project out")
    whom, one = asked.whom(app), chosen(app, asked)
    _need_shared(app, one, whom)
    found: Standing = rule(ground(app, one, whom), whom, app.today, app.people.canonical)
    say_withheld(app, whom, len(found.cited), found.withheld, "growth curate")
    say_former(
        app, whom, lambda who: rule(ground(app, one, who), who, app.today, app.people.canonical).withheld
    )
    if asked.form and isinstance(found, SelfReview):
        return report_company.write(app, asked, found)
    markdown = render(asked.name, context(found, names_of(app)), home=app.home)
    asked.emit(app, markdown, context=found, title=f"{title} {found.period}", charts=found.charts)
    return None


def chosen(app: App, asked: Asked) -> Assessment:
    """Return the assessment that is asked for: by id, by period, or the newest of mine."""
    if asked.assessment:
        found = find(app.store, asked.assessment)
        if not isinstance(found, Assessment):
            raise Refused(f"{found.id} is no assessment", "see: growth assess list")
        return found
    mine = [one for one in app.store.all(Assessment) if one.about == "me"]
    if not mine:
        raise Refused("there is no assessment to write of", f"start one: {START}")
    period = asked.period
    those = [
        one for one in mine
        if (period.end is None or one.start < period.end) and (period.start is None or one.end > period.start)
    ]  # fmt: skip
    if not those:
        there = ", ".join(dict.fromkeys(one.period for one in sorted(mine, key=lambda one: one.start)))
        raise Refused(f"there is no assessment of {period.label}", f"there are: {there}")
    # Where no period was named, the one at work goes before what is over.
    return max(those, key=lambda one: (period == EVER and not one.finished, one.start, one.created, one.id))


def _need_shared(app: App, one: Assessment, whom: Audience) -> None:
    if audience.may_see(one, whom):
        return
    if audience.may_see(one, whom.ever):
        raise Refused(
            f"the assessment {one.id} was shared with your manager before {whom.name or 'this one'}",
            "if they may read it, too: --include-former",
        )
    if whom.kind == "team" and one.about != "me":
        raise Refused(
            f"how you judge {app.people.name(one.about)} is never for a team", "leave --for team out"
        )
    raise Refused(
        f"the assessment {one.id} is not shared with {whom.name or 'your ' + whom.word}",
        _how_to_share(one, whom),
    )


def _how_to_share(one: Assessment, whom: Audience) -> str:
    """Return how an assessment would be shared with an audience and with no more than it takes, if at all."""
    share = assessing.narrowest(one, whom)
    if not share:
        return f"nothing it may be shared with reaches {whom.name or 'them'}; tell them of it yourself"
    read = "to let its judgements and sentences be read"
    if share == "team" and whom.kind != "team":
        read += f" by your whole team, {whom.name} among them"
    return f"{read}: growth edit {short(one.id)} --share {share}"


def ground(app: App, one: Assessment, whom: Audience) -> Ground:
    """Return all that a document about an assessment is made from."""
    case, for_me = Case(app, one, ranked=whom.kind == "me"), whom.kind == "me"
    manager = beside(app, one) if one.about == "me" else None
    # What my manager judges of me is between the two of us.
    known = manager is not None and (for_me or manager.owner in whom.handles)
    return Ground(
        assessment=one,
        sheet=case.sheet,
        ladder=case.ladder,
        records=_records(app, case, whom),
        goals=app.store.all(Goal) if one.about == "me" else (),
        last=assessing.before(case.every, one),
        manager=manager.assessment if manager and known else None,
        steps=_steps(app, case, as_of(one, app.today)) if for_me and not one.finished else {},
    )


def _records(app: App, case: Case, whom: Audience) -> Mapping[str, Citable]:
    """Return the records that were confirmed as evidence, by their reference."""
    found = {link.record: case.record(link.record) for link in assessing.confirmed(case.assessment)}
    mine = (one for ref, one in found.items() if isinstance(one, Entry) and ":" not in ref)
    found |= {one.id: one for one in with_reusers(app, mine, whom)}
    return {ref: record for ref, record in found.items() if isinstance(record, Citable)}


def _steps(app: App, case: Case, day: Day) -> dict[str, tuple[gaps.Step, ...]]:
    goals = {goal.criterion for goal in app.store.all(Goal) if goal.criterion and goal.state == "open"}
    rows = gaps.gaps(
        case.sheet, lambda name: case.propose(name, gaps.MOST), day, ask=case.askable(), goals=goals
    ).rows
    return {row.criterion: row.next for row in rows}
