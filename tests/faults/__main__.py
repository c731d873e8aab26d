"""python -m tests.faults: every trial of the fault protocol, and a table of what came of it.

    python -m tests.faults                all of it, about an hour on two cores
    python -m tests.faults --quick        what the test suite does
    python -m tests.faults kill power     only these

Each line of the table is one kind of trial on one shape of file operations. The exit code is 1 where
anything did not hold; the first faults of each kind are printed below the table.
"""

import argparse
import datetime
import platform
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from . import full_disk
from .conversing import Pool
from .damage import damage, mended, seals
from .errors import errors, reading
from .examples import READ_ONLY, representatives
from .kill import kill
from .lab import SEED, Lab, Tally
from .leaving import WAYS, leaving
from .mutants import MUTANTS, caught
from .power import kill_then_cut, power
from .signals import signals
from .streams import broken_pipe, streams
from .together import stuck, together

ON_SHAPES: dict[str, tuple[Callable[..., Tally], int]] = {
    "kill": (kill, 60),
    "power": (power, 60),
    "kill, then power": (kill_then_cut, 7),
    "errors": (errors, 50),
    "signals": (signals, 30),
}


class Job(NamedTuple):
    """One line of the table."""

    kind: str
    what: str
    quick: bool


def jobs(quick: bool) -> Iterator[Job]:
    """Yield every job, the longest kind last."""
    for kind in ("kill", "power", "signals", "errors"):
        for example in representatives():
            yield Job(kind, example.shape, quick)
    for line in READ_ONLY.values():
        yield Job("errors of readers", line, quick)
    for what in ("eight on one store", "eight begin a store", "a stuck lock"):
        yield Job("two at once", what, quick)
    for what in ("a disk of 128 KiB", "files of 24 KiB at most"):
        yield Job("full disk", what, quick)
    for what in ("every byte and length", "seals", "doctor and restore"):
        yield Job("damage", what, quick)
    for what in ("odd streams", "broken pipe"):
        yield Job("streams", what, quick)
    for way in WAYS:
        yield Job("questions", way, quick)
    for mutant in MUTANTS:
        yield Job("mutants", mutant.name, quick)
    for example in representatives():
        yield Job("kill, then power", example.shape, quick)


def work(job: Job) -> tuple[Job, Tally, float]:
    """Do one job in a laboratory of its own."""
    began = time.monotonic()
    if job.kind == "mutants":
        tally = _mutant(job.what)
    elif job.kind == "questions":
        with tempfile.TemporaryDirectory() as folder:
            pool = Pool(Path(folder))
            tally = leaving(Path(folder), job.what, pool)
            pool.close()
    else:
        lab = Lab()
        try:
            tally = _trial(lab, job)
        finally:
            lab.close()
    return job, tally, time.monotonic() - began


def _trial(lab: Lab, job: Job) -> Tally:
    if job.kind in ON_SHAPES:
        run, most = ON_SHAPES[job.kind]
        example = next(example for example in representatives() if example.shape == job.what)
        return run(lab, example, most if job.quick else 0)
    if job.kind == "errors of readers":
        return reading(lab, job.what.split(), 12 if job.quick else 0)
    if job.kind == "full disk":
        return _full_disk(lab, job.what)
    times = 15 if job.quick else 200
    return {
        "eight on one store": lambda: together(lab, 8, times, cold=not job.quick),
        "eight begin a store": lambda: together(lab, 8, 3, start="none", cold=not job.quick),
        "a stuck lock": lambda: stuck(lab, wait=0.3 if job.quick else None),
        "every byte and length": lambda: damage(lab, 200 if job.quick else 0),
        "seals": lambda: seals(lab),
        "doctor and restore": lambda: mended(lab, 20 if job.quick else 200),
        "odd streams": lambda: streams(lab),
        "broken pipe": lambda: broken_pipe(lab),
    }[job.what]()


def _full_disk(lab: Lab, what: str) -> Tally:
    tally = Tally()
    env = lab.program.environment(lab.folder / "disk" / "home", {})
    faults = full_disk.run(lab.folder, env, mounted=what.startswith("a disk"))
    if faults is not None:
        tally.add(what, "held", faults)
    return tally


def _mutant(name: str) -> Tally:
    tally = Tally()
    mutant = next(mutant for mutant in MUTANTS if mutant.name == name)
    with tempfile.TemporaryDirectory() as folder:
        trial, _ = caught(mutant, Path(folder))
    tally.add(name, f"caught at {trial}" if trial else "not caught", [] if trial else ["it was not caught"])
    return tally


def main() -> int:
    """Run the jobs, print the table, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__.split("\n")[0])
    parser.add_argument("kinds", nargs="*", help="only these kinds, by the beginning of their names")
    parser.add_argument("--quick", action="store_true", help="as many trials as the test suite makes")
    parser.add_argument("--processes", type=int, default=2, help="how many jobs at once; else 2")
    given = parser.parse_args()
    # What nohup, or a shell's background, made this process ignore, the program would ignore, too.
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    chosen = [job for job in jobs(given.quick) if not given.kinds or job.kind.startswith(tuple(given.kinds))]
    began = time.monotonic()
    print(f"{datetime.date.today()}, seed {SEED}, Python {platform.python_version()}, {platform.system()}")
    total = Tally()
    sums: dict[str, Tally] = {}
    with ProcessPoolExecutor(given.processes) as pool:
        for job, tally, took in pool.map(work, chosen):
            print(
                f"{job.kind:18} {job.what:44} {tally.trials:6} {len(tally.faults):4} {took:7.1f} s",
                flush=True,
            )
            sums.setdefault(job.kind, Tally()).join(tally)
            total.join(tally)
    print()
    for kind, tally in sums.items():
        ends = ", ".join(f"{name} {count}" for name, count in sorted(tally.outcomes.items()))
        print(f"{kind:18} {tally.trials:7} trials {len(tally.faults):5} faults   {ends[:200]}")
    print(
        f"{'all':18} {total.trials:7} trials {len(total.faults):5} faults   {time.monotonic() - began:.0f} s"
    )
    for fault in total.faults[:40]:
        print(f"  {fault[:500]}")
    return 1 if total.faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
