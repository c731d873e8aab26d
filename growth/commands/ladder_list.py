"""growth ladder list and growth ladder show: which ladders there are, and what one asks."""

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.known_ladders import Place, ladder_named, on_shelf, only_handed
from growth.records.ladder import Ladder
from growth.rules import ladders as rules
from growth.terminal import ladders as display


@click.command("list")
@options.formats("text", "json")
@pass_app
def list_(app: App, /, format_: str | None, as_json: bool) -> None:
    """List the ladders; your own stand before the shipped ones of the same name.

    One that somebody judged by, and handed you with that, is called by whose it is: ana:small.
    """
    rows = _rows(app)
    if as_json or format_ == "json":
        from growth.commands.json_out import write

        write(app, [_shown(place, whose) for place, whose in rows])
        return
    wide = max(len(place.key) for place, _ in rows)
    for place, whose in rows:
        app.screen.out(*display.list_line(place.key, place.ladder, whose, place.fault, wide))


def _rows(app: App) -> list[tuple[Place, str]]:
    """Return the places by name, each with whose it is; one that another stands before is not among them.

    Nor is one that somebody handed me and that says what mine of the same name says.
    """
    found = {place.key: (place, "shipped") for place in on_shelf(app) if not place.mine}
    found |= {one.key: (Place(one.key, True, one), "imported") for one in app.store.all(Ladder)}
    found |= {place.key: (place, "yours") for place in on_shelf(app) if place.mine}
    found |= {
        name: (Place(name, False, one), name.partition(":")[0]) for name, one in only_handed(app).items()
    }
    return [found[key] for key in sorted(found)]


def _shown(place: Place, whose: str) -> dict[str, object]:
    ladder = place.ladder
    return {
        "key": place.key,
        "name": ladder.name if ladder else "",
        "version": ladder.version if ladder else "",
        "levels": len(ladder.levels) if ladder else 0,
        "themes": len(ladder.themes) if ladder else 0,
        "criteria": len(ladder.criteria) if ladder else 0,
        "whose": whose,
        "fault": place.fault,
    }


@click.command()
@click.argument("name")
@click.option("--level", metavar="LEVEL", help="What is asked at that level: its id, or its name.")
@click.option("--theme", metavar="THEME", help="What is asked in that theme: its id, or its name.")
@options.formats("text", "json")
@pass_app
def show(
    app: App, /, name: str, level: str | None, theme: str | None, format_: str | None, as_json: bool
) -> None:
    """Show a ladder: its levels, and what each theme asks at them.

    \b
      growth ladder show software-engineer --level L4
    """
    from msgspec.structs import replace

    found = ladder_named(app, name)
    at = rules.level_named(found, level) if level else None
    of = rules.theme_named(found, theme) if theme else None
    if as_json or format_ == "json":
        from growth.commands.json_out import fields, text

        asked = tuple(
            one for one in found.criteria if (not at or one.level == at.id) and (not of or one.theme == of.id)
        )
        app.screen.exact(text(fields(replace(found, criteria=asked))) + "\n")
        return
    from growth.commands.lines import Lines

    with Lines(app) as sink:
        for parts in display.whole(found, _whose(app, name, found), at, of):
            sink.add(*parts)


def _whose(app: App, name: str, ladder: Ladder) -> str:
    """Return whose a ladder is: of one that others handed me, their handle."""
    if ":" in name:
        return app.people.canonical(name.partition(":")[0])
    whose = {place.key: whose for place, whose in _rows(app)}
    return whose.get(ladder.key) or next(
        owner for key, owner in whose.items() if key.endswith(f":{ladder.key}")
    )
