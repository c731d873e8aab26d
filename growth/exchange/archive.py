"""One archive of everything: plain files in a folder, a zip or a tar; and what of it is read back."""

import io
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from growth.errors import Refused, WrongUsage
from growth.exchange import jsonl, limits, opened, zipped
from growth.exchange.opened import Opened
from growth.records.dates import Instant
from growth.records.imported import Misread
from growth.records.kinds import Record

RECORDS = "records.jsonl"
README = "README.txt"
# The first line of that file, by which a folder is told to be one of these.
TITLE = "Everything that growth kept"
ENDINGS = (".zip", ".tar.gz", ".tgz")
_OPENED = re.compile(r"opened/[0-9a-f]{16}\.jsonl")
_GZIP = b"\x1f\x8b"
_MODE = 0o600
# All that an archive may unfold to, and how many files it may hold.
MOST, FILES = 8 * limits.SIZE, 100_000


class Everything(NamedTuple):
    """What is read back: my records, what is none of them, and what others shared with me."""

    records: tuple[Record, ...]
    misread: tuple[Misread, ...]
    opened: tuple[Opened, ...]


def opened_name(store: str) -> str:
    """Return what the file is called of what was opened from one store."""
    return f"opened/{store}.jsonl"


def pack(parts: Mapping[str, bytes], top: str, at: Instant, *, tar: bool) -> bytes:
    """Return an archive of files in one folder, the same bytes for the same files and time."""
    return _tar(parts, top, at) if tar else _zip(parts, top, at)


def _zip(parts: Mapping[str, bytes], top: str, at: Instant) -> bytes:
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            # The format begins with 1980.
            info = ZipInfo(f"{top}/{name}", (max(at.year, 1980), *at.timetuple()[1:6]))
            info.external_attr = _MODE << 16
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()


def _tar(parts: Mapping[str, bytes], top: str, at: Instant) -> bytes:
    import gzip
    import tarfile

    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in parts.items():
            info = tarfile.TarInfo(f"{top}/{name}")
            info.size, info.mode, info.mtime = len(data), _MODE, int(at.timestamp())
            archive.addfile(info, io.BytesIO(data))
    return gzip.compress(out.getvalue(), mtime=int(at.timestamp()))


def is_packed(data: bytes) -> bool:
    """Tell whether bytes begin as a zip or a compressed tar does."""
    return zipped.is_zip(data) or data.startswith(_GZIP)


def is_one(data: bytes) -> bool:
    """Tell whether a file is an archive that an export made."""
    if zipped.is_zip(data):
        # Names stand in it as they are.
        return RECORDS.encode() in data
    return data.startswith(_GZIP) and README.encode() in _beginning(data)


def _beginning(data: bytes) -> bytes:
    import zlib

    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data[:2000], 500)
    except zlib.error:
        return b""


def read(data: bytes, name: str, created: Instant) -> Everything:
    """Return what an archive holds of records; within bounds, and nothing but those files is unfolded."""
    return taken(dict(_wanted(data, name)), name, created)


def taken(parts: Mapping[str, bytes], name: str, created: Instant) -> Everything:
    """Return what the files of an archive hold of records; `parts` are those that hold any."""
    if RECORDS not in parts:
        raise WrongUsage(f"{name} holds no {RECORDS}", "an archive is written by: growth export --everything")
    records, misread = jsonl.read(parts[RECORDS], name=f"{name}/{RECORDS}", created=created)
    lent = [
        opened.read(part, f"{name}/{inner}", created)
        for inner, part in sorted(parts.items())
        if inner != RECORDS
    ]
    return Everything(records, misread, tuple(lent))


def wanted(inner: str) -> str:
    """Return the name of a file that records are read from, without the folder it lies in; else nothing."""
    for part in (inner, inner.partition("/")[2]):
        if part == RECORDS or _OPENED.fullmatch(part):
            return part
    return ""


def _wanted(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    if zipped.is_zip(data):
        for member in zipped.members(data, name, lambda inner: bool(wanted(inner))):
            if member.data is not None:
                yield wanted(member.name), member.data
        return
    import tarfile
    import zlib

    try:
        yield from _untarred(data, name)
    # A TypeError is what a head of gzip that is cut off gives.
    except (tarfile.TarError, zlib.error, OSError, EOFError, ValueError, TypeError) as error:
        hint = "copy it once more; nothing was imported"
        raise Refused(f"{name} cannot be unpacked: {error}", hint) from None


def _untarred(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    import tarfile

    total = count = 0
    with tarfile.open(fileobj=io.BytesIO(data), mode="r|gz") as archive:
        for info in archive:
            total, count = total + info.size, count + 1
            _bound(total, count, name)
            file = archive.extractfile(info) if info.isreg() and wanted(info.name) else None
            if file:
                yield wanted(info.name), _whole(file.read(limits.SIZE + 1), name)


def _bound(size: int, count: int, name: str) -> None:
    if size > MOST or count > FILES:
        raise Refused(f"{name} unfolds to more than is read", f"import its {RECORDS} by itself")


def _whole(data: bytes, name: str) -> bytes:
    if len(data) > limits.SIZE:
        raise Refused(f"{name} holds a file of more than {limits.SIZE // 1_000_000} MB", "split it")
    return data
