"""growth report summary: a week, a month or a quarter on a page."""

from collections.abc import Sequence

from growth import clock
from growth.app import App
from growth.commands.audiences import names_of, say_former, say_withheld
from growth.commands.report_asked import Asked
from growth.commands.reusers import with_reusers
from growth.commands.shared import names_in, shared
from growth.errors import WrongUsage
from growth.records.action import Action
from growth.records.dates import EVER, Day, Period, Span
from growth.records.entry import Entry
from growth.records.goal import Goal
from growth.records.wonder import Wonder
from growth.rules.audience import Audience, cut
from growth.rules.brag import is_told
from growth.rules.cited import Citable
from growth.rules.findings import Red
from growth.rules.select import falls_in
from growth.rules.shown import is_planned
from growth.rules.summary import Material, Summary, summary
from growth.store.others import Theirs
from growth.text.fold import fold

# Without a period a page covers as many days as a week has, today the last.
WEEK = clock.DAY * 7


def write(app: App, asked: Asked) -> None:
    """Write what was done in a period, and what is next, on a page; of somebody else, what they shared."""
    if asked.about:
        _about(app, asked)
        return
    whom, period = asked.whom(app), _period(app, asked)
    project = (asked.project or "").removeprefix("+")
    every = _entries(app, period, project)
    if period.end and period.end > app.today:
        every += [one for one in _entries(app, Period(period.end), project) if is_planned(one)]
    entries, withheld = cut(every, whom)
    before = _before(period, app)
    earlier = cut(_entries(app, before, project), whom)[0] if before else None
    material = Material(entries=with_reusers(app, entries, whom), before=earlier)
    if not project:
        material = _with_the_rest(app, material, whom, period)
    page = summary(
        material, period, app.today, audience=whom.word, project=project, canonical=app.people.canonical
    )
    curate = f"growth curate --since {page.start} --until {page.end - clock.DAY}"
    say_withheld(app, whom, len(entries), withheld, curate)
    say_former(app, whom, lambda who: cut(every, who)[1])
    asked.emit(app, _markdown(app, asked.name, page, names_of(app)), context=page, title=_title(page))


def _about(app: App, asked: Asked) -> None:
    """Write what somebody shared of a period on a page."""
    period, (person, theirs) = _period(app, asked), shared(app, asked)
    project = (asked.project or "").removeprefix("+")
    entries = [
        one for them in theirs for one in them.entries if not project or fold(one.project) == fold(project)
    ]
    material = Material(entries=entries)
    if not project:
        material = Material(
            entries=entries,
            actions=[one for them in theirs for one in them.actions],
            goals=[one for them in theirs for one in them.goals],
            red=_red_of(app, theirs, period),
        )
    page = summary(material, period, app.today, project=project, about=person.handle)
    asked.emit(
        app, _markdown(app, asked.name, page, names_in(person)), context=page,
        title=f"{person.name}: {_title(page)}",
    )  # fmt: skip


def _period(app: App, asked: Asked) -> Period:
    """Return a period with a beginning and an end; one that goes on ends today."""
    period = asked.period
    if period == EVER:
        return Period(app.today - WEEK + clock.DAY, app.today + clock.DAY)
    if period.start is None:
        raise WrongUsage("a summary needs a beginning", "--period 2026-Q3, or --since with --until")
    if period.start > app.today:
        hint = f"what is planned: growth list --since {period.start}; or name a period with days behind you"
        raise WrongUsage(f"{period.label or period.start} has not begun", hint)
    return Period(period.start, period.end or app.today + clock.DAY, period.label)


def _entries(app: App, period: Period, project: str) -> list[Entry]:
    told = (one for one in app.store.entries(period) if is_told(one) or is_planned(one))
    told = (one for one in told if falls_in(one, period))
    return [one for one in told if not project or fold(one.project) == fold(project)]


def _before(period: Period, app: App) -> Period | None:
    """Return as long a time before a period, or None while it goes on: a part compares with no whole."""
    start, end = period.start, period.end
    if start is None or end is None or end > app.today + clock.DAY:
        return None
    months = (end.year - start.year) * 12 + end.month - start.month
    whole = months > 0 and start.day == end.day == 1
    span = Span(months=months) if whole else Span(days=(end - start).days)
    return Period(clock.move(start, span, -1), start)


def _with_the_rest(app: App, material: Material, whom: Audience, period: Period) -> Material:
    """Return a material with promises and goals, and for me with whom I met and heard."""
    from msgspec.structs import replace

    material = replace(
        material,
        actions=cut(app.store.all(Action), whom)[0],
        goals=cut(app.store.all(Goal), whom)[0],
        # How much I wonder about is no business of a team.
        wonders=app.store.all(Wonder) if whom.kind == "me" or "manager" in whom.shares else (),
        red=_red(app, whom, period),
    )
    if whom.kind != "me":
        return material
    from growth.records.answer import Answer
    from growth.records.request import Request
    from growth.records.session import Session

    return replace(
        material,
        sessions=app.store.all(Session),
        requests=app.store.all(Request),
        answers=app.store.all(Answer),
    )


def _red(app: App, whom: Audience, period: Period) -> list[tuple[Red, Citable]]:
    """Return what was to mend of my practice at the end of a period."""
    if not app.store.stems("practice"):
        return []
    from growth.commands.register import checked
    from growth.commands.sheet_checks import of_mine, red

    found = checked(app, _last(app, period), period.start)
    return [(red(one), record) for one, record in of_mine(app, found, whom) if not one.owner]


def _red_of(app: App, theirs: Sequence[Theirs], period: Period) -> list[tuple[Red, Citable]]:
    if not any(them.practices for them in theirs):
        return []
    from growth.commands.sheet_checks import of_theirs

    return list(of_theirs(theirs, _last(app, period)))


def _last(app: App, period: Period) -> Day:
    return min(app.today, period.end - clock.DAY) if period.end else app.today


def _markdown(app: App, name: str, page: Summary, names: dict[str, str]) -> str:
    from growth.reports.engine import render
    from growth.reports.summary import context

    return render(name, context(page, names), home=app.home)


def _title(page: Summary) -> str:
    return f"Summary {page.start} to {page.end - clock.DAY}"
