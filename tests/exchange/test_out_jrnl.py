"""The journal as text of jrnl: read back by jrnl itself, entry for entry."""

import datetime
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from growth.exchange.out_jrnl import write
from growth.records.entry import Entry
from tests.exchange.journals import ANY, ENTRY, NOW, UNDATED, entries

ODD = (
    replace(ENTRY, id="", title="**Bold** to the end**", body="[2026-01-01 10:00] no entry\n[x] box\n- a"),
    replace(ENTRY, id="", title="*", body="", star=False),
    replace(ENTRY, id="", title="Done. And more. *", star=True),
    replace(ENTRY, id="", title="[tomorrow] in brackets", body="[unclosed\n\n[2026-02-02] x"),
    replace(ENTRY, id="", day=datetime.date(987, 1, 2), title="Long ago"),
)


def jrnl() -> list[str]:
    """Return how jrnl is run here; without it skip, which in CI is a failure."""
    found = shutil.which("jrnl")
    if found:
        return [found]
    if importlib.util.find_spec("jrnl") is not None:
        return [sys.executable, "-m", "jrnl"]
    if os.environ.get("CI"):
        pytest.fail("jrnl is missing, and without it this cannot be seen")
    pytest.skip("jrnl is missing: pip install jrnl")


def told(place: Path, text: str) -> list[dict[str, Any]]:
    """Return the entries that jrnl finds in a journal."""
    (place / "journal.txt").write_text(text)
    (place / "jrnl.yaml").write_text(
        f"version: v4.5\njournals:\n  default:\n    journal: {place / 'journal.txt'}\n"
        "encrypt: false\neditor: ''\ntemplate: false\ndefault_hour: 9\ndefault_minute: 0\n"
        "timeformat: '%F %r'\ntagsymbols: '#@'\nhighlight: false\nlinewrap: 79\nindent_character: '|'\n"
        "colors:\n  body: none\n  date: none\n  tags: none\n  title: none\ndisplay_format: null\n"
    )
    command = [*jrnl(), "--config-file", str(place / "jrnl.yaml"), "--format", "json"]
    env = os.environ | {"HOME": str(place), "XDG_CONFIG_HOME": str(place), "XDG_DATA_HOME": str(place)}
    done = subprocess.run(command, capture_output=True, text=True, env=env, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done
    found: list[dict[str, Any]] = json.loads(done.stdout)["entries"]
    return found


def words(text: str) -> list[str]:
    return text.replace("\u200b", "").replace("*", " ").split()


def check(found: list[dict[str, Any]], those: list[Entry]) -> None:
    """Compare what jrnl found with what went out, in the order of days."""
    wanted = sorted(those, key=lambda one: one.day)
    # It fills up no year.
    assert [one["date"].zfill(10) for one in found] == [one.day.isoformat() for one in wanted]
    for one, entry in zip(found, wanted, strict=True):
        assert one["starred"] == entry.star
        assert words(f"{one['title']} {one['body']}")[: len(words(entry.title))] == words(entry.title)


def test_a_journal_as_it_stands_there() -> None:
    assert write([ENTRY, UNDATED], {}) == (
        "[2026-11-20 09:00:00 AM] Cut p99 by half *\n- a cache\n- in front\nImpact: half the wait\n"
        "p99 480 -> 210 ms\nhttps://a.example/pull/1\nwin · ranker · 1.5 hours · @ana #latency\n"
        "\n[2026-11-21 09:00:00 AM] Some day\nwork · undated\n"
    )


def test_the_hour_is_when_it_was_logged_if_that_was_the_day() -> None:
    text = write([replace(UNDATED, precision="day", day=NOW.date())], {})
    assert text.startswith("[2026-11-24 10:00:00 AM] Some day\n")


def test_jrnl_reads_it_back_entry_for_entry(tmp_path: Path) -> None:
    those = [ENTRY, UNDATED, *ODD]
    found = told(tmp_path, write(those, {}))
    check(found, those)
    assert sorted(found[1]["tags"]) == ["#latency", "@ana"]
    assert all(line in found[2]["body"] for line in ODD[0].body.split("\n"))


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(entries(ANY), min_size=1, max_size=25))
def test_jrnl_finds_as_many_as_there_are(tmp_path: Path, those: list[Entry]) -> None:
    assert len(told(tmp_path, write(those, {}))) == len(those)
