"""The options that mean the same everywhere, defined once."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from growth.records.entry import ENTRY_KINDS, LEARNING_TYPES, SHARES, SHOWN_STATES

F = TypeVar("F", bound=Callable[..., Any])


def together(*options: Callable[[F], F]) -> Callable[[F], F]:
    """Return one decorator that adds several options, listed in help in this order."""

    def add(function: F) -> F:
        for option in reversed(options):
            function = option(function)
        return function

    return add


def filled(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Refuse an option that is given and empty: an unset variable of a script must not mean the default."""
    if value is not None and not value.strip():
        raise click.UsageError(f"{'/'.join(param.opts)} is empty; give a value, or leave it out", ctx)
    return value


date = click.option(
    "-d", "--date", metavar="DAY", callback=filled,
    help="The day it happened: 2026-03-04, yesterday, friday, 2w.",
)  # fmt: skip
tags = click.option("-t", "--tag", "tags", multiple=True, metavar="TAG", help="A tag; may be repeated.")
project = click.option("-p", "--project", metavar="NAME", callback=filled, help="The project it belongs to.")
people = click.option(
    "-w", "--with", "people", multiple=True, metavar="PERSON", help="Who it was with; repeatable."
)
kind = click.option(
    "-k",
    "--kind",
    type=click.Choice(ENTRY_KINDS),
    metavar="KIND",
    help="One of: " + " ".join(ENTRY_KINDS) + ".",
)
skills = click.option(
    "-s", "--skill", "skills", multiple=True, metavar="SKILL", help="A skill it shows; repeatable."
)
metrics = click.option(
    "--metric",
    "metrics",
    multiple=True,
    metavar="TEXT",
    help="A number: 'p99: 480 ms -> 210 ms'; repeatable.",
)
impact = click.option("--impact", metavar="TEXT", help="What changed for whom because of it.")
links = click.option("-l", "--link", "links", multiple=True, metavar="URL", help="A link; repeatable.")
spent = click.option("--spent", metavar="TIME", callback=filled, help="Time spent: 90m, 3h, 1h30m.")
learning_type = click.option(
    "--type", "type_", type=click.Choice(LEARNING_TYPES), metavar="TYPE",
    help="How it is learned: " + " ".join(LEARNING_TYPES) + ".",
)  # fmt: skip
learned = together(
    learning_type,
    click.option("--takeaway", metavar="TEXT", callback=filled, help="What stays of it, in a sentence."),
    click.option(
        "--taught-back",
        "taught_back",
        multiple=True,
        metavar="PERSON",
        help="To whom you passed it on; repeatable.",
    ),
    click.option("--led", is_flag=True, help="You led it: a lunch-and-learn, an onboarding, a review."),
)
shown = together(
    click.option(
        "--state", type=click.Choice(SHOWN_STATES), metavar="STATE",
        help="Where a talk or design stands: planned given attended.",
    ),
    click.option("--audience", metavar="WHOM", callback=filled, help="Whom it was for: 'the search team'."),
    click.option("--artefact", metavar="WHERE", callback=filled, help="Where it can be looked at."),
    click.option("--problem", metavar="TEXT", callback=filled, help="The problem it solves."),
    click.option("--reuse", metavar="TEXT", callback=filled, help="What of it others may reuse."),
    click.option(
        "--reused-by", "reused_by", multiple=True, metavar="WHO",
        help="A team or person that reused it; repeatable.",
    ),
)  # fmt: skip
about = click.option(
    "--about", metavar="PERSON", callback=filled, help="Whose growth it is about; else mine."
)
share = click.option(
    "--share", type=click.Choice(SHARES), help="How far it may travel; else log.share, private."
)
# log.share is about what I log of my own: no promise, goal, feedback or judgement goes by it.
share_or_private = click.option(
    "--share", type=click.Choice(SHARES), help="How far it may travel; else private."
)
private = click.option("--private", is_flag=True, help="The same as --share private.")
message = click.option("-m", "--message", metavar="TEXT", help="The text, instead of words.")

since = click.option(
    "--since", metavar="DAY", callback=filled, help="From that day on; met: since you met that person."
)
until = click.option("--until", metavar="DAY", callback=filled, help="Up to that day, included.")
period = click.option(
    "--period", metavar="PERIOD", callback=filled, help="2026-Q3, 2026-H2, 2026-03, 2026-W10, 'last month' …"
)
limit = click.option("-n", "--limit", type=click.IntRange(min=1), metavar="N", help="The newest N only.")
audience = click.option(
    "--for", "audience", metavar="AUDIENCE", callback=filled, help="me, manager, team or @person; else me."
)
include_former = click.option(
    "--include-former", is_flag=True, help="Also what was shared with the manager before this one."
)
output = click.option(
    "-o", "--output", metavar="FILE", callback=filled, help="Write there instead; its ending says the format."
)
as_json = click.option("--json", "as_json", is_flag=True, help="The same as -f json.")
yes = click.option("-y", "--yes", is_flag=True, help="Do not ask.")
dry_run = click.option("--dry-run", is_flag=True, help="Show what would be done, and do nothing.")
due = click.option("--due", metavar="DAY", callback=filled, help="The day it is due: friday, 2w, 2026-03-04.")

entry_fields = together(
    date, kind, tags, project, people, skills, metrics, impact, links, spent, learned, shown,
    about, share, private,
)  # fmt: skip
filters = together(
    since,
    until,
    period,
    click.option(
        "-k",
        "--kind",
        "kinds",
        multiple=True,
        type=click.Choice(ENTRY_KINDS),
        metavar="KIND",
        help="That kind; repeatable.",
    ),
    click.option(
        "-t", "--tag", "tags", multiple=True, metavar="TAG", help="With that tag; repeatable, all must hold."
    ),
    click.option(
        "-p",
        "--project",
        "projects",
        multiple=True,
        metavar="NAME",
        help="Of that project; repeatable, one must hold.",
    ),
    click.option(
        "-w", "--with", "people", multiple=True, metavar="PERSON", help="Naming that person; repeatable."
    ),
    click.option(
        "-s", "--skill", "skills", multiple=True, metavar="SKILL", help="With that skill; repeatable."
    ),
    click.option(
        "--about",
        metavar="PERSON",
        callback=filled,
        help="My notes about that person, or 'everybody'; else none.",
    ),
    click.option("--share", type=click.Choice(SHARES), help="Shared just so far."),
    click.option("--star", is_flag=True, help="With a star."),
    click.option("--undated", is_flag=True, help="Imported without a day; they are of no period."),
)


def formats(*names: str) -> Callable[[F], F]:
    """Return the option -f with the formats that a command knows, and --json where it is one."""
    option = click.option(
        "-f", "--format", "format_", type=click.Choice(names), help="The format of the output."
    )
    return together(option, as_json) if "json" in names else together(option)
