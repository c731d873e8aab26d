"""growth import: foreign files, git history, replies and our own records, all or nothing."""

from typing import TYPE_CHECKING, cast

import click
from msgspec.structs import replace

from growth import clock
from growth.app import App, pass_app
from growth.commands import import_own, import_show, options
from growth.commands.import_work import Work, save, seen, work
from growth.commands.sources import Asked, Source, sources
from growth.errors import Refused, WrongUsage
from growth.exchange.formats import BY_WORD, OURS
from growth.records.entry import Share
from growth.records.imported import ReadOptions
from growth.rules.practice_import import PracticePlan
from growth.terminal.imports import READERS

if TYPE_CHECKING:
    from growth.commands.import_reply import Replies


@click.command("import")
@click.argument("names", nargs=-1, metavar="FILE...")
@click.option(
    "-f", "--format", "format_", type=click.Choice([*BY_WORD, *OURS]), metavar="FORMAT",
    help="The format; else each file's content says. git reads repositories, by default this one.",
)  # fmt: skip
@click.option(
    "--from", "giver", metavar="PERSON",
    help="Whose reply it is, also one nobody asked for; no text is read as work then.",
)  # fmt: skip
@options.since
@options.until
@click.option(
    "--author", "authors", multiple=True, metavar="WHO",
    help="Whose work it is: an address, a login; else me: me.emails, me.logins, or git's user.email.",
)  # fmt: skip
@click.option(
    "--each", is_flag=True, help="An entry for each commit or stretch of time, not one a day and project."
)
@click.option("--merges", is_flag=True, help="With -f git: merges, too.")
@click.option(
    "--map", "columns", multiple=True, metavar="COLUMN=FIELD",
    help="With a table: which field a column is; repeatable. - leaves the column out.",
)  # fmt: skip
@click.option("--lang", metavar="CODE", default="en", help="The language of its months and days: de, fr …")
@click.option(
    "--date-format", "dates", metavar="FORM", callback=options.filled,
    help="How its days are written, as in '%d/%m/%Y'.",
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
    app: App, /, names: tuple[str, ...], format_: str | None, since: str | None, until: str | None,
    authors: tuple[str, ...], each: bool, merges: bool, columns: tuple[str, ...], lang: str,
    dates: str | None, tags: tuple[str, ...], share: str | None, skip: bool | None, dry_run: bool, yes: bool,
    giver: str | None, marks: bool,
) -> None:  # fmt: skip
    """Import your history: notes, trackers, git, calendars.

    FILE is a file, a folder of notes, or - for standard input. Its content says what it is: Markdown,
    Org, jrnl, Day One, Watson, timewarrior, taskwarrior, todo.txt, Toggl, GitHub, GitLab or Jira as
    JSON, a calendar, any CSV or JSON, a reply to a request for feedback, an export or a folder of
    growth itself; for the practice register a DVC project, an MLflow store, a model's card, a promptfoo
    configuration. With -f git it is a repository or a folder of them; -f github alone asks your own gh.

    On a terminal you see what was understood before anything is stored. Importing the same again adds
    nothing; what changed there follows, unless you edited it here. All of it is one change, so one
    undo takes it back. Nothing is printed to stdout. docs/IMPORT.md says what becomes of what.

    \b
      growth import brag-2025.md ~/vault/daily
      growth import -f git ~/src --since 1y --author me
      growth import hours.csv --map 'Task name=title' --tag imported --dry-run
      growth import -f github --since 1y
    """
    asked = Asked(
        names, format_, authors=authors, giver=giver, marks=marks, merges=merges, shared=bool(share),
        options=ReadOptions(
            today=app.today, lang=lang, dates=dates or "", columns=_columns(columns), each=each,
            me=_me(app, authors),
            since=clock.day(since, app.today) if since else None,
            until=clock.day(until, app.today) if until else None,
        ),
    )  # fmt: skip
    before = seen(app)
    read = sources(app, asked)
    import_own.check(read, reworded=bool(tags or share))
    replies = _replies(app, read, giver, tags, share)
    todo = work(app, read, keep=True)._replace(
        replies=replies, practices=_practices(app, read, tags, asked.options)
    )  # fmt: skip
    # Many records take much room, and those that are new are held by the plan.
    read = [source._replace(records=(), lines=()) for source in read]
    asks = app.screen.asks and not yes and not dry_run
    if asks or dry_run:
        import_show.preview(app, todo, read, skip if asks else bool(skip), to_stdout=dry_run)
    else:
        import_show.unsure(app, read, to_stdout=False)
        import_show.not_understood(app, read, skip=bool(skip))
        import_show.unread_marks(app, todo, read, to_stdout=False)
        import_show.show_replies(app, todo, to_stdout=False)
    if marks:
        import_show.marks_of_known(app, todo, to_stdout=dry_run)
    left_out = 0
    if skip or (asks and skip is None):
        todo, left_out = _without_doubtful(app, todo, read, ask=not skip)
    # An answer stays with me until I share it, whatever entries do; so does what was typed into an export.
    mine = (todo.replies and not todo.plan.new) or any(
        source.reading.format == "growth" and source.reading.found for source in read
    )
    reach = cast(Share, share or ("private" if mine else app.config.text("log.share")))
    read = [source._replace(reading=replace(source.reading, found=())) for source in read]
    off = import_show.called_off(app, read)
    if dry_run:
        app.screen.say(f"{todo.todo} would be imported; {READERS[reach]}")
        import_show.to_look_at(app, todo, off, {})
        return
    if todo.todo and asks:
        from growth.terminal.prompts import confirm

        if not confirm(app.screen, f"Import {import_show.amount(todo)}? {READERS[reach].capitalize()}."):
            raise Refused("nothing was imported")
    plain = tuple(tag.removeprefix("#") for tag in tags)
    ids = save(app, todo, plain, reach, before) if todo.todo else {}
    import_show.tell(app, todo, read, off, reach, left_out, ids)


def _columns(pairs: tuple[str, ...]) -> dict[str, str]:
    """Return which field each column is; the last `=` parts them, for a column may hold one."""
    found = {}
    for pair in pairs:
        column, equals, field = pair.rpartition("=")
        if not equals or not column or not field:
            raise WrongUsage(f"--map {pair!r} has no column and field", "write --map 'Task name=title'")
        found[column.strip()] = field.strip()
    return found


def _me(app: App, authors: tuple[str, ...]) -> frozenset[str]:
    """Return the addresses and logins of who is meant: mine, unless others are named."""
    mine = (*app.config.texts("me.emails"), *app.config.texts("me.logins"))
    named = (name for author in authors or ("me",) for name in (mine if author == "me" else (author,)))
    return frozenset(name.casefold() for name in named)


def _replies(
    app: App, read: list[Source], giver: str | None, tags: tuple[str, ...], share: str | None
) -> "Replies | None":
    if not giver and not any(source.letters for source in read):
        return None
    from growth.commands import import_reply

    if tags:
        raise WrongUsage("--tag does not go with replies to requests for feedback", "leave it out")
    return import_reply.plan(app, read, giver, cast(Share | None, share))


def _practices(app: App, read: list[Source], tags: tuple[str, ...], options: ReadOptions) -> PracticePlan:
    readings = [source.reading for source in read if source.reading.practices]
    given = {"--tag": tags, "--since": options.since, "--until": options.until}
    for option, value in given.items():
        if value and readings:
            raise WrongUsage(f"{option} does not go with the practice register", "leave it out")
    if not readings:
        return PracticePlan()
    from growth.commands import import_practice

    return import_practice.plan(app, readings)


def _without_doubtful(app: App, todo: Work, read: list[Source], *, ask: bool) -> tuple[Work, int]:
    """Return the work without what is undated or in doubt, unless the user keeps it, and how much that is."""
    sure = work(app, read, keep=False, own=todo.own)._replace(replies=todo.replies, practices=todo.practices)
    doubtful = todo.todo - sure.todo
    if doubtful and ask:
        from growth.terminal.prompts import confirm

        what = "one that is" if doubtful == 1 else f"{doubtful} that are"
        if not confirm(app.screen, f"Leave out the {what} undated or in doubt?", flag="--skip-undated"):
            return todo, 0
    return (sure, doubtful) if doubtful else (todo, 0)
