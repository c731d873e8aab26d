"""Power cut: every prefix of a run's operations, with what was not synced lost, zeroed or half there."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from .disk import Disk, found, lay
from .examples import Example
from .harness import WRITING, Op, Run
from .homes import place
from .lab import AFTERWARDS, Lab, Tally
from .state import State

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
    names = sorted(name for name in real.keys() | modelled.keys() if real.get(name, b"-") != modelled.get(name, b"-"))
    return names


def power(lab: Lab, example: Example, every: int = 1) -> Tally:
    """Cut the power during an example, in every way or in every so many; judge what is left."""
    tally = Tally()
    base = lab.homes.fresh(example.home)
    known = lab.known(example)
    base = lab.homes.fresh(example.home)
    disk = Disk(base)
    run = lab.run(example, base)
    for number, (at, ended, tree) in enumerate(prefixes(disk, run.ops)):
        if number % every and not ended:
            continue
        place_ = _laid(lab, tree)
        outcome, faults = lab.all_or_nothing(example, place_, run if ended else Run("", "", -9, ()))
        faults += lab.goes_on(place_, example.now, read=False)
        tally.add(f"{example.name}, cut after {at} operations", outcome, faults)
    assert known.run.code == 0
    return tally


def kill_then_cut(lab: Lab, example: Example, every: int = 1) -> Tally:
    """Kill an example at each operation; cut the power during the command that comes next."""
    tally = Tally()
    known = lab.known(example)
    for op in lab.points(example)[::every]:
        base = lab.homes.fresh(example.home)
        disk = Disk(base)
        argv = [word.format(out=base / "out", given=base / "given") for word in example.argv]
        env = {"GROWTH_NOW": example.now}
        first = lab.program.run(
            argv, place(base), env=env, stdin=example.stdin, plan=f"kill-after {op.n}", watch=base, record=True
        )
        for done in first.ops:
            disk.do(done)
        disk.close_all()
        then = lab.program.run(["log", AFTERWARDS], place(base), env=env, watch=base, record=True)
        if then.code:
            tally.add(f"{example.name}, kill-after {op.n}", "refused", [f"exit {then.code}, {then.err.strip()}"])
            continue
        for number, (at, ended, tree) in enumerate(prefixes(disk, then.ops)):
            if number % every and not ended:
                continue
            left = _laid(lab, tree)
            outcome, faults = _two(known.before, known.after, *lab.seen(left), ended=ended)
            faults += lab.goes_on(left, example.now, read=False)
            tally.add(f"{example.name}, kill-after {op.n}, then cut after {at}", outcome, faults)
    return tally


def _two(
    before: State, after: State, seen: State | None, faults: list[str], *, ended: bool
) -> tuple[str, list[str]]:
    """Judge a place after two commands: the first all there or not, the second there if it ended."""
    if seen is None:
        return "unreadable", faults
    rest = tuple(line for line in seen if AFTERWARDS not in line)
    if ended and len(rest) == len(seen):
        return "lost", [*faults, "the next command was acknowledged and is not there"]
    if rest not in (before, after):
        return "half", [*faults, "half a change"]
    return "done" if rest == after else "undone", faults


def _laid(lab: Lab, tree: Tree) -> Path:
    base = lab.homes.bare()
    lay(tree, base)
    return base
