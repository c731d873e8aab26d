"""What options say about which entries are meant: filters."""

from typing import Any

from growth import clock
from growth.app import App
from growth.errors import WrongUsage
from growth.records.dates import EVER, Period
from growth.rules.select import Selection
from growth.text.fold import folded

# What --about takes instead of a person, to have my own entries and the notes about others together.
EVERYBODY = "everybody"
# What --since takes instead of a day: the last session with the one person that -w or --about names.
MET = "met"


def period_of(app: App, options: dict[str, Any]) -> Period:
    """Return the period that --since, --until and --period name together."""
    since, until, period = (options.pop(name, None) for name in ("since", "until", "period"))
    if period:
        if since or until:
            raise WrongUsage("--period and --since or --until exclude each other", "give one of them")
        return clock.period(period, app.today)
    if not since and not until:
        return EVER
    first = clock.day(since, app.today) if since else None
    last = clock.day(until, app.today) if until else None
    if first and last and last < first:
        raise WrongUsage(
            f"--since {first} is after --until {last}", f"exchange them: --since {last} --until {first}"
        )
    return clock.between(first, last)


def selection_of(app: App, options: dict[str, Any]) -> Selection:
    """Return the filters that the options of `list` name; the options are used up."""
    people = app.people if options.get("people") or options.get("about") else None

    def handles(name: str) -> frozenset[str]:
        person = people.get(name) if people else None
        known = person.handles if person else (name,)
        return folded(*known)

    about = options.pop("about", None)
    if options.get("since") == MET:
        named = {name.removeprefix("@") for name in (*options.get("people", ()), *filter(None, [about]))}
        options["since"] = _last_met(app, named - {EVERYBODY})
    return Selection(
        period=period_of(app, options),
        kinds=tuple(options.pop("kinds", ())),
        tags=tuple(tag.removeprefix("#") for tag in options.pop("tags", ())),
        projects=tuple(name.removeprefix("+") for name in options.pop("projects", ())),
        people=tuple(handles(name) for name in options.pop("people", ())),
        about=handles(about) if about and about != EVERYBODY else frozenset(),
        notes=about == EVERYBODY,
        skills=tuple(options.pop("skills", ())),
        share=options.pop("share", None) or "",
        star=options.pop("star", False),
        undated=options.pop("undated", False),
    )


def _last_met(app: App, names: set[str]) -> str:
    from growth.records.session import Session
    from growth.rules.agenda import last_day

    if len(names) != 1:
        raise WrongUsage("--since met goes with one person", "name them with -w or --about")
    person = app.people.require(names.pop())
    day = last_day(app.store.all(Session), person, app.today)
    if day is None:
        raise WrongUsage(f"you and {person.name} have not met yet", "give a day with --since")
    return day.isoformat()
