"""growth import: foreign files, git history, replies and our own records, all or nothing."""

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

import click

from growth import clock
from growth.app import App, pass_app
from growth.commands import import_own, options
from growth.commands.sources import Source, sources
from growth.errors import Refused, WrongUsage
from growth.records.entry import Entry, Share
from growth.records.imported import Found, Misread, Plan, Reading
from growth.rules import importing
from growth.rules.day_words import counted
from growth.rules.own_records import OwnPlan
from growth.rules.reimport import renewed
from growth.store.change import changing
from growth.terminal import imports as display

if TYPE_CHECKING:
    from growth.commands.import_reply import Replies

MOMENT = datetime.timedelta(microseconds=1)


class Work(NamedTuple):
    """What an import would do. `edited` are entries whose source has changed, and so have their words."""

    plan: Plan
    own: OwnPlan
    renewed: tuple[tuple[Entry, Entry], ...] = ()
    edited: tuple[Entry, ...] = ()
    replies: "Replies | None" = None

    @property
    def todo(self) -> int:
        answers = self.replies.todo if self.replies else 0
        return len(self.plan.new) + len(self.own.new) + len(self.renewed) + answers

    @property
    def already(self) -> int:
        answers = self.replies.already if self.replies else 0
        return len(self.plan.already) + self.own.already + answers


@click.command("import")
@click.argument("names", nargs=-1, metavar="FILE...")
@click.option(
    "-f", "--format", "format_", type=click.Choice(["markdown", "git", "jsonl", "reply"]),
    help="The format; else each file's content says. git reads repositories, by default this one.",
)  # fmt: skip
@click.option(
    "--from", "giver", metavar="PERSON",
    help="Whose reply it is, also one nobody asked for; no text is read as work then.",
)  # fmt: skip
@options.since
@click.option(
    "--author", "authors", multiple=True, metavar="EMAIL",
    help="With -f git: whose commits; else me: me.emails, or git's own user.email.",
)  # fmt: skip
@options.tags
@click.option(
    "--read-marks", "marks", is_flag=True,
    help="With Markdown: let #tags, @people and +projects in its text count.",
)  # fmt: skip
@options.share
@click.option(
    "--skip-undated/--keep-undated", "skip", default=None,
    help="Leave out what has no day or is in doubt, or keep it as undated; else asked, or kept.",
)  # fmt: skip
@options.dry_run
@options.yes
@pass_app
def import_(
    app: App, /, names: tuple[str, ...], format_: str | None, since: str | None, authors: tuple[str, ...],
    tags: tuple[str, ...], share: str | None, skip: bool | None, dry_run: bool, yes: bool, giver: str | None,
    marks: bool,
) -> None:  # fmt: skip
    """Import Markdown, git history, replies or JSON Lines.

    FILE is dated Markdown (a brag document, worklog or weeknotes), a reply to a request for feedback
    (pasted text, a form's block, .eml, mbox, HTML), JSON Lines of growth's own records, or - for
    standard input; with -f git it is a repository or a folder of them. On a terminal you see what was
    understood before anything is stored. Importing the same again adds nothing. All of it is one
    change, so one undo takes it back. Nothing is printed to stdout.

    \b
      growth import brag-2025.md weeknotes/*.md
      growth import -f git --since 6m --author me
      growth import reply.eml
      growth list --json | growth --home elsewhere import -
    """
    first = clock.day(since, app.today) if since else None
    read = sources(app, names, format_, first, authors, giver, marks=marks)
    seen = _seen(app)
    import_own.check(read, reworded=bool(tags or share))
    work = _work(app, read, keep=True)._replace(replies=_replies(app, read, giver, tags, share))
    asks = app.screen.asks and not yes and not dry_run
    if asks or dry_run:
        _preview(app, work, read, to_stdout=dry_run)
    else:
        _not_understood(app, read)
        _unread_marks(app, work, read, to_stdout=False)
        _show_replies(app, work, to_stdout=False)
    left_out = 0
    if skip or (asks and skip is None):
        work, left_out = _without_doubtful(app, work, read, ask=not skip)
    # An answer stays with me until I share it, whatever entries do.
    mine = work.replies and not work.plan.new
    reach = cast(Share, share or ("private" if mine else app.config.text("log.share")))
    if dry_run:
        app.screen.say(f"{work.todo} would be imported; {display.READERS[reach]}")
        return
    if work.todo and asks:
        from growth.terminal.prompts import confirm

        if not confirm(app.screen, f"Import {_amount(work)}? {display.READERS[reach].capitalize()}."):
            raise Refused("nothing was imported")
    if work.todo:
        _save(app, work, tags, reach, seen)
    _tell(app, work, read, reach, left_out)


def _seen(app: App) -> tuple[int, int]:
    """Return which change of the store this command has looked at."""
    known, tail = app.store.state
    return known.applied, len(tail.pending)


def _work(app: App, read: list[Source], *, keep: bool) -> Work:
    """Return what there is to do; without `keep` what is undated or in doubt is left out."""
    # What was joined out of two has the keys of both.
    here = {key: entry for entry in app.store.entries() for key in entry.source.splitlines()}
    keys = list(here)
    plan = importing.plan([_readable(source.reading, keep) for source in read], keys)
    pairs, edited = [], []
    for key, found in plan.changed:
        old = here[key]
        new = renewed(old, found)
        if new is None:
            edited.append(old)
        else:
            pairs.append((old, new))
    return Work(plan, import_own.plan(app, read, keys), tuple(pairs), tuple(edited))


def _replies(
    app: App, read: list[Source], giver: str | None, tags: Sequence[str], share: str | None
) -> "Replies | None":
    if not giver and not any(source.letters for source in read):
        return None
    from growth.commands import import_reply

    if tags:
        raise WrongUsage("--tag does not go with replies to requests for feedback", "leave it out")
    return import_reply.plan(app, read, giver, cast(Share | None, share))


def _show_replies(app: App, work: Work, *, to_stdout: bool) -> None:
    if work.replies is None:
        return
    from growth.terminal import replies

    show, people = app.screen.out if to_stdout else app.screen.say, app.people
    for doubt in work.replies.doubts:
        show((doubt, "late"))
    for outcome in work.replies.outcomes:
        for parts in replies.lines(outcome, people.name, app.screen.width):
            show(*parts)


def _readable(reading: Reading, keep: bool) -> Reading:
    """Return a reading with what its doubtful lines become, or without all that is in doubt."""
    if keep:
        found = [*reading.found, *(piece.kept for piece in reading.misread if piece.kept)]
        found.sort(key=lambda entry: entry.line)
    else:
        found = [entry for entry in reading.found if entry.day]
    return Reading(format=reading.format, found=tuple(found))


def _preview(app: App, work: Work, read: list[Source], *, to_stdout: bool) -> None:
    show = app.screen.out if to_stdout else app.screen.say
    formats = dict.fromkeys(display.FORMATS[source.reading.format] for source in read)
    show(f"{', '.join(formats)}: {_amount(work)}, {work.already} already here")
    for parts in display.preview(work.plan, app.screen.width):
        show(*parts)
    for parts in display.not_understood(_misread(read), app.screen.width):
        show(*parts)
    _unread_marks(app, work, read, to_stdout=to_stdout)
    _show_replies(app, work, to_stdout=to_stdout)


def _unread_marks(app: App, work: Work, read: list[Source], *, to_stdout: bool) -> None:
    """Say, if there are any, that marks in the text do not count unless asked for."""
    if not any(source.reading.format == "markdown" for source in read):
        return
    from growth.rules.imported_marks import has_marks

    if has_marks(work.plan.new):
        (app.screen.out if to_stdout else app.screen.say)((display.UNREAD_MARKS, "dim"))


def _amount(work: Work) -> str:
    new = len(work.plan.new) + len(work.own.new)
    words: list[str] = []
    if work.replies and work.replies.todo:
        from growth.terminal.replies import amounts

        words = amounts(work.replies.outcomes)
    words = [f"{new} new", *words] if new or not words else words
    return ", ".join(words) + (f", {len(work.renewed)} brought up to date" if work.renewed else "")


def _not_understood(app: App, read: list[Source]) -> None:
    for parts in display.not_understood(_misread(read), app.screen.width):
        app.screen.say(*parts)


def _misread(read: list[Source]) -> list[tuple[str, Misread]]:
    return [(source.name, piece) for source in read for piece in source.reading.misread]


def _without_doubtful(app: App, work: Work, read: list[Source], *, ask: bool) -> tuple[Work, int]:
    """Return the work without what is undated or in doubt, unless the user keeps it, and how much that is."""
    sure = _work(app, read, keep=False)._replace(replies=work.replies)
    doubtful = work.todo - sure.todo
    if doubtful and ask:
        from growth.terminal.prompts import confirm

        what = "one that is" if doubtful == 1 else f"{doubtful} that are"
        if not confirm(app.screen, f"Leave out the {what} undated or in doubt?", flag="--skip-undated"):
            return work, 0
    return (sure, doubtful) if doubtful else (work, 0)


def _save(app: App, work: Work, tags: tuple[str, ...], share: Share, seen: tuple[int, int]) -> None:
    tags = tuple(tag.removeprefix("#") for tag in tags)
    with changing(app.store, "import") as change:
        if sum(_seen(app)) != sum(seen):
            raise Refused("the store was changed meanwhile, by another terminal", "run it again")
        for number, found in enumerate(work.plan.new):
            change.add(_entry(app, found, number, tags, share))
        for old, new in work.renewed:
            change.edit(old, new)
        for record in work.own.new:
            change.add(record)
        if work.replies:
            from growth.commands.import_reply import save

            save(change, work.replies)


def _entry(app: App, found: Found, number: int, tags: tuple[str, ...], share: Share) -> Entry:
    # A moment apart, so that the entries of one day stay in the order of their file.
    created = app.now() + MOMENT * number
    return importing.entry(found, today=app.today, created=created, share=share, tags=tags)


def _tell(app: App, work: Work, read: list[Source], share: str, left_out: int) -> None:
    older = sum(source.older for source in read)
    misread = sum(piece.kept is None for _, piece in _misread(read))
    words = [f"{work.already} already here"] if work.already or not work.todo else []
    if work.plan.undated:
        words.append(f"{work.plan.undated} undated, of no period: growth list --undated")
    words += [f"{left_out} left out as undated or in doubt"] if left_out else []
    words += [f"{older} older than --since"] if older else []
    if work.replies and work.replies.unmarked:
        words.append(f"{counted(work.replies.unmarked, 'message')} without a marker left out")
    words += [f"{misread} {'line' if misread == 1 else 'lines'} not understood"] if misread else []
    if work.todo:
        words += [display.READERS[share]] if work.plan.new or work.replies else []
        words.append("growth undo takes all of it back")
    app.screen.say("; ".join([_amount(work) if work.todo else "nothing new", *words]))
    for entry in work.edited:
        app.screen.say(f"{entry.id} has new commits, but you have edited it: left as it is")
