"""Read many broken files of each format: python -m tests.fuzz [--count 10000] [--format csv] [--seed 1]."""

import argparse
import resource
import sys
from pathlib import Path

from tests.fuzz.run import fuzz
from tests.fuzz.targets import targets

MEMORY = 300


def main() -> int:
    """Fuzz what was asked for; print a row for each target, and what was not borne."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--format", action="append", help="repeatable; without it all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="where inputs that were not borne are kept")
    asked = parser.parse_args()
    every = targets()
    others = [seed for target in every for seed in target.seeds]
    known = {target.name for target in every}
    if unknown := set(asked.format or ()) - known:
        parser.error(f"{', '.join(unknown)} is none of {', '.join(sorted(known))}")
    bad = 0
    print("| format | inputs | read | refused | not borne | slowest, ms | memory, MB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |", flush=True)
    for target in every:
        if asked.format and target.name not in asked.format:
            continue
        found = fuzz(target, asked.count, asked.seed, others)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        bad += len(found.faults) + (peak > MEMORY)
        cells = (asked.count, found.read, found.refused, len(found.faults))
        numbers = " | ".join(f"{number:,}" for number in cells)
        print(f"| {target.name} | {numbers} | {found.slowest * 1000:.0f} | {peak} |", flush=True)
        for number, fault in enumerate(found.faults):
            print(f"{target.name}: {fault.what}\n  {fault.data[:300]!r}", file=sys.stderr, flush=True)
            if asked.keep:
                asked.keep.mkdir(parents=True, exist_ok=True)
                (asked.keep / f"{target.name.replace(' ', '-')}-{number}").write_bytes(fault.data)
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
