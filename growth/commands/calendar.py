"""The calendar that a command looks into, and cadences written as one."""

from collections.abc import Sequence

from growth import clock, files
from growth.app import App, named
from growth.errors import Refused, WrongUsage
from growth.records.appointment import Calendar
from growth.records.dates import Instant
from growth.rules.appointments import Me, Next, next_one
from growth.rules.series import Series

# How far ahead the next meeting is looked for: a monthly one, and a holiday before it.
AHEAD = 35


def calendar(app: App, name: str | None, first: Instant, last: Instant) -> Calendar:
    """Return what a calendar file says of some time; without a name the one of the settings."""
    from growth.exchange import ics, limits

    path = named(_file(app, name))
    found = ics.read(files.read(path, limit=limits.SIZE), name=path.name, first=first, last=last)
    broken = [f"{path.name}, line {one.line}: {one.why}; left out" for one in found.misread[: ics.DOUBTS]]
    for doubt in (*found.doubts, *broken):
        app.screen.say(("warning: ", "late"), doubt)
    return found


def _file(app: App, name: str | None) -> str:
    chosen = name or app.config.text("calendar")
    if not chosen:
        raise WrongUsage(
            "no calendar is named", "--calendar work.ics, or for good: growth config set calendar ~/work.ics"
        )
    return chosen


def me(app: App) -> Me:
    """Return how I am called in a calendar."""
    names = (app.config.text("me.name"), app.config.text("me.handle"))
    return Me(app.config.texts("me.emails"), tuple(name for name in names if name))


def next_met(app: App, name: str | None) -> Next:
    """Return whom I meet next by a calendar, and when; refuse where it holds nobody I know."""
    now = app.now()
    # An appointment of this morning may have just begun.
    found = calendar(app, name, now - clock.DAY, now + clock.DAY * AHEAD)
    next_ = next_one(found.appointments, app.people.everyone, me(app), now)
    if next_ is None:
        place = named(_file(app, name)).name
        raise Refused(
            f"{place} holds no meeting with one person you know in the next {AHEAD} days",
            "people are known by e-mail or name: growth people edit ana --email ana@example.org",
        )
    return next_


def write(app: App, series: Sequence[tuple[str, Series | None]]) -> None:
    """Print the series with each person as a calendar; say of whom nothing tells when the next meeting is."""
    from growth.exchange import ics_series

    text = ics_series.write([one for _, one in series if one], app.now())
    # The format asks for both signs at a line's end; a terminal would take the first as a command.
    app.screen.exact(text.replace("\r\n", "\n") if app.screen.is_terminal else text)
    unknown = [whom for whom, one in series if one is None]
    if unknown:
        why = "name a weekday in how often you meet, or note the first meeting"
        app.screen.say((f"left out: {', '.join(unknown)}; {why}", "dim"))
