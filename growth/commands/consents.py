"""The options for what a giver allows; without them the safest."""

from typing import Any, cast

import click

from growth.app import App
from growth.commands import options
from growth.records.answer import Answer, Naming, Reader
from growth.records.assessment import Assessment
from growth.records.entry import SHARES
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

# Of feedback nothing goes by log.share, which is about what I log of my own.
share = click.option("--share", type=click.Choice(SHARES), help="How far it may travel; else private.")


def reader_of(may_tell: str | None) -> Reader | None:
    """Return who may read it, or None where nothing was said."""
    return cast("Reader | None", may_tell)


def naming_of(naming: str | None) -> Naming | None:
    """Return what may be done with name and words, or None where nothing was said."""
    return cast("Naming | None", naming)


def reach(record: Any) -> str:
    """Return who may read a record, as far as its share says; of an answer, as far as its giver lets them."""
    from growth.terminal.entries import READERS

    if isinstance(record, Answer) and record.share != "private" and record.manner != "given":
        # Feedback on me has me for its subject: then there is nobody but my manager to read on.
        others = record.reader == "manager" or (record.reader == "subject" and record.about.startswith("@"))
        if not others:
            return "its giver lets nobody else read it, so it stays here"
    if isinstance(record, Assessment) and record.share == "person":
        return f"for {record.about}"
    if isinstance(record, Observation) and record.share == "person":
        return f"for {record.person}"
    return READERS[record.share]


def tell(app: App, answer: Answer, said: str, then: str) -> None:
    """Say what was kept, and what its giver allows; piped, only the id."""
    if not app.screen.is_terminal:
        app.screen.out(answer.id)
        return
    allowed = "" if answer.manner == "given" else f"{consent.in_words(answer)} · "
    app.screen.out((answer.id, "id"), "  ", (said, "bold"))
    app.screen.out((f"      {allowed}{reach(answer)}", "dim"))
    app.screen.say((f"      {then}", "dim"))
