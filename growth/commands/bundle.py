"""growth bundle: hand records to somebody, or open theirs."""

from pathlib import Path

import click

from growth import __version__, clock, files
from growth.app import App, named, pass_app
from growth.commands import options
from growth.commands.audiences import audience_of, say_former
from growth.errors import Refused, WrongUsage
from growth.exchange import bundle as exchange
from growth.records.action import Action
from growth.records.answer import Answer
from growth.records.assessment import Assessment
from growth.records.bundle import Bundle, Header, Sender
from growth.records.dates import Day
from growth.records.goal import Goal
from growth.records.mentorship import Mentorship
from growth.records.practice import Practice
from growth.records.session import Session
from growth.rules import bundling
from growth.rules.audience import Audience
from growth.rules.bundling import Mine
from growth.rules.inbox import mark
from growth.rules.persons import handles
from growth.store.store import Store


@click.group()
def bundle() -> None:
    """Hand records to somebody, or open theirs."""


@bundle.command()
@click.option(
    "--for", "audience", metavar="AUDIENCE", callback=options.filled, help="manager, team or @person."
)
@options.include_former
@options.output
@options.since
@options.yes
@pass_app
def make(
    app: App,
    /,
    audience: str | None,
    include_former: bool,
    output: str | None,
    since: str | None,
    yes: bool,
) -> None:
    """Write what you share with somebody into one file.

    What you share with them goes: entries, sessions with them, what you promised each other,
    feedback that its giver, too, lets them read with the name, goals with their check-ins, what of
    your practice register you share, and assessments that are finished, of you or of them. Notes
    about people, private notes, private agenda items, mood and workload never do. On a terminal you
    see the counts first; --since leaves out what is older, but nothing that is still open. What you
    shared with a former manager stays, unless you --include-former.

    Without -o it goes into the folder that growth config set outbox DIR names, called by whom it is
    from, whom it is for and its day; what you made before for the same reader is taken away there.

    \b
      growth bundle make --for manager -o ana.bundle
      growth bundle make --for @dana --since 3m -o ana.bundle
    """
    wanted = app.need(audience, "the audience", "--for manager, team or @person")
    whom = audience_of(app, wanted, include_former)
    if whom.kind == "me":
        raise WrongUsage("a bundle is for somebody else", "for yourself there is: growth list -f jsonl")
    day = clock.day(since, app.today) if since else None
    mine = of_store(app.store)
    header = _header(app, whom, day)
    if output:
        path = named(output)
    else:
        from growth.commands import outbox

        path = outbox.place(app, header)
    made = bundling.bundle(mine, header, whom, day)
    _say_counts(app, mine, made, whom)
    say_former(app, whom, lambda who: -len(bundling.bundle(mine, header, who, day).records))
    if app.screen.asks and not yes:
        from growth.terminal.prompts import confirm

        if not confirm(app.screen, f"Write them to {path}?"):
            raise Refused("nothing was written")
    _write(app, path, made, yes, into_outbox=not output)


def _header(app: App, whom: Audience, day: Day | None) -> Header:
    reader = next((one for one in app.people.everyone if handles(one) & whom.handles), None)
    known = app.store.state[0].store
    if not known:
        raise Refused("there is nothing to hand over yet", "log something first: growth log WORDS...")
    return Header(
        growth=__version__,
        store=known,
        sender=_me(app),
        audience=whom.word,
        to=reader.handle if reader else "",
        readers=tuple(mark(email, known) for email in reader.emails) if reader else (),
        made=app.now(),
        since=day,
    )


def _say_counts(app: App, mine: Mine, made: Bundle, whom: Audience) -> None:
    day, sender = made.header.since, made.header.sender
    app.screen.say(f"for {whom.name or whom.word}" + (f", since {day}" if day else ""))
    for name, going, staying in bundling.counts(mine, made):
        app.screen.say(f"  {name:<12}{going:>5} go {staying:>5} stay")
    for one in bundling.unfinished(mine, whom):
        app.screen.say(f"{one.id} stays until it is finished: growth assess finish {one.id}")
    if not (sender.emails or sender.handle):
        app.screen.say(
            ("warning: ", "late"), "it does not say whose it is: growth config set me.emails you@example.com"
        )


def _write(app: App, path: Path, made: Bundle, yes: bool, *, into_outbox: bool) -> None:
    from growth.commands.emit import check_place

    if not into_outbox:
        check_place(app, path, yes)
        files.write(path, exchange.write(made))
        app.screen.say(f"written: {path}, readable by you only; they open it with: growth bundle open FILE")
        return
    from growth.commands import outbox

    check_place(app, path, yes, again=outbox.is_mine(path, made.header))
    files.write(path, exchange.write(made))
    outbox.open_up(app, path, made.header)
    outbox.tidy(app, path, made.header)


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
        practices=tuple(store.all(Practice)),
    )


def _me(app: App) -> Sender:
    return Sender(
        name=app.config.text("me.name"),
        handle=app.config.text("me.handle"),
        emails=app.config.texts("me.emails"),
    )


@bundle.command("open")
@click.argument("file", required=False)
@click.option("--as", "handle", metavar="HANDLE", help="Whose it is, where the file does not tell.")
@options.yes
@pass_app
def open_(app: App, /, file: str | None, handle: str | None, yes: bool) -> None:
    """Open what somebody handed you; it stays theirs.

    It takes the place of what you opened from them before, so what they withdrew is gone. Their
    records are read-only: growth show ana:7k3q. Whose it is, the e-mail address in the file says,
    else its handle, else --as. Without FILE it opens what is new for you in the folder that
    growth config set inbox DIR names, and says what it left alone.

    \b
      growth bundle open ana.bundle
      growth bundle open
    """
    if file is not None:
        from growth.commands.opening import open_bundle

        open_bundle(app, named(file), handle, yes)
        return
    from growth.commands.inbox import open_inbox

    if handle:
        raise WrongUsage("--as says whose one file is", f"growth bundle open FILE --as {handle}")
    open_inbox(app, yes)
