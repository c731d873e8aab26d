"""Homes to measure on: the environment of a run, and a journal made through the program's own import."""

import os
import subprocess
from pathlib import Path

from bench import practice
from bench.corpus import PEOPLE, ladder, lines

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
    _read(growth, env, lines(count, years))
    subprocess.run([growth, "log", "the first of the day"], env=env, check=True, stdout=subprocess.DEVNULL)


def add_practice(growth: str, home: Path, years: int) -> None:
    """Add a practice register, open questions, a time to learn, and a started assessment to a home."""
    env = environment(home)
    _read(growth, env, practice.lines(years))
    shelf = home / "templates" / "ladders"
    shelf.mkdir(parents=True)
    (shelf / "bench.toml").write_text(ladder(60))
    for words in (
        "config set learning.budget 4h/month",
        "assess start --ladder bench --target L5 --since 2026-07-01 --until 2026-09-30",
    ):
        subprocess.run([growth, *words.split()], env=env, check=True, stdout=subprocess.DEVNULL)


def _read(growth: str, env: dict[str, str], records: str) -> None:
    subprocess.run(
        [growth, "import", "-", "-f", "jsonl", "--yes"], input=records.encode(), env=env, check=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
