"""Run commands as whole processes and count what the operating system counts: CPU time and memory."""

import os
import pty
import statistics
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Run(NamedTuple):
    """One run: CPU seconds (user + system), peak memory in MB, exit code."""

    cpu: float
    peak: float
    code: int


class Ratio(NamedTuple):
    """A command against another, run in turn: median ratio of CPU time, memory above the other's in MB."""

    cpu: float
    extra: float
    code: int


def run(args: Sequence[str], env: Mapping[str, str], *, terminal: bool = False) -> Run:
    """Run one command, its output thrown away, on a pipe or on a terminal."""
    leader, output = pty.openpty() if terminal else os.pipe()
    pid = os.fork()
    if pid == 0:
        null = os.open(os.devnull, os.O_RDONLY)
        os.dup2(output if terminal else null, 0)
        os.dup2(output, 1)
        os.dup2(output, 2)
        os.close(leader)
        os.execve(args[0], list(args), dict(env))
    os.close(output)
    while _more(leader):
        pass
    os.close(leader)
    _, status, usage = os.wait4(pid, 0)
    # ru_maxrss is in kilobytes on Linux, in bytes on macOS.
    scale = 1024 if os.uname().sysname == "Linux" else 1024 * 1024
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / scale, os.waitstatus_to_exitcode(status))


def _more(descriptor: int) -> bool:
    try:
        return bool(os.read(descriptor, 1 << 16))
    except OSError:
        return False


def compare(
    runs: Sequence[Sequence[str]], base: Sequence[str], env: Mapping[str, str], *, terminal: bool = False
) -> Ratio:
    """Run each of `runs` beside `base`, in turn; the first pair does not count."""
    run(runs[0], env, terminal=terminal)
    run(base, env)
    ratios, extra, code = [], [], 0
    for args in runs[1:]:
        one, other = run(args, env, terminal=terminal), run(base, env)
        ratios.append(one.cpu / other.cpu)
        extra.append(one.peak - other.peak)
        code = code or one.code
    return Ratio(statistics.median(ratios), statistics.median(extra), code)
