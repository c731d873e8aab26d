"""Look through the whole journal without decoding it: raw bytes first, then the lines they point to.

What the bytes rule out cannot match; what they let through is decoded and looked at properly.
"""

import re
from collections.abc import Iterator

import msgspec

from growth.records.dates import Period
from growth.records.entry import Entry
from growth.store.storage import Row
from growth.store.store import Store

_RUN = re.compile("[a-z0-9]+")


def candidates(store: Store, phrases: tuple[str, ...], period: Period) -> Iterator[Entry]:
    """Yield the entries of a period in which folded `phrases` may stand, newest first."""
    # Letters and digits without a gap stand in the file as they stand in a field. The longest such
    # run of a phrase is in every entry that holds the phrase, unless accents were folded away.
    runs = [max(_RUN.findall(phrase), key=len, default="") for phrase in phrases]
    needles = [run.encode() for run in runs if run]
    for stem in store.months(period):
        found = _lines(store, stem, needles) if needles else None
        if found is None:
            yield from store.month(stem, period)
        else:
            entries = [store.decode(row, Entry, stem) for row in found]
            entries.sort(key=lambda entry: (entry.day, entry.created, entry.id), reverse=True)
            yield from (entry for entry in entries if entry.day in period)


def _lines(store: Store, stem: str, needles: list[bytes]) -> list[Row] | None:
    """Return the documents whose line may hold all `needles`; None where the bytes are not all there is."""
    data = store.settled(stem)
    if data is None:
        return None
    lowered = data.lower()
    if data.isascii():
        return [_row(data[start:end]) for start, end in _places(lowered, needles)]
    return [
        _row(line)
        for line, low in zip(data.split(b"\n"), lowered.split(b"\n"), strict=True)
        # A letter beyond ASCII may fold into one of a needle's.
        if line.startswith(b'"j') and (all(needle in low for needle in needles) or not line.isascii())
    ]


def _row(line: bytes) -> Row:
    return Row(msgspec.Raw(line[15:].rstrip(b",")), line[1:13].decode())


def _places(lowered: bytes, needles: list[bytes]) -> Iterator[tuple[int, int]]:
    """Yield where the lines of entries begin and end that hold all needles, without looking at the others."""
    # The longest is likely to be the rarest, and costs nothing to know.
    rarest = max(needles, key=len)
    place = lowered.find(rarest)
    while place >= 0:
        start = lowered.rfind(b"\n", 0, place) + 1
        end = lowered.find(b"\n", place)
        end = len(lowered) if end < 0 else end
        if lowered.startswith(b'"j', start) and all(lowered.find(one, start, end) >= 0 for one in needles):
            yield start, end
        place = lowered.find(rarest, end)


def ending_in(store: Store, ending: str) -> list[str]:
    """Return the ids of my records that end so."""
    needle = f'{ending}":'.encode()
    found: list[str] = []
    for stem in store.stems():
        if stem.startswith("others/"):
            continue
        data = store.settled(stem)
        if data is not None and needle not in data:
            continue
        for table in store.peek(stem).sealed.read().values():
            found += [identifier for identifier in table if identifier.endswith(ending)]
    return found
