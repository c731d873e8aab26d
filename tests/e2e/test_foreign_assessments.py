"""A whole assessment on ladders as others write them, from the import to what a manager is handed."""

import json
import os
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Growth
from tests.e2e.test_killed_assessment import rating, until
from tests.exchange.ladder_forms import ACROSS, BULLETS, CAPABILITY, LISTS, LONG, TOPICS, TRACKS

LATER = "2026-11-25T10:00:00+00:00"
# YAML lists, front matter, a script's data, headings with bullets, YAML of capabilities, CSV both ways.
SHAPES = {
    "bakery.yml": (LISTS, "master"),
    "bread.md": (TOPICS, "3"),
    "bread-tracks.js": (TRACKS, "2"),
    "Baker.md": (BULLETS, "B2"),
    "hands.yaml": (CAPABILITY, "expert"),
    "grid.csv": (ACROSS, "L4"),
    "long.csv": (LONG, "Lead-L2"),
}


def begun(growth: Growth, folder: Path, name: str) -> tuple[str, list[dict[str, Any]]]:
    """Import a ladder and begin an assessment at its level; return its id, and the criteria asked for."""
    text, target = SHAPES[name]
    path = folder / name
    path.write_text(text)
    imported = growth(["ladder", "import", str(path), "--as", "theirs", "-y"])
    assert imported.code == 0, imported
    growth.ok(["assess", "start", "--ladder", "theirs", "--target", target, "--share", "manager"])
    rows = json.loads(growth.ok("assess show --json"))["rows"]
    return imported.out.strip(), [row["criterion"] for row in rows]


@pytest.mark.parametrize("name", SHAPES)
def test_a_whole_assessment(name: str, growth: Growth, tmp_path: Path) -> None:
    ladder, asked = begun(growth, tmp_path, name)
    assert len(asked) >= 2
    for one in asked:
        entry = growth.ok(["log", f"Did it: {one['summary']}", "-k", "win", "-t", one["theme"]]).strip()
        proposed = json.loads(growth.ok(["assess", "evidence", one["id"], "--json"]))["proposals"]
        assert entry in [each["material"]["id"] for each in proposed]
        growth.ok(["assess", "evidence", one["id"], "--confirm", entry])
    *most, last = asked
    for one in most:
        growth.ok(["assess", "rate", one["id"], "--as", "doing"])
    assert growth(["assess", "finish"]).code == 2
    growth.ok(["assess", "rate", last["id"], "--as", "with-help", "--statement", "With Kim beside me"])
    gaps = json.loads(growth.ok("assess gaps --json"))
    assert [(gap["evidence"], gap["flags"]) for gap in gaps] == [(1, ["own-word"])] * len(asked)
    growth.ok("assess finish")
    shown = growth.ok("assess show --json")
    assert json.loads(shown)["verdict"].startswith(
        f"{SHAPES[name][1]}: doing {len(most)} of the {len(asked)} judged; to work on: "
    )
    # The ladder goes, and what was judged by it stays as it was, here and where it is handed to.
    assert growth(["delete", ladder, "-y"]).code == 0
    assert growth.ok("assess show --json") == shown
    path, there = tmp_path / "ana.bundle", ["--home", str(tmp_path / "eva")]
    assert growth(["bundle", "make", "--for", "manager", "-o", str(path)]).code == 0
    assert growth([*there, "bundle", "open", str(path), "--as", "ana", "-y"]).code == 0
    (handed,) = json.loads(growth.ok([*there, "assess", "list", "--json"]))
    theirs = json.loads(growth([*there, "assess", "show", handed["id"], "--json"]).out)
    mine = json.loads(shown)
    for one, other in zip(mine["rows"], theirs["rows"], strict=True):
        assert {**one, "evidence": []} == other
    assert theirs["verdict"] == mine["verdict"]


@pytest.mark.parametrize("name", SHAPES)
def test_killed_in_the_middle_it_goes_on_with_every_answer(name: str, growth: Growth, tmp_path: Path) -> None:
    _, asked = begun(growth, tmp_path, name)
    leader, process = rating()
    until(leader, process, f"[1 of {len(asked)}]".encode())
    os.write(leader, b"2")
    until(leader, process, f"[2 of {len(asked)}]".encode())
    kill(process)
    os.close(leader)
    judged = [line.split()[1] for line in growth.ok("assess show").splitlines()]
    assert judged == ["starting", *["-"] * (len(asked) - 1)]
    assert f"[1 of {len(asked) - 1}]" in growth.terminal("assess rate", keys=["q"]).out


def kill(process: "subprocess.Popen[bytes]") -> None:
    process.send_signal(signal.SIGKILL)
    process.wait(20)
