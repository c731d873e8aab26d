"""Whether a program waits for somebody: what a key is pressed after, however busy the machine."""

import sys
from collections.abc import Iterator
from pathlib import Path

PROC = Path("/proc")
# So long nothing is shown before a key is pressed, and so long where the key before was not answered.
QUIET, UNANSWERED = (0.06, 1.0) if sys.platform == "linux" else (0.4, 3.0)


def waits(process: int) -> bool:
    """Tell whether a process, and all that it started, sleeps until something happens.

    Where the system does not tell, all that is left is that nothing has been shown for a while.
    """
    if sys.platform != "linux":
        return True
    try:
        return all(state in ("S", "Z") for state in _states(process))
    except OSError:
        return False


def _states(process: int) -> Iterator[str]:
    for task in (PROC / str(process) / "task").iterdir():
        yield (task / "stat").read_text().rpartition(")")[2].split()[0]
        for child in (task / "children").read_text().split():
            yield from _states(int(child))
