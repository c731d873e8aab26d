"""The lock is one process's at a time, and whoever waits too long is told for whom."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from growth import lock
from growth.errors import GrowthError, SystemRefused

HOLDER = """
import sys, time
from pathlib import Path
from growth import lock
with lock.hold(Path(sys.argv[1]), "growth import"):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def held(path: Path, seconds: float) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path), str(seconds)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None and process.stdout.readline() == "held\n"
    return process


def test_the_lock_is_waited_for(tmp_path: Path) -> None:
    process = held(tmp_path / "lock", 0.3)
    with lock.hold(tmp_path / "lock", "growth log"):
        assert process.wait() == 0
        assert (tmp_path / "lock").read_text() == f"{os.getpid()} growth log\n"
    assert process.stdout is not None
    process.stdout.close()


def test_who_holds_the_lock_too_long_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "WAIT", 0.05)
    process = held(tmp_path / "lock", 30)
    try:
        named = f"the store is being written by process {process.pid} growth import"
        with pytest.raises(SystemRefused, match=named), lock.hold(tmp_path / "lock", "growth log"):
            pass
    finally:
        process.kill()
        process.communicate()
    with lock.hold(tmp_path / "lock", "growth log"):
        pass


def test_a_lock_that_cannot_be_had_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(GrowthError), lock.hold(tmp_path / "lock", "growth log"):
        pass
    (tmp_path / "lock").unlink()

    def refusing(descriptor, how):
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(lock.fcntl, "flock", refusing)
    with (
        pytest.raises(SystemRefused, match="no locks available"),
        lock.hold(tmp_path / "lock", "growth log"),
    ):
        pass
