"""Signals: INT, TERM and HUP before and after every file operation."""

import signal

from .examples import Example
from .lab import Lab, Tally, thin
from .state import litter

ENDS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}


def signals(lab: Lab, example: Example, most: int = 0) -> Tally:
    """Signal an example at every operation, or so many times at most; judge its end and what is left."""
    tally = lab.tally()
    plans = [
        (f"signal-{when} {op.n} {int(number)}", number)
        for op in lab.points(example)
        for when in ("before", "after")
        for number in ENDS
    ]
    for plan, number in thin(plans, most):
        base = lab.homes.fresh(example.home)
        run = lab.run(example, base, plan=plan)
        outcome, faults = lab.all_or_nothing(example, base, run)
        if run.code != ENDS[number]:
            faults.append(f"exit {run.code}, not {ENDS[number]}: {run.err.strip()[-200:]}")
        if "Traceback" in run.err:
            faults.append(f"a traceback: {run.err.strip().splitlines()[-1]}")
        faults += [f"left behind: {name}" for name in litter(base)]
        faults += lab.goes_on(example, base, read=False)
        tally.add(f"{example.name}, {plan}", f"{outcome} {run.code}", faults)
    return tally
