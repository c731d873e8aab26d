"""What an import reads: files, standard input, repositories; every format turned into records of ours."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from growth import files
from growth.app import App, named
from growth.errors import Refused, WrongUsage
from growth.exchange import limits, recognise
from growth.records.dates import Day
from growth.records.imported import Misread, Reading
from growth.records.kinds import Record

if TYPE_CHECKING:
    from growth.exchange.mail import Letter
    from growth.records.request import Request

_LIST = re.compile(rb"\s*\[\s*[{\]]")


class Source(NamedTuple):
    """One file, or one repository. `reading` holds foreign entries, `records` those of our own kinds,
    `letters` what may be replies to requests for feedback."""

    name: str
    reading: Reading
    records: tuple[Record, ...] = ()
    lines: tuple[int, ...] = ()
    older: int = 0
    letters: "tuple[Letter, ...]" = ()

    def place(self, number: int) -> str:
        """Return where a record stands, as well as it is known."""
        if len(self.lines) == len(self.records):
            return f"{self.name}:{self.lines[number]}"
        return f"{self.name}, record {number + 1}"


def sources(
    app: App,
    names: tuple[str, ...],
    format_: str | None,
    since: Day | None,
    authors: tuple[str, ...],
    giver: str | None = None,
    *,
    marks: bool = False,
) -> list[Source]:
    """Read all that is named, before anything is stored; what has a `giver` is a reply of theirs."""
    if marks and format_ == "git":
        raise WrongUsage("--read-marks goes with Markdown", "leave it out")
    if format_ == "git":
        from growth.commands.repositories import readings

        return [Source(name, reading) for name, reading in readings(app, names, since, authors)]
    if authors:
        raise WrongUsage("--author goes with -f git", "leave it out")
    if not names:
        raise WrongUsage("no file is named", "growth import FILE…, or: growth import -f git")
    read = [_since(_file(app, name, format_, giver), since) for name in dict.fromkeys(names)]
    return [_marked(source) for source in read] if marks else read


def _marked(source: Source) -> Source:
    if source.reading.format != "markdown":
        raise WrongUsage(f"--read-marks goes with Markdown: {source.name} is none", "leave it out")
    from growth.rules.imported_marks import reading_marks

    return source._replace(reading=reading_marks(source.reading))


def _file(app: App, name: str, format_: str | None, giver: str | None) -> Source:
    data, shown = _bytes(name), "standard input" if name == "-" else Path(name).name
    if format_ is None:
        # What `growth list --json` prints is a list, which a file's ending would tell and a pipe's cannot.
        piped = name == "-" and _LIST.match(data)
        format_ = "jsonl" if piped else _recognised(app, data, shown, giver)
    if format_ == "bundle":
        raise WrongUsage(f"{name} is a bundle", f"growth bundle open {name}")
    if format_ == "jsonl":
        return _own(app, data, shown)
    if format_ == "reply":
        from growth.exchange import mail

        return Source(shown, Reading(format="reply"), letters=mail.read(data, shown))
    from growth.exchange import markdown_dated

    return Source(shown, markdown_dated.read(data, name=shown))


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


def _own(app: App, data: bytes, name: str) -> Source:
    from growth.exchange import jsonl

    records, misread = jsonl.read(data, name=name, created=app.now())
    lines = [number for number, line in enumerate(data.splitlines(), start=1) if line.strip()]
    return Source(name, Reading(format="jsonl", misread=misread), records, tuple(lines))


def _bytes(name: str) -> bytes:
    if name != "-":
        path = named(name)
        if path.is_dir():
            raise Refused(
                f"{name} is a directory", f"for files: growth import {name}/*.md; for commits: add -f git"
            )
        return files.read(path, limit=limits.SIZE)
    if sys.stdin is None:
        raise WrongUsage("there is nothing on standard input", "name a file")
    data = sys.stdin.buffer.read(limits.SIZE + 1)
    if len(data) > limits.SIZE:
        raise Refused(f"standard input is larger than {limits.SIZE // 1_000_000} MB", "split it")
    return data


def _since(source: Source, since: Day | None) -> Source:
    """Return a source without what is older than `since`; what is undated stays."""
    if since is None:
        return source
    if source.records:
        raise WrongUsage("--since does not go with JSON Lines: records come as they are", "leave it out")
    if source.letters:
        raise WrongUsage("--since does not go with replies to requests for feedback", "leave it out")
    kept = tuple(found for found in source.reading.found if found.day is None or found.day >= since)
    misread: tuple[Misread, ...] = source.reading.misread
    reading = Reading(
        format=source.reading.format, found=kept, misread=misread, structure=source.reading.structure
    )
    return source._replace(reading=reading, older=len(source.reading.found) - len(kept))
