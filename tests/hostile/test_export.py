"""What goes out of a home full of attacks: it comes back whole, and no format holds what was not meant."""

import csv
import io
import re
from collections import Counter
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from . import homes
from .attacks import ATTACKS
from .conftest import Hostile
from .running import piped
from .test_documents import LINK, MINE, elements
from .test_terminal import steering

OURS = re.compile(r"^<!-- growth (?:\{[^<>]*\}|told|end) -->$", re.MULTILINE)


def records(home: Path) -> dict[str, bytes]:
    """Return the files of a home that hold records."""
    return {
        str(path.relative_to(home)): path.read_bytes()
        for path in sorted(home.rglob("*.json"))
        if path.name != "meta.json" and "backups" not in path.parts
    }


@pytest.mark.parametrize("name", ["all.zip", "all.tar.gz", "all"])
def test_everything_comes_back_byte_for_byte(hostile: Hostile, name: str, tmp_path: Path) -> None:
    place = tmp_path / name
    assert piped(hostile.home, ["export", "--everything", "-o", str(place)]).code == 0
    ran = piped(tmp_path / "home", ["import", str(place)])
    assert ran.code == 0, ran.err
    assert records(tmp_path / "home") == records(hostile.home)


@pytest.mark.parametrize("one", ["json", "jsonl"])
def test_records_come_back_byte_for_byte(hostile: Hostile, one: str, tmp_path: Path) -> None:
    out = piped(hostile.home, ["export", "-f", one]).out
    assert steering(out) == set()
    ran = piped(tmp_path / "home", ["import", "-"], out)
    assert ran.code == 0, ran.err
    mine = {name: data for name, data in records(hostile.home).items() if not name.startswith("others/")}
    assert records(tmp_path / "home") == mine


@pytest.mark.parametrize("args", ["-o {}.md", "--split month -o {}", "--split record -o {}", "-o {}.csv"])
def test_the_journal_comes_back_to_where_it_is(hostile: Hostile, args: str, tmp_path: Path) -> None:
    """What Markdown and a table cannot tell is no change; so that nothing clashes with what is here."""
    home = homes.copy(hostile.home, tmp_path / "home")
    place = args.format(tmp_path / "out").split()
    assert piped(home, ["export", *place]).code == 0
    ran = piped(home, ["import", place[-1]])
    assert (ran.code, ran.err.startswith("nothing new; ")) == (0, True), ran.err


@pytest.mark.parametrize("audience", ["me", "manager"])
def test_markdown_holds_no_structure_that_a_text_brought(hostile: Hostile, audience: str) -> None:
    text = piped(hostile.home, ["export", "--for", audience]).out
    assert steering(text) == set()
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(OURS.sub("", text))
    inner = [one for token in tokens for one in (token, *(token.children or ()))]
    kinds = Counter(one.type for one in inner)
    barred = ("html_block", "html_inline", "image", "fence", "code_block", "table_open", "blockquote_open")
    assert [kind for kind in (*barred, "hr") if kind in kinds] == []
    # Journal, months, entries, chapters and their records: of none there are more than were written.
    headings = sum(line.startswith("#") for line in text.split("\n"))
    assert kinds["heading_open"] == headings


def test_a_page_holds_what_a_text_of_mine_may_add_and_nothing_else(hostile: Hostile) -> None:
    page = piped(hostile.home, ["export", "-f", "html"]).out
    assert steering(page) == set()
    shell = "!DOCTYPE html|html lang=en|head|meta .*|title|style|body|main|h1.*|h2.*|h3.*|span class=box"
    known = re.compile(f"{shell}|{MINE.pattern}", re.IGNORECASE)
    assert [one for one in elements(page) if not known.fullmatch(one) and not LINK.fullmatch(one)] == []


def test_no_cell_of_a_table_is_a_formula(hostile: Hostile) -> None:
    text = piped(hostile.home, ["export", "-f", "csv"]).out
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert f"'{ATTACKS['formula']}" in cells


def test_a_calendar_holds_the_events_that_were_written(hostile: Hostile) -> None:
    text = piped(hostile.home, ["export", "-f", "ics"]).out
    lines = text.replace("\r\n ", "").split("\r\n")
    uids = [line for line in lines if line.startswith("UID:")]
    assert lines.count("BEGIN:VEVENT") == len(uids) == len(set(uids)) > 50
    assert {line.partition(":")[0].partition(";")[0] for line in lines} == {
        "", "BEGIN", "END", "PRODID", "VERSION", "UID", "DTSTAMP", "SUMMARY", "DTSTART", "TRANSP",
    }  # fmt: skip


def test_the_names_of_files_are_plain(hostile: Hostile, tmp_path: Path) -> None:
    for args in (["--split", "record"], ["--everything"]):
        place = tmp_path / args[-1].strip("-")
        assert piped(hostile.home, ["export", *args, "-o", str(place)]).code == 0
        names = {str(path.relative_to(place)) for path in place.rglob("*")}
        own = {name for name in names if name.startswith("templates/")}
        assert [name for name in names - own if not re.fullmatch(r"[\w./-]+", name, re.ASCII)] == []
