"""growth list and growth search: read the journal."""

from collections.abc import Iterator
from typing import Any

import click

from growth import clock
from growth.app import App, pass_app
from growth.commands import options
from growth.commands.filters import selection_of
from growth.errors import WrongUsage
from growth.records.dates import EVER, Period
from growth.records.entry import Entry
from growth.rules.select import Selection, found, texts
from growth.terminal import entries as display
from growth.terminal.screen import Part
from growth.text.fold import fold

RECENT = clock.DAY * 14


@click.command("list")
@options.filters
@click.option("--of", metavar="PERSON", help="What that person shared with me, instead of mine.")
@options.limit
@options.formats("text", "json", "jsonl")
@pass_app
def list_(
    app: App, /, of: str | None, limit: int | None, format_: str | None, as_json: bool, **given: Any
) -> None:
    """List journal entries.

    On a terminal: newest first, the last 14 days unless you ask for more. Piped: everything,
    oldest first, a line each. Filters must all hold.

    \b
      growth list --period 2026-Q3 -k win -t latency
      growth list -n 10 --json
    """
    chosen = selection_of(app, given)
    recent = None if of else _recent(app, chosen, limit, format_ or as_json)
    entries = _theirs(app, of) if of else app.store.entries(recent or chosen.period)
    matching = (entry for entry in entries if chosen.matches(entry))
    newest = _first(matching, limit) if limit else matching
    if as_json or format_ in ("json", "jsonl"):
        from growth.commands.json_out import write

        write(app, reversed(list(newest)), lines=format_ == "jsonl" and not as_json)
    elif app.screen.is_terminal and not format_:
        from growth.commands.lines import Lines

        with Lines(app) as lines:
            count = 0
            for entry in newest:
                lines.add(*display.line(entry, app.today, app.screen.width))
                count += 1
                if not lines.open:
                    break
        _footer(app, count, recent)
    else:
        for entry in reversed(list(newest)):
            app.screen.out(display.plain(entry))


def _theirs(app: App, handle: str) -> Iterator[Entry]:
    """Yield what somebody shared with me, newest first."""
    from growth.store.others import others

    owner = app.people.require(handle).handle
    entries = [entry for theirs in others(app.store) if theirs.owner == owner for entry in theirs.entries]
    yield from sorted(entries, key=lambda entry: (entry.day, entry.created, entry.id), reverse=True)


def _recent(app: App, chosen: Selection, limit: int | None, format_: str | bool | None) -> Period | None:
    if not app.screen.is_terminal or format_ or limit or chosen != Selection():
        return None
    return Period(app.today - RECENT + clock.DAY, None)


def _first(entries: Iterator[Entry], limit: int) -> Iterator[Entry]:
    for number, entry in enumerate(entries, start=1):
        yield entry
        if number == limit:
            return


def _footer(app: App, count: int, recent: Period | None) -> None:
    months = app.store.months(EVER)
    if recent and _has_older(app, recent):
        nothing = "" if count else "nothing in "
        since = f"{months[-1][-7:]}-01"
        words = f"{nothing}the last 14 days; older: growth list --since {since}, or -n 50"
        app.screen.say((words, "dim"))
    elif not count:
        empty = "nothing logged yet: growth log 'what I finished today'" if not months else "no entry matches"
        app.screen.say((empty, "dim"))


def _has_older(app: App, recent: Period) -> bool:
    oldest = app.store.months(Period(None, recent.start))[-1:]
    return any(entry.day not in recent for stem in oldest for entry in app.store.month(stem))


@click.command()
@click.argument("words", nargs=-1, required=True)
@options.filters
@options.limit
@options.formats("text", "json", "jsonl")
@pass_app
def search(
    app: App, /, words: tuple[str, ...], limit: int | None, format_: str | None, as_json: bool, **given: Any
) -> None:
    """Search the journal for words.

    Every word must stand somewhere in an entry: text, impact, tags, people, project, links. Case
    and accents do not matter. A "quoted phrase" must stand as it is. On a terminal the newest come
    first; piped, the oldest, as in a list. Without a filter, -n or a format the questions that you
    wonder about follow, those that hold them.
    """
    phrases = tuple(dict.fromkeys(fold(word).strip() for word in words if word.strip()))
    if not phrases:
        raise WrongUsage("the words to look for are empty", "growth search latency")
    chosen = selection_of(app, given)
    hits = _hits(app, chosen, phrases)
    if limit:
        hits = iter([hit for _, hit in zip(range(limit), hits, strict=False)])
    if as_json or format_ in ("json", "jsonl"):
        from growth.commands.json_out import write

        newest = [entry for entry, _ in hits]
        write(app, reversed(newest), lines=format_ == "jsonl" and not as_json)
    elif app.screen.is_terminal and not format_:
        from growth.commands.lines import Lines
        from growth.terminal.found import matched

        with Lines(app) as lines:
            count = 0
            for entry, where in hits:
                count += 1
                lines.add(*display.line(entry, app.today, app.screen.width))
                for parts in matched(dict(texts(entry)), where, phrases, app.screen.width):
                    lines.add(*parts)
                if not lines.open:
                    break
            for parts in _wondered(app, chosen, phrases, limit):
                count += 1
                lines.add(*parts)
        if not count:
            app.screen.say((f"nothing holds {' and '.join(words)}", "dim"))
    else:
        for entry, _ in reversed(list(hits)):
            app.screen.out(display.plain(entry))


def _wondered(
    app: App, chosen: Selection, phrases: tuple[str, ...], limit: int | None
) -> Iterator[tuple[Part, ...]]:
    """Yield the lines of my questions that hold phrases, where nothing else was asked for."""
    if limit or chosen != Selection() or not app.store.stems("wonders"):
        return
    from growth.records.wonder import Wonder
    from growth.rules import wonders
    from growth.terminal.wonders import rows

    those = wonders.found(app.store.all(Wonder), phrases)
    yield from rows(those, app.people.name, app.today, app.screen.width)


def _hits(app: App, chosen: Selection, phrases: tuple[str, ...]) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    from growth.store.search import candidates

    for entry in candidates(app.store, phrases, chosen.period):
        if chosen.matches(entry) and (where := found(entry, phrases)) is not None:
            yield entry, where
