"""growth template: reports are templates, and templates are yours to change."""

import click

from growth import files, shelf
from growth.app import App, pass_app
from growth.commands import options
from growth.errors import Refused


@click.group()
def template() -> None:
    """List, copy and check report templates."""


@template.command("list")
@options.formats("text", "json")
@pass_app
def list_(app: App, /, format_: str | None, as_json: bool) -> None:
    """List the templates there are; your own stand before the shipped ones of the same name."""
    from growth.reports.engine import ENDING, ROOM, kind_of

    rows = [
        {"name": name, "kind": kind_of(name, home=app.home), "mine": mine}
        for name, mine in shelf.names(app.home, ROOM, ENDING).items()
    ]
    if as_json or format_ == "json":
        from growth.commands.json_out import text

        app.screen.exact(text(rows) + "\n")
        return
    for row in rows:
        whose = "yours" if row["mine"] else "shipped"
        app.screen.out(f"{row['name']!s:<16}  {row['kind']!s:<11}  {whose}")


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
    """
    from growth.reports.engine import COMMANDS_OF, ENDING, kind_of, source_of

    text = source_of(source, home=app.home).text
    use = COMMANDS_OF.get(kind_of(source, home=app.home))
    if use is None:
        raise Refused(f"{source!r} is no template for a document of its own", "see: growth template list")
    if name.startswith("_"):
        raise Refused(f"{name!r} begins with _, as the parts of templates do", "choose another name")
    path = shelf.own(app.home) / f"{name}{ENDING}"
    if shelf.has_own(app.home, f"{name}{ENDING}"):
        raise Refused(f"there already is a template {path}", "choose another name, or edit that one")
    files.make_private(app.home)
    files.make_private(path.parent)
    files.write(path, text.encode("utf-8"))
    app.screen.out(str(path))
    app.screen.say(
        (f"edit it, then: growth template check {name}, and use it: {use.format(name=name)}", "dim")
    )


@template.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@pass_app
def check(app: App, /, names: tuple[str, ...]) -> None:
    """Check templates on an invented week; without a name, all of your own."""
    from growth.reports.engine import ENDING, ROOM
    from growth.reports.trial import try_out

    mine = [name for name, own in shelf.names(app.home, ROOM, ENDING).items() if own]
    for name in names or mine:
        try_out(name, home=app.home)
        app.screen.say((f"{name}: nothing wrong with it", "dim"))
    if not names and not mine:
        app.screen.say(("no templates of your own: growth template new my-1on1 --from 1on1", "dim"))
