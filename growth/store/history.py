"""history/: one line for every change, with each record before and after. Its fsync is the commit."""

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from growth import files
from growth.errors import Damaged
from growth.records.dates import Instant
from growth.store.meta import Meta
from growth.store.seal import close_line, close_pieces, is_closed
from growth.store.storage import FIRST, Aside
from growth.store.storage import NOTHING as NOTHING

# How much of the newest file's end is looked at when the store is opened. The whole of it is the
# matter of `doctor`, so that the cost of a command does not grow with what came before it.
LOOK_BACK = 1 << 16
# Stands in the place of a line that could not be read any more, so that the numbers go on.
LOST = "lost"
# A longer change is written in pieces of so many records.
_PIECE = 2000
# The turns of a line of more bytes are not held when it is read.
LONG = 4 << 20
ALTERED = "was changed by something other than growth"
Held = msgspec.Raw | Aside


def bytes_of(document: Held) -> msgspec.Raw:
    """Return the bytes of a document, wherever it lies."""
    return document.raw() if isinstance(document, Aside) else document


def differ(one: Held, other: Held) -> bool:
    """Tell whether two documents are not the same; what lies aside is read if it must be."""
    lengths = {held.length if isinstance(held, Aside) else len(held) for held in (one, other)}
    return len(lengths) > 1 or bytes_of(one) != bytes_of(other)


class Turn(msgspec.Struct, frozen=True, gc=False):
    """What a change did to one record: the document before and after, null for none."""

    file: str
    id: str
    before: msgspec.Raw
    after: msgspec.Raw

    def whole(self) -> "Turn":
        """Return the same with the bytes of documents that lie aside."""
        return Turn(self.file, self.id, bytes_of(self.before), bytes_of(self.after))


class Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One change. `undoes` is the number of the change that this one took back.

    `gone` names the files that the change leaves empty and that are therefore removed, `schema`
    the schema that its documents are of. A line that undoes itself is closed to undo. `forgets` is
    what has to be erased from everywhere else; it goes from the line once that is done.
    """

    n: int
    at: Instant
    what: str
    undoes: int = 0
    gone: tuple[str, ...] = ()
    schema: tuple[int, int] = FIRST
    records: tuple[Turn, ...] = ()
    forgets: dict[str, Any] = {}

    def touches(self, stem: str) -> bool:
        """Tell whether the change is about a file."""
        return any(turn.file == stem for turn in self.records)


class Tail(msgspec.Struct, frozen=True):
    """The end of the history: changes not known to be applied, and the bytes that are whole.

    `recent` is the end of the newest file as it was read.
    """

    month: str = ""
    size: int = 0
    pending: tuple[Line, ...] = ()
    torn: bool = False
    fault: str = ""
    recent: bytes = b""

    @property
    def forgets(self) -> bool:
        """Tell whether something is still to be erased. In text of a record the quotes are escaped."""
        return b'"forgets":{' in self.recent

    @property
    def erased(self) -> bool:
        """Tell whether the newest change is one that was erased: only such a line is filled with spaces."""
        return self.recent[: -len(b',"seal":"00000000"}\n')].endswith(b" ")


_decoder = msgspec.json.Decoder(Line)


def directory(home: Path) -> Path:
    return home / "history"


def months(home: Path) -> list[str]:
    """Return the months that have a history, oldest first."""
    try:
        return sorted(path.stem for path in directory(home).iterdir() if is_month(path.name))
    except FileNotFoundError:
        return []


def is_month(name: str) -> bool:
    """Tell whether a file's name is that of a month of the history."""
    return name.endswith(".jsonl") and len(name) == 13 and not name.startswith(".")


def path_of(home: Path, month: str) -> Path:
    return directory(home) / f"{month}.jsonl"


def decode(line: bytes, where: str) -> Line:
    """Return the change that a whole line holds; raise Damaged where it does not hold one."""
    if not is_closed(line):
        raise Damaged(f"{where} {ALTERED}", "see: growth doctor")
    return _parse(line, where)


def _parse(line: bytes, where: str) -> Line:
    try:
        return _decoder.decode(line)
    except (ValueError, RecursionError) as error:
        raise Damaged(f"{where} cannot be read: {error}", "see: growth doctor") from None


def encode(line: Line) -> bytes:
    return close_line(msgspec.json.encode(line)) + b"\n"


def written(line: Line) -> files.Data:
    """Return what `encode` does, in pieces where a change is long."""
    if len(line.records) <= _PIECE or line.forgets:
        records = tuple(turn.whole() for turn in line.records)
        return encode(msgspec.structs.replace(line, records=records))
    return _pieces(line)


def _pieces(line: Line) -> Iterator[bytes]:
    head = msgspec.json.encode(msgspec.structs.replace(line, records=()))[:-1]
    turns = iter(line.records)
    pieces = iter(lambda: [turn.whole() for turn in itertools.islice(turns, _PIECE)], [])
    parts = (msgspec.json.encode(piece)[1:-1] for piece in pieces)
    yield from close_pieces(_joined(head + b',"records":[', parts, b"]"))
    yield b"\n"


def _joined(before: bytes, parts: Iterable[bytes], after: bytes) -> Iterator[bytes]:
    yield before
    for number, part in enumerate(parts):
        yield b"," + part if number else part
    yield after


def tail(home: Path, meta: Meta) -> Tail:
    """Look at what lies behind the applied changes, and at the newest of those.

    A last line that is cut short or blank was never acknowledged: torn, to be cut by the next
    writer. A bad line that another one follows was acknowledged once: that is damage.
    """
    found = [month for month in months(home) if month >= meta.month]
    if meta.month and meta.month not in found:
        raise Damaged(f"history/{meta.month}.jsonl is missing", "bring it back with: growth restore")
    pending: list[Line] = []
    size, torn, fault, data = 0, False, "", b""
    for month in found:
        where = f"history/{month}.jsonl"
        size = meta.size if month == meta.month else 0
        start = max(0, size - LOOK_BACK)
        data = files.read_own(path_of(home, month), start=start) or b""
        if start + len(data) < size:
            raise Damaged(f"{where} is shorter than it was", "bring it back with: growth restore")
        fault = fault or _check(data[: size - start], whole=start == 0, where=where)
        lines, torn = _behind(data[size - start :], where)
        if torn and month != found[-1]:
            raise Damaged(f"{where} is not what it was", "bring it back with: growth restore")
        size += sum(length for _, length in lines)
        for line, _ in lines:
            if line.n > meta.applied:
                _follow(line, pending[-1].n if pending else meta.applied, where)
                pending.append(line)
    return Tail(found[-1] if found else "", size, tuple(pending), torn, fault, data)


def _behind(data: bytes, where: str) -> tuple[list[tuple[Line, int]], bool]:
    """Return the whole lines of `data` with their lengths, and whether a torn one follows."""
    pieces = data.split(b"\n")
    rest = pieces.pop()
    lines: list[tuple[Line, int]] = []
    for number, raw in enumerate(pieces):
        if not is_closed(raw):
            # A power cut may leave the length of a line without its content.
            if number < len(pieces) - 1 or rest:
                raise Damaged(f"{where} is not what it was", "bring it back with: growth restore")
            return lines, True
        lines.append((_parse(raw, where), len(raw) + 1))
    return lines, bool(rest)


def _follow(line: Line, previous: int, where: str) -> None:
    if line.n != previous + 1:
        raise Damaged(
            f"{where} goes from change {previous} to {line.n}", "bring it back with: growth restore"
        )


def _check(data: bytes, *, whole: bool, where: str) -> str:
    if data and not data.endswith(b"\n"):
        raise Damaged(f"{where} is not what it was", "bring it back with: growth restore")
    lines = data.split(b"\n")[:-1]
    for line in lines if whole else lines[1:]:
        if not is_closed(line):
            _parse(line, where)
            return ALTERED
    return ""


def make_durable(home: Path, known: Meta, tail: Tail) -> None:
    """Sync what a killed writer may have left to the memory of the system; files must not come before it."""
    for month in months(home):
        if month >= known.month:
            files.sync(path_of(home, month))
    touched = {home / f"{turn.file}.json" for line in tail.pending for turn in line.records}
    for folder in {home, *(path.parent for path in touched)}:
        if folder.exists():
            files.sync_directory(folder)


def later(home: Path, known: Tail, month: str) -> tuple[Line, ...]:
    """Return what was committed since the end of the history was looked at, `month` being now."""
    lines: list[Line] = []
    # A clock set back, or a zone further west, must not make old changes look like new ones.
    for name in dict.fromkeys((known.month, max(known.month, month))):
        start = known.size if name == known.month else 0
        path = path_of(home, name)
        try:
            size = path.stat().st_size
        except FileNotFoundError:
            continue
        except OSError as error:
            raise files.refusal(error, path) from None
        if size > start:
            for raw in (files.read_own(path, start=start) or b"").split(b"\n")[:-1]:
                if not is_closed(raw):
                    break
                lines.append(_parse(raw, path.name))
    return tuple(lines)


def backwards(home: Path, known: Tail) -> Iterator[Line]:
    """Yield all changes, newest first; raise Damaged at one that cannot be relied on."""
    for month in reversed(months(home)):
        own = files.Own.opened(path_of(home, month))
        if own:
            size = min(own.size, known.size) if month == known.month else own.size
            for start, end in _places(own, size):
                yield _at(own, start, end, f"history/{month}.jsonl")


def _places(own: files.Own, size: int) -> Iterator[tuple[int, int]]:
    """Yield where the whole lines of a file's first bytes begin and end, newest first."""
    breaks = _breaks(own, size)
    end = next(breaks, -1)
    if end >= 0:
        for found in breaks:
            yield found + 1, end
            end = found
        yield 0, end


def _breaks(own: files.Own, size: int) -> Iterator[int]:
    while size > 0:
        start = max(0, size - files.STRETCH)
        data = own.read(start, size - start)
        at = len(data)
        while (at := data.rfind(b"\n", 0, at)) >= 0:
            yield start + at
        size = start


def _at(own: files.Own, start: int, end: int, where: str) -> Line:
    if end - start > LONG:
        from growth.store import long_line

        found = long_line.decode(own, start, end)
        if found:
            return found
    return decode(own.read(start, end - start), where)
