"""The key of a record that has an id where it comes from, and the mark of what it says today."""

import re
from collections.abc import Iterable, Iterator

import msgspec

from growth.records.imported import Found, Misread, Reading
from growth.records.packed import Packing, by_line
from growth.records.seen import Seen

_PLAIN = re.compile(r"[\w.@:/+-]{1,120}", re.ASCII)


def digest(*parts: object) -> str:
    """Return a short text that is another one as soon as one of `parts` is."""
    from hashlib import blake2b

    text = "\0".join(map(str, parts))
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def source(format: str, identifier: str) -> str:
    """Return the source of what a format calls `identifier`, or nothing where it has no name."""
    identifier = identifier.strip()
    if not identifier:
        return ""
    # A key is one word, and `#` parts it from the version.
    return f"{format}:{identifier if _PLAIN.fullmatch(identifier) else digest(identifier)}"


def apart(pieces: Iterable[Found | Misread]) -> Iterator[Found | Misread]:
    """Yield what was read so that no two have one id: what was copied with its id has it no more."""
    seen = Seen()
    for piece in pieces:
        kept = piece if isinstance(piece, Found) else piece.kept
        if kept and kept.source and not seen.add(kept.source):
            kept = msgspec.structs.replace(kept, source="", version="")
            piece = kept if isinstance(piece, Found) else msgspec.structs.replace(piece, kept=kept)
        yield piece


def reading(format: str, pieces: Iterable[Found | Misread], left: Iterable[tuple[str, int]] = ()) -> Reading:
    """Return what a file held, with each id once."""
    found, misread = Packing[Found](), Packing[Misread]()
    for piece in apart(pieces):
        if isinstance(piece, Found):
            found.add(piece)
        else:
            misread.add(piece)
    return Reading(format=format, found=found.done(), misread=by_line(misread.done()), left=tuple(left))
