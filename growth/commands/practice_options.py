"""What can be told of a record of the practice register, and of a state of it."""

from typing import Any

import click

from growth import clock
from growth.app import App
from growth.commands.options import filled, private, share_or_private, together
from growth.errors import WrongUsage
from growth.records.practice import ROLES, TRIGGERS
from growth.text.fold import fold

told = together(
    click.option("--role", type=click.Choice(ROLES), help="Of a dataset: what it is for."),
    click.option("--location", metavar="PLACE", help="Where it lies: a path, a URL; never the data itself."),
    click.option("--licence", metavar="TEXT", help="Under which licence, such as 'CC BY 4.0'."),
    click.option("--owner", metavar="WHO", help="Whose it is: me, a person or a team."),
    click.option("--purpose", metavar="TEXT", help="What it is for, such as what a prompt is to do."),
    click.option(
        "--derived-from", multiple=True, metavar="NAME",
        help="What it was made of: another dataset, model or prompt; repeatable.",
    ),
    click.option("--by", multiple=True, metavar="TEXT", help="By which transformation: 'split 90/10'."),
    click.option("--data", multiple=True, metavar="NAME", help="A dataset it takes; repeatable."),
    click.option("--prompt", "prompts", multiple=True, metavar="NAME", help="A prompt it uses; repeatable."),
    click.option("--trains", metavar="MODEL", help="Of a pipeline: the model it trains."),
    click.option("--trigger", type=click.Choice(TRIGGERS), help="Of a pipeline: what starts it."),
    click.option("--by-hand", multiple=True, metavar="STEP", help="A step still done by hand; repeatable."),
    click.option("--every", "cadence", metavar="TIME", callback=filled, help="How often it runs: 30d, 2w."),
    click.option("--model", metavar="NAME", help="Of an eval: the model it measures."),
    click.option("--on", metavar="NAME", help="Of an eval: the test set it is measured on."),
    click.option("--metric", metavar="NAME", help="Of an eval: what it measures, such as accuracy."),
    click.option("--note", metavar="TEXT", help="Anything else worth knowing."),
    share_or_private,
    private,
)  # fmt: skip
state = together(
    click.option("--version", metavar="TEXT", help="What this version is called; of an eval, the model's."),
    click.option("--hash", metavar="HASH", help="Its content hash; of a local file it is computed."),
    click.option("--rows", type=click.IntRange(min=0), metavar="N", help="Of a dataset: how many rows."),
    click.option("--value", metavar="TEXT", help="Of an eval: what was measured, such as 0.91."),
    click.option("--on-version", metavar="TEXT", help="On which version of its test set; else that day's."),
)  # fmt: skip


def given(app: App, options: dict[str, Any]) -> dict[str, Any]:
    """Return what was given of the options, ready for a record; what was left out is not among it."""
    said = {name: value for name, value in options.items() if value not in (None, (), False)}
    if said.pop("private", False):
        if said.get("share", "private") != "private":
            raise WrongUsage(f"--private and --share {said['share']} exclude each other", "give one of them")
        said["share"] = "private"
    if "cadence" in said:
        said["cadence"] = _days(app, said["cadence"])
    if said.get("owner"):
        said["owner"] = _owner(app, " ".join(said["owner"].split()))
    if "owner" in said:
        said["owned_by"] = said.pop("owner")
    return said


def _owner(app: App, text: str) -> str:
    """Return me, a handle or the name of a team; with an `@` it is somebody I know."""
    if fold(text) == "@me":
        return "me"
    known = app.people.require(text) if text.startswith("@") else app.people.get(text)
    return known.handle if known else text


def _days(app: App, text: str) -> int:
    days = (clock.move(app.today, clock.span(text), 1) - app.today).days
    if days < 1:
        raise WrongUsage(f"{text!r} is no time from one run to the next", "such as 30d, 2w or 1m")
    return days
