"""growth practice edit: what is told of something in the register."""

from typing import Any

import click
from msgspec.structs import replace

from growth.app import App, pass_app
from growth.commands.journal import happened
from growth.commands.options import filled
from growth.commands.practice import named, say_gone, tell
from growth.commands.practice_options import given, told
from growth.commands.register import one_of, register
from growth.errors import WrongUsage
from growth.records.practice import Practice
from growth.rules import practice_given as rules
from growth.rules.practices import Register
from growth.store.change import changing


@click.command()
@click.argument("name")
@told
@click.option(
    "--name", "new_name", metavar="NEW", callback=filled, help="Another name; what names it follows."
)
@click.option(
    "--retired", metavar="[DAY]", is_flag=False, flag_value="today",
    help="It is no longer used since then; no check looks at it.",
)  # fmt: skip
@click.option("--in-use", is_flag=True, help="It is used again.")
@pass_app
def edit(
    app: App, /, name: str, new_name: str | None, retired: str | None, in_use: bool, **options: Any
) -> None:
    """Change what is told of something in the register.

    What is given takes the place of what was there, lists whole; an empty text takes it away. Without
    any option it opens in the editor. Versions, runs and values come with state.

    \b
      growth practice edit reviews-extra --licence 'CC BY 4.0' --owner dana
      growth practice edit train --trigger automated --by-hand ''
      growth practice edit old-ranker --retired
    """
    one = one_of(app, name)
    said = given(app, options)
    if not said and not new_name and not retired and not in_use:
        from growth.commands.record_form import edit_record

        edit_record(app, one)
        return
    rules.check_kind(one.kind, said)
    if retired and in_use:
        raise WrongUsage("--retired and --in-use exclude each other", "give one of them")
    new = replace(one, **rules.fields(said))
    if retired:
        new = replace(new, retired=happened(app, retired))
    elif in_use:
        new = replace(new, retired=None)
    known = register(app)
    pairs = [(one, _called(known, one, new, new_name))]
    if new_name:
        pairs += rules.renamed(known, one, pairs[0][1].name)
    with changing(app.store, "practice edit") as change:
        changed = [change.edit(old, other) if old != other else old for old, other in pairs]
    tell(app, changed[0], register(app))
    say_gone(app, said.get("location", ""))


def _called(known: Register, one: Practice, new: Practice, name: str | None) -> Practice:
    """Return what was changed under its name, or another one; refuse what would be made of itself."""
    if name:
        new = replace(new, name=named(name))
        other = known.get(one.kind, new.name)
        if other and other.id != one.id:
            rules.check_new(known, one.kind, new.name)
    rules.check_circle(known, new)
    return new
