"""Open one bundle: whose it is, whether it is to be taken, and what it changed."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from growth import files
from growth.app import App
from growth.errors import Refused
from growth.exchange import bundle as exchange
from growth.exchange import limits
from growth.records.bundle import Bundle, Header
from growth.records.dates import Instant
from growth.records.entry import Entry
from growth.records.ids import short
from growth.records.kinds import Record
from growth.records.person import Person
from growth.rules import bundling as rules
from growth.rules.erasure import Target
from growth.rules.inbox import AHEAD
from growth.rules.shown import reused
from growth.store.change import changing
from growth.store.others import Theirs, about_of, drop_others, others, replace_others
from growth.store.store import OTHERS


def open_bundle(app: App, path: Path, handle: str | None, yes: bool) -> None:
    """Put what a file holds in the place of what was opened from its store before, and say what changed."""
    from growth.commands.sender import sender

    opened = exchange.read(files.read(path, limit=limits.SIZE), path.name)
    header = opened.header
    if header.store == app.store.state[0].store:
        raise Refused(f"{path.name} is your own bundle", "hand it to whom it is for")
    before = others(app.store)
    same = next((theirs for theirs in before if theirs.store == header.store), None)
    if same and not handle and _is_again(opened, same):
        if app.store.state[1].forgets:
            # Cut short when it was opened: what was withdrawn may still lie about.
            with changing(app.store, "bundle open"):
                pass
        app.screen.say(f"{path.name} is what {same.name} shared, made {when(same.made)}: opened before")
        return
    person, new = sender(app, header, handle, yes)
    elsewhere = [theirs for theirs in before if theirs.owner == person.handle and theirs != same]
    _check(app, path.name, opened, person, same, elsewhere, yes)
    about = _about(app, header, handle and person.handle)
    with changing(app.store, "bundle open") as change:
        if new:
            change.add(person)
        for theirs in elsewhere:
            drop_others(change, theirs.store)
        replace_others(change, header.store, about, opened.records)
        gone = _withdrawn(app, opened, same)
        if gone:
            change.forgets = msgspec.to_builtins(Target(theirs=gone))
    _tell(app, person, opened, same, gone)


def _withdrawn(app: App, opened: Bundle, same: Theirs | None) -> tuple[str, ...]:
    """Return what this store handed me once and does no more, wherever it still lies."""
    from growth.store.traces import records

    header = opened.header
    before = (*(same.records if same else ()), *records(app.store, header.store))
    found = rules.withdrawn(before, _by_id(opened.records), header.since)
    return tuple(f"{OTHERS}{header.store}/{identifier}" for identifier in found)


def _is_again(opened: Bundle, same: Theirs) -> bool:
    return opened.header.made == same.made and _by_id(opened.records) == _by_id(same.records)


def _by_id(records: Iterable[Record]) -> dict[str, Record]:
    return {record.id: record for record in records}


def _check(
    app: App,
    name: str,
    opened: Bundle,
    person: Person,
    same: Theirs | None,
    elsewhere: list[Theirs],
    yes: bool,
) -> None:
    """Refuse, unless the user wants it, what is older than what is here or from an unexpected store."""
    made = opened.header.made
    if same and same.owner != person.handle and app.people.get(same.owner):
        said = f"{name} is from the same store as what {same.name} shared with you"
        _ask(app, said, f"Is all of it from {person.name}?", yes)
    if made > app.now() + AHEAD:
        said = f"{name} was made {when(made)}, which is yet to come"
        _ask(app, said, "Open it all the same?", yes)
    if same and made == same.made:
        said = f"{name} was made {when(made)}, as was what you opened, and holds something else"
        _ask(app, said, "Open it all the same?", yes)
    if same and made < same.made:
        said = f"{name} was made {when(made)}, before the one you opened, made {when(same.made)}"
        _ask(app, said, "Open the older one?", yes)
    if elsewhere:
        said = f"what {elsewhere[0].name} shared so far came from another store; {name} would take its place"
        _ask(app, said, "Is it theirs?", yes)


def when(made: Instant) -> str:
    return f"{made.astimezone():%Y-%m-%d %H:%M}"


def _ask(app: App, said: str, question: str, yes: bool) -> None:
    if yes:
        return
    if not app.screen.asks:
        raise Refused(said, "if that is meant: --yes")
    from growth.terminal.prompts import confirm

    app.screen.say(said)
    if not confirm(app.screen, question):
        raise Refused("nothing was opened")


def _about(app: App, header: Header, person: str | None) -> dict[str, object]:
    """Return what is kept of whom a bundle is from; whom I said it is stays so the next time."""
    from growth.commands.sender import addresses

    if person is None and f"{OTHERS}{header.store}" in app.store.stems(OTHERS):
        person = about_of(app.store, f"{OTHERS}{header.store}").person
    return {
        "made": header.made,
        "name": header.sender.name,
        "handle": header.sender.handle,
        "emails": addresses(header),
        "person": person or "",
        "to": header.to,
    }


def _tell(app: App, person: Person, opened: Bundle, same: Theirs | None, gone: tuple[str, ...]) -> None:
    before = _by_id(same.records) if same else {}
    found = rules.changes(before, _by_id(opened.records), opened.header.since)
    app.screen.say(
        f"{person.name}, made {when(opened.header.made)}: "
        f"{found.new} new, {found.changed} changed, {found.withdrawn} withdrawn"
        f"{f', {found.older} older left out' if found.older else ''}"
    )
    for one in opened.entries:
        mine = app.store.get(reused(one)) if one.built_on and before.get(one.id) != one else None
        if isinstance(mine, Entry):
            app.screen.say(("reused: ", "good"), f"{mine.title} ({short(mine.id)}): {one.title}")
    if gone:
        app.screen.say(("what they withdrew is gone from your history and backups, too", "dim"))
    if any(before.get(one.id) != one for one in opened.assessments):
        app.screen.say(("how they judge is among it: growth assess list, growth assess compare", "dim"))
        from growth.commands.known_ladders import only_handed

        for name in only_handed(app):
            if name.startswith(f"{person.handle}:"):
                app.screen.say((f"so is the ladder they judge by: growth ladder show {name}", "dim"))
