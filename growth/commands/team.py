"""growth team: everybody who reports to me on a page, who needs me first at the top."""

from typing import TYPE_CHECKING, Any

import click
import msgspec

from growth import clock
from growth.app import App, pass_app
from growth.commands import options
from growth.commands.audiences import audience_of, names_of
from growth.commands.filters import period_of
from growth.commands.lent import handed_promises
from growth.commands.report_asked import Asked
from growth.errors import Refused, WrongUsage
from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.dates import Period
from growth.records.person import Person
from growth.records.request import Request
from growth.records.session import Session
from growth.rules import team as rules
from growth.rules.team import Material, Shared, Team
from growth.store.others import Theirs, others

if TYPE_CHECKING:
    from growth.rules.team_evidence import Shows

KIND = "team"
# Without a period, what was shared is told of the last four weeks.
LATELY = clock.DAY * 28


@click.command()
@click.option("--discreet", is_flag=True, help="Initials and counts, no names and no words of a record.")
@click.option("--with-mood", is_flag=True, help="What they said of mood and workload, in their own words.")
@options.since
@options.until
@options.period
@click.option("--template", default=KIND, metavar="NAME", help="The template; else team.")
@options.formats("md", "html", "term", "json", "text")
@options.output
@options.yes
@pass_app
def team(
    app: App,
    /,
    discreet: bool,
    with_mood: bool,
    template: str,
    format_: str | None,
    as_json: bool,
    output: str | None,
    yes: bool,
    **given: Any,
) -> None:
    """See who of your team needs you first.

    One block for each who reports to you: 1:1s, promises, answers waited for, goals that are stuck,
    what nothing shows yet. Then across the team: thanks, unseen work and learning, as shared in the
    last four weeks, or in the --period you name. Nobody gets a score, and the page is for you alone.

    \b
      growth team
      growth team --discreet
      growth team --period 2026-Q4 -o team.html
    """
    from growth.reports.engine import need_kind

    need_kind(template, KIND, home=app.home)
    wanted = "json" if as_json else format_
    asked = Asked(template, period_of(app, given), None, None, wanted, output, yes)
    page = _page(app, asked.period, with_mood=with_mood)
    if discreet:
        from growth.rules.discreet import discreet as covered

        page = covered(page)
    _show(app, asked, page)


def write(app: App, asked: Asked) -> None:
    """Write the team page as a report."""
    if asked.project:
        raise WrongUsage(f"{asked.name} is of no project", "leave --project out")
    if audience_of(app, asked.audience).kind != "me":
        raise WrongUsage(f"{asked.name} is for you alone", "leave --for out")
    _show(app, asked, _page(app, asked.period))


def _show(app: App, asked: Asked, page: Team) -> None:
    from growth.reports.engine import render
    from growth.reports.team import context

    markdown = render(asked.name, context(page, names_of(app)), home=app.home)
    asked.emit(app, markdown, context=page, title=f"My team {app.today}")


def _page(app: App, period: Period, *, with_mood: bool = False) -> Team:
    directs = app.people.related("direct", app.today)
    if not directs:
        raise Refused("nobody reports to you", "growth people add ana --name 'Ana Silva' --relation direct")
    start = period.start or (period.end or app.today + clock.DAY) - LATELY
    return rules.team(
        directs,
        _material(app, directs),
        app.today,
        Period(start, period.end, period.label),
        with_mood=with_mood,
    )


def _material(app: App, directs: list[Person]) -> Material:
    from growth.rules.team_spread import LOOK_BACK

    those = others(app.store)
    first = app.today - LOOK_BACK
    actions = app.store.all(Action)
    return Material(
        sessions=app.store.all(Session),
        actions=actions,
        handed=handed_promises(app, actions),
        entries=list(app.store.entries(Period(first))),
        requests=app.store.all(Request),
        answers=[one for one in app.store.all(Answer) if one.day >= first],
        shared=_shared(directs, those),
        evidence=_evidence(app, directs, those),
    )


def _shared(directs: list[Person], those: list[Theirs]) -> dict[str, Shared]:
    found: dict[str, Shared] = {}
    names = {person.handle for person in directs}
    for theirs in those:
        if theirs.owner in names:
            # Two that were merged into one person have handed me two bundles.
            before = found.get(theirs.owner, Shared(made=theirs.made.astimezone().date()))
            found[theirs.owner] = msgspec.structs.replace(
                before,
                made=max(before.made, theirs.made.astimezone().date()),
                entries=(*before.entries, *theirs.entries),
                goals=(*before.goals, *theirs.goals),
            )
    return found


def _evidence(app: App, directs: list[Person], those: list[Theirs]) -> "dict[str, Shows]":
    """Return what each one's own assessment shows, where they shared one."""
    from growth.commands.handed import HandedCase, all_handed
    from growth.rules.team_evidence import own, shows

    every = all_handed(app)
    as_handed = {f"{one.owner}:{made.id}": made for one in those for made in one.assessments}
    found = {}
    for person in directs:
        one = own(every, person.handle)
        if one is not None:
            # It is cited as they handed it, without the names that I have for things.
            found[person.handle] = shows(
                person.handle, as_handed[one.assessment.id], HandedCase(app, one).sheet, app.today
            )
    return found
