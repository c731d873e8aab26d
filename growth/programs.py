"""The only subprocess: editor, pager and git, with argument lists, and bounds on time and output."""

import contextlib
import os
import selectors
import shlex
import signal
import subprocess
import time
from pathlib import Path
from typing import IO

from growth import files
from growth.errors import Refused, SystemRefused

OUTPUT_LIMIT = 64 << 20
# How long a text from an editor may be.
LIMIT = 4 << 20


def run(arguments: list[str], *, cwd: Path | None = None, seconds: float = 60.0) -> bytes:
    """Run a program without input and return its stdout; refuse with its own words when it fails."""
    try:
        with subprocess.Popen(
            arguments, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            try:
                output, errors = _output(process, arguments[0], seconds)
            finally:
                process.kill()
    except FileNotFoundError:
        raise SystemRefused(f"{arguments[0]} is not installed", "install it, or import a file") from None
    except OSError as error:
        raise files.refusal(error, arguments[0]) from None
    if process.returncode:
        said = errors.decode("utf-8", "replace").strip().splitlines()
        raise Refused(f"{' '.join(arguments[:2])}: {said[-1] if said else 'failed'}", "check what you named")
    return output


def _output(process: "subprocess.Popen[bytes]", name: str, seconds: float) -> tuple[bytes, bytes]:
    """Return what a program prints on stdout and stderr until it ends, within the bounds."""
    streams: dict[IO[bytes] | None, bytearray] = {process.stdout: bytearray(), process.stderr: bytearray()}
    deadline = time.monotonic() + seconds
    with selectors.DefaultSelector() as waiting:
        for stream in streams:
            assert stream is not None
            waiting.register(stream, selectors.EVENT_READ)
        while waiting.get_map():
            ready = waiting.select(max(0.0, deadline - time.monotonic()))
            if not ready:
                raise SystemRefused(f"{name} took longer than {seconds:.0f} s", "name less")
            for key, _ in ready:
                chunk = os.read(key.fd, 1 << 16)
                streams[key.fileobj] += chunk  # type: ignore[index]  # only our two streams are waited for
                if not chunk:
                    waiting.unregister(key.fileobj)
            if len(streams[process.stdout]) > OUTPUT_LIMIT:
                raise Refused(f"{name} printed more than {OUTPUT_LIMIT >> 20} MB", "name a shorter period")
    process.wait()
    return bytes(streams[process.stdout]), bytes(streams[process.stderr])


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
            code = subprocess.call([*shlex.split(editor), str(self.path)])
        except (OSError, ValueError) as error:
            hint = "set one: growth config set editor nano"
            if files.read(self.path, limit=LIMIT) == self.original.encode():
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
        self._process = subprocess.Popen(shlex.split(command), stdin=subprocess.PIPE, env=environment)
        # Ctrl-C belongs to the pager while it is open.
        self._before = signal.signal(signal.SIGINT, signal.SIG_IGN)

    @property
    def _input(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

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
        self._process.wait()
        signal.signal(signal.SIGINT, self._before)


def pager(configured: str) -> str:
    """Return the pager to use, or an empty string where none is wanted."""
    return (configured or os.environ.get("PAGER", "less")).strip()
