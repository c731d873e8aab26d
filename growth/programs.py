"""The only subprocess: editor, pager and git, with argument lists, and bounds on time and output."""

import contextlib
import os
import selectors
import shlex
import signal
import subprocess
import time
from pathlib import Path
from typing import IO, Any

from growth import files
from growth.errors import Refused, SystemRefused

OUTPUT_LIMIT = 64 << 20
# How long a text from an editor may be.
LIMIT = 4 << 20
# How many seconds an editor or a pager has to end when growth is asked to.
PATIENCE = 2.0


def run(
    arguments: list[str],
    *,
    cwd: Path | None = None,
    seconds: float = 60.0,
    given: bytes | None = None,
    most: int = OUTPUT_LIMIT,
    instead: str = "install it, or import a file",
) -> bytes:
    """Run a program and return its stdout; refuse with its own words when it fails.

    It reads `given`, or nothing; `instead` is what to do where it is not there.
    """
    reads = subprocess.DEVNULL if given is None else subprocess.PIPE
    try:
        with subprocess.Popen(
            arguments, cwd=cwd, stdin=reads, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            try:
                output, errors = _output(process, arguments[0], seconds, given or b"", most)
            finally:
                process.kill()
    except FileNotFoundError:
        raise SystemRefused(f"{arguments[0]} is not installed", instead) from None
    except OSError as error:
        raise files.refusal(error, arguments[0]) from None
    if process.returncode:
        said = errors.decode("utf-8", "replace").strip().splitlines()
        code = process.returncode
        how = f"ended with {code}" if code > 0 else f"was ended by signal {-code}"
        why = f"{said[-1]} (it {how})" if said else f"it {how} and said nothing"
        raise Refused(f"{' '.join(arguments[:2])}: {why}", "check what you named")
    return output


def _output(
    process: "subprocess.Popen[bytes]", name: str, seconds: float, given: bytes, most: int
) -> tuple[bytes, bytes]:
    """Return what a program prints on stdout and stderr until it ends, within the bounds."""
    streams: dict[IO[bytes] | None, bytearray] = {process.stdout: bytearray(), process.stderr: bytearray()}
    deadline = time.monotonic() + seconds
    with selectors.DefaultSelector() as waiting:
        for stream in streams:
            assert stream is not None
            waiting.register(stream, selectors.EVENT_READ)
        left = memoryview(given)
        if process.stdin is not None:
            os.set_blocking(process.stdin.fileno(), False)
            waiting.register(process.stdin, selectors.EVENT_WRITE)
        while waiting.get_map():
            ready = waiting.select(max(0.0, deadline - time.monotonic()))
            if not ready:
                raise SystemRefused(f"{name} took longer than {seconds:.0f} s", "name less")
            for key, _ in ready:
                if key.fileobj is process.stdin:
                    left = _handed(key.fd, left)
                    if not left:
                        waiting.unregister(key.fileobj)
                        process.stdin.close()
                    continue
                chunk = os.read(key.fd, 1 << 16)
                streams[key.fileobj] += chunk  # type: ignore[index]  # only our two streams are waited for
                if not chunk:
                    waiting.unregister(key.fileobj)
            if len(streams[process.stdout]) > most:
                raise Refused(f"{name} printed more than {most >> 20} MB", "name a shorter period")
    process.wait()
    return bytes(streams[process.stdout]), bytes(streams[process.stderr])


def _handed(descriptor: int, left: memoryview) -> memoryview:
    """Write what a program takes of its input now; return the rest, nothing where it reads no more."""
    try:
        return left[os.write(descriptor, left[: 1 << 16]) :] if left else left
    except BlockingIOError:
        return left
    except BrokenPipeError:
        return left[:0]


class Attended:
    """A program that has the terminal while it runs; Ctrl-C is its own then."""

    def __init__(self, arguments: list[str], **more: Any) -> None:
        self._modes = _modes()
        self.process = subprocess.Popen(arguments, **more)
        self._before = signal.signal(signal.SIGINT, signal.SIG_IGN)

    def wait(self) -> int:
        """Wait until it ends and return its code; what Ctrl-C has ended ends growth, too."""
        try:
            code = self.process.wait()
        except BaseException:
            # It is asked first, so that it can save what it holds.
            self.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(PATIENCE)
            self.process.kill()
            raise
        finally:
            _restore(self._modes)
            signal.signal(signal.SIGINT, self._before)
        if code in (-signal.SIGINT, 128 + signal.SIGINT):
            raise KeyboardInterrupt
        return code


def _modes() -> list[Any] | None:
    """Return the modes of the terminal on stdin, or None where there is none."""
    import termios

    try:
        return termios.tcgetattr(0)
    except termios.error:
        return None


def _restore(modes: list[Any] | None) -> None:
    """Put the terminal's modes back: an editor that is ended by a signal may leave them as it needs them."""
    import termios

    # From the background, setting them would stop this process.
    with contextlib.suppress(OSError, termios.error):
        if modes is not None and os.tcgetpgrp(0) == os.getpgrp():
            termios.tcsetattr(0, termios.TCSADRAIN, modes)


class Draft:
    """A text in an editor, in a private file that goes only when `saved` is called.

    `text` is how the form begins; a draft that was `left` behind is opened as it is.
    """

    def __init__(self, folder: Path, name: str, text: str, *, left: bool = False) -> None:
        files.make_private(folder)
        self.path = folder / name
        self.original = text
        if not left:
            files.write(self.path, text.encode("utf-8"))

    def edit(self, editor: str) -> str:
        """Open the editor on the draft; return the text as it was left."""
        try:
            code = Attended([*shlex.split(editor), str(self.path)]).wait()
        except (OSError, ValueError) as error:
            hint = "set one: growth config set editor nano"
            if self.is_unchanged:
                self.saved()
            else:
                hint = f"your text is in {self.path}; {hint}"
            reason = getattr(error, "strerror", None) or str(error)
            raise SystemRefused(
                f"the editor {editor!r} could not be started: {reason.lower()}", hint
            ) from None
        if code:
            raise self.kept(f"the editor {editor!r} ended with {code}")
        try:
            return files.read(self.path, limit=LIMIT).decode("utf-8")
        except UnicodeDecodeError as error:
            raise self.kept(f"byte {error.start} of the draft is no UTF-8") from None

    @property
    def is_unchanged(self) -> bool:
        """Tell whether the file holds nothing but the form."""
        return files.read_own(self.path) == self.original.encode()

    def kept(self, why: str) -> Refused:
        """Return the refusal that names where the text still is."""
        return Refused(why, f"nothing was saved; your text is in {self.path}")

    def saved(self) -> None:
        """Take the draft away: what it held is in the store, or was never changed."""
        files.remove(self.path)


def editor(configured: str) -> str:
    """Return the editor to use."""
    return configured or os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"


class Pager:
    """A pager that is started with its first line and fed while the rest is still read."""

    def __init__(self, command: str) -> None:
        environment = os.environ | {"LESS": os.environ.get("LESS", "FRX"), "LESSCHARSET": "utf-8"}
        self._attended = Attended(shlex.split(command), stdin=subprocess.PIPE, env=environment)

    @property
    def _input(self) -> IO[bytes]:
        assert self._attended.process.stdin is not None
        return self._attended.process.stdin

    def write(self, text: str) -> bool:
        """Hand text on; tell whether the pager is still reading."""
        try:
            self._input.write(text.encode("utf-8", "replace"))
            self._input.flush()
        except OSError:
            return False
        return True

    def wait(self) -> None:
        """Close the pager's input and wait until the user has left it."""
        with contextlib.suppress(OSError):
            self._input.close()
        self._attended.wait()


def pager(configured: str) -> str:
    """Return the pager to use, or an empty string where none is wanted."""
    return (configured or os.environ.get("PAGER", "less")).strip()
