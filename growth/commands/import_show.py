"""An import in words: what it would do before it is done, and what it did."""

from collections.abc import Mapping

from growth.app import App
from growth.commands.import_work import Work, misread, unread
from growth.commands.sources import Source
from growth.exchange.formats import label
from growth.exchange.left_out import over_files
from growth.records.entry import Entry
from growth.records.session import Session
from growth.rules.day_words import counted
from growth.terminal import imports as display
from growth.terminal.imported_columns import columns
from growth.terminal.screen import Part

_NOTHING = "there is nothing in it to import"


def preview(app: App, work: Work, read: list[Source], skip: bool | None, *, to_stdout: bool) -> None:
    """Show what was understood, and what was not; `skip` tells whether what is in doubt is left out."""
    show = app.screen.out if to_stdout else app.screen.say
    formats = dict.fromkeys(label(source.reading.format) for source in read)
    show(f"{', '.join(formats)}: {amount(work)}, {work.already} already here")
    for parts in columns(_columns(read), app.screen.width):
        show(*parts)
    unsure(app, read, to_stdout=to_stdout)
    for parts in display.preview(work.plan, app.screen.width):
        show(*parts)
    titles = [pair for source in read for pair in source.reading.titles]
    for parts in display.by_rule(titles, read_left(read)):
        show(*parts)
    for parts in display.brought((*work.renewed, *work.own.changed), app.screen.width):
        show(*parts)
    for parts in display.not_understood(misread(read), app.screen.width, skip=skip):
        show(*parts)
    unread_marks(app, work, read, to_stdout=to_stdout)
    show_replies(app, work, to_stdout=to_stdout)
    if work.register:
        from growth.terminal.practice_imports import preview as register

        for parts in register(work.practices, app.screen.width):
            show(*parts)


def unsure(app: App, read: list[Source], *, to_stdout: bool) -> None:
    """Say whose work was taken for mine, though nobody told, and by what meetings would be known."""
    show = app.screen.out if to_stdout else app.screen.say
    for whose in dict.fromkeys(source.reading.whose for source in read if source.reading.whose):
        show(f"taken as yours: the work of {whose}; for good: growth config set me.logins {whose}")
    calendars = [source.reading for source in read if source.reading.format == "ics"]
    if calendars:
        from growth.commands import import_calendar

        if unknown := import_calendar.unknown(app, calendars):
            show((unknown, "dim"))


def not_understood(app: App, read: list[Source], *, skip: bool) -> None:
    """Say which columns were not used, and what no reader understood."""
    for parts in columns([pair for pair in _columns(read) if not pair[1]], app.screen.width):
        app.screen.say(*parts)
    for parts in display.not_understood(misread(read), app.screen.width, skip=skip):
        app.screen.say(*parts)


def _columns(read: list[Source]) -> list[tuple[str, str]]:
    """Return the columns of all files, each once."""
    return list(dict.fromkeys(pair for source in read for pair in source.reading.columns))


def unread_marks(app: App, work: Work, read: list[Source], *, to_stdout: bool) -> None:
    """Say, if there are any, that marks in the text do not count unless asked for."""
    if not any(source.reading.format == "markdown" for source in read):
        return
    from growth.rules.imported_marks import has_marks

    if has_marks(work.plan.new):
        (app.screen.out if to_stdout else app.screen.say)((display.UNREAD_MARKS, "dim"))


def marks_of_known(app: App, work: Work, *, to_stdout: bool) -> None:
    """Say which are here already without what their marks name: they are left as they are."""
    ids = unread(app, work.plan)
    if ids:
        show = app.screen.out if to_stdout else app.screen.say
        as_is = "1 entry as it is" if len(ids) == 1 else f"{len(ids)} entries as they are"
        edit = f"growth edit {ids[0]} --add-tag TAG"
        show((f"--read-marks leaves {as_is}, here already: {edit}", "dim"))


def show_replies(app: App, work: Work, *, to_stdout: bool) -> None:
    """Show what each reply is to the requests I made."""
    if work.replies is None:
        return
    from growth.terminal import replies

    show, people = app.screen.out if to_stdout else app.screen.say, app.people
    for doubt in work.replies.doubts:
        show((doubt, "late"))
    for outcome in work.replies.outcomes:
        for parts in replies.lines(outcome, people.name, app.screen.width):
            show(*parts)


def amount(work: Work) -> str:
    """Return how much there is to do, in words."""
    new = work.new + len(work.own.new)
    words: list[str] = []
    if work.replies and work.replies.todo:
        from growth.terminal.replies import amounts

        words = amounts(work.replies.outcomes)
    if work.register:
        from growth.terminal.practice_imports import amounts as of_practice

        words += of_practice(work.practices)
    words = [f"{new} new", *words] if new or not (words or work.opened) else words
    words += [f"{work.updates} brought up to date"] if work.updates else []
    words += [f"what {counted(len(work.opened), 'other')} shared"] if work.opened else []
    return ", ".join(words)


def tell(
    app: App, work: Work, read: list[Source], off: list[tuple[Part, ...]], share: str, left_out: int,
    ids: Mapping[str, str],
) -> None:  # fmt: skip
    """Say in one line what was done, and what was left; then what the user may look at."""
    outside = sum(source.outside for source in read)
    lost = sum(piece.kept is None for _, piece in misread(read))
    words = [f"{work.already} already here"] if work.already else []
    if work.plan.undated:
        words.append(f"{work.plan.undated} undated, of no period: growth list --undated")
    words += [f"{left_out} left out as undated or in doubt"] if left_out else []
    words += [f"{outside} outside of the days asked for"] if outside else []
    words += [f"{count} {what} left out" for what, count in display.left(read_left(read))]
    if work.replies and work.replies.unmarked:
        words.append(f"{counted(work.replies.unmarked, 'message')} without a marker left out")
    words += [f"{lost} {'line' if lost == 1 else 'lines'} not understood"] if lost else []
    done = amount(work) if work.todo else "nothing new" if words or _told(read) else _NOTHING
    if work.todo:
        words += [display.READERS[share]] if work.plan.new or work.replies or work.practices.new else []
        words.append("growth undo takes all of it back")
    app.screen.say("; ".join([done, *words]))
    to_look_at(app, work, off, ids)


def _told(read: list[Source]) -> bool:
    """Tell whether it is said by its reader why there is nothing new."""
    return any(source.reading.format in ("git", "ics") for source in read)


def to_look_at(app: App, work: Work, off: list[tuple[Part, ...]], ids: Mapping[str, str]) -> None:
    """Say what was left as it is, and what stands no longer where it came from.

    `ids` are those of what was stored in the place of that, by its key.
    """
    for record in (*work.edited, *work.practices.edited):
        app.screen.say(f"{record.id} reads differently in its source, but you have edited it: left as it is")
    for parts in display.kept(work.own.kept, app.screen.width):
        app.screen.say(*parts)
    for parts in display.vanished(work.vanished, ids, app.screen.width):
        app.screen.say(*parts)
    for parts in display.done_since(work.done, app.screen.width):
        app.screen.say(*parts)
    for parts in off:
        app.screen.say(*parts)


def called_off(app: App, read: list[Source]) -> list[tuple[Part, ...]]:
    """Return the lines on meetings called off since; after a save nothing is read that might fail."""
    ids = [one for source in read for one in source.reading.off]
    off = [record for one in ids if isinstance(record := app.store.get(one), Entry | Session)]
    return [*display.called_off(off, app.people.name, app.screen.width)] if off else []


def read_left(read: list[Source]) -> list[tuple[str, int]]:
    """Return what the readers left out by rule, and how many of each."""
    return over_files(pair for source in read for pair in source.reading.left)
