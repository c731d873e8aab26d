"""Bounded reads and durable writes. Besides the lock nothing else opens a file for writing.

The order of a write is the one that survives a full disk and a power cut: a new file beside the
old one, written whole, fsynced; then renamed over it; then the directory fsynced.
"""

import contextlib
import errno
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from growth.errors import Damaged, Refused, SystemRefused

# What is written: whole, or piece by piece where it is too large to be held twice.
Data = bytes | Iterable[bytes]
# So much of a long file is read at once.
STRETCH = 1 << 20


def refusal(error: OSError, path: Path | str) -> SystemRefused:
    """Return the error that tells a user what the system said about `path`."""
    reason = (error.strerror or str(error)).lower()
    hints = {
        errno.ENOSPC: "make room on the disk and run it again",
        errno.EACCES: "check who owns it and its permissions",
        errno.EROFS: "the file system is mounted read-only",
        errno.ENOENT: "check the path",
        errno.EIO: "the disk could not do it: look after the disk first",
        errno.EMFILE: "close what else is open and run it again",
    }
    return SystemRefused(f"{path}: {reason}", hints.get(error.errno or 0, "check the path"))


@contextlib.contextmanager
def _refusing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise refusal(error, path) from None


def read(path: Path, *, limit: int, part: bool = False) -> bytes:
    """Return what a regular file of at most `limit` bytes, or `part` of any, holds; links are followed."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    except OSError as error:
        raise refusal(error, path) from None
    try:
        seen = os.fstat(descriptor)
        if stat.S_ISDIR(seen.st_mode):
            raise Refused(f"{path} is a directory", "name a file")
        if not stat.S_ISREG(seen.st_mode):
            raise Refused(f"{path} is not a plain file", "name a file")
        return _read_all(descriptor, path, min(seen.st_size, limit) if part else seen.st_size, limit)
    except OSError as error:
        raise refusal(error, path) from None
    finally:
        os.close(descriptor)


def read_own(path: Path, *, limit: int = 1 << 30, start: int = 0) -> bytes | None:
    """Return what a file of the store holds from byte `start`, or None when there is none."""
    own = Own.opened(path)
    return own.whole(limit, start) if own else None


class Own:
    """An open file of the store: as it was then, whatever takes its place. It is closed unasked."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
        self.descriptor = descriptor
        self.size = check_own(descriptor, path)

    @classmethod
    def opened(cls, path: Path) -> "Own | None":
        """Return a file, or None when there is none.

        A link, a pipe, a device or somebody else's file in the place of a file of ours is refused.
        """
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK)
        except FileNotFoundError:
            return None
        except OSError as error:
            if error.errno in (errno.ELOOP, errno.ENXIO):
                raise Damaged(f"{path} is not a plain file", "move it away, then: growth doctor") from None
            raise refusal(error, path) from None
        with _refusing(path):
            return cls(path, descriptor)

    def __del__(self) -> None:
        os.close(self.descriptor)

    def whole(self, limit: int = 1 << 30, start: int = 0) -> bytes:
        """Return all that stands from byte `start`."""
        with _refusing(self.path):
            os.lseek(self.descriptor, start, os.SEEK_SET)
            return _read_all(self.descriptor, self.path, self.size - start, limit)

    def read(self, start: int, length: int) -> bytes:
        """Return so many bytes from `start`, or as many as there are."""
        with _refusing(self.path):
            return os.pread(self.descriptor, length, start)

    def stretches(self, start: int, end: int) -> Iterator[bytes]:
        """Yield what stands between two places, a stretch at a time."""
        while start < end and (found := self.read(start, min(STRETCH, end - start))):
            yield found
            start += len(found)


def check_own(descriptor: int, path: Path) -> int:
    """Return the size of an open file; refuse what is not a plain file of mine."""
    seen = os.fstat(descriptor)
    if not stat.S_ISREG(seen.st_mode):
        raise Damaged(f"{path} is not a plain file", "move it away, then: growth doctor")
    if seen.st_uid not in (os.geteuid(), 0):
        raise Damaged(f"{path} belongs to another user", "take it over with chown, or move it away")
    return seen.st_size


def _read_all(descriptor: int, path: Path, size: int, limit: int) -> bytes:
    """Return the next `size` bytes, or as many as there are."""
    if size > limit:
        raise Refused(f"{path} is larger than {limit >> 20} MB", "split it, or name a smaller file")
    chunks: list[bytes] = []
    total = 0
    while total < size and (chunk := os.read(descriptor, size - total)):
        chunks.append(chunk)
        total += len(chunk)
    return b"".join(chunks)


def make_private(path: Path) -> None:
    """Make a directory only its owner may enter, and its parents, durably, where they are missing."""
    with _refusing(path):
        if path.parent != path and not path.parent.exists():
            make_private(path.parent)
        with contextlib.suppress(FileExistsError):
            path.mkdir(mode=0o700)
            sync_directory(path.parent)


def sync_directory(path: Path) -> None:
    """Make the names in a directory durable."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some file systems cannot sync a directory and say so with EINVAL; anything else is real.
        if error.errno != errno.EINVAL:
            raise
    finally:
        os.close(descriptor)


def sync_parents(path: Path) -> None:
    """Make the name of a directory durable, and those above it as far as they may be opened."""
    with _refusing(path):
        for folder in path.absolute().parents:
            with contextlib.suppress(PermissionError):
                sync_directory(folder)


def temporary(path: Path) -> Path:
    """Return where a file is written before it takes its name.

    The name is fixed: a run that was killed leaves one file that the next write of the same
    file takes away, and never a heap of them.
    """
    return path.with_name(f".{path.name}.new")


def write(path: Path, data: Data) -> None:
    """Replace a file durably with `data`, mode 0600: all of it or none of it."""
    new = temporary(path)
    with _refusing(path):
        with contextlib.suppress(FileNotFoundError):
            os.unlink(new)
        try:
            write_new(new, data)
            os.replace(new, path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(new)
            raise
    try:
        sync_directory(path.parent)
    except OSError as error:
        said = f"{refusal(error, path).message}; it is written, but a power cut might still undo that"
        raise SystemRefused(said, "look at it, or run it again") from None


def write_new(path: Path, data: Data) -> None:
    """Write a file that is not there yet, mode 0600; its name is durable once its directory is synced."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        _write_all(descriptor, data)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def append(path: Path, data: Data) -> int:
    """Append `data` durably and return its length; when it cannot be, the file is cut back as it was."""
    with _refusing(path):
        descriptor = os.open(
            path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600
        )
        try:
            before = os.fstat(descriptor).st_size
            try:
                length = _write_all(descriptor, data)
                os.fsync(descriptor)
                if before == 0:
                    sync_directory(path.parent)
            except BaseException as error:
                _cut_back(descriptor, before, path, error)
                raise
            return length
        finally:
            os.close(descriptor)


def _cut_back(descriptor: int, size: int, path: Path, error: BaseException) -> None:
    try:
        os.ftruncate(descriptor, size)
    except OSError:
        if isinstance(error, OSError):
            raise SystemRefused(
                f"{refusal(error, path).message}; whether it was recorded is not certain",
                "look before you run it again: growth list -n 1",
            ) from None


def sync(path: Path) -> None:
    """Make durable what a file holds, and its name, whoever wrote it."""
    with _refusing(path):
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        sync_directory(path.parent)


def _write_all(descriptor: int, data: Data) -> int:
    length = 0
    for piece in (data,) if isinstance(data, bytes) else data:
        length += len(piece)
        view = memoryview(piece)
        while view:
            written = os.write(descriptor, view)
            if written == 0:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            view = view[written:]
    return length


def cut(path: Path, size: int) -> None:
    """Cut a file durably to its first `size` bytes."""
    with _refusing(path):
        descriptor = os.open(path, os.O_WRONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            os.ftruncate(descriptor, size)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def remove(path: Path) -> None:
    """Remove a file durably; none there is as good."""
    with _refusing(path), contextlib.suppress(FileNotFoundError):
        os.unlink(path)
        sync_directory(path.parent)


def remove_tree(path: Path) -> None:
    """Remove a directory with all it holds."""
    import shutil

    with _refusing(path):
        shutil.rmtree(path)
        sync_directory(path.parent)


def discard(path: Path) -> None:
    """Take away what a killed run left; it is no matter when that cannot be done."""
    import shutil

    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()
