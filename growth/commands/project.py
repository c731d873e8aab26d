"""growth project: the projects of the journal, renamed and merged everywhere at once."""

from typing import Any

import click

from growth.app import App, pass_app
from growth.commands import labels, options


@click.group()
def project() -> None:
    """List projects, rename one, make one of several."""


@project.command("list")
@options.since
@options.until
@options.period
@options.limit
@options.formats("text", "json", "jsonl")
@pass_app
def list_(app: App, /, limit: int | None, format_: str | None, as_json: bool, **given: Any) -> None:
    """List projects, the most used first.

    Case and accents make no other project; other ways in which one is written stand beside it.
    """
    labels.show(app, "project", given, limit=limit, wanted="json" if as_json else format_)


@project.command()
@click.argument("old")
@click.argument("new")
@options.dry_run
@pass_app
def rename(app: App, /, old: str, new: str, dry_run: bool) -> None:
    """Rename a project everywhere, as one change.

    All its spellings become NEW. What you wrote in your own words stays, and so does what others
    shared with you.
    Feedback about the project follows.

    \b
      growth project rename ranker ranking
    """
    labels.rename(app, "project", old, new, dry_run=dry_run)


@project.command()
@click.argument("old", nargs=-1, required=True)
@click.argument("into")
@options.yes
@options.dry_run
@pass_app
def merge(app: App, /, old: tuple[str, ...], into: str, yes: bool, dry_run: bool) -> None:
    """Make one project of several, as one change: the last named stays.

    \b
      growth project merge ranker-v1 ranker-v2 ranker
    """
    labels.merge(app, "project", old, into, yes=yes, dry_run=dry_run)
