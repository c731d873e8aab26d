"""The peers beside growth, on the same generated journal: adding one entry, and showing the last ten.

Only what is installed is measured: jrnl and watson (PyPI), task (taskwarrior, from a distribution).
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from bench.corpus import entries
from bench.homes import environment, make
from bench.measure import run

SIZES = (100, 10_000, 100_000)
PAIRS = 3


class Peer(NamedTuple):
    """A journal of another program: its environment, and the two commands."""

    name: str
    env: Mapping[str, str]
    add: list[str]
    last: list[str]


def environment_of(home: Path, **more: str) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "TERM": "dumb",
        **more,
    }


def jrnl_settings(home: Path, journal: Path) -> None:
    """Write the settings of jrnl, so that it asks for nothing."""
    config = home / "jrnl" / "jrnl.yaml"
    config.parent.mkdir(parents=True)
    config.write_text(
        f"version: v4.3\njournals:\n  default:\n    journal: {journal}\ndefault_hour: 9\ndefault_minute: 0\n"
        "timeformat: '%Y-%m-%d %H:%M'\ntagsymbols: '#@'\neditor: ''\nencrypt: false\ntemplate: false\n"
        "highlight: false\nlinewrap: 79\nindent_character: '|'\n"
        "colors: {body: none, date: none, tags: none, title: none}\n"
    )


def jrnl(home: Path, count: int) -> Peer:
    """A jrnl journal, written in its own text format."""
    journal = home / "journal.txt"
    with journal.open("w") as file:
        for entry in entries(count, 10):
            file.write(f"[{entry['day']} 17:00] {entry['title']}. {entry.get('body', '')}\n\n")
    jrnl_settings(home, journal)
    program = shutil.which("jrnl") or ""
    return Peer("jrnl", environment_of(home), [program, "some words about a day."], [program, "-n", "10"])


def watson(home: Path, count: int) -> Peer:
    """A Watson folder of frames; its log of the last day stands for the last ten."""
    frames = []
    for number, entry in enumerate(entries(count, 10)):
        start = 1_479_000_000 + number * 3000
        frames.append(
            [start, start + 600, entry.get("project", "work"), f"{number:032x}", entry["tags"], start]
        )
    folder = home / "watson"
    folder.mkdir()
    (folder / "frames").write_text(json.dumps(frames))
    program = shutil.which("watson") or ""
    env = environment_of(home, WATSON_DIR=str(folder))
    add = [program, "add", "--from", "2026-11-24 08:00", "--to", "2026-11-24 09:00", "ranker"]
    return Peer("watson", env, add, [program, "log", "--no-pager", "-f", "2026-11-23"])


def task_settings(home: Path) -> dict[str, str]:
    """Write the settings of taskwarrior, so that it asks for nothing; return its environment."""
    rc = home / "taskrc"
    rc.write_text(f"data.location={home}/task\nconfirmation=off\nhooks=off\nverbose=nothing\ngc=off\n")
    return environment_of(home, TASKRC=str(rc))


def taskwarrior(home: Path, count: int) -> Peer:
    """A taskwarrior store, filled by its own import."""
    env = task_settings(home)
    program = shutil.which("task") or ""
    items = [
        {"description": e["title"], "entry": e["day"].replace("-", "") + "T170000Z", "status": "completed",
         "end": e["day"].replace("-", "") + "T170000Z", "tags": e["tags"]}
        for e in entries(count, 10)
    ]  # fmt: skip
    subprocess.run([program, "import", "-"], input=json.dumps(items).encode(), env=env, check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    return Peer("task", env, [program, "log", "some words"], [program, "limit:10", "completed"])


def growth(program: str, home: Path, count: int) -> Peer:
    """Our own, through its own import."""
    make(program, home / "growth", count, 10)
    env = environment(home / "growth")
    return Peer("growth", env, [program, "log", "some words about a day"], [program, "list", "-n", "10"])


def peers(program: str, place: Path) -> None:
    """Print CPU seconds of each program at each size, medians, side by side."""
    made: dict[str, Callable[[Path, int], Peer]] = {
        "growth": lambda home, count: growth(program, home, count)
    }
    made |= {
        name: make
        for name, make in (("jrnl", jrnl), ("watson", watson), ("task", taskwarrior))
        if shutil.which(name)
    }
    print("\n| CPU, ms | " + " | ".join(f"add, {size:,} | last, {size:,}" for size in SIZES) + " |")
    print("| --- |" + " --- |" * (2 * len(SIZES)))
    for name, fill in made.items():
        cells = []
        for size in SIZES:
            home = place / f"peer-{name}-{size}"
            home.mkdir()
            peer = fill(home, size)
            for command in (peer.add, peer.last):
                run(command, peer.env)
                runs = sorted(run(command, peer.env).cpu for _ in range(PAIRS))
                cells.append(f"{runs[PAIRS // 2] * 1000:.0f}")
        print(f"| {name} | {' | '.join(cells)} |", flush=True)
