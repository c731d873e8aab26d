"""growth reuse: what is there already, before I build it."""

from collections.abc import Iterable, Mapping

import click

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.lazy_group import LazyGroup
from growth.commands.listing import listing
from growth.commands.shared_entries import entries_by_owner
from growth.errors import WrongUsage
from growth.records.dates import EVER, Day
from growth.records.entry import Entry
from growth.rules import reuse as rules
from growth.store.others import Theirs, others
from growth.store.search import candidates

# So many finds where no limit is named.
FINDS = 8


@click.group(cls=LazyGroup, elsewhere={"take": "reuse_take.take"})
def reuse() -> None:
    """Find what others built already, and build on it."""


@reuse.command()
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option(
    "-n", "--limit", type=click.IntRange(min=1), default=FINDS, metavar="N", help=f"So many; else {FINDS}."
)
@options.formats("text", "json", "jsonl")
@pass_app
def search(app: App, /, words: tuple[str, ...], limit: int, format_: str | None, as_json: bool) -> None:
    """Look for what you are about to build, before you do.

    Through your entries and every bundle you opened: titles, texts, the problem solved, what may be
    reused and where it is. What is offered for reuse counts for more. It says who has it, and how to
    ask.

    \b
      growth reuse search feature store
    """
    asked = " ".join(words)
    if not asked.strip():
        raise WrongUsage("what you look for is empty", "growth reuse search feature store")
    those = others(app.store, (Entry,))
    every = rules.search(asked, _mine(app, asked), entries_by_owner(those))
    found = every[:limit]
    from growth.terminal import reuse as display

    of = {one.owner: one for one in those}
    listing(
        app, "json" if as_json else format_, found, display.plain,
        lambda: display.rows(found, _holders(app, found, of), app.today, app.screen.width),
        display.nothing(asked, len(of)),
    )  # fmt: skip
    if app.screen.is_terminal and not (format_ or as_json):
        for line in display.ways(found, len(every), app.screen.width):
            app.screen.say(line)


def _mine(app: App, asked: str) -> Iterable[Entry]:
    """Return my entries that may hold enough of the words, each once."""
    found = (one for phrases in rules.phrases(asked) for one in candidates(app.store, phrases, EVER))
    return {one.id: one for one in found}.values()


def _holders(app: App, found: Iterable[rules.Find], of: Mapping[str, Theirs]) -> dict[str, tuple[str, Day]]:
    """Return who has something: by handle the name with an address, and the day of their bundle."""
    held = {}
    for owner in {one.owner for one in found if one.owner}:
        person, theirs = app.people.get(owner), of[owner]
        address = f", {person.emails[0]}" if person and person.emails else ""
        held[owner] = (f"{theirs.name}{address}", theirs.made.date())
    return held
