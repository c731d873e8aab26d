"""The form of an entry: its fields as lines, its body below."""

from typing import Any

from growth import clock, shelf
from growth.app import App
from growth.commands.editing import in_editor
from growth.commands.journal import check_happened, fields_of, save, text_fields
from growth.errors import WrongUsage
from growth.records.dates import Day
from growth.records.entry import ENTRY_KINDS, LEARNING_TYPES, SHARES, SHOWN_STATES, Entry, Learning, Shown
from growth.rules import form
from growth.rules.entry_words import spent_words
from growth.terminal.entries import metric_source

FIELDS = (
    "title", "kind", "day", "tags", "project", "with", "skills",
    "impact", "metric", "links", "spent", "about", "share", "star",
    "type", "takeaway", "taught", "led",
    "state", "audience", "artefact", "problem", "reuse", "reused",
)  # fmt: skip


def log_in_editor(app: App, fields: dict[str, Any], star: bool) -> None:
    """Open an empty form, filled with what the options said, and store what comes back."""
    defaults: dict[str, Any] = {
        "kind": app.config.text("log.kind"),
        "share": app.config.text("log.share"),
        "day": app.today,
    }
    blank = Entry(title="", created=app.now(), star=star, **(defaults | fields))

    def take(text: str) -> None:
        values, body = read(app, text)
        starred = values.pop("star")
        save(app, text_fields(values.pop("title"), body, values), starred)

    in_editor(app, "log", show(app, blank), take)


def show(app: App, entry: Entry) -> str:
    """Return the form of an entry as a text to be edited."""
    fields = (
        {
            "title": entry.title,
            "kind": entry.kind,
            "day": entry.day.isoformat(),
            "tags": " ".join(entry.tags),
            "project": entry.project,
            "with": " ".join(entry.people),
            "skills": ", ".join(entry.skills),
            "impact": entry.impact,
            "metric": "; ".join(metric_source(metric) for metric in entry.metrics),
            "links": " ".join(entry.links),
            "spent": "" if entry.spent is None else spent_words(entry.spent),
            "about": entry.about,
            "share": entry.share,
            "star": "yes" if entry.star else "no",
        }
        | _learned(entry)
        | _shown(entry)
    )
    guide = shelf.need("forms", "entry.txt", app.home)
    return form.fill(form.Form(fields, entry.body), guide)


def _learned(entry: Entry) -> dict[str, str]:
    """Return the lines about what was learned, where there is such, or may well be."""
    if entry.learning is None and entry.kind != "learning":
        return {}
    said = entry.learning or Learning()
    return {
        "type": said.type,
        "takeaway": said.takeaway,
        "taught": " ".join(said.taught_back),
        "led": "yes" if said.led else "no",
    }


def _shown(entry: Entry) -> dict[str, str]:
    """Return the lines about what was made for others, where there is such, or may well be."""
    if entry.shown is None and entry.kind not in ("talk", "design"):
        return {}
    said = entry.shown or Shown()
    return {
        "state": said.state,
        "audience": said.audience,
        "artefact": said.artefact,
        "problem": said.problem,
        "reuse": said.reuse,
        "reused": "; ".join(said.reused_by),
    }


def read(app: App, text: str, shown: Day | None = None) -> tuple[dict[str, Any], str]:
    """Read a form back into the fields of an entry, all of them, and its body.

    The day that was `shown` stays as exact as it was where it is left alone.
    """
    filled = form.read(text, FIELDS)
    values = {name: filled.fields.get(name, "") for name in FIELDS}
    if not values["title"]:
        raise WrongUsage("the title is empty", "write it behind 'title:'")
    _check_choice("kind", values["kind"], ENTRY_KINDS)
    _check_choice("share", values["share"], SHARES)
    _check_choice("type", values["type"], ("", *LEARNING_TYPES))
    _check_choice("state", values["state"], ("", *SHOWN_STATES))
    for name in ("star", "led"):
        if values[name] not in ("yes", "no", ""):
            raise WrongUsage(f"{name} is {values[name]!r}", "write yes or no")
    given = fields_of(
        app,
        {
            "date": "" if shown and values["day"] == shown.isoformat() else values["day"],
            "kind": values["kind"],
            "impact": values["impact"],
            "tags": values["tags"].split(),
            "people": values["with"].split(),
            "skills": [skill.strip() for skill in values["skills"].split(",") if skill.strip()],
            "links": values["links"].split(),
            "project": values["project"],
            "about": values["about"],
            "metrics": [metric for metric in values["metric"].split(";") if metric.strip()],
            "spent": values["spent"],
            "share": values["share"],
            "type_": values["type"],
            "takeaway": values["takeaway"],
            "taught_back": values["taught"].split(),
            "led": values["led"] == "yes",
            "reused_by": [who for who in values["reused"].split(";") if who.strip()],
        }
        | {name: values[name] for name in ("state", "audience", "artefact", "problem", "reuse")},
    )
    empty: dict[str, Any] = {
        "day": clock.day(values["day"], app.today), "kind": values["kind"], "impact": "", "tags": (),
        "people": (), "skills": (), "links": (), "project": "", "about": "", "metrics": (), "spent": None,
        "learning": None, "shown": None,
    }  # fmt: skip
    fields = empty | given | {"title": values["title"], "star": values["star"] == "yes"}
    # What was planned is over when it was given; a plan may be for a day to come.
    if values["state"] in ("given", "attended"):
        check_happened(app, fields["day"])
    return fields, filled.body


def _check_choice(name: str, value: str, choices: tuple[str, ...]) -> None:
    if value not in choices:
        raise WrongUsage(f"there is no {name} {value!r}", f"it is one of {', '.join(choices)}")
