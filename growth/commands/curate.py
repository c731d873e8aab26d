"""growth curate: go through entries, one key each."""

from collections import Counter
from typing import Any

import click

from growth import clock
from growth.app import App, pass_app
from growth.commands import options
from growth.commands.filters import selection_of
from growth.errors import WrongUsage
from growth.records.dates import EVER, Period
from growth.records.entry import Entry
from growth.rules.curating import JOIN, QUIT, SHARE_KEYS, SKIP, STAR, joined, keyed
from growth.store.change import changing

QUARTER = "3m"
KEYS = "".join((*SHARE_KEYS, STAR, JOIN, SKIP, QUIT))
PROMPT = "s manager  t team  k private  * star  j join next  Enter skip  q quit  "
DONE = {"s": "for your manager", "t": "for the team", "k": "kept private", STAR: "starred", JOIN: "joined"}


@click.command()
@options.filters
@pass_app
def curate(app: App, /, **given: Any) -> None:
    """Go through entries: share, keep, star, join.

    One key for each entry, saved at once; growth undo takes the last one back. Without a period:
    the last three months, oldest first.

    \b
      growth curate --period 2026-Q3
      growth curate --share private -k win
    """
    words = _words(given)
    chosen = selection_of(app, given)
    if not app.screen.asks:
        raise WrongUsage(
            "curate asks for a key for each entry, and there is no terminal to ask on",
            f"many at once: growth edit{words} --share manager --yes",
        )
    period = chosen.period
    if period == EVER:
        period = Period(clock.move(app.today, clock.span(QUARTER), -1))
    found = [entry for entry in app.store.entries(period) if chosen.matches(entry) and not entry.about]
    if not found:
        app.screen.say(("no entry matches", "dim"))
        return
    _go_through(app, found[::-1])


def _words(given: dict[str, Any]) -> str:
    """Return the period and kinds as they were typed, for the command that does it at once."""
    words = "".join(f" --{name} {given[name]}" for name in ("period", "since", "until") if given.get(name))
    return (words or " --period 2026-Q3") + "".join(f" -k {kind}" for kind in given.get("kinds") or ())


def _go_through(app: App, entries: list[Entry]) -> None:
    from growth.terminal.entries import whole
    from growth.terminal.keys import key

    count: Counter[str] = Counter()
    waiting = list(entries)
    while waiting:
        entry = waiting.pop(0)
        app.screen.say(("", ""))
        for parts in whole(entry, app.today):
            app.screen.say(*parts)
        pressed = key(
            app.screen, f"[{len(entries) - len(waiting)} of {len(entries)}] {PROMPT}", KEYS, "growth edit"
        )
        if pressed == QUIT:
            break
        kept = _save(app, entry, pressed, waiting)
        count[pressed] += pressed != JOIN or kept != entry
        # After a star or a join the same entry still has no answer to who may see it.
        if pressed in (STAR, JOIN):
            waiting.insert(0, kept)
    done = [f"{count[name]} {words}" for name, words in DONE.items() if count[name]]
    app.screen.say((", ".join(done) or "nothing was changed", "dim"))


def _save(app: App, entry: Entry, pressed: str, waiting: list[Entry]) -> Entry:
    """Store what a key means and return the entry as it is then."""
    new = keyed(entry, pressed)
    other = waiting[0] if pressed == JOIN and waiting else None
    if other is not None:
        new = joined(entry, other)
    if new == entry:
        return entry
    with changing(app.store, "curate") as change:
        kept = change.edit(entry, new)
        if other is not None:
            change.remove(other)
    if other is not None:
        waiting.pop(0)
    return kept
