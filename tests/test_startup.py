"""Start-up is a feature: which modules a command loads is fixed here, and nothing slow is among them."""

import json
import os
import subprocess
import sys

import pytest

from tests.conftest import Growth

# Each costs more than most commands take (docs/PERFORMANCE.md).
SLOW = {
    "importlib.metadata", "importlib.resources", "pendulum", "rich", "questionary", "prompt_toolkit",
    "jinja2", "markdown_it", "asyncio", "subprocess", "tempfile", "http", "email", "tomllib", "socket",
}  # fmt: skip
# How many modules of ours with content; an edit shows, finds and changes, a status sums up four kinds.
MOST = {"edit": 29, "status": 36}
PROBE = """
import json, os, sys
before = set(sys.modules)
from growth.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
new = {name: hasattr(sys.modules[name], "__path__") for name in set(sys.modules) - before}
open(os.environ["LOADED"], "w").write(json.dumps(new))
"""


def loaded(growth: Growth, args: list[str]) -> dict[str, bool]:
    """Return the modules that one command loads in a process of its own, and whether each is a package."""
    report = growth.home.parent / "loaded.json"
    subprocess.run(
        [sys.executable, "-c", PROBE, *args],
        env=os.environ | {"LOADED": str(report)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    found: dict[str, bool] = json.loads(report.read_text())
    return found


DAILY = [
    ["log", "something", "done"],
    ["list", "-n", "10"],
    ["list", "--json"],
    ["search", "something"],
    ["show", "last"],
    ["edit", "last", "--impact", "some"],
    ["delete", "last", "--yes"],
    ["status", "--short"],
]


@pytest.mark.parametrize("args", DAILY, ids=lambda args: " ".join(args))
def test_a_daily_command_loads_little(growth: Growth, args: list[str]) -> None:
    growth.ok("log a first")
    modules = loaded(growth, args)
    assert set(modules) & SLOW == set()
    # Packages hold nothing (docs/DESIGN.md, section 2), so they do not count.
    ours = sorted(name for name, package in modules.items() if name.startswith("growth") and not package)
    assert len(ours) <= MOST.get(args[0], 27), ours


def test_an_import_of_notes_starts_no_program(growth: Growth) -> None:
    notes = growth.home.parent / "notes.md"
    notes.write_text("# 2026-11-20\n- Mended the loader\n")
    modules = loaded(growth, ["import", "--yes", str(notes)])
    assert {"subprocess", "growth.programs", "growth.commands.import_practice"} & set(modules) == set()
    assert "Mended the loader" in growth.ok("list")


@pytest.mark.parametrize("args", [["--help"], ["--version"]])
def test_help_and_version_load_only_the_door(growth: Growth, args: list[str]) -> None:
    ours = {name for name in loaded(growth, args) if name.startswith("growth")}
    assert ours == {"growth", "growth.cli", "growth.commands", "growth.commands.table", "growth.errors"}
