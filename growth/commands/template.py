"""growth template: reports, sessions and forms have templates, and templates are yours to change."""

from pathlib import Path

import click

from growth import files, shelf
from growth.app import App, pass_app
from growth.commands import company_forms, options, session_templates
from growth.errors import Refused


@click.group()
def template() -> None:
    """List, copy and check templates."""


@template.command("list")
@options.formats("text", "json")
@pass_app
def list_(app: App, /, format_: str | None, as_json: bool) -> None:
    """List the templates there are; your own stand before the shipped ones of the same name.

    Those of the kind session are for the agenda and the notes of 1:1s and mentoring, a form is for
    the questions of a company, the others are for reports.
    """
    from growth.reports.engine import ENDING, ROOM, kind_of

    rows = [
        {"name": name, "kind": kind_of(name, home=app.home), "mine": mine}
        for name, mine in shelf.names(app.home, ROOM, ENDING).items()
    ]
    rows += [{"name": name, "kind": "form", "mine": mine} for name, mine in company_forms.forms(app).items()]
    its = session_templates.names(app.home).items()
    rows += [{"name": name, "kind": "session", "mine": mine} for name, mine in its]
    if as_json or format_ == "json":
        from growth.commands.json_out import write

        write(app, rows)
        return
    for row in rows:
        whose = "yours" if row["mine"] else "shipped"
        app.screen.out(f"{row['name']!s:<19}  {row['kind']!s:<19}  {whose}")


@template.command()
@click.argument("name")
@click.option(
    "--from", "source", default="1on1", metavar="NAME", help="The template to start from; else 1on1."
)
@pass_app
def new(app: App, /, name: str, source: str) -> None:
    """Copy a template to a new one of your own.

    \b
      growth template new my-1on1 --from 1on1
      growth template new our-career --from career
      growth template new my-form --from company
    """
    if name.startswith("_"):
        raise Refused(f"{name!r} begins with _, as the parts of templates do", "choose another name")
    if _is_form(app, source):
        _say(app, company_forms.copy(app, name, source), name, company_forms.USE.format(name=name))
        return
    text, ending, use = _source(app, name, source)
    path = shelf.own(app.home) / f"{name}{ending}"
    if shelf.has_own(app.home, f"{name}{ending}"):
        raise Refused(f"there already is a template {path}", "choose another name, or edit that one")
    files.make_private(app.home)
    files.make_private(path.parent)
    files.write(path, text.encode("utf-8"))
    _say(app, path, name, use)


def _say(app: App, path: Path, name: str, use: str) -> None:
    app.screen.out(str(path))
    app.screen.say((f"edit it, then: growth template check {name}, and use it: {use}", "dim"))


def _is_form(app: App, name: str) -> bool:
    """Tell whether a name means a form: a report or a session of that name goes before it."""
    from growth.reports.engine import ENDING, ROOM

    others = (shelf.names(app.home, ROOM, ENDING), session_templates.names(app.home))
    return name in company_forms.forms(app) and not any(name in those for those in others)


def _source(app: App, name: str, source: str) -> tuple[str, str, str]:
    """Return the text of a template, how the name of its file ends, and the command for a copy of it."""
    from growth.reports.engine import COMMANDS_OF, ENDING, ROOM, kind_of, source_of

    if shelf.read(app.home, ROOM, f"{source}{ENDING}") is None:
        its = session_templates.find(app.home, source)
        if its is not None:
            mentoring = source.startswith(session_templates.MENTORING)
            return its.text, session_templates.ENDING, session_templates.usage(name, mentoring=mentoring)
    text = source_of(source, home=app.home).text
    use = COMMANDS_OF.get(kind_of(source, home=app.home))
    if use is None:
        raise Refused(f"{source!r} is no template for a document of its own", "see: growth template list")
    return text, ENDING, use.format(name=name)


@template.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@pass_app
def check(app: App, /, names: tuple[str, ...]) -> None:
    """Check templates: reports on an invented week; without a name, all of your own."""
    from growth.reports.engine import ENDING, ROOM
    from growth.reports.trial import try_out

    reports, sessions = shelf.names(app.home, ROOM, ENDING), session_templates.names(app.home)
    every = (reports, sessions, company_forms.forms(app))
    mine = list(dict.fromkeys(name for those in every for name, own in those.items() if own))
    for name in names or mine:
        its = session_templates.find(app.home, name)
        if its is not None:
            session_templates.read(its)
        if _is_form(app, name):
            company_forms.check(app, name)
        elif its is None or name in reports:
            try_out(name, home=app.home)
        app.screen.say((f"{name}: nothing wrong with it", "dim"))
    if not names and not mine:
        app.screen.say(("no templates of your own: growth template new my-1on1 --from 1on1", "dim"))
