"""python -m tests.year DIR: write the year of a manager, to look around in."""

import sys
from pathlib import Path

from tests.year.home import hand_over, write


def main() -> None:
    """Write DIR/manager and DIR/bundles."""
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tests.year DIR")
    place = Path(sys.argv[1])
    told = write(place / "manager")
    hand_over(place / "bundles", told)
    print(f"GROWTH_NOW=2026-11-24T08:00:00+00:00 growth --home {place / 'manager'} prep ana")


if __name__ == "__main__":
    main()
