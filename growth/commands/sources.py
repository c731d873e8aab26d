"""What an import reads: files, standard input, repositories; every format turned into records of ours."""

import sys
from array import array
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from growth import files
from growth.app import App, named
from growth.clock import following
from growth.commands import import_options
from growth.errors import Refused, WrongUsage
from growth.exchange import formats, limits, not_read, recognise
from growth.records.dates import Period
from growth.records.imported import Misread, Reading, ReadOptions
from growth.records.kinds import Record
from growth.records.packed import packed

if TYPE_CHECKING:
    from growth.exchange.exported import Exported
    from growth.exchange.mail import Letter
    from growth.exchange.opened import Opened
    from growth.records.request import Request


MOST_MISREAD = 1000


class Source(NamedTuple):
    """One file, or one repository. `reading` holds foreign entries, `records` those of our own kinds,
    `letters` what may be replies to requests for feedback, `opened` what others shared with me; `fields`
    are those that records have where people write what they like; `faults` what is no record of ours,
    though it should be one."""

    name: str
    reading: Reading
    records: Collection[Record] = ()
    lines: Sequence[int] = ()
    outside: int = 0
    letters: "tuple[Letter, ...]" = ()
    opened: "tuple[Opened, ...]" = ()
    fields: tuple[str, ...] = ()
    faults: tuple[Misread, ...] = ()

    def place(self, number: int) -> str:
        """Return where a record stands, as well as it is known."""
        if len(self.lines) == len(self.records):
            return f"{self.name}:{self.lines[number]}"
        return f"{self.name}, record {number + 1}"


class Asked(NamedTuple):
    """What the user named, and how it is to be read. What has a `giver` is a reply of theirs.

    `shared` tells that a share was named for what is imported.
    """

    names: tuple[str, ...]
    format: str | None
    options: ReadOptions
    authors: tuple[str, ...] = ()
    giver: str | None = None
    marks: bool = False
    merges: bool = False
    shared: bool = False


def sources(app: App, asked: Asked) -> list[Source]:
    """Read all that is named, before anything is stored."""
    if asked.format == "git":
        return _git(app, asked)
    if asked.format == "github" and not asked.names:
        return [_github(app, asked)]
    if not asked.names:
        raise WrongUsage("no file is named", "growth import FILE…, or: growth import -f git")
    read = [_within(source, asked.options) for source in _named(app, asked)]
    import_options.check(asked, [source.reading.format for source in read])
    return [_marked(source) for source in read] if asked.marks else read


def _git(app: App, asked: Asked) -> list[Source]:
    import_options.check(asked, ["git"])
    from growth.commands.repositories import readings

    options = asked.options
    found = readings(app, asked.names, options.since, asked.authors, each=options.each, merges=asked.merges)
    return [_within(Source(name, reading), options) for name, reading in found]


def _github(app: App, asked: Asked) -> Source:
    """Return what the user's own `gh` finds of their work."""
    import_options.check(asked, ["github"])
    from growth.commands import github_search

    reading = github_search.reading(app, asked.authors, asked.options)
    return _within(Source(github_search.NAME, reading), asked.options)


def _named(app: App, asked: Asked) -> Iterator[Source]:
    for name in dict.fromkeys(asked.names):
        path = None if name == "-" else named(name)
        if path and path.is_dir():
            from growth.commands import folders, import_home, import_opened, import_practice
            from growth.terminal.progress import Progress

            if asked.format in (None, "growth") and import_home.is_home(path):
                yield _exported(name, import_home.records(app, path, name))
                continue
            whole = import_opened.folder(app, path)
            if whole:
                yield _exported(path.name, whole)
                continue
            kept = import_practice.folder(app, path, name, asked.format, asked.options)
            if kept:
                yield from (Source(path.resolve().name, reading) for reading in kept)
                continue
            with Progress(app.screen) as progress:
                for inner, shown in folders.inside(app, path, name, asked.format):
                    progress.at(shown)
                    source = _of_folder(app, asked, files.read(inner, limit=limits.SIZE), shown, inner)
                    if source:
                        yield source
        else:
            shown = path.name if path else "standard input"
            yield _file(app, asked, _bytes(name), shown, given=name, path=path)


def _of_folder(app: App, asked: Asked, data: bytes, shown: str, path: Path) -> Source | None:
    """Return what a file of a folder holds; what is in no form that is known is told, and left out."""
    try:
        source = _file(app, asked, data, shown, given=shown, path=path)
    except (WrongUsage, Refused) as fault:
        app.screen.say(f"left out: {fault.message}")
        return None
    if (source.records and source.reading.format != "growth") or source.letters:
        app.screen.say(f"left out: {shown} holds {formats.label(source.reading.format)}; name it by itself")
        return None
    return source


def _marked(source: Source) -> Source:
    if "--read-marks" not in formats.TAKEN.get(source.reading.format, ()):
        return source
    from growth.rules.imported_marks import reading_marks

    return source._replace(reading=reading_marks(source.reading))


def _file(app: App, asked: Asked, data: bytes, shown: str, *, given: str, path: Path | None) -> Source:
    not_read.check_page(data, shown)
    format_ = asked.format or _recognised(app, data, shown, asked.giver)
    if asked.format == "growth":
        format_ = _of_growth(data, shown)
    if format_ == "bundle":
        raise WrongUsage(f"{given} is a bundle", f"growth bundle open {given}")
    if format_ == "jsonl" or (format_ == "growth" and _is_document(data)):
        return _own(app, data, shown, format_)
    if format_ == "ics":
        from growth.commands import import_calendar

        return Source(shown, import_calendar.reading(app, data, shown, asked.options, shared=asked.shared))
    if format_ == "growth":
        from growth.exchange import exported

        return _exported(shown, exported.read(data, shown, app.now()))
    if format_ == "reply":
        from growth.exchange import mail

        return Source(shown, Reading(format="reply"), letters=mail.read(data, shown))
    if format_ == "mlflow":
        raise WrongUsage(f"{given} is no folder", "name the folder mlruns")
    if path and format_ in formats.PRACTICES:
        from growth.commands import import_practice

        return Source(shown, import_practice.one(path, data, format_, asked.options))
    return Source(shown, formats.BY_WORD[format_].reader.read(data, name=shown, options=asked.options))


def _of_growth(data: bytes, name: str) -> str:
    """Return which of our own forms a file has that is said to be an export; refuse what is none."""
    from growth.exchange import archive

    if archive.is_packed(data):
        return "growth"
    try:
        found = recognise.recognise(data, name)
    except WrongUsage as fault:
        why = fault.message.removeprefix(f"{name} ")
        raise WrongUsage(f"{name} is no export of growth: {why}", fault.hint) from None
    if found not in ("growth", "jsonl", "bundle"):
        raise WrongUsage(f"{name} is no export of growth, but {formats.label(found)}", "leave -f growth out")
    return found


def _recognised(app: App, data: bytes, name: str, giver: str | None) -> str:
    def asks(text: str) -> bool:
        from growth.rules.lost_marks import is_reply

        return is_reply(text, _requests(app)) if app.store.stems("feedback") else False

    return recognise.recognise(data, name, lambda: _markers(app), asks, reply=bool(giver))


def _requests(app: App) -> "list[Request]":
    from growth.records.request import Request

    return [one for one in app.store.all(Request) if one.state != "withdrawn"]


def _markers(app: App) -> frozenset[str]:
    from growth.records.request import Request

    return frozenset(asked.marker for request in app.store.all(Request) for asked in request.questions)


def _is_document(data: bytes) -> bool:
    from growth.exchange import jsonl

    return jsonl.is_document(data[:100].decode("utf-8-sig", "replace"))


def _own(app: App, data: bytes, name: str, format_: str) -> Source:
    from growth.exchange import jsonl

    misread: list[Misread] = []
    lines = array("I")

    def records() -> Iterator[Record]:
        for line, found in jsonl.each(data, name, app.now()):
            if not isinstance(found, Misread):
                lines.append(line)
                yield found
                continue
            misread.append(found)
            if len(misread) > MOST_MISREAD:
                raise Refused(
                    f"{name} holds more than {MOST_MISREAD:,} lines that are no records; "
                    f"the first is line {misread[0].line}: {misread[0].why}",
                    "look at what made it; nothing was imported",
                )

    those = packed(records())
    return Source(name, Reading(format=format_), those, lines, faults=tuple(misread))


def _exported(name: str, found: "Exported") -> Source:
    reading = Reading(format="growth", found=found.found, misread=found.unread, left=found.left)
    return Source(
        name, reading, found.records, found.lines, opened=found.opened, fields=found.fields,
        faults=found.misread,
    )  # fmt: skip


def _bytes(name: str) -> bytes:
    if name != "-":
        return files.read(named(name), limit=limits.LONG)
    if sys.stdin is None:
        raise WrongUsage("there is nothing on standard input", "name a file")
    data = sys.stdin.buffer.read(limits.LONG + 1)
    if len(data) > limits.LONG:
        raise Refused(f"standard input is larger than {limits.LONG >> 20} MB", "split it")
    return data


def _within(source: Source, options: ReadOptions) -> Source:
    """Return a source without what is older than --since or newer than --until; what is undated stays.

    One of too many records is refused.
    """
    count = len(source.reading.found) + len(source.reading.misread) + len(source.faults)
    if count > limits.LONG_LINES:
        raise WrongUsage(
            f"{source.name} holds {count:,} records; an import takes {limits.LONG_LINES:,} at most",
            "split it into several files",
        )
    if options.since is None and options.until is None:
        return source
    given = [word for word in ("since", "until") if getattr(options, word)]
    if source.records or source.letters:
        which = " and ".join(f"--{word}" for word in given)
        what = (
            f"{formats.label(source.reading.format)}: records come as they are" if source.records
            else "replies to requests for feedback"
        )  # fmt: skip
        raise WrongUsage(
            f"{which} {'does' if len(given) == 1 else 'do'} not go with {what}",
            "leave it out" if len(given) == 1 else "leave them out",
        )
    period = Period(options.since, following(options.until) if options.until else None)
    reading = source.reading
    kept = packed(found for found in reading.found if found.day is None or found.day in period)
    outside = len(reading.found) - len(kept)
    return source._replace(reading=msgspec.structs.replace(reading, found=kept), outside=outside)
