"""Homes to measure on: the environment of a run, and a journal made through the program's own import."""

import os
import subprocess
from pathlib import Path

from bench.corpus import PEOPLE, lines

NOW = "2026-11-24T10:00:00+00:00"


def environment(home: Path) -> dict[str, str]:
    return {
        **{name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ},
        "HOME": str(home.parent),
        "GROWTH_HOME": str(home),
        "GROWTH_NOW": NOW,
        "TERM": "xterm",
        "PAGER": "head -n 40",
    }


def make(growth: str, home: Path, count: int, years: int) -> None:
    """Fill a home with a journal, through the program's own import."""
    env = environment(home)
    for handle in PEOPLE:
        add = [growth, "people", "add", handle, "--name", handle.title(), "--relation", "direct"]
        subprocess.run(add, env=env, check=True, stdout=subprocess.DEVNULL)
    command = [growth, "import", "-", "-f", "jsonl", "--yes"]
    subprocess.run(
        command, input=lines(count, years).encode(), env=env, check=True, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    subprocess.run([growth, "log", "the first of the day"], env=env, check=True, stdout=subprocess.DEVNULL)
