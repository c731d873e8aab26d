"""python -m tests.hostile.sockets: the test suite under strace, which shows no socket but local ones.

    python -m tests.hostile.sockets             all tests but those that drive a browser
    python -m tests.hostile.sockets tests/e2e   these tests, or what else pytest takes

A browser opens sockets of its own, to its driver and to no end; what it asks for when it opens a
page is looked at in test_network.py. The exit code is 1 where a socket of another family was seen.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
# These drive a browser; `test_sockets` fails where another test does.
BROWSERS = (
    "tests/e2e/test_feedback_form.py",
    "tests/hostile/test_network.py::test_a_browser_requests_nothing_when_it_opens_a_page",
    "tests/hostile/test_network.py::test_the_log_would_show_a_request",
)
CALLS = "socket,socketpair,connect,bind"
_LOCAL = re.compile(r"\bAF_(?:UNIX|LOCAL)\b|NULL")
_LINE = re.compile(r"(?P<process>\d+) +(?P<call>\w+)\((?P<arguments>.*)")


class Seen(NamedTuple):
    """One call that has to do with sockets, and the program that made it."""

    call: str
    arguments: str
    program: str

    @property
    def is_local(self) -> bool:
        return bool(_LOCAL.search(self.arguments))


class Traced(NamedTuple):
    """How a traced command ended, the programs it ran, and its calls."""

    code: int
    programs: int
    calls: tuple[Seen, ...]

    @property
    def foreign(self) -> list[Seen]:
        """The calls that have to do with more than this machine."""
        return [seen for seen in self.calls if not seen.is_local]


def traced(command: Sequence[str], folder: Path) -> Traced | None:
    """Run a command and all that it starts; None where tracing is not allowed, as in a traced process."""
    log = folder / "calls"
    strace = [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-qq",
        "-s",
        "200",
        "-e",
        f"trace={CALLS},execve",
        "-o",
        str(log),
    ]
    first = subprocess.run([*strace, "true"], capture_output=True, check=False)
    if first.returncode:
        return None
    code = subprocess.run([*strace, *command], cwd=ROOT, check=False).returncode
    found = list(seen(log.read_text("utf-8", "replace")))
    return Traced(code, sum(one.call == "execve" for one in found), tuple(
        one for one in found if one.call != "execve"
    ))  # fmt: skip


def seen(log: str) -> Iterator[Seen]:
    """Yield the calls of a log, also those that another process interrupted in it."""
    programs: dict[str, str] = {}
    for line in log.splitlines():
        at = _LINE.match(line)
        if at is None:
            continue
        process, call, arguments = at["process"], at["call"], at["arguments"]
        if call == "execve":
            if arguments.endswith("= 0") or "<unfinished" in arguments:
                programs[process] = arguments.partition(",")[0].strip('"')
                yield Seen(call, arguments, programs[process])
        else:
            yield Seen(call, arguments, programs.get(process, "a fork"))


def main(given: Sequence[str]) -> int:
    """Trace the tests, print what came of it, and return the exit code."""
    apart = [f"--deselect={name}" for name in BROWSERS]
    tests = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *apart, *(given or ["tests"])]
    with tempfile.TemporaryDirectory() as folder:
        found = traced(tests, Path(folder))
    if found is None:
        print("strace may not trace here")
        return 4
    print(
        f"{found.programs} programs started, {len(found.calls)} calls that have to do with sockets, "
        f"{len(found.foreign)} of them not local; left out: {', '.join(BROWSERS)}"
    )
    for call in found.foreign[:40]:
        print(f"  {call.program}: {call.call}({call.arguments}")
    return 1 if found.foreign else found.code


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
