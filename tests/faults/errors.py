"""Errors: the system says no at a file operation, once or from then on; or writes only half."""

import errno
from collections.abc import Iterator

from .examples import REPEATABLE, Example
from .harness import (
    ALL,
    CLOSE,
    CREATE,
    LINK,
    LIST,
    MKDIR,
    MODE,
    OPEN,
    RENAME,
    STAT,
    SYNC,
    TRUNCATE,
    UNLINK,
    WRITE,
    Op,
)  # fmt: skip
from .lab import Lab, Tally, thin

NAMES = CREATE | RENAME | LINK | UNLINK | MKDIR
# Which kinds of operation can end in which error.
STRIKES = {
    errno.EIO: ALL & ~CLOSE,
    errno.ENOSPC: CREATE | WRITE | SYNC | RENAME | LINK | MKDIR | TRUNCATE,
    errno.EACCES: NAMES | OPEN | MODE | STAT | LIST,
    errno.EROFS: NAMES | WRITE | TRUNCATE | MODE,
    errno.EMFILE: CREATE | OPEN | LIST,
}


def plans(lab: Lab, example: Example) -> Iterator[tuple[str, int, Op]]:
    """Yield every way for the system to say no: the plan, the kinds it strikes if it lasts, the operation."""
    for op in lab.points(example, ALL):
        for number, kinds in STRIKES.items():
            if op.kind & kinds:
                yield f"error {op.n} {number} once", kinds, op
                yield f"error {op.n} {number} sticky", kinds, op
        if op.kind == WRITE:
            yield f"short {op.n} 0 once", ALL, op
            yield f"short {op.n} 0 sticky", ALL, op


def errors(lab: Lab, example: Example, most: int = 0) -> Tally:
    """Let an example meet every error, or so many at most; judge what it says and what is left."""
    tally = lab.tally()
    points = lab.points(example, ALL)
    for plan, kinds, op in thin(list(plans(lab, example)), most):
        base = lab.homes.fresh(example.home)
        run = lab.run(example, base, plan=plan, count=ALL, types=kinds)
        outcome, faults = lab.all_or_nothing(example, base, run)
        lasting = [later for later in points[op.n - 1 :] if later.kind & kinds]
        failed = [op] if plan.endswith("once") else lasting
        if run.code == 0 and plan.startswith("error") and _unsynced(failed, points, run.err):
            faults.append("exit 0 after a failed fsync")
        if plan.startswith("short") and run.code != 0:
            faults.append(f"a short write was not carried on: exit {run.code}, {run.err.strip()}")
        known = lab.known(example)
        expected = "" if example.shape in REPEATABLE or known.before == known.after else outcome
        faults += said(run.err, run.code, expected)
        faults += lab.goes_on(example, base, read=False)
        where = f"{example.name}, {plan} ({op.name} {op.path.rpartition('/')[2]})"
        tally.add(where, f"{outcome} {run.code}", faults)
    return tally


def _unsynced(failed: list[Op], points: list[Op], err: str) -> bool:
    """Tell whether one of the failed operations was a sync that the user was told nothing of.

    What is saved is safe without the day's backup: that one could not be made is told in a warning.
    """
    told = "the backup of the day could not be made" in err
    commit = max((op.n for op in points if op.kind == WRITE and op.path.endswith(".jsonl")), default=0)
    return any(op.kind == SYNC and not (told and op.n < commit) for op in failed)


def said(err: str, code: int, outcome: str) -> list[str]:
    """Judge what a run that met an error said."""
    faults = []
    if "Traceback" in err:
        faults.append(f"a traceback: {err.strip().splitlines()[-1]}")
    elif code not in (0, 4):
        faults.append(f"exit {code}: {err.strip()}")
    elif code == 4 and not any(line.startswith("growth: ") for line in err.splitlines()):
        faults.append(f"exit 4 without a message: {err!r}")
    elif code == 4 and "nothing was changed" in err and outcome != "undone":
        faults.append(f"it is not known whether nothing was changed, and it says so: {err.strip()}")
    elif code == 4 and outcome == "done" and not any(word in err for word in ("is recorded", "not certain")):
        faults.append(f"it is done, and it says: {err.strip()}")
    elif code == 4 and outcome == "undone" and "is recorded" in err:
        faults.append(f"it is not done, and it says: {err.strip()}")
    return faults


def reading(lab: Lab, argv: list[str], most: int = 0) -> Tally:
    """Let a command that only reads meet every error: it says so, and writes nothing."""
    from .disk import found
    from .homes import place

    tally = lab.tally()
    base = lab.homes.fresh("lived")
    argv = [word.format(given=base / "given") for word in argv]
    before = found(base)
    points = lab.program.run(argv, place(base), watch=base, count=ALL, record=True).counted
    strikes = [
        (f"error {op.n} {number} {how}", kinds, op)
        for op in points
        for number, kinds in STRIKES.items()
        if op.kind & kinds
        for how in ("once", "sticky")
    ]
    for plan, kinds, op in thin(strikes, most):
        run = lab.program.run(argv, place(base), watch=base, plan=plan, count=ALL, types=kinds)
        faults = said(run.err, run.code, "undone")
        if found(base) != before:
            faults.append("a reader wrote")
        tally.add(f"{' '.join(argv)}, {plan} ({op.name} {op.path.rpartition('/')[2]})", str(run.code), faults)
    return tally
