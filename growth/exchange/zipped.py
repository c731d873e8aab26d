"""The files in a zip, held to bounds by what the zip says of their sizes and by what they really hold."""

import io
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from growth.errors import GrowthError, WrongUsage
from growth.exchange import limits

if TYPE_CHECKING:
    import zipfile

FILES = 50_000
_CHUNK = 1 << 16
_END = b"PK\x05\x06"
_DAMAGED = "export it again; or unpack it, and import what is in it"


class Member(NamedTuple):
    """One file of a zip; without `data` it was not wanted."""

    name: str
    data: bytes | None


def is_zip(data: bytes) -> bool:
    """Tell whether bytes begin as a zip does."""
    return data.startswith((b"PK\x03\x04", _END))


def members(data: bytes, name: str, wanted: Callable[[str], bool]) -> Iterator[Member]:
    """Yield the files of a zip, in order, with what those hold that are `wanted`."""
    _check_count(data, name)
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from _read(archive, name, wanted)
    except GrowthError:
        raise
    # Whatever the library and the decompressors stumble over in a broken zip.
    except Exception as error:
        raise WrongUsage(f"{name} is a damaged zip: {' '.join(str(error).split())[:120]}", _DAMAGED) from None


def _check_count(data: bytes, name: str) -> None:
    """Refuse a zip of too many files before its directory is read."""
    if data.count(b"PK\x01\x02") > FILES:
        raise WrongUsage(f"{name} holds more than {FILES:,} files", "unpack it, and import what is in it")


def _read(archive: "zipfile.ZipFile", name: str, wanted: Callable[[str], bool]) -> Iterator[Member]:
    import zipfile

    total = 0
    for info in archive.infolist():
        if info.is_dir() or info.filename.startswith("__MACOSX/"):
            continue
        if not wanted(info.filename):
            yield Member(info.filename, None)
            continue
        if info.flag_bits & 1:
            raise WrongUsage(f"{name} is locked with a password", "unpack it, and import what is in it")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise WrongUsage(f"{name} is packed in a way that is not read here", _DAMAGED)
        if total + info.file_size > limits.SIZE:
            raise _large(name)
        # What a zip says of a size is what somebody wrote into it.
        chunks: list[bytes] = []
        with archive.open(info) as file:
            while chunk := file.read(_CHUNK):
                total += len(chunk)
                if total > limits.SIZE:
                    raise _large(name)
                chunks.append(chunk)
        yield Member(info.filename, b"".join(chunks))


def _large(name: str) -> WrongUsage:
    return WrongUsage(
        f"{name} unpacks to more than {limits.SIZE // 1_000_000} MB of text",
        "export it in parts, a year each",
    )
