"""growth tag: the tags of the journal, renamed and merged everywhere at once."""

from typing import Any

import click

from growth.app import App, pass_app
from growth.commands import labels, options


@click.group()
def tag() -> None:
    """List tags, rename one, make one of several."""


@tag.command("list")
@options.since
@options.until
@options.period
@options.limit
@options.formats("text", "json", "jsonl")
@pass_app
def list_(app: App, /, limit: int | None, format_: str | None, as_json: bool, **given: Any) -> None:
    """List tags, the most used first.

    Case and accents make no other tag; other ways in which one is written stand beside it.
    """
    labels.show(app, "tag", given, limit=limit, wanted="json" if as_json else format_)


@tag.command()
@click.argument("old")
@click.argument("new")
@options.dry_run
@pass_app
def rename(app: App, /, old: str, new: str, dry_run: bool) -> None:
    """Rename a tag everywhere, as one change.

    All its spellings become NEW. What you wrote in your own words stays, and so does what others
    shared with you.

    \b
      growth tag rename perf latency
      growth tag rename latency Latency
    """
    labels.rename(app, "tag", old, new, dry_run=dry_run)


@tag.command()
@click.argument("old", nargs=-1, required=True)
@click.argument("into")
@options.yes
@options.dry_run
@pass_app
def merge(app: App, /, old: tuple[str, ...], into: str, yes: bool, dry_run: bool) -> None:
    """Make one tag of several, as one change: the last named stays.

    \b
      growth tag merge perf speed latency
    """
    labels.merge(app, "tag", old, into, yes=yes, dry_run=dry_run)
