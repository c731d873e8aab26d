"""The copy that --demo runs on is gone at its end, or with the next demo where it was killed."""

import fcntl
import os
from pathlib import Path

import pytest

from tests.conftest import Growth


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setenv("TMPDIR", str(place))
    return place


def test_it_is_gone_afterwards(growth: Growth, temporary: Path) -> None:
    for command in ("--demo list -n 1", "--demo show nothing", "--demo nothing"):
        growth(command)
        assert list(temporary.iterdir()) == []


def test_what_was_killed_goes_with_the_next_one(growth: Growth, temporary: Path) -> None:
    left = temporary / "growth-demo-left"
    (left / "manager" / "journal").mkdir(parents=True)
    (left / "manager" / "journal" / "2026-11.json").write_text("{}")
    growth.ok("--demo list -n 1")
    assert list(temporary.iterdir()) == []


def test_what_runs_is_left_alone(growth: Growth, temporary: Path) -> None:
    other = temporary / "growth-demo-other"
    other.mkdir()
    held = os.open(other, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    growth.ok("--demo list -n 1")
    assert list(temporary.iterdir()) == [other]
    os.close(held)
    growth.ok("--demo list -n 1")
    assert list(temporary.iterdir()) == []


def test_what_is_no_folder_of_mine_is_left_alone(growth: Growth, temporary: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    (kept / "inside").mkdir(parents=True)
    (temporary / "growth-demo-link").symlink_to(kept)
    (temporary / "growth-demo-file").write_text("a file")
    if os.getuid() == 0:
        (temporary / "growth-demo-theirs").mkdir()
        os.chown(temporary / "growth-demo-theirs", 4321, 4321)
    before = sorted(temporary.iterdir())
    growth.ok("--demo list -n 1")
    assert (sorted(temporary.iterdir()), (kept / "inside").is_dir()) == (before, True)
