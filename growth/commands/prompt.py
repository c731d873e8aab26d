"""growth prompt: what a program of yours is asked to write, version by version."""

import click

from growth import files, shelf
from growth.app import App, pass_app
from growth.commands import options, prompts
from growth.commands.lazy_group import LazyGroup
from growth.errors import GrowthError, Refused, WrongUsage
from growth.records.draft import Draft
from growth.records.thumb import Thumb
from growth.rules.prompt import Prompt
from growth.rules.prompt_use import uses


@click.group(cls=LazyGroup, elsewhere={"eval": "prompt_eval.eval_", "export": "prompt_export.export"})
def prompt() -> None:
    """Keep the prompts that growth draft hands to a program."""


@prompt.command("list")
@options.formats("text", "json")
@pass_app
def list_(app: App, /, format_: str | None, as_json: bool) -> None:
    """List prompts and their versions, and what came of each.

    Your own stand before those that ship. A version is one text: whoever changes a word makes
    another, and what was drafted with the one before can still be told.
    """
    used = uses(app.store.all(Draft), app.store.all(Thumb))
    rows = [
        {
            "name": name, "version": one.version, "mine": mine, "audience": one.audience,
            "inputs": one.inputs, "purpose": one.purpose, "used": used.get(name, ()),
        }
        for name, mine in prompts.names(app).items()
        if (one := _good(app, name))
    ]  # fmt: skip
    if as_json or format_ == "json":
        from growth.commands.json_out import write

        write(app, rows)
        return
    for row in rows:
        whose = "yours" if row["mine"] else "shipped"
        head = f"{row['name']!s:<12}  ", (str(row["version"]), "id"), f"  {whose:<7}  for {row['audience']}"
        app.screen.out(*head)
        app.screen.out((f"{'':<12}  {row['purpose']}", "dim"))
        for use in used.get(str(row["name"]), ()):
            app.screen.out(f"{'':<12}  ", (use.version, "id"), f"  {use.words}")


def _good(app: App, name: str) -> Prompt | None:
    """Return a prompt; of one that cannot be read, say which and why, for the others can."""
    try:
        return prompts.read(app, name)
    except GrowthError as error:
        app.screen.say(("left out: ", "late"), f"{name}: {error.message}")
        return None


@prompt.command()
@click.argument("ref", metavar="NAME[@VERSION]")
@options.formats("text", "json")
@pass_app
def show(app: App, /, ref: str, format_: str | None, as_json: bool) -> None:
    """Show a prompt as it stands in its file; with @VERSION as it was then.

    \b
      growth prompt show brag
    """
    one = prompts.need(app, ref)
    if as_json or format_ == "json":
        from growth.commands.json_out import fields, text

        app.screen.exact(text(fields(one)) + "\n")
        return
    app.screen.data(one.content if one.content.endswith("\n") else f"{one.content}\n")


@prompt.command()
@click.argument("ref", metavar="NAME[@VERSION]")
@click.argument("other", metavar="[@VERSION]", default="")
@pass_app
def diff(app: App, /, ref: str, other: str) -> None:
    """Show what differs between two versions of a prompt.

    With one version it is held against the one in use; without any, yours against the one that
    ships, or the one in use against the one used before it.

    \b
      growth prompt diff brag
      growth prompt diff brag@3f2a91c0 @b77e0d12
    """
    import difflib

    before, after = _two(app, ref, other)
    lines = difflib.unified_diff(
        before.content.splitlines(), after.content.splitlines(), before.ref, after.ref, lineterm="", n=2
    )
    styles = {"+": "good", "-": "late", "@": "dim"}
    for line in lines:
        app.screen.out((line, styles.get(line[:1], "")))


def _two(app: App, ref: str, other: str) -> tuple[Prompt, Prompt]:
    """Return the versions to compare, the older one first."""
    name, at, _ = ref.partition("@")
    now = prompts.need(app, name if other == "" else f"{name}@{other.removeprefix('@')}")
    if at:
        return prompts.need(app, ref), now
    if other:
        raise WrongUsage("two versions are compared, and one is named", f"growth prompt diff {name}{other}")
    others = [one for one in prompts.versions(app, name) if one.version != now.version]
    ships = prompts.shipped(name)
    if not others:
        raise Refused(f"there is one version of {name}: {now.version}", "nothing to compare it with")
    return (ships if ships in others else others[0]), now


@prompt.command()
@click.argument("name")
@click.option("--from", "source", metavar="NAME", help="The prompt to start from; else the one of its name.")
@pass_app
def new(app: App, /, name: str, source: str | None) -> None:
    """Copy a prompt to a new one of your own; of the same name it takes its place.

    \b
      growth prompt new brag
      growth prompt new short-brag --from brag
    """
    one = prompts.need(app, source or name)
    path = shelf.own(app.home, prompts.ROOM) / f"{name}{prompts.ENDING}"
    if shelf.has_own(app.home, f"{name}{prompts.ENDING}", prompts.ROOM):
        raise Refused(f"there already is a prompt {path}", "choose another name, or edit that one")
    files.make_private(path.parent)
    files.write(path, one.content.encode("utf-8"))
    app.screen.out(str(path))
    app.screen.say((f"edit it, then: growth draft brag --prompt {name} --print", "dim"))
