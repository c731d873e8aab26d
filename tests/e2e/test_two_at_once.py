"""Two terminals that decide on the same state: the second sees what the first did, and refuses."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from growth import lock
from tests.conftest import Growth

PROC = Path("/proc")


def until_at(lock: Path, programs: "list[subprocess.Popen[str]]") -> None:
    """Wait until all of these have opened the lock, which is the last before they wait for it."""
    deadline = time.monotonic() + (30 if PROC.is_dir() else 1.5)
    while time.monotonic() < deadline and not all(_has(one.pid, lock) for one in programs):
        time.sleep(0.01)


def _has(process: int, path: Path) -> bool:
    try:
        return any(opened.resolve() == path.resolve() for opened in (PROC / str(process) / "fd").iterdir())
    except OSError:
        return False


@pytest.mark.parametrize(
    ("command", "listing", "refusal"),
    [
        ("people add bo", "people list --json", "'bo' is bo already"),
        ("mentor pair ana", "mentor list --json", "is a mentorship with ana already"),
        ("1on1 notes ana --shared x", "1on1 list --json", "another 1:1 of 2026-11-24 was noted meanwhile"),
    ],
)
def test_nothing_is_there_twice(growth: Growth, command: str, listing: str, refusal: str) -> None:
    growth.ok("people add ana")
    before = len(json.loads(growth.ok(listing)))
    with lock.hold(growth.home / "lock", "a test"):
        both = [
            subprocess.Popen([sys.executable, "-m", "growth", *command.split()],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            for _ in range(2)
        ]  # fmt: skip
        # Both have read the store by then, and wait for the lock.
        until_at(growth.home / "lock", both)
    said = [one.communicate(timeout=30)[1] for one in both]
    assert len(json.loads(growth.ok(listing))) == before + 1
    assert sorted(one.returncode for one in both) == [0, 1]
    assert refusal in "".join(said)
