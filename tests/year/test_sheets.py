"""The sheets for the eight: one each and an index, what the conversations left open on them, in good time."""

import resource
import subprocess
import sys
from pathlib import Path

from growth.records.action import Action
from tests.conftest import Growth
from tests.year.cast import DIRECTS
from tests.year.home import write
from tests.year.story import read
from tests.year.year import year

# Of `import click`; the benchmark has the row, this only finds what made it much slower.
MOST = 12


def test_each_of_the_eight_has_a_sheet_and_the_index_names_them(growth: Growth, tmp_path: Path) -> None:
    write(growth.home)
    said = growth(["prep", "--all", "-o", str(tmp_path / "sheets")])
    assert (said.out, said.code) == ("", 0)
    written = {path.name for path in (tmp_path / "sheets").iterdir()}
    assert written == {*(f"{handle}.md" for handle in DIRECTS), "index.md"}
    index = (tmp_path / "sheets" / "index.md").read_text("utf-8")
    assert all(f"]({handle}.md)" in index for handle in DIRECTS)


def test_what_is_open_stands_on_the_sheet(growth: Growth, tmp_path: Path) -> None:
    write(growth.home)
    growth(["prep", "--all", "-o", str(tmp_path / "sheets")])
    for handle in DIRECTS:
        sheet = (tmp_path / "sheets" / f"{handle}.md").read_text("utf-8")
        promised = [one for one in year().mine if isinstance(one, Action) and one.person == handle]
        assert [one.text for one in promised if one.state == "open" and one.text not in sheet] == []
        topics = [line.text for line in read(handle).of("topic") if line.mark == "+"]
        assert [text for text in topics if text not in sheet] == []


def test_nothing_of_one_stands_on_the_sheet_of_another(growth: Growth, tmp_path: Path) -> None:
    write(growth.home)
    growth(["prep", "--all", "-o", str(tmp_path / "sheets")])
    for handle in DIRECTS:
        sheet = (tmp_path / "sheets" / f"{handle}.md").read_text("utf-8")
        for other in set(DIRECTS) - {handle}:
            lines = [line.text for line in read(other).of("private", "note", "shared") if line.week > 45]
            assert [text for text in lines if text in sheet] == []


def never(handle: str) -> list[str]:
    """Return what stays with Mira: private notes, notes about somebody, and how they felt."""
    story = read(handle)
    felt = [line.text.partition(" ")[2] for line in story.of("mood", "load")]
    return [*(line.text for line in story.of("private", "note")), *(words for words in felt if " " in words)]


def test_what_is_for_nobody_else_is_on_nothing_to_send(growth: Growth, tmp_path: Path) -> None:
    write(growth.home)
    for handle in DIRECTS:
        sent = growth(f"prep {handle} --for @{handle} -f md").out
        assert "unasked" not in sent
        sent += growth(f"1on1 recap {handle}").out
        path = tmp_path / f"{handle}.bundle"
        assert growth(["bundle", "make", "--for", f"@{handle}", "-o", str(path)]).code == 0
        sent += path.read_text("utf-8")
        for other in DIRECTS:
            assert [words for words in never(other) if words in sent] == []
    assert len([words for handle in DIRECTS for words in never(handle)]) > 40


def seconds(args: list[str]) -> float:
    """Return the CPU time of one run of Python."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *args], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_all_eight_cost_no_more_than_twelve_times_click(growth: Growth, tmp_path: Path) -> None:
    write(growth.home)
    made = ["-m", "growth", "prep", "--all", "-o", str(tmp_path / "sheets"), "--yes"]
    base = ["-c", "import click"]
    assert min(seconds(made) / seconds(base) for _ in range(3)) < MOST
