"""Where a trial is set up and judged: a command, a home, a fault, and what must hold afterwards."""

import hashlib
import json
import random
import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from .examples import ALONE, BY_STEPS, Example
from .harness import ALL, ROOT, WRITING, Op, Program, Run, build, scratch
from .homes import Homes, place
from .state import State, disorder, is_damaged, litter, state

P = TypeVar("P")
SEED = 20261124
AFTERWARDS = "Afterwards"


class Known(NamedTuple):
    """What a command does when nothing goes wrong."""

    before: State
    after: State
    run: Run


class Tally:
    """How many trials were made, and in which of them something did not hold.

    Where one fault is all that is asked for, it raises Enough at the first.
    """

    def __init__(self, *, one: bool = False) -> None:
        self._one = one
        self.trials = 0
        self.outcomes: Counter[str] = Counter()
        self.faults: list[str] = []

    def add(self, where: str, outcome: str, faults: list[str]) -> None:
        """Take in the outcome of one trial."""
        self.trials += 1
        self.outcomes[outcome] += 1
        self.faults += [f"{where}: {fault}" for fault in faults]
        if self._one and self.faults:
            raise Enough(self)

    def join(self, other: "Tally") -> None:
        """Take in another tally."""
        self.trials += other.trials
        self.outcomes += other.outcomes
        self.faults += other.faults


class Enough(Exception):
    """A fault was found, and no more was asked for."""

    def __init__(self, tally: Tally) -> None:
        super().__init__(tally.faults[0])
        self.tally = tally


def thin(plans: Sequence[P], most: int) -> list[P]:
    """Return all plans, or `most` of them where that is given: the same ones for the same seed."""
    if not most or len(plans) <= most:
        return list(plans)
    chosen = random.Random(SEED).sample(range(len(plans)), most)
    return [plans[number] for number in sorted(chosen)]


class Lab:
    """A program, homes for it, and a folder that goes with them."""

    def __init__(self, tree: Path = ROOT, *, cold: bool = False, one: bool = False) -> None:
        self._one = one
        self.folder = scratch()
        library = build(self.folder)
        self.program = Program(self.folder / "program", library, tree, cold=cold)
        self.homes = Homes(self.program, self.folder)
        self._known: dict[tuple[Example, int], Known] = {}
        self._judged: dict[tuple[Example, bool, frozenset[object]], list[str]] = {}

    def tally(self) -> Tally:
        """Return a tally for the trials of this laboratory."""
        return Tally(one=self._one)

    def close(self) -> None:
        """End the program and remove every home."""
        self.program.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(
        self,
        example: Example,
        base: Path,
        *,
        plan: str = "",
        count: int = WRITING,
        types: int = ALL,
        record: bool = False,
    ) -> Run:
        """Run an example in a place, with a plan for a fault; without one its operations are noted."""
        argv = [word.format(out=base / "out", given=base / "given") for word in example.argv]
        return self.program.run(
            argv,
            place(base),
            env={"GROWTH_NOW": example.now},
            stdin=example.stdin,
            keys=example.keys,
            plan=plan,
            count=count,
            types=types,
            watch=base,
            record=record or not plan,
        )

    def known(self, example: Example, count: int = WRITING) -> Known:
        """Return what an example does without a fault; it is run once for each way of counting."""
        if (example, count) not in self._known:
            base = self.homes.fresh(example.home)
            before = state(base)
            run = self.run(example, base, count=count)
            faults = disorder(base)
            assert run.code == 0 and not faults, (example.name, run.code, run.err, faults)
            self._known[example, count] = Known(before, state(base), run)
        return self._known[example, count]

    def points(self, example: Example, count: int = WRITING) -> list[Op]:
        """Return the operations of an example that a fault can strike."""
        return self.known(example, count).run.counted

    def all_or_nothing(self, example: Example, base: Path, run: Run) -> tuple[str, list[str]]:
        """Judge a place after a fault: as before the command or as after it, and no third way."""
        known, found = self.known(example), state(base)
        if found == known.after:
            return "done", []
        if run.code == 0 or self._acknowledged(example, run):
            return "lost", [f"acknowledged and not there: {_difference(found, known.after)}"]
        if found == known.before:
            return "undone", []
        if example.shape in BY_STEPS and not self.run(example, base).code and state(base) == known.after:
            return "repeated", []
        return "half", [f"half a change: {_difference(found, known.before)}"]

    def _acknowledged(self, example: Example, run: Run) -> bool:
        whole = self.known(example).run.out
        return bool(whole.strip()) and len(run.out.strip()) >= len(whole.strip())

    def goes_on(self, example: Example, base: Path, *, read: bool = True) -> list[str]:
        """Read with the program, run a next command, and judge the place for order.

        Where the example mends a damaged store and has not come so far, it is what is run next. What
        is the same to the byte as one judged before, as after most faults, is judged as that was.
        """
        key = (example, read, traces(base))
        if key not in self._judged:
            self._judged[key] = self._goes_on(example, base, read)
        return self._judged[key]

    def _goes_on(self, example: Example, base: Path, read: bool) -> list[str]:
        faults, before = [], state(base)
        env = {"GROWTH_NOW": example.now}
        if is_damaged(before) and is_damaged(self.known(example).before):
            again = self.run(example, base)
            before = state(base)
            if again.code or before != self.known(example).after:
                return [f"the same command again: exit {again.code}, {again.err.strip()[-400:]}"]
        if example.shape in ALONE and litter(base):
            self.run(example, base)
            before = state(base)
        if read:
            listed = self.program.run(["list", "--json"], place(base), env=env)
            # The list leaves notes on others out.
            count = sum(line.startswith("journal/") and '"about"' not in line for line in before)
            if listed.code or listed.err or len(json.loads(listed.out or "[]")) != count:
                faults.append(f"a reader: exit {listed.code}, {listed.err.strip()}")
        run = self.program.run(["log", AFTERWARDS], place(base), env=env)
        if run.code or run.err:
            return [*faults, f"the next command: exit {run.code}, {run.err.strip()[-400:]}"]
        after = state(base)
        new, gone = Counter(after) - Counter(before), Counter(before) - Counter(after)
        if gone or sum(new.values()) != 1 or AFTERWARDS not in next(iter(new)):
            faults.append(f"the next command changed more: {dict(gone)} became {dict(new)}")
        return [*faults, *disorder(base)]


def traces(base: Path) -> frozenset[object]:
    """Return what a place holds, to the byte; who held the lock last is told in it, and matters to nobody."""
    return frozenset(_trace(base, path) for path in base.rglob("*"))


def _trace(base: Path, path: Path) -> tuple[str, int, int, bytes]:
    told, untold = path.lstat(), path.is_dir() or path == place(base) / "lock"
    data = b"" if untold else hashlib.sha256(path.read_bytes()).digest()
    return str(path.relative_to(base)), told.st_mode, told.st_nlink, data


def _difference(found: State, wanted: State) -> str:
    less, more = Counter(wanted) - Counter(found), Counter(found) - Counter(wanted)
    return f"missing {[line[:90] for line in less]}, too much {[line[:90] for line in more]}"
