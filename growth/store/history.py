"""history/: one line for every change, with each record before and after. Its fsync is the commit."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from growth import files
from growth.errors import Damaged
from growth.records.dates import Instant
from growth.store.meta import Meta
from growth.store.seal import close_line, is_closed

# How much of the newest file's end is looked at when the store is opened. The whole of it is the
# matter of `doctor`, so that the cost of a command does not grow with what came before it.
LOOK_BACK = 1 << 16


class Turn(msgspec.Struct, frozen=True):
    """What a change did to one record: the document before and after, null for none."""

    file: str
    id: str
    before: msgspec.Raw
    after: msgspec.Raw


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One change. `undoes` is the number of the change that this one took back."""

    n: int
    at: Instant
    what: str
    undoes: int = 0
    records: tuple[Turn, ...] = ()


class Tail(msgspec.Struct, frozen=True):
    """The end of the history: changes not known to be applied, and the bytes that are whole."""

    month: str = ""
    size: int = 0
    pending: tuple[Line, ...] = ()
    torn: bool = False
    fault: str = ""


_decoder = msgspec.json.Decoder(Line)
NOTHING = msgspec.Raw(b"null")


def directory(home: Path) -> Path:
    return home / "history"


def months(home: Path) -> list[str]:
    """Return the months that have a history, oldest first."""
    try:
        return sorted(path.stem for path in directory(home).iterdir() if path.suffix == ".jsonl")
    except FileNotFoundError:
        return []


def path_of(home: Path, month: str) -> Path:
    return directory(home) / f"{month}.jsonl"


def decode(line: bytes, where: str) -> Line:
    """Return the change that a whole line holds; raise Damaged where it does not hold one."""
    if not is_closed(line):
        raise Damaged(f"{where} was changed by something other than growth", "see: growth doctor")
    return _decoder.decode(line)


def encode(line: Line) -> bytes:
    return close_line(msgspec.json.encode(line)) + b"\n"


def tail(home: Path, meta: Meta) -> Tail:
    """Look at what lies behind the applied changes, and at the newest of those.

    A last line without its newline was never acknowledged: torn, to be cut by the next writer.
    """
    found = [month for month in months(home) if month >= meta.month]
    if meta.month and meta.month not in found:
        raise Damaged(f"history/{meta.month}.jsonl is missing", "see: growth doctor")
    pending: list[Line] = []
    size, torn, fault = 0, False, ""
    for month in found:
        known = meta.size if month == meta.month else 0
        start = max(0, known - LOOK_BACK)
        data = files.read_own(path_of(home, month), start=start) or b""
        if start + len(data) < known:
            raise Damaged(f"history/{month}.jsonl is shorter than it was", "see: growth doctor")
        fault = fault or _check(data[: known - start], whole=start == 0, where=f"history/{month}.jsonl")
        size = known
        pieces = data[known - start :].split(b"\n")
        for number, raw in enumerate(pieces):
            last = number >= len(pieces) - (1 if pieces[-1] else 2)
            if number == len(pieces) - 1 and not raw:
                break
            # A power cut may leave the length of a line without its content. A bad line that
            # another one follows is something else: it was acknowledged once.
            if number == len(pieces) - 1 or not is_closed(raw):
                if not last or month != found[-1]:
                    raise Damaged(f"history/{month}.jsonl is not what it was", "see: growth doctor")
                torn = True
                break
            line = _decoder.decode(raw)
            size += len(raw) + 1
            if line.n > meta.applied:
                _follow(line, pending[-1].n if pending else meta.applied, month)
                pending.append(line)
    return Tail(found[-1] if found else "", size, tuple(pending), torn, fault)


def _follow(line: Line, previous: int, month: str) -> None:
    if line.n != previous + 1:
        raise Damaged(f"history/{month}.jsonl goes from change {previous} to {line.n}", "see: growth doctor")


def _check(data: bytes, *, whole: bool, where: str) -> str:
    lines = data.splitlines() if whole else data.splitlines()[1:]
    if data and not data.endswith(b"\n"):
        raise Damaged(f"{where} is not what it was", "see: growth doctor")
    for line in lines:
        if not is_closed(line):
            try:
                _decoder.decode(line)
            except ValueError as error:
                raise Damaged(f"{where} cannot be read: {error}", "see: growth doctor") from None
            return f"{where} was changed by something other than growth"
    return ""


def backwards(home: Path) -> Iterator[Line]:
    """Yield all changes, newest first; raise Damaged at one that cannot be relied on."""
    for month in reversed(months(home)):
        data = files.read_own(path_of(home, month)) or b""
        lines = data.splitlines(keepends=True)
        if lines and not lines[-1].endswith(b"\n"):
            lines.pop()
        for line in reversed(lines):
            yield decode(line[:-1], f"history/{month}.jsonl")
