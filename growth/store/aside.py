"""New documents of a change that are many: they lie in a file without a name, not in memory."""

import os
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import msgspec

from growth import files
from growth.store.history import Turn
from growth.store.storage import LENGTH, Aside

_BUFFER = 1 << 20


class Turns(Collection[Turn]):
    """The turns of such a change, made anew on each walk."""

    def __init__(self, made: Callable[[], Iterator[Turn]]) -> None:
        self._made = made
        self._length = sum(1 for _ in made())

    def __iter__(self) -> Iterator[Turn]:
        return self._made()

    def __len__(self) -> int:
        return self._length

    def __contains__(self, turn: object) -> bool:
        return any(one == turn for one in self)


class Room:
    """The file; it is gone with the process that made it."""

    def __init__(self, home: Path) -> None:
        from tempfile import TemporaryFile

        self._home = home
        self._written = 0
        self._buffer = bytearray()
        try:
            # Without a buffer of its own: what was written is read through the same descriptor.
            self._file = TemporaryFile(dir=home, buffering=0)  # noqa: SIM115 - closed by `close`
        except OSError as error:
            raise files.refusal(error, home) from None

    def put(self, document: msgspec.Raw) -> Aside:
        """Lay a document aside."""
        data = bytes(document)
        found = Aside(self, (self._written + len(self._buffer)) << LENGTH | len(data))
        self._buffer += data
        if len(self._buffer) >= _BUFFER:
            self._flush()
        return found

    def _flush(self) -> None:
        view = memoryview(self._buffer)
        try:
            while view:
                view = view[os.write(self._file.fileno(), view) :]
        except OSError as error:
            raise files.refusal(error, self._home) from None
        self._written += len(self._buffer)
        self._buffer = bytearray()

    def read(self, place: int) -> bytes:
        """Return what was put there."""
        start, length = place >> LENGTH, place & ((1 << LENGTH) - 1)
        if start >= self._written:
            start -= self._written
            return bytes(self._buffer[start : start + length])
        found = os.pread(self._file.fileno(), length, start)
        if len(found) != length:
            raise files.refusal(
                OSError(f"{length - len(found)} bytes of what was laid aside are lost"), self._home
            )
        return found

    def close(self) -> None:
        """Let the file go."""
        self._file.close()
