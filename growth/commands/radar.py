"""growth radar: what the team does and learns, against what I did; and what two do without knowing."""

from typing import Any

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.filters import period_of
from growth.commands.shared_entries import entries_by_owner, lately
from growth.errors import Refused, WrongUsage
from growth.records.dates import Period
from growth.rules import radar as rules
from growth.rules.radar import Radar, Topic

# Rows in a section of the radar, and overlaps.
ROWS, FINDS = 8, 20


@click.command()
@click.option("--overlap", is_flag=True, help="What two people work on without naming each other.")
@click.option("--ask", "topic", metavar="TOPIC", help="Put it on the agenda of who knows it best.")
@click.option("-w", "--with", "person", metavar="PERSON", help="With --ask: somebody else who shared it.")
@options.since
@options.until
@options.period
@click.option("-n", "--limit", type=click.IntRange(min=1), metavar="N", help="So many rows; else 8, or 20.")
@options.formats("text", "json")
@pass_app
def radar(
    app: App,
    /,
    overlap: bool,
    topic: str | None,
    person: str | None,
    limit: int | None,
    format_: str | None,
    as_json: bool,
    **given: Any,
) -> None:
    """See what your team moved to, and you have not.

    Tags, skills and projects of what your directs shared in the last half year, or in the --period
    you name, against your own entries: what is new to you, how far you lag, and whom to ask. --overlap
    looks at every bundle you opened for links, labels, names and rare words that two people share
    without naming each other, and for what one offers for reuse and another begins. All of it is for
    you alone.

    \b
      growth radar
      growth radar --ask backpressure
      growth radar --overlap
    """
    if overlap and topic:
        raise WrongUsage("--overlap and --ask exclude each other", "give one of them")
    if person and not topic:
        raise WrongUsage("--with goes with --ask", f"growth radar --ask TOPIC --with {person}")
    period = lately(app, period_of(app, given))
    wanted = "json" if as_json else format_
    if overlap:
        _show_overlaps(app, period, wanted, limit or FINDS)
    elif topic:
        _ask(app, _radar(app, period), topic, person)
    else:
        _show(app, _radar(app, period), wanted, limit or ROWS)


def _radar(app: App, period: Period) -> Radar:
    from growth.store.others import others

    directs = {one.handle for one in app.people.related("direct", app.today)}
    if not directs:
        raise Refused("nobody reports to you", "growth people add ana --name 'Ana Silva' --relation direct")
    shared = entries_by_owner(one for one in others(app.store) if one.owner in directs)
    return rules.radar(shared, app.store.entries(), app.today, period)


def _show(app: App, found: Radar, wanted: str | None, limit: int) -> None:
    from growth.commands.lines import Lines
    from growth.terminal.radar import page

    if wanted == "json":
        _json(app, found)
        return
    with Lines(app) as lines:
        for parts in page(found, app.people.name, app.screen.width, limit):
            lines.add(*parts)
    if not found.topics and not found.learned:
        app.screen.say(("nothing they shared has a topic: growth bundle open FILE", "dim"))


def _show_overlaps(app: App, period: Period, wanted: str | None, limit: int) -> None:
    from growth.commands.lines import Lines
    from growth.commands.overlap import overlaps, rejected
    from growth.terminal.overlap import page

    found = overlaps(app, period, rejected(app))
    if wanted == "json":
        _json(app, found)
        return
    with Lines(app) as lines:
        for parts in page(found, app.people.name, app.screen.width, limit):
            lines.add(*parts)


def _json(app: App, found: Any) -> None:
    from growth.commands.json_out import fields, text

    app.screen.exact(text(fields(found)) + "\n")


def _ask(app: App, found: Radar, text: str, person: str | None) -> None:
    """Put a topic on the agenda of who shared most of it, or of another who shared it."""
    from growth.commands.sessions import Pair, agenda

    topic = rules.named(found, text)
    if topic is None:
        raise Refused(f"none of your team shared anything on {text!r}", "see the topics: growth radar")
    who = app.people.require(_whom(app, topic, person))
    agenda(
        app,
        Pair(who, "1on1", "1on1", who.meets),
        {
            "words": (f"{topic.name}: what should I know of it, and where do I start?",), "by": "me",
            "private": False, "done": (), "drop": (), "template": None, "as_json": False, "format_": None,
        },
    )  # fmt: skip


def _whom(app: App, topic: Topic, person: str | None) -> str:
    shared = [one.person for one in topic.people]
    if person is None:
        return shared[0]
    who = app.people.require(person).handle
    if who not in shared:
        # The topic may be known to me only because somebody else shared it with me.
        raise Refused(f"{who} shared nothing on {topic.name}", f"ask {' or '.join(shared)}")
    return who
