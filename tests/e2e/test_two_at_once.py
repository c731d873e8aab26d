"""Two terminals that decide on the same state: the second sees what the first did, and refuses."""

import json
import subprocess
import sys
import time

import pytest

from growth import files
from tests.conftest import Growth


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
    with files.lock(growth.home / "lock", "a test"):
        both = [
            subprocess.Popen([sys.executable, "-m", "growth", *command.split()],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            for _ in range(2)
        ]  # fmt: skip
        # Both have read the store by then, and wait for the lock.
        time.sleep(1.5)
    said = [one.communicate(timeout=30)[1] for one in both]
    assert len(json.loads(growth.ok(listing))) == before + 1
    assert sorted(one.returncode for one in both) == [0, 1]
    assert refusal in "".join(said)
