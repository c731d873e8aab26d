"""Run commands as whole processes and count what the operating system counts: CPU time and memory."""

import os
import pty
import statistics
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_LAUNCH = str(Path(__file__).with_name("launch.py"))


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
    told, tell = os.pipe()
    os.set_inheritable(tell, True)
    pid = os.fork()
    if pid == 0:
        null = os.open(os.devnull, os.O_RDONLY)
        os.dup2(output if terminal else null, 0)
        os.dup2(output, 1)
        os.dup2(output, 2)
        os.close(leader)
        os.execve(sys.executable, [sys.executable, "-I", "-S", _LAUNCH, str(tell), *args], dict(env))
    os.close(output)
    os.close(tell)
    while _more(leader):
        pass
    os.close(leader)
    os.waitpid(pid, 0)
    cpu, peak, code = os.read(told, 200).split()
    os.close(told)
    return Run(float(cpu), float(peak), int(code))


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
