"""growth draft accept: a draft becomes what it was for, as mine."""

from typing import cast

import click
from msgspec.structs import replace

from growth.app import App, pass_app
from growth.commands import options
from growth.commands.draft_list import draft_of
from growth.errors import Refused, WrongUsage
from growth.records.assessment import Assessment
from growth.records.draft import Draft
from growth.records.entry import Share
from growth.rules import accepting
from growth.store.change import changing


@click.command()
@click.argument("id")
@click.option(
    "--anyway", metavar="WHY", callback=options.filled, help="Although something was found: why it is right."
)
@options.share_or_private
@pass_app
def accept(app: App, /, id: str, anyway: str | None, share: str | None) -> None:
    """Make what a draft was for of it, without the citations.

    A self-review gives its sentences to the criteria that you have judged; a brag becomes a note of
    yours, a 1on1 a private note for the next meeting, feedback what you want to tell somebody.
    Whatever it becomes says that it was drafted, and is yours to edit. A draft in which something
    was found is refused without a reason, which is kept.

    \b
      growth draft accept 7k3q
      growth draft accept 7k3q --anyway 'the 37 % are 18.2 to 11.4, worked out by hand'
    """
    one = draft_of(app, id)
    accepting.check(one, anyway or "")
    if share and one.kind in ("self-review", "1on1"):
        raise WrongUsage(f"a {one.kind} has no share of its own", "leave --share out")
    why = " ".join((anyway or "").split()) if one.findings else ""
    if one.kind == "self-review":
        _sentences(app, one, why)
    else:
        _record(app, one, why, cast(Share, share or "private"))


def _sentences(app: App, one: Draft, why: str) -> None:
    """Give its sentences to an assessment."""
    old = app.store.get(one.assessment)
    if not isinstance(old, Assessment):
        raise Refused(f"the assessment of {one.id} is gone", "draft it again: growth draft self-review")
    new = accepting.judged(one, old, app.today)
    for criterion in new.unjudged:
        app.screen.say(f"{criterion} is not judged, and keeps no sentence: growth assess rate {criterion}")
    for criterion in new.kept:
        app.screen.say(f"{criterion} keeps the sentence that you wrote")
    if not new.said:
        raise Refused(
            f"{one.id} has no sentence for a criterion that waits for one", f"see: growth draft show {one.id}"
        )
    with changing(app.store, "draft accept") as change:
        change.edit(old, new.assessment)
        change.edit(one, replace(one, accepted=old.id, why=why))
    if not app.screen.is_terminal:
        app.screen.out(old.id)
        return
    for criterion in new.said:
        app.screen.out((criterion, "id"), "  has a sentence, drafted")
    app.screen.say((f"      to read them: growth assess show {old.id}", "dim"))


def _record(app: App, one: Draft, why: str, share: Share) -> None:
    """Make a record of its own of it."""
    now = app.now()
    with changing(app.store, "draft accept") as change:
        new = (
            change.add(accepting.said(one, app.today, now, share))
            if one.kind == "feedback"
            else change.add(accepting.noted(one, app.today, now, share, app.people.name(one.about)))
        )
        change.edit(one, replace(one, accepted=new.id, why=why))
    if not app.screen.is_terminal:
        app.screen.out(new.id)
        return
    from growth.commands.consents import reach

    app.screen.out((new.id, "id"), f"  made of {one.id}; it says that it was drafted")
    app.screen.out((f"      {reach(new)}; other words: growth edit {new.id}", "dim"))
