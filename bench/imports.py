"""Importing many records beside the peers: the same ones, from one file each, into an empty home."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from bench.corpus import entries, lines
from bench.homes import environment
from bench.measure import Run, run
from bench.peers import Peer, environment_of, jrnl_settings, task_settings

COUNT = 100_000
# So many records are 100 MB of JSON Lines, of which nothing may take more than so many MB.
LARGE = 325_000
MOST = 300
# A peer that takes longer is cut off, and measured with a tenth.
SECONDS = 600
CUT_OFF = 124


def _growth(program: str, home: Path, count: int) -> Peer:
    path = home / "records.jsonl"
    path.write_text(lines(count, 10))
    command = [program, "import", "--yes", str(path)]
    return Peer("growth", environment(home / "growth"), command, [program, "list"])


def _jrnl(program: str, home: Path, count: int) -> Peer:
    path = home / "records.txt"
    texts = (f"[{one['day']} 17:00] {one['title']}. {one.get('body', '')}\n\n" for one in entries(count, 10))
    path.write_text("".join(texts))
    (home / "journal.txt").touch()
    jrnl_settings(home, home / "journal.txt")
    return Peer(
        "jrnl", environment_of(home), [program, "--import", "--file", str(path)], [program, "--short"]
    )


def _task(program: str, home: Path, count: int) -> Peer:
    path = home / "records.json"
    path.write_text(json.dumps([*_tasks(count)]))
    env = task_settings(home)
    return Peer("task", env, [program, "import", str(path)], [program, "count"])


def _tasks(count: int) -> Iterator[dict[str, object]]:
    for one in entries(count, 10):
        day = one["day"].replace("-", "") + "T170000Z"
        yield {
            "description": one["title"], "entry": day, "end": day, "status": "completed", "tags": one["tags"]
        }  # fmt: skip


def imports(program: str, place: Path) -> None:
    """Print records a second of processor time, and peak memory, of each program that is installed."""
    print(f"\n| import of {COUNT:,} records | records/s | peak MB | |")
    print("| --- | --- | --- | --- |")
    programs = (
        ("growth", program, _growth),
        ("jrnl", shutil.which("jrnl"), _jrnl),
        ("task", shutil.which("task"), _task),
    )
    limit = [shutil.which("timeout") or "timeout", str(SECONDS)]
    for name, found, make in programs:
        if not found:
            continue
        for count in (COUNT, COUNT // 10):
            home = place / f"import-{name}-{count}"
            home.mkdir()
            peer = make(found, home, count)
            ran = run([*limit, *peer.add], peer.env)
            print(f"| {name} | {_row(ran, count)} |", flush=True)
            if ran.code != CUT_OFF:
                break


def large(python: str, program: str, place: Path) -> None:
    """Print the peak memory of an import of 100 MB, of the same once more, and of taking it back."""
    home = place / "import-large"
    home.mkdir()
    peer = _growth(program, home, LARGE)
    size = (home / "records.jsonl").stat().st_size / 1e6
    base = run([python, "-c", "import click"], peer.env).peak
    print(f"\n| {LARGE:,} records of ours, {size:.0f} MB | CPU s | peak MB | above click |")
    print("| --- | --- | --- | --- |")
    for name, command in (
        ("import", peer.add), ("the same again", peer.add), ("undo", [program, "undo", "--yes"])
    ):  # fmt: skip
        ran = run(command, peer.env)
        mark = ("" if ran.peak <= MOST else " (over)") + (f" (exit {ran.code})" if ran.code else "")
        print(f"| {name} | {ran.cpu:.1f} | {ran.peak:.0f}{mark} | {ran.peak - base:.0f} |", flush=True)


def _row(ran: Run, count: int) -> str:
    if ran.code == CUT_OFF:
        return f"– | {ran.peak:.0f} | cut off after {SECONDS} s"
    said = [f"{count:,} of them"] if count != COUNT else []
    said += [f"exit {ran.code}"] if ran.code else []
    return f"{count / ran.cpu:,.0f} | {ran.peak:.0f} | {', '.join(said)}"
