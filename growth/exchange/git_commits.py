"""One commit as `git log` prints it: whose, when on the author's own clock, and the parts of its message."""

import datetime
import re

import msgspec

from growth.records.dates import Day

UNIT = "\x1f"
FORMAT = "%x1f".join(("%H", "%P", "%ad", "%aE", "%B"))
NO_SUBJECT = "(no subject)"
# The farthest clocks of the world; a zone beyond them is a broken commit, and read as UTC.
_FARTHEST = 14 * 60
_RAW_DATE = re.compile(r"(?P<seconds>-?\d{1,15}) (?P<sign>[-+])(?P<hours>\d{2,})(?P<minutes>\d\d)")
# The lines that people and programs put under a message; what they say is no part of what was done.
_TRAILER = re.compile(r"(?P<key>[A-Za-z][A-Za-z-]*):\s+(?P<value>\S.*)")
_CO_AUTHOR = "co-authored-by"
_SIGNED = re.compile(
    r"(?:[a-z-]+-by|cc|change-id|x-[a-z-]+|(?:gerrit|phabricator|arc|differential)-?[a-z-]*)", re.IGNORECASE
)


class Commit(msgspec.Struct, frozen=True, omit_defaults=True):
    """One commit. `line` is its number; without a `day` its date is none that a calendar has."""

    line: int
    hash: str
    seconds: int
    day: Day | None
    email: str
    subject: str
    body: str = ""
    trailers: tuple[tuple[str, str], ...] = ()
    is_merge: bool = False

    @property
    def co_authors(self) -> tuple[str, ...]:
        """Who else wrote it, as they stand there: `Name <mail>`."""
        return tuple(value for key, value in self.trailers if key.lower() == _CO_AUTHOR)

    @property
    def text(self) -> str:
        """The message but for who signed it."""
        kept = [f"{key}: {value}" for key, value in self.trailers if not _SIGNED.fullmatch(key)]
        return "\n\n".join(part for part in (self.body, "\n".join(kept)) if part)


def local_day(raw: str) -> tuple[int, Day | None]:
    """Return the second that a raw date of git names, and the day its author had then."""
    match = _RAW_DATE.fullmatch(raw.strip())
    if match is None:
        return 0, None
    seconds = int(match["seconds"])
    minutes = int(match["hours"]) * 60 + int(match["minutes"])
    if minutes > _FARTHEST or int(match["minutes"]) > 59:
        minutes = 0
    offset = -minutes if match["sign"] == "-" else minutes
    try:
        epoch = datetime.datetime(1970, 1, 1)
        return seconds, (epoch + datetime.timedelta(seconds=seconds + offset * 60)).date()
    except OverflowError:
        return seconds, None


def message(text: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """Return the subject of a message, its body, and the trailers that stood in either's last lines."""
    blocks = [block.split("\n") for block in _blocks(text.replace("\r\n", "\n"))]
    subject = " ".join(" ".join(blocks[0]).split()) if blocks else ""
    rest = blocks[1:]
    trailers: list[tuple[str, str]] = []
    # A forge that joins commits leaves each one's trailers where it ended.
    for block in rest:
        trailers += [pair for line in block if _is_co_author(line) and (pair := _trailer(line))]
    if rest and all(_trailer(line) for line in rest[-1]):
        trailers += [pair for line in rest.pop() if (pair := _trailer(line))]
    kept = ([line.replace("\r", " ").rstrip() for line in block if not _is_co_author(line)] for block in rest)
    body = "\n\n".join("\n".join(lines) for lines in kept if lines)
    return subject or NO_SUBJECT, body, tuple(dict.fromkeys(trailers))


def _blocks(text: str) -> list[str]:
    return [
        block.strip("\n") for block in re.split(r"\n[ \t\r]*(?:\n[ \t\r]*)+", text.strip()) if block.strip()
    ]


def _trailer(line: str) -> tuple[str, str] | None:
    match = _TRAILER.fullmatch(line.strip())
    return (match["key"], " ".join(match["value"].split())) if match else None


def _is_co_author(line: str) -> bool:
    return line.lstrip().lower().startswith(f"{_CO_AUTHOR}:")


def commit(record: str, line: int) -> Commit | None:
    """Return the commit that a record of `git log` holds, or None where it holds none."""
    fields = record.strip("\n").split(UNIT, 4)
    if len(fields) < 5:
        return None
    seconds, day = local_day(fields[2])
    subject, body, trailers = message(fields[4])
    return Commit(
        line, fields[0], seconds, day, fields[3], subject, body, trailers, len(fields[1].split()) > 1
    )
