"""The options for what a giver allows; without them the safest."""

from typing import Any, cast

import click

from growth.app import App
from growth.commands import options
from growth.records.answer import Answer, Naming, Reader
from growth.records.assessment import Assessment
from growth.records.observation import Observation
from growth.rules import consent

may_tell = click.option(
    "--may-tell", type=click.Choice(["subject", "manager"]),
    help="Who else may read it: whom it is about (subject), or their manager too; else only you.",
)  # fmt: skip
named = options.together(
    click.option("--named", "naming", flag_value="named", help="The words may be quoted with the name."),
    click.option(
        "--unquoted", "naming", flag_value="unquoted",
        help="It may be counted, not quoted; else counted only among three or more.",
    ),
)  # fmt: skip

share = options.share_or_private

_STAYS = "its giver lets nobody else read it, so it stays here"
_TO_MANAGER = {
    "named": "your manager may read it",
    "unquoted": "your manager may know of it, not read it",
    "hidden": "your manager may have it counted among three or more",
}


def reader_of(may_tell: str | None) -> Reader | None:
    """Return who may read it, or None where nothing was said."""
    return cast("Reader | None", may_tell)


def naming_of(naming: str | None) -> Naming | None:
    """Return what may be done with name and words, or None where nothing was said."""
    return cast("Naming | None", naming)


def reach(record: Any) -> str:
    """Return who may read a record, as far as its share says; of an answer, as far as its giver lets them."""
    from growth.terminal.entries import READERS

    if isinstance(record, Answer) and record.share != "private":
        return _reach(record)
    if isinstance(record, Assessment) and record.share == "person":
        return f"for {record.about}"
    if isinstance(record, Observation) and record.share == "person":
        return f"for {record.person}"
    return READERS[record.share]


def _reach(answer: Answer) -> str:
    """Return who may read an answer that is shared: no share goes further than its giver lets it go."""
    if answer.about.startswith("@"):
        return _reach_of_another(answer, answer.about[1:])
    if answer.reader != "manager":
        return _STAYS
    if answer.share == "person":
        return f"its giver lets your manager read it: growth edit {answer.id} --share manager"
    if answer.share == "team" and answer.name == "named":
        return "its giver lets your manager read it, not your team"
    return _TO_MANAGER[answer.name] + (", not your team" if answer.share == "team" else "")


def _reach_of_another(answer: Answer, whom: str) -> str:
    given = answer.manner == "given"
    if not given and answer.reader == "asker":
        return _STAYS
    if answer.share == "person":
        return f"{whom} may read it"
    # Whom somebody else reports to is not known here, and no team is told of anybody.
    others = "your manager" if answer.share == "manager" else "your team"
    giver = f"it is for {whom}" if given else f"its giver lets {whom} read it"
    return f"{giver}, not {others}: growth edit {answer.id} --share person"


def tell(app: App, answer: Answer, said: str, then: str) -> None:
    """Say what was kept, and what its giver allows; piped, only the id."""
    if not app.screen.is_terminal:
        app.screen.out(answer.id)
        return
    allowed = "" if answer.manner == "given" else f"{consent.in_words(answer)} · "
    app.screen.out((answer.id, "id"), "  ", (said, "bold"))
    app.screen.out((f"      {allowed}{reach(answer)}", "dim"))
    app.screen.say((f"      {then}", "dim"))
