"""What a week is made of: the journal, the repositories and the calendar, each as far as it is known."""

from growth import clock
from growth.app import App
from growth.commands.lent import handed_promises
from growth.records.action import Action
from growth.records.dates import Period
from growth.records.imported import Reading
from growth.records.mentorship import Mentorship
from growth.records.session import Session
from growth.records.thumb import Thumb
from growth.rules.findings import WEEK, silenced
from growth.rules.week import Week, week
from growth.rules.week_meetings import BEFORE, Meetings, meetings

DAYS = 7


def period_of(app: App, typed: str | None) -> Period:
    """Return the days to look back on: those named up to today, else the last seven."""
    if not typed:
        return Period(app.today - clock.DAY * (DAYS - 1), clock.following(app.today))
    named = clock.period(typed, app.today)
    end = clock.following(app.today)
    return Period(named.start, min(named.end or end, end), named.label)


def skipped(app: App) -> frozenset[str]:
    """Return the source keys of what was skipped in a week before."""
    return silenced(app.store.all(Thumb), WEEK)


def the_week(
    app: App, period: Period, repositories: tuple[str, ...], calendar: str | None, left_out: frozenset[str]
) -> Week:
    """Return the week, with what git and the calendar tell of it but for what is left out."""
    entries, actions = list(app.store.entries(Period())), app.store.all(Action)
    return week(
        period,
        app.today,
        entries=entries,
        readings=_git(app, period, repositories),
        meetings=_meetings(app, period, calendar),
        actions=actions,
        handed=handed_promises(app, actions),
        skipped=left_out,
    )


def _git(app: App, period: Period, repositories: tuple[str, ...]) -> list[Reading]:
    places = repositories or app.config.texts("repositories")
    if not places:
        app.screen.say(("git: --repo ., or for good: growth config set repositories ~/src", "dim"))
        return []
    from growth.commands.repositories import readings

    return [reading for _, reading in readings(app, places, period.start, ())]


def _meetings(app: App, period: Period, name: str | None) -> Meetings:
    if not (name or app.config.text("calendar")) or period.start is None:
        app.screen.say(("calendar: --calendar work.ics, or for good: growth config set calendar FILE", "dim"))
        return Meetings()
    from growth.commands.calendar import calendar, me

    now = app.now()
    first = now - clock.DAY * (app.today - period.start).days - BEFORE
    found = calendar(app, name, first, now)
    pairs = app.store.all(Mentorship)
    return meetings(
        found.appointments,
        everyone=app.people.everyone,
        sessions=app.store.all(Session),
        mentored=frozenset(pair.person for pair in pairs if pair.until is None),
        me=me(app),
        week=period,
        now=now,
    )
