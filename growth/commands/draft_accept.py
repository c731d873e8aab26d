"""growth draft accept: a draft becomes what it was for, as mine."""

from typing import cast

import click
from msgspec.structs import replace

from growth import files
from growth.app import App, named, pass_app
from growth.commands import options
from growth.commands.audiences import audience_of
from growth.commands.draft_brief import brief_of
from growth.commands.draft_list import draft_of, say_found
from growth.commands.draft_run import LONGEST, found_in, mine
from growth.commands.piped import piped
from growth.errors import Refused, WrongUsage
from growth.records.assessment import Assessment
from growth.records.draft import Draft, Finding
from growth.records.entry import Share
from growth.rules import accepting
from growth.rules.draft_marks import without_notes
from growth.store.change import Change, changing
from growth.text.clean import clean


@click.command()
@click.argument("id")
@click.option(
    "--anyway", metavar="WHY", callback=options.filled, help="Although something was found: why it is right."
)
@click.option(
    "--with",
    "file",
    metavar="FILE",
    callback=options.filled,
    help="Your text in its place; - is stdin.",
)
@options.share_or_private
@pass_app
def accept(app: App, /, id: str, anyway: str | None, file: str | None, share: str | None) -> None:
    """Make what a draft was for of it, without the citations.

    A self-review gives its sentences to the criteria that you have judged; a brag becomes a note of
    yours, a 1on1 a private note for the next meeting, feedback what you want to tell somebody.
    Whatever it becomes says that it was drafted, and is yours to edit. A draft in which something
    was found is refused without a reason, which is kept. With --with it is your text that counts,
    checked in the same way. It is shared no further than the records that it cites.

    \b
      growth draft show 7k3q -f md > it.md
      growth draft accept 7k3q --with it.md
      growth draft accept 7k3q
      growth draft accept 7k3q --anyway 'the 37 % are 18.2 to 11.4, worked out by hand'
    """
    one = draft_of(app, id)
    findings = one.findings
    if file:
        one, findings = _mended(app, one, file)
    if not (one.accepted or anyway):
        say_found(app, findings)
    accepting.check(one, findings, anyway or "")
    if share and one.kind in ("self-review", "1on1"):
        raise WrongUsage(f"a {one.kind} has no share of its own", "leave --share out")
    if share and share != "private":
        whom = audience_of(app, f"@{one.about}" if share == "person" and one.about else share)
        accepting.check_share(one, findings, mine(app), whom.ever)
    why = " ".join((anyway or "").split()) if findings else ""
    if one.kind == "self-review":
        _sentences(app, one, why)
    else:
        _record(app, one, why, cast(Share, share or "private"))


def _mended(app: App, one: Draft, file: str) -> tuple[Draft, tuple[Finding, ...]]:
    """Return a draft with a text of mine in its place, and what is found in that."""
    if file == "-":
        text = piped("the text", "growth draft accept ID --with FILE")
    else:
        try:
            text = files.read(named(file), limit=LONGEST).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise Refused(f"{file}: byte {error.start} is no UTF-8", "save it as UTF-8") from None
    new = replace(one, mended=clean(without_notes(text.replace("\r\n", "\n"))).strip())
    if not new.mended:
        raise WrongUsage(f"{file} is empty", "leave --with out, or write into it")
    return new, found_in(app, new.mended, brief_of(app, one), audience_of(app, one.audience))


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
        _settle(change, app, one, old.id, why)
    if not app.screen.is_terminal:
        app.screen.out(old.id)
        return
    for criterion in new.said:
        app.screen.out((criterion, "id"), "  has a sentence, drafted")
    app.screen.say((f"      to read them: growth assess show {old.id}", "dim"))


def _settle(change: Change, app: App, one: Draft, became: str, why: str) -> None:
    """Keep in a draft what became of it."""
    old = draft_of(app, one.id)
    change.edit(old, replace(one, accepted=became, why=why))


def _record(app: App, one: Draft, why: str, share: Share) -> None:
    """Make a record of its own of it."""
    now = app.now()
    with changing(app.store, "draft accept") as change:
        new = (
            change.add(accepting.said(one, app.today, now, share))
            if one.kind == "feedback"
            else change.add(accepting.noted(one, app.today, now, share, app.people.name(one.about)))
        )
        _settle(change, app, one, new.id, why)
    if not app.screen.is_terminal:
        app.screen.out(new.id)
        return
    from growth.commands.consents import reach

    app.screen.out((new.id, "id"), f"  made of {one.id}; it says that it was drafted")
    app.screen.out((f"      {reach(new)}; other words: growth edit {new.id}", "dim"))
