"""growth bundle: hand records to somebody, or open theirs."""

import click

from growth import __version__, clock, files
from growth.app import App, named, pass_app
from growth.commands import options
from growth.commands.audiences import audience_of
from growth.errors import Refused, WrongUsage
from growth.exchange import bundle as exchange
from growth.exchange import limits
from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.assessment import Assessment
from growth.records.bundle import Bundle, Header, Sender
from growth.records.dates import Instant
from growth.records.goal import Goal
from growth.records.mentorship import Mentorship
from growth.records.person import Person
from growth.records.session import Session
from growth.rules import bundling
from growth.rules.audience import Audience
from growth.rules.bundling import Mine
from growth.rules.persons import handles
from growth.store.change import changing
from growth.store.others import Theirs, about_of, drop_others, others, replace_others
from growth.store.store import OTHERS, Store


@click.group()
def bundle() -> None:
    """Hand records to somebody, or open theirs."""


@bundle.command()
@click.option(
    "--for", "audience", metavar="AUDIENCE", callback=options.filled, help="manager, team or @person."
)
@options.output
@options.since
@options.yes
@pass_app
def make(app: App, /, audience: str | None, output: str | None, since: str | None, yes: bool) -> None:
    """Write what you share with somebody into one file.

    What you share with them goes: entries, sessions with them, what you promised each other,
    feedback that its giver, too, lets them read with the name, goals with their check-ins, and
    assessments that are finished, of you or of them. Notes about people, private notes, private
    agenda items, mood and workload never do. On a terminal you see the counts first; --since leaves
    out what is older, but nothing that is still open.

    \b
      growth bundle make --for manager -o ana.bundle
      growth bundle make --for @dana --since 3m -o ana.bundle
    """
    from growth.commands.emit import check_place

    whom = audience_of(app, app.need(audience, "the audience", "--for manager, team or @person"))
    path = named(app.need(output, "the file to write", "-o FILE"))
    if whom.kind == "me":
        raise WrongUsage("a bundle is for somebody else", "for yourself there is: growth list -f jsonl")
    day = clock.day(since, app.today) if since else None
    known = app.store.state[0].store
    if not known:
        raise Refused("there is nothing to hand over yet", "log something first: growth log WORDS...")
    mine = of_store(app.store)
    header = Header(
        growth=__version__, store=known, sender=_me(app), audience=whom.word, to=_to(app, whom),
        made=app.now(), since=day,
    )  # fmt: skip
    made = bundling.bundle(mine, header, whom, day)
    app.screen.say(f"for {whom.name or whom.word}" + (f", since {day}" if day else ""))
    for name, going, staying in bundling.counts(mine, made):
        app.screen.say(f"  {name:<12}{going:>5} go {staying:>5} stay")
    for one in bundling.unfinished(mine, whom):
        app.screen.say(f"{one.id} stays until it is finished: growth assess finish {one.id}")
    if not (header.sender.emails or header.sender.handle):
        app.screen.say(
            ("warning: ", "late"), "it does not say whose it is: growth config set me.emails you@example.com"
        )
    if app.screen.asks and not yes:
        from growth.terminal.prompts import confirm

        if not confirm(app.screen, f"Write them to {path}?"):
            raise Refused("nothing was written")
    check_place(app, path, yes)
    files.write(path, exchange.write(made))
    app.screen.say(f"written: {path}, readable by you only; they open it with: growth bundle open FILE")


def of_store(store: Store) -> Mine:
    """Return all of a store that a bundle may take from."""
    return Mine(
        entries=tuple(reversed(list(store.entries()))),
        sessions=tuple(store.all(Session)),
        mentorships=tuple(store.all(Mentorship)),
        actions=tuple(store.all(Action)),
        answers=tuple(store.all(Answer)),
        assessments=tuple(store.all(Assessment)),
        goals=tuple(store.all(Goal)),
    )


def _to(app: App, whom: Audience) -> str:
    """Return the handle of whom a bundle is for, where that is one person."""
    return next((one.handle for one in app.people.everyone if handles(one) & whom.handles), "")


def _me(app: App) -> Sender:
    return Sender(
        name=app.config.text("me.name"),
        handle=app.config.text("me.handle"),
        emails=app.config.texts("me.emails"),
    )


@bundle.command("open")
@click.argument("file")
@click.option("--as", "handle", metavar="HANDLE", help="Whose it is, where the file does not tell.")
@options.yes
@pass_app
def open_(app: App, /, file: str, handle: str | None, yes: bool) -> None:
    """Open what somebody handed you; it stays theirs.

    It takes the place of what you opened from them before, so what they withdrew is gone. Their
    records are read-only: growth show ana:7k3q. Whose it is, the e-mail address in the file says,
    else its handle, else --as.
    """
    from growth.commands.sender import sender

    path = named(file)
    opened = exchange.read(files.read(path, limit=limits.SIZE), path.name)
    header = opened.header
    if header.store == app.store.state[0].store:
        raise Refused(f"{path.name} is your own bundle", "hand it to whom it is for")
    before = others(app.store)
    same = next((theirs for theirs in before if theirs.store == header.store), None)
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
    _tell(app, person, opened, same)


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
    if same and made < same.made:
        said = f"{name} was made {_when(made)}, before the one you opened, made {_when(same.made)}"
        _ask(app, said, "Open the older one?", yes)
    if elsewhere:
        said = f"what {elsewhere[0].name} shared so far came from another store; {name} would take its place"
        _ask(app, said, "Is it theirs?", yes)


def _when(made: Instant) -> str:
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


def _tell(app: App, person: Person, opened: Bundle, same: Theirs | None) -> None:
    before = {record.id: record for record in same.records} if same else {}
    found = bundling.changes(before, {record.id: record for record in opened.records})
    app.screen.say(
        f"{person.name}, made {_when(opened.header.made)}: "
        f"{found.new} new, {found.changed} changed, {found.withdrawn} withdrawn"
    )
    if any(before.get(one.id) != one for one in opened.assessments):
        app.screen.say(("how they judge is among it: growth assess list, growth assess compare", "dim"))
