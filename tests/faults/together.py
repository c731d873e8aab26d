"""Two at once: writers, importers, backups and readers on one store, and a lock that is stuck."""

import json
import subprocess
import sys
import threading
from pathlib import Path

from .disk import found
from .harness import Program, Run
from .homes import BRAG, place
from .lab import Lab, Tally
from .state import disorder

# What others do while entries are logged, again and again.
READERS = (
    ("list", "--json"),
    ("search", "number"),
    ("report", "brag", "-f", "md"),
    ("show", "j261118-q003"),
    ("doctor",),
)
WRITERS = (
    ("import", "{given}", "-y"),
    ("backup",),
    ("edit", "j261118-q003", "-d", "2026-10-11"),
    ("edit", "j261118-q003", "-d", "2026-11-18"),
    ("log", "Only one of its month", "-d", "2025-06-01"),
    ("undo", "-y"),
)
# Two that move one record out of each other's hands may be told so.
LOST_RACES = ("was changed meanwhile", "came in between", "changed since", "there is no", "nothing to undo")


class Crew:
    """Programs that each run in a thread of their own, and what went wrong in them."""

    def __init__(self, lab: Lab, home: Path, cold: bool) -> None:
        self.lab, self.home, self.cold = lab, home, cold
        self.done = threading.Event()
        self.ids: list[str] = []
        self.faults: list[str] = []
        self.runs = 0

    def program(self, name: str) -> Program:
        return Program(
            self.lab.folder / name, self.lab.program.library, self.lab.program.tree, cold=self.cold
        )

    def log(self, number: int, times: int) -> None:
        """Log so many entries, one after another."""
        program = self.program(f"logger-{number}")
        for count in range(times):
            run = program.run(["log", f"number {number}.{count}"], self.home)
            self.runs += 1
            if run.code or run.err:
                self.faults.append(f"log {number}.{count}: exit {run.code}, {run.err.strip()}")
            self.ids.append(run.out.strip())
        program.close()

    def again(self, name: str, lines: tuple[tuple[str, ...], ...]) -> None:
        """Run these command lines in turn until the logging is done."""
        program = self.program(name)
        number = 0
        while not self.done.is_set():
            argv = [word.format(given=self.lab.folder / "brag.md") for word in lines[number % len(lines)]]
            run = program.run(argv, self.home)
            self.runs += 1
            number += 1
            if not _fair(run):
                self.faults.append(f"{' '.join(argv)}: exit {run.code}, {run.err.strip()[-300:]}")
        program.close()


def _fair(run: Run) -> bool:
    return run.code == 0 or (run.code == 1 and any(words in run.err for words in LOST_RACES))


def together(lab: Lab, processes: int, times: int, *, start: str = "lived", cold: bool = False) -> Tally:
    """Let processes log at once while others read and write; all entries are there, under their own ids."""
    tally = lab.tally()
    base = lab.homes.fresh(start)
    home = place(base)
    (lab.folder / "brag.md").write_text(BRAG)
    crew = Crew(lab, home, cold)
    others = [
        threading.Thread(target=crew.again, args=("reader", READERS[: None if start == "lived" else 2]))
    ]
    if start == "lived":
        others.append(threading.Thread(target=crew.again, args=("writer", WRITERS)))
    loggers = [threading.Thread(target=crew.log, args=(number, times)) for number in range(processes)]
    for thread in (*others, *loggers):
        thread.start()
    for thread in loggers:
        thread.join()
    crew.done.set()
    for thread in others:
        thread.join()
    run = lab.program.run(["list", "--json"], home)
    if run.code:
        tally.add(f"{processes} at once on {start}", "unreadable", [*crew.faults, run.err.strip()])
        return tally
    listed = json.loads(run.out)
    there = {entry["id"] for entry in listed if entry["title"].startswith("number ")}
    faults = [*crew.faults]
    # One that the other writer took back with undo was acknowledged, and is not lost.
    undone = set(crew.ids) - there - _undone(home)
    if undone:
        faults.append(f"{len(undone)} acknowledged and not there")
    if len(set(crew.ids)) != processes * times:
        faults.append(f"{processes * times} logged, {len(set(crew.ids))} ids")
    tally.add(f"{processes} at once on {start}", "together", faults + disorder(base))
    tally.trials = crew.runs
    return tally


def _undone(home: Path) -> set[str]:
    """Return the ids that an undo took away, as the history tells."""
    gone = set()
    for path in (home / "history").glob("*.jsonl"):
        for line in path.read_text().splitlines():
            change = json.loads(line)
            if change.get("undoes"):
                gone |= {turn["id"] for turn in change["records"] if turn["after"] is None}
    return gone


HOLD = """
import sys, fcntl, os, time
descriptor = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT, 0o600)
fcntl.flock(descriptor, fcntl.LOCK_EX)
os.ftruncate(descriptor, 0)
os.write(descriptor, f"{os.getpid()} growth import".encode())
print("held", flush=True)
sys.stdin.read()
"""


def stuck(lab: Lab, *, wait: float | None = 0.3) -> Tally:
    """Hold the lock for good: a writer gives up and names the holder, a reader does not wait.

    A writer waits its twenty seconds with `wait` None, else as long as is said here.
    """
    tally = lab.tally()
    base = lab.homes.fresh("lived")
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(place(base) / "lock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout is not None and holder.stdin is not None
    holder.stdout.readline()
    before = found(base)
    run = lab.program.run(["log", "Waiting"], place(base), lock_wait=wait)
    faults = []
    if run.code != 4 or f"process {holder.pid} growth import" not in run.err:
        faults.append(f"exit {run.code}: {run.err.strip()}")
    if found(base) != before:
        faults.append("it wrote without the lock")
    if lab.program.run(["list"], place(base)).code:
        faults.append("a reader failed")
    holder.stdin.close()
    holder.wait(10)
    holder.stdout.close()
    tally.add("a stuck lock", "named", faults)
    return tally
