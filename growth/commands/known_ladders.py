"""Every ladder there is: the user's own files, those imported, those that ship, and those others judge by."""

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
    """Return the ladder called `name`; refuse with what is wrong with its file, or what comes near.

    What others handed me is called `ana:small`, and `small` alone where none of mine is.
    """
    return ladder_of_mine(app, name) or _handed(app, name) or rules.named(ladders(app), name)


def ladder_of_mine(app: App, name: str) -> Ladder | None:
    """Return the ladder of exactly that name, the user's own first, or None; one with a fault is refused."""
    # Only the file that is asked for is read, since reading them all would be felt.
    mine = shelf.names(app.home, ROOM, ENDING).get(name)
    place = None if mine is None else _read(app, name, mine)
    if place is None or not place.mine:
        stored = next((one for one in app.store.all(Ladder) if one.key == name), None)
        if stored is not None:
            return stored
    if place is None:
        return None
    if place.ladder is None:
        raise Refused(place.fault, f"see: growth ladder check {name}")
    return place.ladder


def handed(app: App) -> dict[str, Ladder]:
    """Return the ladders that others judged by, as `ana:small`: their texts are kept in what they judged."""
    from growth.rules.assessing import ladder_of
    from growth.store.others import others

    return {
        f"{theirs.owner}:{one.ladder}": ladder_of(one, None)
        for theirs in others(app.store)
        for one in theirs.assessments
        if rules.KEY.fullmatch(one.ladder)
    }


def only_handed(app: App) -> dict[str, Ladder]:
    """Return those that others handed me which say something else than mine of the same name."""
    mine = ladders(app)
    return {
        name: one
        for name, one in handed(app).items()
        if one.key not in mine or not rules.same_texts(one, mine[one.key])
    }


def _handed(app: App, name: str) -> Ladder | None:
    owner, _, key = name.rpartition(":")
    of = app.people.canonical(owner) if owner else ""
    found = {
        ref: one for ref, one in handed(app).items() if one.key == key and of in ("", ref.rpartition(":")[0])
    }
    first = next(iter(found.values()), None)
    if first and not all(rules.same_texts(first, one) for one in found.values()):
        raise Refused(f"{len(found)} people judge by another {key!r}", f"name one: {', '.join(found)}")
    return first


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
