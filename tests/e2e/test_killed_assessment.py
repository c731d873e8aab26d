"""An assessment that is killed in the middle of rating goes on with every answer given."""

import os
import pty
import select
import signal
import subprocess
import sys
import time

from tests.conftest import NOW, Growth
from tests.waiting import QUIET, waits


def test_kill_in_the_middle_of_rating(growth: Growth) -> None:
    growth.ok("assess start --ladder machine-learning-engineer --target L4")
    leader, process = rating()
    for key in "1234":
        until(leader, process, b"q quit")
        os.write(leader, key.encode())
    # The fourth was not taken without a sentence: the program waits for it, and is killed.
    until(leader, process, b"One sentence that shows it")
    process.send_signal(signal.SIGKILL)
    process.wait(20)
    os.close(leader)
    judged = [line.split()[1] for line in growth.ok("assess show").splitlines()]
    assert judged[:4] == ["not-yet", "starting", "with-help", "-"]
    again = growth.terminal("assess rate", keys=["q"]).out
    assert f"[1 of {len(judged) - 3}]" in again


def rating() -> "tuple[int, subprocess.Popen[bytes]]":
    """Begin to rate on a terminal; return its end here, and the program."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "growth", "assess", "rate"],
        stdin=follower, stdout=follower, stderr=follower, start_new_session=True,
        env=os.environ | {"TERM": "xterm", "GROWTH_NOW": NOW},
    )  # fmt: skip
    os.close(follower)
    return leader, process


def until(leader: int, process: "subprocess.Popen[bytes]", text: bytes) -> None:
    """Read until the program has written a text and waits."""
    seen, deadline = b"", time.monotonic() + 30
    while True:
        assert time.monotonic() < deadline, seen
        if select.select([leader], [], [], QUIET)[0]:
            seen += os.read(leader, 65536)
        elif text in seen and waits(process.pid):
            return
