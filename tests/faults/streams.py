"""Streams and surroundings that are not as usual: closed, full, broken, or not there at all."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from .harness import Program, Run
from .homes import place
from .lab import Lab, Tally

HANG = 20
LINES = {
    "log": ["log", "Said in the dark"],
    "log, piped": ["log"],
    "note, piped": ["note", "ana"],
    "list": ["list"],
    "list --json": ["list", "--json"],
    "show": ["show", "j261118-q003"],
    "prep": ["prep", "ana"],
    "delete": ["delete", "j261118-q003", "-y"],
    "delete, asked": ["delete", "j261118-q003"],
    "curate": ["curate"],
    "no command": [],
    "help": ["--help"],
    "wrong": ["lgo"],
}
# What prints nothing to stdout has nothing to lose there.
SILENT = ("note, piped", "delete", "delete, asked", "curate", "wrong")


class Odd(NamedTuple):
    """One way to start a program oddly. `shell` is put behind the command in a shell line."""

    name: str
    shell: str = ""
    env: tuple[tuple[str, str | None], ...] = ()
    gone: bool = False
    loses: bool = False


ODD = (
    Odd("stdin closed", "<&-"),
    Odd("stdout closed", ">&-", loses=True),
    Odd("stderr closed", "2>&-"),
    Odd("all closed", "<&- >&- 2>&-", loses=True),
    Odd("stdout full", ">/dev/full", loses=True),
    Odd("stderr full", "2>/dev/full"),
    Odd("both full", ">/dev/full 2>/dev/full", loses=True),
    Odd("no HOME", env=(("HOME", None),)),
    Odd("no TERM", env=(("TERM", None),)),
    Odd("TERM=dumb", env=(("TERM", "dumb"),)),
    Odd("LC_ALL=C", env=(("LC_ALL", "C"), ("PYTHONUTF8", "0"), ("PYTHONCOERCECLOCALE", "0"))),
    Odd("one column", env=(("COLUMNS", "1"),)),
    Odd("cwd deleted", gone=True),
)


def _start(program: Program, line: list[str], odd: Odd, home: Path) -> Run:
    """Run a command from a shell, oddly, each time from a fresh start."""
    env = program.environment(home, {})
    for name, value in odd.env:
        env.pop(name, None)
        if value is not None:
            env[name] = value
    cwd = program.folder / "cwd"
    cwd.mkdir(exist_ok=True)
    words = " ".join(f"'{word}'" for word in (sys.executable, "-m", "growth", *line))
    shell = f"{'rmdir ../cwd; ' if odd.gone else ''}exec {words} {odd.shell}"
    with (program.folder / "out").open("wb") as out, (program.folder / "err").open("wb") as err:
        try:
            code = subprocess.run(
                ["/bin/sh", "-c", shell],
                env=env,
                cwd=cwd,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=err,
                timeout=HANG,
                check=False,
            ).returncode
        except subprocess.TimeoutExpired:
            code = -99
    texts = [(program.folder / name).read_text("utf-8", "replace") for name in ("out", "err")]
    return Run(texts[0], texts[1], code, ())


def streams(lab: Lab, only: Callable[[str, str], bool] = lambda name, odd: True) -> Tally:
    """Run every line in every odd way: no traceback, no hang, and what was not printed is not a 0."""
    tally = Tally()
    program = Program(lab.folder / "odd", lab.program.library, lab.program.tree)
    for name, line in LINES.items():
        usual = None
        for odd in ODD:
            if not only(name, odd.name):
                continue
            if usual is None:
                usual = _start(program, line, Odd("as usual"), place(lab.homes.fresh("lived")))
            run = _start(program, line, odd, place(lab.homes.fresh("lived")))
            tally.add(f"{name}, {odd.name}", str(run.code), _judge(name, odd, usual, run))
    return tally


def _judge(name: str, odd: Odd, usual: Run, run: Run) -> list[str]:
    faults = []
    if run.code == -99:
        faults.append("it hangs")
    elif run.code < 0 or run.code not in (0, 1, 2, 4):
        faults.append(f"exit {run.code}: {run.err.strip()[-200:]}")
    if "Traceback" in run.err or "Exception ignored" in run.err:
        faults.append(f"a traceback: {run.err.strip().splitlines()[-1]}")
    if odd.loses and name not in SILENT and run.code == 0:
        faults.append("the output is lost, and the exit code is 0")
    if not odd.loses and run.code != usual.code:
        faults.append(f"exit {run.code}, and as usual it is {usual.code}: {run.err.strip()[-200:]}")
    return faults


def broken_pipe(lab: Lab) -> Tally:
    """Let the reader of a long output leave: silence, and 141."""
    tally = Tally()
    base = lab.homes.fresh("lived")
    for number in range(40):
        lab.program.run(["log", f"entry {number} " + "long " * 400], place(base))
    program = Program(lab.folder / "odd", lab.program.library, lab.program.tree)
    for line in (["list"], ["list", "--json"], ["search", "long"]):
        reader, writer = os.pipe()
        process = subprocess.Popen(
            [sys.executable, "-m", "growth", *line],
            env=program.environment(place(base), {}),
            stdin=subprocess.DEVNULL,
            stdout=writer,
            stderr=subprocess.PIPE,
            text=True,
        )
        os.close(writer)
        os.read(reader, 10)
        os.close(reader)
        _, err = process.communicate(timeout=HANG)
        faults = [] if (process.returncode, err) == (141, "") else [f"exit {process.returncode}: {err}"]
        tally.add(f"{' '.join(line)} | head -c 10", str(process.returncode), faults)
    return tally
