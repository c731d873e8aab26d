"""Kill: SIGKILL before and after every file operation, and in the middle of every write."""

from collections.abc import Iterator

from .examples import Example
from .harness import WRITE
from .lab import Lab, Tally, thin

TORN_AT = 8


def plans(lab: Lab, example: Example) -> Iterator[str]:
    """Yield every way to kill an example."""
    for op in lab.points(example):
        yield f"kill-before {op.n}"
        yield f"kill-after {op.n}"
        if op.kind == WRITE:
            sizes = {max(1, op.size * part // (TORN_AT + 1)) for part in range(1, TORN_AT + 1)}
            for size in sorted(sizes):
                yield f"torn {op.n} {size}"


def kill(lab: Lab, example: Example, most: int = 0) -> Tally:
    """Kill an example at every operation, or so many times at most; judge what is left each time."""
    tally = lab.tally()
    for plan in thin(list(plans(lab, example)), most):
        base = lab.homes.fresh(example.home)
        run = lab.run(example, base, plan=plan)
        outcome, faults = lab.all_or_nothing(example, base, run)
        if run.code != -9:
            faults.append(f"was not killed: exit {run.code}, {run.err.strip()}")
        faults += lab.goes_on(example, base)
        tally.add(f"{example.name}, {plan}", outcome, faults)
    return tally
