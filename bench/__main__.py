"""python -m bench: how much each command costs, as a ratio to `python -c 'import click'`.

Builds the wheel, installs it into an empty environment, makes the journals, and prints one table.
"""

import argparse
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from bench.corpus import RARE
from bench.homes import add_practice, environment, make
from bench.imports import imports, large
from bench.measure import Ratio, compare
from bench.practice import MODELS

ROOT = Path(__file__).resolve().parent.parent
SIZES = (10_000, 100_000)
# Peak memory above that of `import click`, in MB, for each size.
MEMORY = (20, 40)


class Row(NamedTuple):
    """One line of the table: what is run, and the bars at both sizes; {id} and {end} are an old entry's."""

    command: str
    bars: tuple[float, float]
    terminal: bool = False


ROWS = (
    Row("--version", (1.25, 1.25)),
    Row("--help", (1.25, 1.25)),
    Row("log some words about a day", (1.65, 1.9)),
    Row("list -n 10", (1.6, 1.7)),
    Row("list -n 10", (2.3, 2.4), terminal=True),
    Row("show {id}", (1.75, 2.0)),
    Row("edit {id} --impact some", (1.75, 2.0)),
    Row("show {end}", (1.9, 2.8)),
    Row("edit {end} --impact more", (1.9, 2.8)),
    Row("delete {end} --yes", (1.9, 2.8)),
    Row(f"search {RARE}", (1.6, 3.0)),
    Row("search latency", (2.3, 3.2), terminal=True),
    Row("prep ana -f md", (2.8, 3.3)),
    Row("report brag --period 2026-Q3 -f md", (3.0, 3.5)),
    Row("status --short", (1.6, 1.8)),
    Row("export -f json", (2.2, 6.0)),
)
# What comes with a practice register of ten years, 96 things and 200 questions, beside the journal.
PRACTICE = (
    # Half a year of entries, and the newest one learned before that: found as a search finds a rare word.
    Row("learning", (2.0, 3.0)),
    # As log, as list: each has a file of its own, whose length the journal does not change.
    Row("wonder add why we do it", (1.65, 1.9)),
    Row("wonder list", (1.6, 1.7)),
    # As a search for a common word: all that holds it and was learned is read.
    Row("learning recall calibration", (2.3, 3.2)),
    # The register, and the metrics in all the journal since it began, found as a rare word is.
    Row("practice check", (2.0, 3.0)),
    # The register alone, and a page made of it.
    Row(f"practice lineage {MODELS[0]}", (2.3, 2.3)),
    # A search, and then what was found is weighed; of two common words what holds both is.
    Row(f"reuse search {RARE}", (2.3, 3.2)),
    Row("reuse search calibration lineage", (3.0, 6.0)),
    # A quarter of entries in a document, as the brag document; the summary has the checks in it, too.
    Row("draft self-review --print", (3.0, 3.5)),
    Row("report summary --period 2026-Q3", (3.0, 3.5)),
    # The prompts that ship, and what was drafted with them; nothing of the journal.
    Row("prompt list", (1.6, 1.7)),
    # Its bars are those without a register: it has the checks in it.
    Row("prep ana -f md", (2.8, 3.3)),
)


class Installed(NamedTuple):
    """An environment with growth in it, and nothing else."""

    python: str
    growth: str


def install(place: Path) -> Installed:
    """Build the wheel and install it into an empty environment."""
    subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    pip = [str(place / "bin" / "pip"), "install", "-q", "--disable-pip-version-check", str(ROOT)]
    subprocess.run(pip, check=True, cwd=place)
    return Installed(str(place / "bin" / "python"), str(place / "bin" / "growth"))


def old_ids(growth: str, home: Path) -> Iterator[str]:
    """Yield ids from the middle of a journal, each once: what is deleted cannot be deleted again."""
    command = [growth, "list", "--period", "2021"]
    listed = subprocess.run(command, env=environment(home), check=True, capture_output=True, text=True)
    yield from (line.split()[0] for line in listed.stdout.splitlines())


def measure(row: Row, installed: Installed, home: Path, ids: Iterator[str], pairs: int) -> Ratio:
    """Run one line of the table beside the base."""
    runs = []
    for _ in range(pairs + 1):
        identifier = next(ids)
        words = shlex.split(row.command.format(id=identifier, end=identifier[-7:]))
        runs.append([installed.growth, *words])
    base = [installed.python, "-c", "import click"]
    return compare(runs, base, environment(home), terminal=row.terminal)


def table(installed: Installed, place: Path, pairs: int) -> None:
    """Print the ratios at both sizes beside their bars, and the peak memory."""
    homes, ids = [], []
    for size in SIZES:
        homes.append(place / f"home-{size}")
        make(installed.growth, homes[-1], size, 10)
        ids.append(old_ids(installed.growth, homes[-1]))
    print("| command | 10,000 entries | bar | MB (20) | 100,000 entries | bar | MB (40) |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    _rows(ROWS, installed, homes, ids, pairs)
    for home in homes:
        add_practice(installed.growth, home, 10)
    _rows(PRACTICE, installed, homes, ids, pairs)


def _rows(
    rows: Iterable[Row], installed: Installed, homes: list[Path], ids: list[Iterator[str]], pairs: int
) -> None:
    for row in rows:
        cells = []
        for home, bar, names, memory in zip(homes, row.bars, ids, MEMORY, strict=True):
            found = measure(row, installed, home, names, pairs)
            mark = "" if found.cpu <= bar else " (over)"
            mark += "" if found.code == 0 else f" (exit {found.code})"
            above = f"{found.extra:.0f}" + ("" if found.extra <= memory else " (over)")
            cells.append(f"{found.cpu:.2f}{mark} | {bar} | {above}")
        name = row.command.replace("{id}", "ID").replace("{end}", "ENDING")
        name += " (terminal)" if row.terminal else ""
        print(f"| `growth {name}` | {' | '.join(cells)} |", flush=True)


def flat(installed: Installed, place: Path, pairs: int) -> None:
    """Print what fifty years cost beside one, at the same density."""
    one, fifty = place / "one", place / "fifty"
    make(installed.growth, one, 1_000, 1)
    make(installed.growth, fifty, 50_000, 50)
    for words in (["log", "some", "words"], ["list", "-n", "10"]):
        long = [installed.growth, "--home", str(fifty), *words]
        short = [installed.growth, "--home", str(one), *words]
        found = compare([long] * (pairs * 3 + 1), short, environment(one))
        print(f"growth {' '.join(words)}: fifty years against one, {found.cpu:.3f} (bar 1.05)", flush=True)


def evidence(installed: Installed, place: Path, pairs: int) -> None:
    """Print what it costs to rank a whole journal for 60 criteria, beside printing that journal."""
    home = place / f"home-{SIZES[0]}"
    env = environment(home)
    start = "assess start --ladder bench --target L5 --since 2000-01-01 --until 2026-11-24"
    began = subprocess.run(
        [installed.growth, *shlex.split(start)], env=env, check=True, capture_output=True, text=True
    )
    gaps = [installed.growth, "assess", "gaps", "--assessment", began.stdout.strip()]
    found = compare([gaps] * (pairs + 1), [installed.growth, "list"], env)
    mark = f" (exit {found.code})" if found.code else ""
    print(f"growth assess gaps: 10,000 entries by 60 criteria against list, {found.cpu:.2f}{mark} (bar 6)")


def sheets(installed: Installed, place: Path, pairs: int) -> None:
    """Print what the sheets for eight who report to somebody cost, after a year of weekly 1:1s."""
    told = [sys.executable, "-m", "tests.year", str(place / "year")]
    subprocess.run(told, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    written = [installed.growth, "prep", "--all", "-o", str(place / "sheets"), "--yes"]
    base = [installed.python, "-c", "import click"]
    found = compare([written] * (pairs + 1), base, environment(place / "year" / "manager"))
    mark = f" (exit {found.code})" if found.code else ""
    print(f"growth prep --all: eight sheets after a year of 1:1s, {found.cpu:.2f}{mark} (bar 12)", flush=True)


def main() -> None:
    """Measure, and print."""
    options = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    options.add_argument("--pairs", type=int, default=9, help="runs of each command")
    options.add_argument("--peers", action="store_true", help="measure the peers that are installed, too")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        installed = install(place / "env")
        table(installed, place, given.pairs)
        flat(installed, place, given.pairs)
        evidence(installed, place, given.pairs)
        sheets(installed, place, given.pairs)
        large(installed.python, installed.growth, place)
        if given.peers:
            from bench.peers import peers

            imports(installed.growth, place)
            peers(installed.growth, place)


if __name__ == "__main__":
    main()
