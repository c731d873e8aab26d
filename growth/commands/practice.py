"""growth practice: the data, pipelines, models, evals and prompts I answer for, and how sound they are."""

from typing import Any, cast

import click
from msgspec.structs import replace

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.journal import happened
from growth.commands.lazy_group import LazyGroup
from growth.commands.listing import listing
from growth.commands.practice_options import given, state, told
from growth.commands.register import ADD, one_of, practices, register
from growth.errors import WrongUsage
from growth.records.dates import Day
from growth.records.practice import PRACTICE_KINDS, Practice, PracticeKind
from growth.rules import practice_given as rules
from growth.rules.practices import Register, ordered
from growth.store.change import changing

_ELSEWHERE = {
    "state": "practice_state.state",
    "edit": "practice_edit.edit",
    "lineage": "practice_lineage.lineage",
    "check": "practice_check.check",
    "thumbs": "practice_thumbs.thumbs",
}


@click.group(cls=LazyGroup, elsewhere=_ELSEWHERE)
def practice() -> None:
    """Keep what your models are made of, and check it.

    The register holds datasets, pipelines, models, evals and prompts by name, each with its versions,
    runs or values: references and hashes, never the data.

    \b
      growth practice add dataset reviews-test --role test --derived-from reviews --by 'split 90/10'
      growth practice state reviews-test --version v2
      growth practice lineage ranker
      growth practice check
    """


@practice.command()
@click.argument("kind", type=click.Choice(PRACTICE_KINDS))
@click.argument("name")
@told
@state
@options.date
@pass_app
def add(app: App, /, kind: PracticeKind, name: str, date: str | None, **options: Any) -> None:
    """Add a dataset, a pipeline, a model, an eval or a prompt.

    What you know of it now is enough; the rest comes with edit. A version, a hash or a value is the
    first of its states, and of a file or a folder on this machine the hash is computed.

    \b
      growth practice add dataset reviews-train --role training --derived-from reviews --by 'split 90/10'
      growth practice add pipeline train --data reviews-train --trains ranker --trigger by-hand --every 30d
      growth practice add model ranker --owner me --version r7
      growth practice add eval accuracy --model ranker --on reviews-test --metric accuracy --value 0.91
      growth practice add prompt judge --purpose 'compare two answers' --location prompts/judge.md
    """
    known = register(app)
    name = named(name)
    said = given(app, options)
    rules.check_kind(kind, said)
    rules.check_new(known, kind, name)
    day = happened(app, date) if date else app.today
    one = Practice(kind=kind, name=name, day=day, created=app.now(), **rules.fields(said))
    rules.check_circle(known, one)
    one = _with_first_state(app, known, one, said, day)
    with changing(app.store, "practice add") as change:
        one = change.add(one)
    tell(app, one, Register([*known.practices, one]))


def named(text: str) -> str:
    """Return a name as it is kept; refuse an empty one."""
    name = " ".join(text.split())
    if not name:
        raise WrongUsage("the name is empty", ADD)
    return name


def _with_first_state(app: App, known: Register, one: Practice, said: dict[str, Any], day: Day) -> Practice:
    found = hashed(app, one, said)
    state = rules.state(known, one, found, day)
    nothing = replace(state, note="") == type(state)(day=day)
    return one if nothing else rules.with_state(one, state, app.today)


def hashed(app: App, one: Practice, said: dict[str, Any]) -> dict[str, Any]:
    """Return what was said with the hash of what lies on this machine, where none was given."""
    if said.get("hash") or one.kind in ("pipeline", "eval"):
        return said
    from growth.commands.content_hash import content_hash, place_of

    place = place_of(one.location)
    if place is None:
        say_gone(app, one.location)
        return said
    app.screen.say((f"reading {one.location} for its hash", "dim"))
    return said | {"hash": content_hash(place)}


def say_gone(app: App, location: str) -> None:
    """Say where a path leads nowhere on this machine; an address or words may be of anywhere."""
    from growth.commands.content_hash import place_of

    if "/" in location and "://" not in location and place_of(location) is None:
        app.screen.say((f"{location} is not on this machine, so that it has no hash of yours", "dim"))


def tell(app: App, one: Practice, known: Register) -> None:
    """Say what was stored, and what it names that the register has not; piped, stdout is only the id."""
    if app.screen.is_terminal:
        from growth.terminal.practice import stored

        for parts in stored(one):
            app.screen.out(*parts)
    else:
        app.screen.out(one.id)
    for kind, name in rules.missing(known, one):
        hint = f"{name} is not in the register yet: growth practice add {kind} {name}"
        app.screen.say((f"      {hint}", "dim"))


@practice.command("list")
@click.option("--kind", type=click.Choice(PRACTICE_KINDS), help="Those of a kind only.")
@click.option("--all", "everything", is_flag=True, help="What is retired, too.")
@options.formats("text", "json", "jsonl")
@pass_app
def list_(app: App, /, kind: str | None, everything: bool, format_: str | None, as_json: bool) -> None:
    """List the register, each with its newest state.

    \b
      growth practice list --kind dataset
    """
    those = [
        one
        for one in ordered(practices(app))
        if (everything or one.retired is None) and kind in (None, one.kind)
    ]
    from growth.terminal.practice import plain, rows

    listing(
        app, "json" if as_json else format_, those, plain,
        lambda: rows(those, app.today, app.screen.width),
        f"nothing is in the register; add the first: {ADD}",
    )  # fmt: skip


@practice.command()
@click.argument("name")
@options.formats("text", "json")
@click.pass_context
def show(ctx: click.Context, /, name: str, format_: str | None, as_json: bool) -> None:
    """Show one of the register whole, with all its states.

    NAME is its name, kind:name where several kinds have it, or the end of its id.
    """
    from growth.commands.record import show as show_record

    id = one_of(cast(App, ctx.obj), name).id
    ctx.invoke(show_record, id=id, format_=format_, as_json=as_json)
