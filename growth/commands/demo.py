"""growth demo: two linked stores of an invented year, of an engineer and of her manager."""

import shlex
from pathlib import Path

import click
import msgspec

from growth import __version__, config, files, shelf
from growth.app import App, named, pass_app
from growth.errors import Refused
from growth.exchange import ladder_toml
from growth.records.assessment import Assessment
from growth.records.bundle import Header, Sender
from growth.records.dates import Instant
from growth.records.entry import Entry
from growth.records.kinds import Record
from growth.records.ladder import Ladder
from growth.records.person import Person
from growth.rules import assessing, bundling, demo_days
from growth.rules.audience import audience
from growth.rules.demo_days import Row
from growth.store import meta
from growth.store.change import Change, changing
from growth.store.others import replace_others
from growth.store.store import Store

ENGINEER, MANAGER = "ana", "eva"
HOMES = {"engineer": ENGINEER, "manager": MANAGER}


@click.command()
@click.argument("folder", metavar="DIR")
@pass_app
def demo(app: App, /, folder: str) -> None:
    """Write two example stores to look around in.

    DIR/engineer is Ana's: a year of an ML engineer. DIR/manager is Eva's, who leads eight and has
    opened their bundles. Everybody in them is invented. Printed are two commands to start with; for
    a look that leaves nothing behind there is --demo:

    \b
      growth demo ~/growth-demo
      growth --demo prep ana
      growth --demo --as engineer report brag
    """
    place = named(folder)
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise Refused(f"{folder} is there already and not empty", "name a new folder")
    counts = write(place, app.now())
    app.screen.say(
        f"{place / 'engineer'}: Ana, ML engineer, {counts['engineer']} records; "
        f"{place / 'manager'}: Eva, manager of eight, {counts['manager']} records"
    )
    app.screen.out(shlex.join(["growth", "--home", str(place / "manager"), "prep", "ana"]))
    app.screen.out(shlex.join(["growth", "--home", str(place / "engineer"), "report", "brag"]))


def write(place: Path, now: Instant, roles: tuple[str, ...] = ("engineer", "manager")) -> dict[str, int]:
    """Write the stores of the demo into a folder; return how many records each has."""
    rows = {role: _rows(f"{role}.jsonl") for role in HOMES}
    # Each is in the other's store, so that is where their names and addresses are.
    senders = {
        "engineer": _sender(demo_days.handles(rows["manager"])[ENGINEER]),
        "manager": _sender(demo_days.handles(rows["engineer"])[MANAGER]),
    }
    hers = demo_days.lent(rows["engineer"], now.date(), 0, ENGINEER)
    records = {
        "engineer": _kept(demo_days.records(rows["engineer"], now, 0), now),
        "manager": _kept(demo_days.records(rows["manager"], now, len(rows["engineer"]), hers), now),
    }
    for role in roles:
        store = _new(place / role, role, senders[role], now)
        with changing(store, "demo") as change:
            for record in records[role]:
                change.add(record)
            other = "engineer" if role == "manager" else "manager"
            _open(change, records[other], senders[other], HOMES[role], now)
            if role == "manager":
                _open_the_others(change, rows, now)
    return {role: len(records[role]) for role in roles}


def _rows(name: str) -> list[Row]:
    data = files.read(shelf.shipped() / "demo" / name, limit=shelf.LIMIT)
    return [msgspec.json.decode(line) for line in data.splitlines()]


def _sender(row: Row) -> Sender:
    return Sender(name=row["name"], handle=row["handles"][0], emails=tuple(row["emails"]))


def _new(home: Path, role: str, sender: Sender, now: Instant) -> Store:
    """Return a new store that knows its id and whose it is."""
    files.make_private(home)
    meta.write(home, msgspec.structs.replace(meta.NEW, store=demo_days.store_id(HOMES[role])))
    config.save(home, "me.name", sender.name)
    config.save(home, "me.handle", sender.handle)
    config.save(home, "me.emails", list(sender.emails))
    if role == "engineer":
        config.save(home, "learning.budget", "4h/month")
    return Store(home, lambda: now, lambda fault: None)


def _kept(records: list[Record], now: Instant) -> list[Record]:
    """Return records with the texts of its ladder in each assessment that is finished."""
    ladders: dict[str, Ladder] = {}
    for place, one in enumerate(records):
        if isinstance(one, Assessment) and one.finished:
            if one.ladder not in ladders:
                path = shelf.shipped() / "ladders" / f"{one.ladder}.toml"
                data = files.read(path, limit=shelf.LIMIT)
                ladders[one.ladder] = ladder_toml.read(data, name=path.name, created=now).ladder
            again = msgspec.structs.replace(one, finished=None)
            records[place] = assessing.finished(again, ladders[one.ladder], one.finished)
    return records


def _open(change: Change, records: list[Record], sender: Sender, to: str, now: Instant) -> None:
    """Open what one's bundle for the other would hold: Ana's for her manager, or Eva's for Ana."""
    word = "manager" if to == MANAGER else f"@{to}"
    header = _header(sender, word, to, now)
    whom = audience(word, [record for record in records if isinstance(record, Person)], now.date())
    made = bundling.bundle(bundling.sorted_out(records), header, whom, None)
    replace_others(change, header.store, _about(header), made.records)


def _open_the_others(change: Change, rows: dict[str, list[Row]], now: Instant) -> None:
    """Open the bundles of the other directs, of which there is no more than the bundle."""
    first = len(rows["engineer"]) + len(rows["manager"])
    for handle, person in demo_days.handles(rows["manager"]).items():
        name = f"others/{handle}.jsonl"
        if (shelf.shipped() / "demo" / name).is_file():
            theirs = _rows(name)
            header = _header(_sender(person), "manager", MANAGER, now)
            entries = [one for one in demo_days.records(theirs, now, first) if isinstance(one, Entry)]
            replace_others(change, header.store, _about(header), entries)
            first += len(theirs)


def _header(sender: Sender, word: str, to: str, now: Instant) -> Header:
    return Header(
        growth=__version__,
        store=demo_days.store_id(sender.handle),
        sender=sender,
        audience=word,
        to=to,
        made=min(demo_days.morning(now), now),
    )


def _about(header: Header) -> dict[str, object]:
    return {
        "made": header.made,
        "name": header.sender.name,
        "handle": header.sender.handle,
        "emails": header.sender.emails,
        "to": header.to,
    }
