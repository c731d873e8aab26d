"""Every ladder there is: the user's own files, those imported, and those that ship."""

from typing import NamedTuple

from growth import shelf
from growth.app import App
from growth.errors import Refused
from growth.records.ladder import Ladder
from growth.rules import ladders as rules

ROOM, ENDING = "ladders", ".toml"


class Place(NamedTuple):
    """A name on the shelf, with the ladder under it, or with what is wrong with the file."""

    key: str
    mine: bool
    ladder: Ladder | None
    fault: str = ""


def ladders(app: App) -> dict[str, Ladder]:
    """Return the ladders by name: a file of the user's own, else one imported, else one that ships."""
    places = on_shelf(app)
    imported = app.store.all(Ladder)
    shipped = [one.ladder for one in places if one.ladder and not one.mine]
    return rules.known([*shipped, *imported], [one.ladder for one in places if one.ladder and one.mine])


def ladder_named(app: App, name: str) -> Ladder:
    """Return the ladder called `name`; refuse with what is wrong with its file, or what comes near."""
    # Only the file that is asked for is read, since reading them all would be felt.
    mine = shelf.names(app.home, ROOM, ENDING).get(name)
    place = None if mine is None else _read(app, name, mine)
    if place is None or not place.mine:
        stored = next((one for one in app.store.all(Ladder) if one.key == name), None)
        if stored is not None:
            return stored
    if place is None:
        return rules.named(ladders(app), name)
    if place.ladder is None:
        raise Refused(place.fault, f"see: growth ladder check {name}")
    return place.ladder


def on_shelf(app: App) -> list[Place]:
    """Return what lies on the shelf; one with a fault does not hide the others."""
    return [_read(app, key, mine) for key, mine in shelf.names(app.home, ROOM, ENDING).items()]


def _read(app: App, key: str, mine: bool) -> Place:
    from growth.exchange import ladder_toml

    try:
        found = shelf.read(app.home, ROOM, f"{key}{ENDING}")
        if found is None:
            raise Refused(f"there is no ladder {key!r}", "see: growth ladder list")
        ladder = ladder_toml.read(found.text.encode(), name=found.path.name, created=app.now()).ladder
        if ladder.key != key:
            raise Refused(f"{found.path.name} says id = {ladder.key!r}", f"rename it, or write id = {key!r}")
    except Refused as refused:
        return Place(key, mine, None, refused.message)
    return Place(key, mine, ladder)
