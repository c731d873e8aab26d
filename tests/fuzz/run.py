"""One target with many inputs: what is no refusal is a fault, and so is what takes too long."""

import random
import time
import traceback
from typing import NamedTuple

from growth.errors import GrowthError
from tests.fuzz.mutate import mutated
from tests.fuzz.targets import Target

SECONDS = 2.0


class Fault(NamedTuple):
    """An input that was not borne, and what came of it."""

    data: bytes
    what: str


class Outcome(NamedTuple):
    """What many inputs came to: how many were read, how many refused, the faults, the longest time."""

    read: int
    refused: int
    slowest: float
    faults: tuple[Fault, ...]


def attempt(target: Target, data: bytes) -> tuple[str, float]:
    """Return what reading `data` came to: nothing, `refused`, or a fault in words; and its seconds."""
    start = time.process_time()
    said = ""
    try:
        target.read(data, target.file)
    except GrowthError as error:
        said = "refused"
        if not error.message or not error.hint:
            said = f"a refusal without words or a next step: {error.message!r}, {error.hint!r}"
    except RecursionError:
        said = "RecursionError: " + traceback.format_exc()[-600:]
    except Exception:
        said = traceback.format_exc()
    took = time.process_time() - start
    return (f"took {took:.1f} s" if took > SECONDS else said), took


def fuzz(target: Target, count: int, seed: int, others: list[bytes], most: int = 20) -> Outcome:
    """Read `count` mutated inputs; the same seed gives the same ones."""
    chance = random.Random(f"{target.name} {seed}")
    read = refused = 0
    slowest, faults, seen = 0.0, list[Fault](), set[str]()
    for _ in range(count):
        data = mutated(chance, target.seeds, others)
        said, took = attempt(target, data)
        slowest = max(slowest, took)
        if not said:
            read += 1
        elif said == "refused":
            refused += 1
        # One of each kind is enough to mend it.
        elif (kind := said[-200:]) not in seen and len(faults) < most:
            seen.add(kind)
            faults.append(Fault(data, said))
    return Outcome(read, refused, slowest, tuple(faults))
