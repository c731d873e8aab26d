"""Power cut: every prefix of a run's operations, with what was not synced lost, zeroed or half there."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from .disk import Disk, found, lay
from .examples import BY_STEPS, Example
from .harness import WRITING, Op, Run
from .homes import place, settle
from .lab import AFTERWARDS, Lab, Tally, thin
from .state import State, is_damaged, state

Tree = dict[str, bytes | None]


def prefixes(disk: Disk, ops: Sequence[Op]) -> Iterator[tuple[int, bool, Tree]]:
    """Yield what a cut may leave: after how many operations, whether those were all, and the files."""
    seen: set[tuple[bool, frozenset[tuple[str, bytes | None]]]] = set()
    writing = [number for number, op in enumerate(ops) if op.kind & WRITING]
    last = writing[-1] if writing else -1
    for number in range(len(ops) + 1):
        if number and not ops[number - 1].kind & WRITING:
            disk.do(ops[number - 1])
            continue
        if number:
            disk.do(ops[number - 1])
        for tree in disk.cuts():
            key = (number > last, frozenset(tree.items()))
            if key not in seen:
                seen.add(key)
                yield number, number > last, tree


def model_of(lab: Lab, example: Example) -> list[str]:
    """Return where the model of the disk and the disk differ after an example: nowhere, it should be."""
    base = lab.homes.fresh(example.home)
    disk = Disk(base)
    for op in lab.run(example, base).ops:
        disk.do(op)
    real, modelled = found(base), disk.now()
    names = sorted(real.keys() | modelled.keys())
    return [name for name in names if real.get(name, b"-") != modelled.get(name, b"-")]


def power(lab: Lab, example: Example, most: int = 0) -> Tally:
    """Cut the power during an example, in every way or in so many at most; judge what is left."""
    tally = lab.tally()
    lab.known(example)
    base = lab.homes.fresh(example.home)
    disk = Disk(base)
    run = lab.run(example, base)
    for at, ended, tree in thin(list(prefixes(disk, run.ops)), most):
        left = _laid(lab, tree)
        outcome, faults = lab.all_or_nothing(example, left, run if ended else Run("", "", -9, ()))
        faults += lab.goes_on(example, left, read=False)
        tally.add(f"{example.name}, cut after {at} operations", outcome, faults)
    return tally


def kill_then_cut(lab: Lab, example: Example, most: int = 0) -> Tally:
    """Kill an example at each operation, or at so many; cut the power during the command that comes next."""
    tally = lab.tally()
    known = lab.known(example)
    if is_damaged(known.before) or example.shape in BY_STEPS:
        # The command that comes next is the same one again, and that is what `power` looks at.
        return tally
    # Killed after an operation that changed nothing, it leaves what it left before that one.
    points = [op for op in lab.points(example) if op.result >= 0 and not op.path.endswith("/lock")]
    for op in thin(points, most):
        base = lab.homes.fresh(example.home)
        disk = Disk(base)
        for done in lab.run(example, base, plan=f"kill-after {op.n}", record=True).ops:
            disk.do(done)
        disk.close_all()
        env = {"GROWTH_NOW": example.now}
        then = lab.program.run(["log", AFTERWARDS], place(base), env=env, watch=base, record=True)
        where = f"{example.name}, kill-after {op.n}"
        if then.code:
            tally.add(where, "refused", [f"exit {then.code}, {then.err.strip()}"])
            continue
        for at, ended, tree in thin(list(prefixes(disk, then.ops)), most * 2):
            left = _laid(lab, tree)
            outcome, faults = _two(known.before, known.after, state(left), ended=ended)
            faults += lab.goes_on(example, left, read=False)
            tally.add(f"{where}, then cut after {at}", outcome, faults)
    return tally


def _two(before: State, after: State, seen: State, *, ended: bool) -> tuple[str, list[str]]:
    """Judge a place after two commands: the first all there or not, the second there if it ended."""
    rest = tuple(line for line in seen if AFTERWARDS not in line)
    if ended and len(rest) == len(seen):
        return "lost", ["the next command was acknowledged and is not there"]
    if rest not in (before, after):
        return "half", ["half a change"]
    return "done" if rest == after else "undone", []


def _laid(lab: Lab, tree: Tree) -> Path:
    base = lab.homes.bare()
    lay(tree, base)
    settle(base)
    return base
