"""New documents of a change that are many: they lie in a file without a name, not in memory."""

import os
from pathlib import Path

import msgspec

from growth import files
from growth.store.storage import Aside

_BUFFER = 1 << 20


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
        found = Aside(self, self._written + len(self._buffer), len(data))
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

    def read(self, start: int, length: int) -> bytes:
        """Return what was put there."""
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
