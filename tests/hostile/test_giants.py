"""What is huge, deep or endless is refused by its limit, at once and in little memory."""

import datetime
import itertools
import json
import os
import re
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

MB = 1_000_000
MILLION = 1_000_000
# Of the processor; the measured ones are in docs/RELIABILITY.md.
SECONDS, MEMORY = 3.0, 300


def _zip(files: dict[str, bytes]) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, data in files.items():
                archive.writestr(name, data)

    return write


def _data(*parts: tuple[bytes, int]) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(b"".join(data * times for data, times in parts))

    return write


GIANTS: dict[str, tuple[Callable[[Path], None], str]] = {
    "line.jsonl": (
        _data((b'{"title":"x"}\n{"title":"', 1), (b"x", 99 * MB), (b'"}\n', 1)),
        r"line.jsonl:2: a line of 99,000,012 bytes; an import takes lines of 10,000,000 at most",
    ),
    "line.md": (
        _data((b"x", 100 * MB)),
        r"line.md:1: a line of 100,000,000 bytes; an import takes lines of 10,000,000 at most",
    ),
    "fence.md": (
        _data((b"# 2026-01-01\n```\n", 1), (b"x" * 99 + b"\n", 300_000)),
        r"fence.md:1: what begins here goes on for more than 20,000,000 characters",
    ),
    "line.ics": (
        _data((b"BEGIN:VCALENDAR\n", 1), (b"x" * 99 + b"\n", 300_000)),
        r"line.ics, line 300001: the file ends, but VCALENDAR is still open",
    ),
    "line.csv": (
        _data((b"x", 100 * MB)),
        r"line.csv:1: a line of 100,000,000 bytes; an import takes lines of 10,000,000 at most",
    ),
    "larger.jsonl": (_data((b"\n", 105 * MB)), r".*larger.jsonl is larger than 100 MB"),
    "deep.json": (_data((b"[", MILLION)), r"deep.json cannot be read: nested deeper than 100 levels"),
    "deep.jsonl": (
        _data((b'{"title":"x"}\n', 1), (b'{"a":', MILLION)),
        r"deep.jsonl:1: .*\ndeep.jsonl:2: nested deeper than 100 levels",
    ),
    "deep.html": (_data((b"<div>", MILLION)), r"deep.html is nested deeper than 200 levels"),
    "rows.csv": (
        _data((b"date,title\n", 1), (b",\n", 3 * MILLION // 2)),
        r"rows.csv has 1,500,001 lines; an import takes 1,500,000 at most",
    ),
    "blank.md": (_data((b"\n", 10 * MILLION)), r"blank.md has 10,000,000 lines; an import takes"),
    "items.md": (
        _data((b"# 2026-01-01\n", 1), (b"- a\n", 5 * MILLION)),
        r"items.md has 5,000,001 lines; an import takes 5,000,000 at most",
    ),
    "columns.csv": (
        _data((b"date,title", 1), (b",c", 100_000), (b"\n2026-01-01,x\n", 1)),
        r"columns.csv:1: has 100,002 columns; a table has 500 at most",
    ),
    "field.csv": (
        _data((b'date,title\n2026-01-01,"', 1), (b"x", 50 * MB), (b'"\n', 1)),
        r"field.csv:2: a line of 50,000,013 bytes; an import takes lines of 10,000,000 at most",
    ),
    "quoted.csv": (
        _data((b'date,title\n2026-01-01,"', 1), (b"x" * 99 + b"\n", 300_000)),
        r"quoted.csv:2: cannot be read as CSV: field larger than field limit \(10000000\)",
    ),
    "nothing.jsonl": (
        _data((b'{"title":"x","day":"2026-01-01"}\n', 1), (b"{}\n", 10 * MILLION)),
        r"nothing.jsonl holds more than 1,000 lines that are no records; the first is line 2",
    ),
    "digits.json": (
        _data((b'[{"title":', 1), (b"9", MILLION), (b"}]", 1)),
        r"digits.json cannot be read: a number of more than 300 digits",
    ),
    "object.json": (
        _data((b'{"items":[{"name":"x"}]', 1), (b',"b":{"name":"y"}', 6 * MILLION), (b"}", 1)),
        r"object.json cannot be read: an object of more than 100,000 names",
    ),
    "item.json": (
        _data((b'[{"name":"x"},{"name":"', 1), (b"y", 30 * MB), (b'"}]', 1)),
        r"item.json cannot be read: a record of more than 10,000,000 bytes",
    ),
    "items.json": (
        _data((b'[{"a":"x"}', 1), (b',{"a":"y"}', 2 * MILLION), (b"]", 1)),
        r"items.json holds more than 1,000,000 records",
    ),
    "bomb.zip": (
        _zip({"Journal.json": b'{"metadata":{"version":"1.0"},"entries":[' + b" " * 200 * MB + b"]}"}),
        r"bomb.zip unpacks to more than 50 MB of text",
    ),
}  # fmt: skip


class Ran(NamedTuple):
    """How an import in a process of its own ended, what it said, and the seconds of processor it took."""

    code: int
    err: str
    seconds: float


def imported(home: Path, name: str, memory: int = MEMORY) -> Ran:
    """Import a file in a process that has no more memory than that."""
    code = (
        "import resource, sys\n"
        f"resource.setrlimit(resource.RLIMIT_DATA, ({memory * MB}, {memory * MB}))\n"
        "from growth.__main__ import program\n"
        "program()\n"
    )
    # What counts branches takes memory of its own, and many times as long over a long file.
    env = {name: value for name, value in os.environ.items() if name != "COVERAGE_PROCESS_START"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ran = subprocess.run(
        [sys.executable, "-c", code, "import", "--yes", name],
        cwd=home.parent,
        env=env | {"GROWTH_HOME": str(home)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=180,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Ran(ran.returncode, ran.stderr.decode(), took)


@pytest.mark.parametrize("name", GIANTS)
def test_a_giant_is_refused_by_its_limit(name: str, tmp_path: Path) -> None:
    write, said = GIANTS[name]
    path = tmp_path / name
    write(path)
    try:
        ran = imported(tmp_path / "home", name)
    finally:
        path.unlink()
    assert ran.code in (1, 2), ran.err
    assert re.match(f"growth: {said}", ran.err), ran.err[:500]
    assert ran.seconds < SECONDS
    assert not (tmp_path / "home").exists()


def test_many_records_take_little_memory(tmp_path: Path) -> None:
    day = datetime.date(2020, 1, 1)
    with (tmp_path / "many.jsonl").open("w") as file:
        for number in range(40_000):
            on = (day + datetime.timedelta(days=number % 2_000)).isoformat()
            text = " ".join(f"word{number}-{n}" for n in range(20))
            file.write(f'{{"title":"Entry {number}","day":"{on}","body":"{text}","source":"x:{number}"}}\n')
    assert (tmp_path / "many.jsonl").stat().st_size > 12 * MB
    ran = imported(tmp_path / "home", "many.jsonl", memory=70)
    assert (ran.code, ran.err) == (0, "40000 new; growth undo takes all of it back\n")


def _words(number: int) -> str:
    return " ".join(f"word{number}-{n}" for n in range(60))


def _csv() -> Iterator[str]:
    yield "Date,Title,Notes\n"
    yield from (f"2026-01-{1 + n % 28:02},Entry {n},{_words(n)}\n" for n in itertools.count())


def _objects() -> Iterator[str]:
    for n in itertools.count():
        yield json.dumps(
            {"id": f"R-{n}", "date": f"2026-01-{1 + n % 28:02}", "title": f"Entry {n}", "notes": _words(n)}
        )


def _list(items: Iterable[str]) -> Iterator[str]:
    yield "[" + next(iter(items))
    yield from (f",\n{item}" for item in items)


def _jrnl() -> Iterator[str]:
    for n in itertools.count():
        yield f"[2026-01-{1 + n % 28:02} 09:00] Entry {n}.\n{_words(n)}\n\n"


def _todo() -> Iterator[str]:
    yield from (f"x 2026-01-{1 + n % 28:02} 2026-01-01 Entry {n} {_words(n)}\n" for n in itertools.count())


def _tasks() -> Iterator[str]:
    for n in itertools.count():
        day = f"202601{1 + n % 28:02}T090000Z"
        yield json.dumps(
            {
                "uuid": f"u-{n}",
                "description": f"Entry {n} {_words(n)}",
                "status": "completed",
                "entry": day,
                "end": day,
            }
        )


def _markdown() -> Iterator[str]:
    for n in itertools.count():
        yield f"## 2026-01-{1 + n % 28:02}\n\n- Entry {n}\n  - {_words(n)}\n\n"


# Those of more than 20 MB that are read a part at a time.
LARGE: dict[str, Callable[[], Iterator[str]]] = {
    "many.csv": _csv,
    "many.tsv": lambda: (line.replace(",", "\t") for line in _csv()),
    "many.json": lambda: _list(_objects()),
    "many.task.json": lambda: _list(_tasks()),
    "jrnl.txt": _jrnl,
    "many.md": _markdown,
    "todo.txt": _todo,
    "lines.json": lambda: (f"{item}\n" for item in _objects()),
}


@pytest.mark.parametrize("name", LARGE)
def test_a_large_file_takes_little_memory(name: str, tmp_path: Path) -> None:
    size = records = 0
    with (tmp_path / name).open("w") as file:
        for line in LARGE[name]():
            size += file.write(line)
            records += "Entry " in line
            if size > 21 * MB:
                break
        file.write("]" if name.startswith("many.") and name.endswith("json") else "")
    ran = imported(tmp_path / "home", name, memory=80)
    assert (ran.code, ran.err.partition(";")[0]) == (0, f"{records} new")


def test_what_is_no_file_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "self.md").symlink_to("self.md")
    for name, said in (
        ("pipe.md", "pipe.md is not a plain file"),
        ("/dev/zero", "/dev/zero is not a plain file"),
        ("self.md", "self.md: too many levels of symbolic links"),
    ):
        ran = imported(tmp_path / "home", name)
        assert (ran.code, said in ran.err) == (1 if "plain" in said else 4, True), ran.err


def test_a_folder_that_holds_itself_is_walked_once(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "again").symlink_to(notes, target_is_directory=True)
    os.mkfifo(notes / "pipe.md")
    (notes / f"{'n' * 252}.md").write_text("# 2026-01-01\n- one\n")
    ran = imported(tmp_path / "home", "notes")
    assert ran.code == 0 and ran.err.startswith("1 new;"), ran.err


def test_a_folder_of_many_files_is_refused(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    for number in range(20_001):
        (notes / f"{number}.md").touch()
    ran = imported(tmp_path / "home", "notes")
    assert ran.code == 1 and "notes holds more than 20,000 files" in ran.err, ran.err[-500:]
    assert len(ran.err) < 2_000
