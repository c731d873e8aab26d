"""Everything there is, in plain files that a person can read in twenty years."""

from collections.abc import Iterator
from pathlib import Path

from growth import config, files, shelf
from growth.app import App, named
from growth.commands import export_folder
from growth.commands.audiences import names_of
from growth.commands.export_records import of_store, tell
from growth.commands.export_text import Out
from growth.errors import WrongUsage
from growth.exchange import archive, ladder_toml, opened, out_jsonl
from growth.records.ids import short
from growth.records.ladder import Ladder
from growth.rules import exporting
from growth.rules.audience import ME
from growth.rules.select import Selection
from growth.store.others import ABOUT, others
from growth.store.store import OTHERS

_TEXT = """\
{title}
{line}

Made on {day} by growth {version}, a command-line program. All of it is plain text (UTF-8).

To read
  journal/       the journal in Markdown, a file a month; meetings.md, feedback.md, promises.md,
                 goals.md and the like beside it hold the rest, as far as there is any
  ladders/       career ladders that were imported, in TOML

To bring back
  records.jsonl  every record, one a line, as JSON: what a record is says its field "record",
                 its days are local calendar days, its instants carry their offset from UTC.
                 A reference from one record to another is an id. A field that is missing has
                 its usual value; growth config schema entry prints them all
  opened/        what others shared, a file for each of them: their records stay theirs
  config.toml    the settings
  templates/     templates and questions of one's own

With growth:      growth import {name}
                  makes the same store of it, where there is none. Settings and templates are
                  not taken from an archive, for they name programs to run: copy them by hand
                  into the folder that growth config path names.
Without growth:   everything under journal/ is there to be read as it is, and records.jsonl is
                  read by whatever reads JSON, a line at a time.

Not in here: the history of changes, backups, and drafts that were never saved.
This archive holds everything, private notes too. Keep it where only you can read it.
"""


def write(app: App, output: str | None, yes: bool) -> None:
    """Write an archive, or a directory, of everything."""
    if not output or output == "-":
        name = f"growth-{app.today}.zip"
        raise WrongUsage("--everything needs a place", f"growth export --everything -o {name}, or -o DIR")
    path = named(output)
    records = exporting.mine(of_store(app, Selection()))
    tell(app, records, ME)
    out = Out(records, ME, names_of(app), Selection())
    top = path.name
    ending = next((one for one in archive.ENDINGS if top.lower().endswith(one)), "")
    if not ending and path.suffix and not path.is_dir():
        known = ", ".join(archive.ENDINGS)
        raise WrongUsage(f"{output} is no archive", f"end it in one of {known}, or name a directory")
    parts = dict(_parts(app, out, top))
    if not ending:
        export_folder.write(app, path, parts, yes)
        return
    top = top[: -len(ending)] or "growth"
    data = archive.pack(parts, top, app.now(), tar=ending != ".zip")
    export_folder.write_one(app, path, data, yes)


def _parts(app: App, out: Out, name: str) -> Iterator[tuple[str, bytes]]:
    from growth import __version__

    line = "=" * len(archive.TITLE)
    text = _TEXT.format(title=archive.TITLE, line=line, day=app.today, version=__version__, name=name)
    yield archive.README, text.encode()
    yield archive.RECORDS, out_jsonl.write(out.going.records)
    for file, data in export_folder.split(app, out, "month").items():
        yield f"journal/{file}", data
    for one in out.going.records:
        if isinstance(one, Ladder):
            yield f"ladders/{export_folder.slug(one.key)}-{short(one.id)}.toml", ladder_toml.write(one)
    yield from _opened(app)
    yield from _own(app.home)


def _opened(app: App) -> Iterator[tuple[str, bytes]]:
    for theirs in others(app.store):
        row = next(iter(app.store.rows(f"{OTHERS}{theirs.store}", ABOUT)))
        yield archive.opened_name(theirs.store), opened.write(dict(row), theirs.records)


def _own(home: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the settings, and all templates of the user's own."""
    settings = files.read_own(config.path(home), limit=config.LIMIT)
    if settings is not None:
        yield "config.toml", settings
    shelves = shelf.own(home)
    for path in sorted(shelves.rglob("*")) if shelves.is_dir() else ():
        data = files.read_own(path, limit=shelf.LIMIT) if path.is_file() and not path.is_symlink() else None
        if data is not None:
            yield f"templates/{path.relative_to(shelves)}", data
