"""What the commands of the journal share: fields out of options, filters out of options."""

from typing import Any

from growth import clock
from growth.app import App
from growth.errors import WrongUsage
from growth.records.dates import EVER, Period
from growth.rules import capture
from growth.rules.select import Selection
from growth.text.fold import fold


def period_of(app: App, options: dict[str, Any]) -> Period:
    """Return the period that --since, --until and --period name together."""
    since, until, period = (options.pop(name, None) for name in ("since", "until", "period"))
    if period:
        if since or until:
            raise WrongUsage("--period and --since or --until exclude each other", "give one of them")
        return clock.period(period, app.today)
    if not since and not until:
        return EVER
    return clock.between(
        clock.day(since, app.today) if since else None, clock.day(until, app.today) if until else None
    )


def selection_of(app: App, options: dict[str, Any]) -> Selection:
    """Return the filters that the options of `list` name; the options are used up."""
    people = app.people if options.get("people") or options.get("about") else None

    def handles(name: str) -> frozenset[str]:
        person = people.get(name) if people else None
        known = person.handles if person else (name.removeprefix("@"),)
        return frozenset(fold(handle) for handle in known)

    about = options.pop("about", None)
    return Selection(
        period=period_of(app, options),
        kinds=tuple(options.pop("kinds", ())),
        tags=tuple(tag.removeprefix("#") for tag in options.pop("tags", ())),
        projects=tuple(name.removeprefix("+") for name in options.pop("projects", ())),
        people=tuple(handles(name) for name in options.pop("people", ())),
        about=handles(about) if about else frozenset(),
        skills=tuple(options.pop("skills", ())),
        share=options.pop("share", None) or "",
        star=options.pop("star", False),
    )


def fields_of(app: App, options: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of an entry that options name; those left out are not among them."""
    fields: dict[str, Any] = {}
    if options.get("date"):
        fields["day"] = clock.day(options["date"], app.today)
        fields["precision"] = "day"
    for name in ("kind", "impact"):
        if options.get(name):
            fields[name] = options[name]
    for name, sigil in (("tags", "#"), ("people", "@"), ("skills", ""), ("links", "")):
        if options.get(name):
            fields[name] = tuple(dict.fromkeys(value.removeprefix(sigil) for value in options[name]))
    if options.get("project"):
        fields["project"] = options["project"].removeprefix("+")
    if options.get("about"):
        fields["about"] = app.people.require(options["about"]).handle
    if options.get("metrics"):
        fields["metrics"] = tuple(capture.metric(text) for text in options["metrics"])
    if options.get("spent"):
        fields["spent"] = clock.minutes(options["spent"])
    if options.get("private") and options.get("share") not in (None, "private"):
        raise WrongUsage(f"--private and --share {options['share']} exclude each other", "give one of them")
    share = "private" if options.get("private") else options.get("share")
    if share:
        fields["share"] = share
    return fields


def text_fields(title: str, body: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields with what sigils in the typed text add to them."""
    seen = capture.captured(f"{title}\n{body}")
    project = fields.get("project") or next(iter(seen.projects), "")
    spare = tuple(name for name in seen.projects if name != project)
    return fields | {
        "title": title,
        "body": body,
        "project": project,
        "tags": tuple(dict.fromkeys((*fields.get("tags", ()), *seen.tags, *spare))),
        "people": tuple(dict.fromkeys((*fields.get("people", ()), *seen.people))),
    }


def check_note(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields, those of a note about somebody made private; refuse to share one."""
    if not fields.get("about"):
        return fields
    if fields.get("share", "private") != "private":
        raise WrongUsage(
            f"a note about {fields['about']} is always private",
            "leave --share out; to tell them, use 1on1 notes",
        )
    return fields | {"kind": fields.get("kind", "note"), "share": "private"}
