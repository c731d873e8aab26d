"""An entry out of options: its fields, and saving it."""

from typing import Any

from growth import clock
from growth.app import App
from growth.errors import WrongUsage
from growth.records.dates import Day
from growth.records.entry import Entry
from growth.rules import capture
from growth.store.change import changing

# The options of what was learned.
LEARNED = ("type_", "takeaway", "taught_back", "led")
# The options of what was made for others.
SHOWN = ("state", "audience", "artefact", "problem", "reuse", "reused_by")


def fields_of(app: App, options: dict[str, Any], *, ahead: bool = False) -> dict[str, Any]:
    """Return the fields of an entry that options name; those left out are not among them.

    Only what is planned may have a day to come, or with `ahead` whatever it is.
    """
    fields: dict[str, Any] = {}
    if options.get("date"):
        planned = options.get("state") == "planned"
        fields["day"] = clock.day(options["date"], app.today, "ahead" if planned else "back")
        if not planned and not ahead:
            check_happened(app, fields["day"])
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
    if any(options.get(name) for name in LEARNED):
        from growth.rules.learned import learning

        fields["learning"] = learning({name: options[name] for name in LEARNED if options.get(name)})
    if any(options.get(name) for name in SHOWN):
        from growth.rules.shown import shown

        fields["shown"] = shown({name: options[name] for name in SHOWN if options.get(name)})
    if options.get("private") and options.get("share") not in (None, "private"):
        raise WrongUsage(f"--private and --share {options['share']} exclude each other", "give one of them")
    share = "private" if options.get("private") else options.get("share")
    if share:
        fields["share"] = share
    return fields


def happened(app: App, text: str) -> Day:
    """Read the day something happened on; one to come is refused."""
    day = clock.day(text, app.today)
    check_happened(app, day)
    return day


def check_happened(app: App, day: Day) -> None:
    """Refuse a day to come."""
    if day > app.today:
        raise WrongUsage(f"{day} is not yet", "for plans there is: growth action add 'text' --due DAY")


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


def save(app: App, fields: dict[str, Any], star: bool = False) -> Entry:
    """Store a new entry and say what was stored and who may see it."""
    if fields.get("learning"):
        from growth.rules.learned import check

        check(fields)
    if fields.get("shown"):
        from growth.rules import shown

        shown.check({"kind": app.config.text("log.kind")} | fields)
    fields = check_note(fields)
    if not fields["title"]:
        raise WrongUsage("there is nothing to log: the text is empty", "growth log 'what I finished today'")
    defaults: dict[str, Any] = {
        "day": app.today,
        "kind": app.config.text("log.kind"),
        "share": app.config.text("log.share"),
    }
    entry = Entry(**(defaults | fields), star=star, created=app.now())
    with changing(app.store, "note" if entry.about else "log") as change:
        entry = change.add(entry)
    if app.screen.is_terminal:
        from growth.terminal.entries import stored

        stored(app.screen, entry, app.today)
        _say_unknown(app, entry)
    else:
        app.screen.out(entry.id)
    return entry


def _say_unknown(app: App, entry: Entry) -> None:
    """Say which of the people named are nobody known: a mention creates nobody."""
    if not entry.named:
        return
    known = app.people
    for handle in entry.named:
        if known.get(handle) is None:
            name = handle.removeprefix("@")
            app.screen.say((f"@{name} is nobody known: growth people add {name}", "dim"))
